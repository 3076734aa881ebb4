// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/homepage.h"

#include "core/session/centredesk.h"
#include "core/session/workspace.h"

#include "app/models/auditfilterproxymodel.h"
#include "app/models/auditlistmodel.h"
#include "app/models/cellroles.h"
#include "app/models/signaturewords.h"
#include "app/pages/celldelegate.h"
#include "app/pages/tablelook.h"
#include "app/support/focusstart.h"
#include "app/support/words.h"

#include "ui_homepage.h"

namespace cq {

HomePage::HomePage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::HomePage>())
    , m_workspace(workspace)
    , m_list(new AuditListModel(workspace, this))
    , m_audits(new AuditFilterProxyModel(this))
{
    m_ui->setupUi(this);
    m_audits->setSourceModel(m_list);
    m_audits->sort(AuditListModel::StartsOn, Qt::DescendingOrder);
    m_ui->auditsView->setModel(m_audits);
    m_ui->auditsView->setItemDelegate(new CellDelegate(this));
    makeCalm(*m_ui->auditsView, {31, 28, 14, 11, 10, 9});
    connect(m_ui->auditsView, &QTableView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT auditRequested(AuditId(index.data(IdRole).toString())); });
    connect(m_ui->leadButton, &QPushButton::clicked, this, &HomePage::press);
    connect(m_ui->secondButton, &QPushButton::clicked, this, &HomePage::pressSecond);
    connect(&workspace, &Workspace::personChanged, this, &HomePage::refresh);
    connect(&workspace, &Workspace::auditsChanged, this, &HomePage::refresh);
    connect(&workspace.centres(), &CentreDesk::centreAdded, this, &HomePage::refresh);
    connect(m_ui->renewButton, &QPushButton::clicked, this, &HomePage::renewalRequested);
    m_ui->identityEndWidget->hide();
    m_ui->leadButton->setAutoDefault(true);
    startFocusAt(*this, *m_ui->leadButton);
    refresh();
}

HomePage::~HomePage() = default;

void HomePage::setPreferredAudit(const AuditId &audit)
{
    m_preferred = audit;
}

void HomePage::setIdentityEnd(const std::optional<Timestamp> &validUntil, const Timestamp &now, bool isRenewable)
{
    const QString ending = validUntil ? expiryText(*validUntil, now) : QString();
    m_ui->identityEndLabel->setText(ending);
    m_ui->identityEndWidget->setVisible(!ending.isEmpty());
    m_ui->renewButton->setVisible(isRenewable);
}

void HomePage::refresh()
{
    const Person person = m_workspace.person();
    m_summary = HomeSummary::of(m_workspace, m_preferred, QDate::currentDate());
    m_ui->greetingLabel->setText(tr("Welcome, %1").arg(person.name));
    m_ui->roleLabel->setText(person.organisation.isEmpty()
            ? wordFor(person.role)
            //: A person's role and organisation
            : tr("%1, %2").arg(wordFor(person.role), person.organisation));
    m_list->refresh();
    m_audits->setStates(workingStates(person.role));
    const bool hasAudits = m_audits->rowCount() > 0;
    m_ui->auditsLabel->setText(
        person.role == Role::Reviewer ? tr("Audits waiting for a review") : tr("Audits being worked on"));
    m_ui->auditsLabel->setVisible(hasAudits);
    m_ui->auditsView->setVisible(hasAudits);
    m_ui->emptyLabel->setVisible(!hasAudits);
    m_ui->emptyLabel->setText(m_workspace.audits().isEmpty()
            ? QString()
            : tr("No audit is being worked on. All of them stand under “Audits”."));
    m_ui->progressBar->setVisible(m_summary.lead == HomeSummary::Lead::Continue);
    showLead();
}

