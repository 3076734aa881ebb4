// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/workpage.h"

#include "app/pages/celldelegate.h"
#include "app/pages/tablelook.h"
#include "app/support/focusstart.h"
#include "core/session/issuedreportdesk.h"
#include "core/session/workspace.h"

#include "ui_workpage.h"

namespace cq {

WorkPage::WorkPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::WorkPage>())
    , m_workspace(workspace)
    , m_model(new WorkModel(workspace, this))
{
    m_ui->setupUi(this);
    m_ui->workView->setModel(m_model);
    m_ui->workView->setItemDelegate(new CellDelegate(this));
    makeCalm(*m_ui->workView, {18, 42, 26, 14});
    connect(m_ui->workView, &QTableView::activated, this, &WorkPage::openCurrent);
    connect(m_ui->openButton, &QPushButton::clicked, this, &WorkPage::openCurrent);
    connect(m_ui->changesButton, &QPushButton::clicked, this, &WorkPage::changesRequested);
    connect(m_ui->pendingButton, &QPushButton::clicked, this, &WorkPage::pendingTimestampsRequested);
    connect(&workspace.issuedReports(), &IssuedReportDesk::reportsChanged, this, &WorkPage::showPendingTimestamps);
    connect(m_ui->workView->selectionModel(), &QItemSelectionModel::selectionChanged, this, &WorkPage::showState);
    connect(m_model, &WorkModel::readProgressed, this, [this](int audits, int ofAudits) {
        m_ui->stateLabel->setText(tr("Reading audit %1 of %2 …").arg(audits).arg(ofAudits));
    });
    connect(m_model, &WorkModel::readFinished, this, [this] {
        if (!m_ui->workView->currentIndex().isValid())
            m_ui->workView->selectRow(0);
        showState();
    });
    connect(&workspace, &Workspace::personChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    showState();
    showPendingTimestamps();
}

WorkPage::~WorkPage() = default;

void WorkPage::refresh()
{
    m_model->reload(QDate::currentDate());
    showPendingTimestamps();
}

void WorkPage::showPendingTimestamps()
{
    const int waiting = int(m_workspace.issuedReports().pending().size());
    m_ui->pendingButton->setVisible(waiting > 0);
    m_ui->pendingButton->setText(tr("%n signed reports wait for a &timestamp…", nullptr, waiting));
}

void WorkPage::openCurrent()
{
    const QModelIndex current = m_ui->workView->currentIndex();
    if (!current.isValid())
        return;
    const WorkLine line = m_model->at(current.row());
    Q_EMIT workRequested(line.audit, line.item);
}

void WorkPage::showState()
{
    m_ui->openButton->setEnabled(m_ui->workView->selectionModel()->hasSelection());
    if (m_model->isReading())
        return;
    const bool hasWork = m_model->rowCount() > 0;
    m_ui->workView->setVisible(hasWork);
    m_ui->openButton->setVisible(hasWork);
    startFocusAt(*this, hasWork ? static_cast<QWidget &>(*m_ui->workView) : *m_ui->changesButton);
    QStringList lines {!hasWork
            ? tr("Nothing waits for you. Audits count where you are on the team, findings where it is your turn.")
            : tr("%n things wait for you", nullptr, m_model->rowCount())};
    if (m_model->failedCount() > 0)
        lines.append(
            tr("%n audits could not be read: what waits in them is missing here.", nullptr, m_model->failedCount()));
    m_ui->stateLabel->setText(lines.join(u'\n'));
}

} // namespace cq
