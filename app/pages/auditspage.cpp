// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/auditspage.h"

#include "core/session/centredesk.h"
#include "core/session/workspace.h"

#include "app/models/auditfilterproxymodel.h"
#include "app/models/auditlistmodel.h"
#include "app/models/cellroles.h"
#include "app/pages/celldelegate.h"
#include "app/pages/tablelook.h"
#include "app/support/focusstart.h"
#include "app/support/words.h"

#include <QHeaderView>

#include "ui_auditspage.h"

namespace cq {

AuditsPage::AuditsPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AuditsPage>())
    , m_workspace(workspace)
    , m_list(new AuditListModel(workspace, this))
    , m_audits(new AuditFilterProxyModel(this))
{
    m_ui->setupUi(this);
    m_audits->setSourceModel(m_list);
    m_ui->auditsView->setModel(m_audits);
    m_ui->auditsView->setItemDelegate(new CellDelegate(this));
    m_ui->auditsView->sortByColumn(AuditListModel::StartsOn, Qt::DescendingOrder);
    makeCalm(*m_ui->auditsView, {32, 28, 15, 14, 12, 9});
    m_ui->newAuditButton->setEnabled(!workspace.isReadOnly());
    fillFilters();
    fillCentres();
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &AuditsPage::filter);
    for (const QComboBox *combo : {m_ui->centreCombo, m_ui->kindCombo, m_ui->stateCombo})
        connect(combo, &QComboBox::currentIndexChanged, this, &AuditsPage::filter);
    connect(m_ui->auditsView, &QTableView::activated, this, &AuditsPage::openCurrent);
    connect(m_ui->openButton, &QPushButton::clicked, this, &AuditsPage::openCurrent);
    connect(m_ui->newAuditButton, &QPushButton::clicked, this, &AuditsPage::newAuditRequested);
    connect(m_ui->auditsView->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AuditsPage::showEmptiness);
    connect(m_list, &QAbstractItemModel::rowsInserted, this, &AuditsPage::showEmptiness);
    connect(m_list, &QAbstractItemModel::rowsRemoved, this, &AuditsPage::showEmptiness);
    connect(&workspace.centres(), &CentreDesk::centreAdded, this, &AuditsPage::fillCentres);
    connect(&workspace.centres(), &CentreDesk::centreChanged, this, &AuditsPage::fillCentres);
    startFocusAt(*this, *m_ui->auditsView);
    showEmptiness();
}

AuditsPage::~AuditsPage() = default;

void AuditsPage::refresh()
{
    m_list->refresh();
    if (!m_ui->auditsView->currentIndex().isValid() && m_audits->rowCount() > 0)
        m_ui->auditsView->selectRow(0);
}

void AuditsPage::fillFilters()
{
    m_ui->kindCombo->addItem(tr("All types"));
    for (const auto &[kind, word] : EnumText<AuditKind>::table)
        m_ui->kindCombo->addItem(wordFor(kind), QString::fromLatin1(word));
    m_ui->stateCombo->addItem(tr("All states"));
    for (const auto &[state, word] : EnumText<AuditState>::table)
        m_ui->stateCombo->addItem(wordFor(state), QString::fromLatin1(word));
}

void AuditsPage::fillCentres()
{
    const QVariant chosen = m_ui->centreCombo->currentData();
    const QSignalBlocker quiet(m_ui->centreCombo);
    m_ui->centreCombo->clear();
    m_ui->centreCombo->addItem(tr("All centres"), QString());
    for (const Centre &centre : m_workspace.centres().all())
        m_ui->centreCombo->addItem(centre.name, centre.id.text());
    m_ui->centreCombo->setCurrentIndex(qMax(0, m_ui->centreCombo->findData(chosen)));
}

void AuditsPage::filter()
{
    m_audits->setText(m_ui->searchEdit->text());
    m_audits->setCentre(CentreId(m_ui->centreCombo->currentData().toString()));
    m_audits->setKind(fromText<AuditKind>(m_ui->kindCombo->currentData().toString()));
    m_audits->setState(fromText<AuditState>(m_ui->stateCombo->currentData().toString()));
    showEmptiness();
}

void AuditsPage::openCurrent()
{
    const QModelIndex current = m_ui->auditsView->currentIndex();
    if (current.isValid())
        Q_EMIT auditRequested(AuditId(current.data(IdRole).toString()));
}

void AuditsPage::showEmptiness()
{
    m_ui->openButton->setEnabled(m_ui->auditsView->selectionModel()->hasSelection());
    if (m_list->rowCount() == 0)
        m_ui->emptyLabel->setText(tr("There is no audit yet. Start one, and it stands here."));
    else if (m_audits->rowCount() == 0)
        m_ui->emptyLabel->setText(tr("No audit fits this search. Clear it to see all of them."));
    else
        m_ui->emptyLabel->setText(tr("%n audits", nullptr, m_audits->rowCount()));
}

} // namespace cq