void HomePage::showLead()
{
    switch (m_summary.lead) {
    case HomeSummary::Lead::NoCentre:
        m_ui->headlineLabel->setText(tr("Begin with your centre"));
        m_ui->detailLabel->setText(tr("Describe what the centre does and where. From its profile the program works out which "
                                      "criteria apply, and leaves out the rest."));
        m_ui->leadButton->setText(tr("&Describe a centre"));
        m_ui->secondButton->setVisible(false);
        return;
    case HomeSummary::Lead::NoAudit:
        m_ui->headlineLabel->setText(tr("Start an audit"));
        m_ui->detailLabel->setText(tr("Choose the centre, the scope and the team. You see how many criteria apply before "
                                      "you start."));
        m_ui->leadButton->setText(tr("&Start an audit"));
        m_ui->secondButton->setText(tr("Look at the &centres"));
        m_ui->secondButton->setVisible(true);
        return;
    case HomeSummary::Lead::Continue:
        showContinue();
        return;
    case HomeSummary::Lead::Readiness:
        showReadiness();
        return;
    case HomeSummary::Lead::Inbox:
        m_ui->headlineLabel->setText(m_summary.waiting == 0 ? tr("Nothing is waiting for a review")
                                                            : tr("%n audits are waiting for a review", nullptr, m_summary.waiting));
        m_ui->detailLabel->setText(tr("Open an audit below to read its answers, to judge what was claimed not applicable, and "
                                      "to confirm its findings."));
        m_ui->leadButton->setText(tr("See all &findings"));
        m_ui->secondButton->setVisible(false);
        return;
    }
}

void HomePage::showContinue()
{
    const int answered = m_summary.applicable - m_summary.open;
    m_ui->headlineLabel->setText(tr("Continue: %1").arg(m_summary.audit.title));
    const QString centre = m_summary.audit.centreIsFictional ? tr("%1 (fictional)").arg(m_summary.audit.centreName)
                                                             : m_summary.audit.centreName;
    //: A centre's name, and how much of its audit is left
    m_ui->detailLabel->setText(
        tr("%1. %2 of %3 criteria are open.").arg(centre).arg(m_summary.open).arg(m_summary.applicable));
    m_ui->progressBar->setMaximum(qMax(1, m_summary.applicable));
    m_ui->progressBar->setValue(answered);
    m_ui->leadButton->setText(tr("&Continue"));
    m_ui->secondButton->setText(tr("Start &another audit"));
    m_ui->secondButton->setVisible(true);
}

void HomePage::showReadiness()
{
    showContinue();
    m_ui->headlineLabel->setText(tr("Readiness: %1 graded").arg(percentText(m_summary.graded, m_summary.marks)));
    const QStringList parts {tr("%n gates not met", nullptr, m_summary.gatesNotMet),
        tr("%n actions overdue", nullptr, m_summary.overdueActions),
        tr("%1 of %2 criteria open").arg(m_summary.open).arg(m_summary.applicable)};
    //: Title of an audit, then a list of what stands out in it
    m_ui->detailLabel->setText(tr("%1: %2.").arg(m_summary.audit.title, parts.join(QStringLiteral(", "))));
    m_ui->secondButton->setText(tr("See what is &missing"));
}

void HomePage::press()
{
    switch (m_summary.lead) {
    case HomeSummary::Lead::NoCentre:
        Q_EMIT newCentreRequested();
        return;
    case HomeSummary::Lead::NoAudit:
        Q_EMIT newAuditRequested();
        return;
    case HomeSummary::Lead::Continue:
    case HomeSummary::Lead::Readiness:
        Q_EMIT nextOpenRequested(m_summary.audit.id);
        return;
    case HomeSummary::Lead::Inbox:
        Q_EMIT findingsRequested();
        return;
    }
}

void HomePage::pressSecond()
{
    if (m_summary.lead == HomeSummary::Lead::NoAudit)
        Q_EMIT centresRequested();
    else if (m_summary.lead == HomeSummary::Lead::Readiness)
        Q_EMIT readinessRequested(m_summary.audit.id);
    else
        Q_EMIT newAuditRequested();
}

} // namespace cq
