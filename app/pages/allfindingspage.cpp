// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/allfindingspage.h"

#include "app/delegates/pilldelegate.h"
#include "app/models/allfindingsmodel.h"
#include "app/models/allfindingsproxymodel.h"
#include "app/models/cellroles.h"
#include "app/models/duecalendar.h"
#include "app/pages/celldelegate.h"
#include "app/pages/tablelook.h"
#include "app/support/focusstart.h"
#include "app/support/prompts.h"
#include "core/base/clock.h"
#include "core/session/calendarfile.h"
#include "core/session/workspace.h"

#include <QHeaderView>

#include "ui_allfindingspage.h"

namespace cq {

namespace {

/// What the due filter shows; a positive number is so many days from today.
constexpr int anyDue = -1;
constexpr int overdueOnly = 0;
constexpr int soon[] = {7, 30};

} // namespace

AllFindingsPage::AllFindingsPage(Workspace &workspace, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AllFindingsPage>())
    , m_workspace(workspace)
    , m_prompts(prompts)
    , m_model(new AllFindingsModel(workspace, this))
    , m_findings(new AllFindingsProxyModel(this))
{
    m_ui->setupUi(this);
    m_findings->setSourceModel(m_model);
    m_ui->findingsView->setModel(m_findings);
    m_ui->findingsView->setItemDelegate(new CellDelegate(this));
    m_ui->findingsView->setItemDelegateForColumn(AllFindingsModel::SeverityColumn, new PillDelegate(this));
    m_ui->findingsView->sortByColumn(AllFindingsModel::SeverityColumn, Qt::AscendingOrder);
    makeCalm(*m_ui->findingsView, {5, 11, 29, 9, 23, 14, 9});
    connect(m_ui->searchEdit, &QLineEdit::textChanged, m_findings, &AllFindingsProxyModel::setText);
    connect(m_ui->onlyOpenCheck, &QCheckBox::toggled, m_findings, &AllFindingsProxyModel::setOnlyOpen);
    // Once for each letter, not for each of the many ranges of rows that come and go with it.
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &AllFindingsPage::showState);
    connect(m_ui->onlyOpenCheck, &QCheckBox::toggled, this, &AllFindingsPage::showState);
    m_ui->dueBox->addItem(tr("Due on any day"), anyDue);
    m_ui->dueBox->addItem(tr("Overdue"), overdueOnly);
    for (const int days : soon)
        m_ui->dueBox->addItem(tr("Due within %n days", nullptr, days), days);
    connect(m_ui->dueBox, &QComboBox::currentIndexChanged, this, &AllFindingsPage::filterDue);
    connect(m_ui->calendarButton, &QPushButton::clicked, this, &AllFindingsPage::exportCalendar);
    connect(m_ui->findingsView, &QTableView::activated, this, &AllFindingsPage::openCurrent);
    connect(m_ui->openButton, &QPushButton::clicked, this, &AllFindingsPage::openCurrent);
    connect(m_ui->findingsView->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AllFindingsPage::showState);
    startFocusAt(*this, *m_ui->findingsView);
    showState();
}

AllFindingsPage::~AllFindingsPage() = default;

void AllFindingsPage::refresh()
{
    m_model->reload();
    if (!m_ui->findingsView->currentIndex().isValid())
        m_ui->findingsView->selectRow(0);
    showState();
}

void AllFindingsPage::openCurrent()
{
    const QModelIndex current = m_ui->findingsView->currentIndex();
    if (current.isValid())
        Q_EMIT findingRequested(AuditId(current.data(AllFindingsModel::AuditRole).toString()),
            FindingId(current.data(IdRole).toString()));
}

void AllFindingsPage::filterDue()
{
    const QDate today = QDate::currentDate();
    const int days = m_ui->dueBox->currentData().toInt();
    if (days == anyDue)
        m_findings->setDue({}, {});
    else if (days == overdueOnly)
        m_findings->setDue({}, today.addDays(-1));
    else // with what is overdue: only a finding's first day is known here, and another may lie behind it
        m_findings->setDue({}, today.addDays(days));
    showState();
}

void AllFindingsPage::exportCalendar()
{
    const QList<CalendarEntry> entries = calendarOf(m_workspace.dueActions());
    if (entries.isEmpty()) {
        m_prompts.inform(this, tr("Nothing is due"),
            tr("No finding has a day by which something is to be done, so there is nothing to export."));
        return;
    }
    const auto path = m_prompts.saveFile(
        this, tr("Export the due days"), tr("due-days.ics"), tr("Calendars (*.ics)"));
    if (!path)
        return;
    if (const auto written = writeCalendarFile(*path, entries, systemClock()()); !written) {
        m_prompts.tell(this, written.error());
        return;
    }
    m_ui->stateLabel->setText(
        tr("%n days written. Import the file into your calendar; a later export replaces them.", nullptr,
            int(entries.size())));
}

void AllFindingsPage::showState()
{
    m_ui->openButton->setEnabled(m_ui->findingsView->selectionModel()->hasSelection());
    if (m_model->rowCount() == 0)
        m_ui->stateLabel->setText(tr("No audit has a finding yet."));
    else if (m_findings->rowCount() == 0)
        m_ui->stateLabel->setText(tr("No finding fits this search. Clear it to see all of them."));
    else
        m_ui->stateLabel->setText(tr("%n findings", nullptr, m_findings->rowCount()));
}

} // namespace cq
