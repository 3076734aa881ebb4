// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/changespage.h"

#include "app/models/changesmodel.h"
#include "app/models/changesproxymodel.h"
#include "app/pages/celldelegate.h"
#include "app/pages/tablelook.h"
#include "app/support/focusstart.h"
#include "core/session/workspace.h"

#include "ui_changespage.h"

#include <QSignalBlocker>

namespace cq {

ChangesPage::ChangesPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ChangesPage>())
    , m_model(new ChangesModel(workspace, this))
    , m_proxy(new ChangesProxyModel(this))
{
    m_ui->setupUi(this);
    m_proxy->setSourceModel(m_model);
    m_ui->changesView->setModel(m_proxy);
    m_ui->changesView->setItemDelegate(new CellDelegate(this));
    makeCalm(*m_ui->changesView, {14, 18, 26, 42});
    m_ui->sinceEdit->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    // The hint leaves no room for the style sheet's padding beside the arrow.
    m_ui->sinceEdit->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("30 Sept 20000")) + 48);
    m_ui->sinceEdit->setMaximumDate(QDate::currentDate());
    connect(m_ui->sinceEdit, &QDateEdit::dateChanged, this, [this] {
        m_isChosen = true;
        reload();
    });
    connect(m_ui->personCombo, &QComboBox::currentIndexChanged, this, [this] {
        m_proxy->setPerson(m_ui->personCombo->currentData().toString());
        showState();
    });
    connect(m_ui->subjectCombo, &QComboBox::currentIndexChanged, this, [this] {
        m_proxy->setSubject(m_ui->subjectCombo->currentData().toString());
        showState();
    });
    connect(m_ui->changesView, &QTableView::activated, this, &ChangesPage::openCurrent);
    connect(m_ui->openButton, &QPushButton::clicked, this, &ChangesPage::openCurrent);
    connect(m_model, &ChangesModel::readFinished, this, &ChangesPage::takeRead);
    startFocusAt(*this, *m_ui->changesView);
}

ChangesPage::~ChangesPage() = default;

void ChangesPage::begin(const QDateTime &lastVisit, BlindMode mode)
{
    m_mode = mode;
    m_lastVisit = lastVisit;
    if (!m_isChosen) {
        const QSignalBlocker quiet(m_ui->sinceEdit);
        m_ui->sinceEdit->setDate(
            lastVisit.isValid() ? lastVisit.toLocalTime().date() : QDate::currentDate().addDays(-daysBack));
    }
    reload();
}

void ChangesPage::reload()
{
    // The last visit is a moment, a day chosen begins at midnight.
    const QDateTime since = !m_isChosen && m_lastVisit.isValid() ? m_lastVisit : m_ui->sinceEdit->date().startOfDay();
    m_model->reload(since.toMSecsSinceEpoch(), m_mode);
    m_ui->openButton->setEnabled(false);
    m_ui->stateLabel->setText(tr("Reading the audit trail …"));
}

void ChangesPage::takeRead()
{
    const auto fill = [](QComboBox &combo, const QString &all, const QList<QPair<QString, QString>> &choices) {
        const QVariant chosen = combo.currentData();
        {
            const QSignalBlocker quiet(&combo);
            combo.clear();
            combo.addItem(all, QString());
            for (const auto &[id, name] : choices)
                combo.addItem(name, id);
            combo.setCurrentIndex(-1);
        }
        combo.setCurrentIndex(qMax(0, combo.findData(chosen)));
    };
    QList<QPair<QString, QString>> persons;
    for (const QString &person : m_model->persons())
        persons.append({person, person});
    fill(*m_ui->personCombo, tr("Everybody"), persons);
    fill(*m_ui->subjectCombo, tr("The whole file"), m_model->subjects());
    if (m_proxy->rowCount() > 0)
        m_ui->changesView->selectRow(0);
    showState();
}

void ChangesPage::openCurrent()
{
    const QModelIndex current = m_ui->changesView->currentIndex();
    const AuditId audit(current.data(ChangesModel::AuditRole).toString());
    const CentreId centre(current.data(ChangesModel::CentreRole).toString());
    if (!audit.isEmpty())
        Q_EMIT changeRequested(audit, current.data(ChangesModel::TargetRole).toString());
    else if (!centre.isEmpty())
        Q_EMIT centreRequested(centre);
}

void ChangesPage::showState()
{
    if (m_model->isReading())
        return;
    const int count = m_proxy->rowCount();
    m_ui->openButton->setEnabled(count > 0);
    m_ui->changesView->setVisible(count > 0);
    m_ui->openButton->setVisible(count > 0);
    startFocusAt(*this, count > 0 ? static_cast<QWidget &>(*m_ui->changesView) : *m_ui->sinceEdit);
    QStringList lines;
    if (m_model->isCut())
        lines.append(tr("Only the last %n changes are shown. Choose a later day.", nullptr, m_model->rowCount()));
    else if (count == 0)
        lines.append(tr("Nothing was changed since then."));
    else
        lines.append(tr("%n changes", nullptr, count));
    if (m_model->failedCount() > 0)
        lines.append(tr("%n audit trails could not be read: what changed there is missing here.", nullptr,
            m_model->failedCount()));
    m_ui->stateLabel->setText(lines.join(u'\n'));
}

} // namespace cq
