// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/workspaceview.h"

#include "core/base/clock.h"
#include "core/session/auditsession.h"
#include "core/session/responsedesk.h"
#include "core/session/workspace.h"

#include "app/pages/allfindingspage.h"
#include "app/pages/auditpage.h"
#include "app/pages/auditspage.h"
#include "app/pages/centrespage.h"
#include "app/pages/changespage.h"
#include "app/pages/homepage.h"
#include "app/pages/newauditpage.h"
#include "app/pages/packspage.h"
#include "app/pages/searchpage.h"
#include "app/pages/workpage.h"
#include "app/pages/writingaids.h"
#include "app/settings/settings.h"
#include "app/spelling/dictionaries.h"
#include "app/support/prompts.h"
#include "app/support/theme.h"

#include <QLabel>
#include <QStackedWidget>
#include <QUndoGroup>
#include <QVBoxLayout>

#include <algorithm>

namespace cq {

WorkspaceView::WorkspaceView(
    Workspace &workspace, Settings &settings, Prompts &prompts, QUndoGroup &undo, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_prompts(prompts)
    , m_undo(undo)
    , m_rail(new NavigationRail(this))
    , m_banner(new QLabel(this))
    , m_aids(new WritingAids(settings, prompts, dictionariesIn(dictionaryFolders()), this))
    , m_stack(new QStackedWidget(this))
{
    m_banner->setProperty("look", QStringLiteral("warning"));
    m_banner->setWordWrap(true);
    m_banner->setMargin(Theme::grid);
    auto *content = new QVBoxLayout;
    content->setSpacing(0);
    content->addWidget(m_banner);
    content->addWidget(m_stack, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addLayout(content, 1);
    connect(m_rail, &NavigationRail::placeRequested, this, &WorkspaceView::go);
    connect(&workspace, &Workspace::faultsChanged, this, &WorkspaceView::showFaults);
    connect(&workspace, &Workspace::personChanged, this, &WorkspaceView::takeBlindMode);
    connect(&workspace, &Workspace::personChanged, this, &WorkspaceView::takePerson);
    takePerson();
    showFaults();
    go(Place::Home);
}

WorkspaceView::~WorkspaceView()
{
    storeVisit();
    closeAudit();
}

void WorkspaceView::showFaults()
{
    const QStringList faults = m_workspace.faults();
    m_banner->setVisible(!faults.isEmpty() || m_workspace.isReadOnly());
    if (faults.isEmpty())
        m_banner->setText(tr("This file is open for reading only. To change something, save a copy and open the copy."));
    else
        m_banner->setText(tr("This file is damaged, so what it shows may not be complete. Keep it, save a copy, and go on "
                             "with your last backup. Detail: %1").arg(faults.join(QStringLiteral("; "))));
}

void WorkspaceView::go(Place place)
{
    QWidget *target = page(place);
    if (!target)
        return;
    refresh(place);
    m_place = place;
    m_stack->setCurrentWidget(target);
    m_rail->setCurrent(place);
    target->setFocus();
    m_undo.setActiveStack(place == Place::Audit && m_audit ? m_audit->undoStack() : nullptr);
    Q_EMIT placeChanged();
}

QWidget *WorkspaceView::page(Place place)
{
    if (place == Place::Audit)
        return m_audit;
    QWidget *&page = m_pages[place];
    if (!page) {
        page = makePage(place);
        m_stack->addWidget(page);
    }
    return page;
}

QWidget *WorkspaceView::makePage(Place place)
{
    switch (place) {
    case Place::Home:
        return makeHome();
    case Place::Audits: {
        auto *audits = new AuditsPage(m_workspace, this);
        connect(audits, &AuditsPage::auditRequested, this, &WorkspaceView::openAudit);
        connect(audits, &AuditsPage::newAuditRequested, this, [this] { go(Place::NewAudit); });
        return audits;
    }
    case Place::Centres:
        return new CentresPage(m_workspace, m_prompts, this);
    case Place::Packs:
        return new PacksPage(m_workspace, m_prompts, this);
    case Place::Findings: {
        auto *findings = new AllFindingsPage(m_workspace, m_prompts, this);
        connect(findings, &AllFindingsPage::findingRequested, this, [this](const AuditId &audit, const FindingId &finding) {
            if (AuditPage *page = auditPage(audit))
                page->showFinding(finding);
        });
        return findings;
    }
    case Place::NewAudit:
        return makeNewAudit();
    case Place::Work:
        return makeWork();
    case Place::Changes:
        return makeChanges();
    case Place::Search:
        return makeSearch();
    case Place::Audit:
        break;
    }
    return nullptr;
}

QWidget *WorkspaceView::makeHome()
{
    auto *home = new HomePage(m_workspace, this);
    connect(home, &HomePage::auditRequested, this, &WorkspaceView::openAudit);
    connect(home, &HomePage::nextOpenRequested, this, [this](const AuditId &audit) {
        openAudit(audit);
        goToNextOpen();
    });
    connect(home, &HomePage::readinessRequested, this, [this](const AuditId &audit) {
        openAudit(audit);
        if (m_audit)
            m_audit->showReadiness();
    });
    connect(home, &HomePage::newAuditRequested, this, [this] { go(Place::NewAudit); });
    connect(home, &HomePage::centresRequested, this, [this] { go(Place::Centres); });
    connect(home, &HomePage::newCentreRequested, this, &WorkspaceView::addCentre);
    connect(home, &HomePage::findingsRequested, this, [this] { go(Place::Findings); });
    connect(home, &HomePage::renewalRequested, this, &WorkspaceView::renewalRequested);
    return home;
}

QWidget *WorkspaceView::makeNewAudit()
{
    auto *newAudit = new NewAuditPage(m_workspace, m_prompts, this);
    connect(newAudit, &NewAuditPage::auditStarted, this, &WorkspaceView::openAudit);
    connect(newAudit, &NewAuditPage::cancelled, this, [this] { go(Place::Audits); });
    return newAudit;
}

QWidget *WorkspaceView::makeSearch()
{
    auto *search = new SearchPage(m_workspace, this);
    connect(search, &SearchPage::hitRequested, this, &WorkspaceView::openHit);
    return search;
}

QWidget *WorkspaceView::makeWork()
{
    auto *work = new WorkPage(m_workspace, this);
    connect(work, &WorkPage::workRequested, this, &WorkspaceView::openWork);
    connect(work, &WorkPage::changesRequested, this, [this] { go(Place::Changes); });
    connect(work, &WorkPage::pendingTimestampsRequested, this, &WorkspaceView::pendingTimestampsRequested);
    return work;
}

QWidget *WorkspaceView::makeChanges()
{
    auto *changes = new ChangesPage(m_workspace, this);
    connect(changes, &ChangesPage::changeRequested, this, [this](const AuditId &audit, const QString &target) {
        if (AuditPage *page = auditPage(audit))
            page->showTarget(target);
    });
    connect(changes, &ChangesPage::centreRequested, this, [this](const CentreId &centre) {
        go(Place::Centres);
        qobject_cast<CentresPage *>(m_pages.value(Place::Centres))->showCentre(centre);
    });
    return changes;
}

void WorkspaceView::openWork(const AuditId &audit, const WorkItem &item)
{
    AuditPage *page = auditPage(audit);
    if (!page)
        return;
    switch (item.kind) {
    case WorkKind::Finding:
        page->showFinding(item.finding);
        return;
    case WorkKind::Request:
    case WorkKind::Declaration:
        page->showVisit();
        return;
    case WorkKind::Claims:
        page->showCriterion(item.criterion);
        return;
    case WorkKind::OpenCriteria:
        page->goToNextOpen();
        return;
    }
}

AuditPage *WorkspaceView::auditPage(const AuditId &audit)
{
    openAudit(audit);
    return m_audit && m_audit->session().audit().id == audit ? m_audit : nullptr;
}

AuditPage *WorkspaceView::auditPageFor(const CentreId &centre)
{
    if (m_audit && m_audit->session().audit().centre == centre)
        return auditPage(m_audit->session().audit().id);
    for (const AuditSummary &audit : m_workspace.audits()) // latest first
        if (audit.centre == centre)
            return auditPage(audit.id);
    return nullptr;
}

void WorkspaceView::openHit(const SearchHit &hit)
{
    const auto showCentre = [&] {
        go(Place::Centres);
        qobject_cast<CentresPage *>(m_pages.value(Place::Centres))->showCentre(hit.centre);
    };
    switch (hit.kind) {
    case SearchKind::Criterion:
    case SearchKind::Note:
    case SearchKind::Reminder:
        if (hit.audit.isEmpty())
            go(Place::Packs);
        else if (AuditPage *page = auditPage(hit.audit))
            page->showCriterion(hit.criterion, hit.facility);
        return;
    case SearchKind::Finding:
        if (AuditPage *page = auditPage(hit.audit))
            page->showFinding(hit.finding);
        return;
    case SearchKind::Evidence:
        // Evidence is shown in an audit; a centre without one has a library nobody has looked at from an audit yet.
        if (AuditPage *page = auditPageFor(hit.centre))
            page->showEvidence(hit.evidence);
        else
            showCentre();
        return;
    case SearchKind::Audit:
        openAudit(hit.audit);
        return;
    case SearchKind::Centre:
    case SearchKind::Facility:
        showCentre();
        return;
    }
}

void WorkspaceView::refresh(Place place)
{
    QWidget *page = m_pages.value(place);
    if (auto *home = qobject_cast<HomePage *>(page)) {
        home->setPreferredAudit(m_settings.lastAudit());
        home->setIdentityEnd(m_settings.identityValidUntil(), systemClock()(), m_settings.isIdentityRenewable());
        home->refresh();
    } else if (auto *audits = qobject_cast<AuditsPage *>(page)) {
        audits->refresh();
    } else if (auto *findings = qobject_cast<AllFindingsPage *>(page)) {
        findings->refresh();
    } else if (auto *work = qobject_cast<WorkPage *>(page)) {
        work->refresh();
    } else if (auto *changes = qobject_cast<ChangesPage *>(page)) {
        commitTyping();
        changes->begin(m_lastVisit, m_settings.blindMode(m_workspace.person().id));
    } else if (auto *search = qobject_cast<SearchPage *>(page)) {
        commitTyping(); // a note is found as soon as it is written
        search->begin(searchedAudit(), m_settings.blindMode(m_workspace.person().id));
    } else if (auto *newAudit = qobject_cast<NewAuditPage *>(page)) {
        newAudit->begin();
    }
}

void WorkspaceView::openAudit(const AuditId &audit)
{
    if (m_audit && m_audit->session().audit().id == audit) {
        go(Place::Audit);
        return;
    }
    Result<std::unique_ptr<AuditSession>> session = m_workspace.openAudit(audit);
    if (!session) {
        m_prompts.tell(this, session.error());
        return;
    }
    closeAudit();
    (*session)->responses().setBlindMode(m_settings.blindMode(m_workspace.person().id));
    m_audit = new AuditPage(std::move(*session), m_prompts, this);
    m_stack->addWidget(m_audit);
    m_undo.addStack(m_audit->undoStack());
    connect(m_audit, &AuditPage::reportRequested, this, &WorkspaceView::reportRequested);
    m_settings.setLastAudit(audit);
    m_rail->setOpenAudit(m_audit->session().audit().title);
    Q_EMIT auditOpened();
    go(Place::Audit);
}

AuditId WorkspaceView::searchedAudit() const
{
    if (m_audit)
        return m_audit->session().audit().id;
    const QList<AuditSummary> audits = m_workspace.audits();
    const AuditId last = m_settings.lastAudit();
    const bool isHere = std::any_of(audits.cbegin(), audits.cend(), [&](const AuditSummary &audit) { return audit.id == last; });
    return isHere ? last : AuditId();
}

void WorkspaceView::setBlindMode(BlindMode mode)
{
    m_settings.setBlindMode(m_workspace.person().id, mode);
    takeBlindMode();
    refreshJudged();
}

void WorkspaceView::takePerson()
{
    const PersonId person = m_workspace.person().id;
    if (m_person != person && !m_person.isEmpty())
        storeVisit();
    m_person = person;
    m_lastVisit = m_settings.lastVisit(person, m_workspace.path());
    m_aids->setPerson(person);
    refreshJudged();
}

void WorkspaceView::refreshJudged()
{
    if (m_place == Place::Search || m_place == Place::Changes)
        refresh(m_place);
}

void WorkspaceView::storeVisit()
{
    m_settings.setLastVisit(m_person, m_workspace.path(), QDateTime::currentDateTimeUtc());
}

void WorkspaceView::takeBlindMode()
{
    if (m_audit)
        m_audit->session().responses().setBlindMode(m_settings.blindMode(m_workspace.person().id));
}

void WorkspaceView::commitTyping()
{
    if (m_audit)
        m_audit->commit();
}

void WorkspaceView::closeAudit()
{
    if (!m_audit)
        return;
    m_audit->commit();
    m_undo.removeStack(m_audit->undoStack());
    m_rail->setOpenAudit({});
    // At once and not later: the session must not outlive its workspace.
    delete std::exchange(m_audit, nullptr);
}

void WorkspaceView::goToNextOpen()
{
    if (!m_audit)
        return;
    go(Place::Audit);
    m_audit->goToNextOpen();
}

void WorkspaceView::addCentre()
{
    go(Place::Centres);
    if (auto *centres = qobject_cast<CentresPage *>(m_pages.value(Place::Centres)))
        centres->addCentre();
}

AuditSession *WorkspaceView::session() const
{
    return m_audit ? &m_audit->session() : nullptr;
}

} // namespace cq
