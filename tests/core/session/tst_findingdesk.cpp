// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
#include "core/session/evidencelinkdesk.h"
#include "tests/support/sessionroom.h"

#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestFindingDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFindingIsProposedFromTheAnswer();
    void whatIsMetProposesNothing();
    void answersWithoutAFindingAreListed();
    void aFindingIsOneEntryAndStaysAfterReopening();
    void removedNumbersAreNotUsedAgain();
    void statesFollowTheTableAndReviewersConfirm();
    void changesAfterProposalNeedAReason();
    void whatCannotBeAFindingIsRefused();
    void openFindingsMoveTheOutcome();
    void whatWasConfirmedBeforeMakesARepeat();
    void severalMinorsBecomeOneMajorInOneEntry();
    void mergingIsUndoneAndRedoneUnderTheSameNumber();
    void aMergedFindingRestsOnTheEvidenceOfAll();
    void whatCannotBeMergedIsRefused();
};

void TestFindingDesk::aFindingIsProposedFromTheAnswer()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-04", ResponseLevel::PartiallyMet)); // a gate
    QVERIFY(room.session->responses().setNote(room.key("GOV-04"), QStringLiteral("One licence ends in May.")));
    const CriterionId criterion(QStringLiteral("GOV-04"));
    const auto proposed = room.session->findings().proposed(criterion, {});
    QVERIFY(proposed);
    QCOMPARE(proposed->kind, FindingKind::Nonconformity);
    QCOMPARE(proposed->severity, Severity::Major);
    QCOMPARE(proposed->statement, QStringLiteral("One licence ends in May."));
    QCOMPARE(proposed->dueOn, room.now.localDate().addDays(90));
    QCOMPARE(room.session->findings().proposed(criterion, {}, true)->severity, Severity::Critical);
    QVERIFY(room.session->findings().all().isEmpty());
}

void TestFindingDesk::whatIsMetProposesNothing()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QVERIFY(!room.session->findings().proposed(CriterionId(QStringLiteral("GOV-01")), {}));
    QVERIFY(!room.session->findings().proposed(CriterionId(QStringLiteral("GOV-02")), {}));
    QVERIFY(!room.session->findings().proposed(CriterionId(QStringLiteral("XXX-1")), {}));
}

void TestFindingDesk::answersWithoutAFindingAreListed()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    QVERIFY(room.answer("GOV-02", ResponseLevel::PartiallyMet));
    QVERIFY(room.answer("GOV-03", ResponseLevel::Met));
    QCOMPARE(room.session->findings().withoutFinding().size(), 2);
    QVERIFY(room.session->findings().raise(
        *room.session->findings().proposed(CriterionId(QStringLiteral("GOV-01")), {})));
    QCOMPARE(room.session->findings().withoutFinding(), QList<CriterionId> {CriterionId(QStringLiteral("GOV-02"))});
}

void TestFindingDesk::aFindingIsOneEntryAndStaysAfterReopening()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    const QSignalSpy raised(&room.session->findings(), &FindingDesk::findingRaised);
    const qsizetype before = room.trailLength();
    const auto id = room.session->findings().raise(
        *room.session->findings().proposed(CriterionId(QStringLiteral("GOV-01")), {}));
    QVERIFY(id);
    QCOMPARE(room.trailLength(), before + 1);
    QCOMPARE(room.session->trail().value().last().target, QStringLiteral("F-01"));
    QCOMPARE(raised.count(), 1);
    const Finding finding = *room.session->findings().find(*id);
    QCOMPARE(finding.number, 1);
    QCOMPARE(finding.raisedBy, room.person.name);
    room.reopen();
    QCOMPARE(*room.session->findings().find(*id), finding);
    QCOMPARE(room.session->findings().of(CriterionId(QStringLiteral("GOV-01"))).size(), 1);
}

void TestFindingDesk::removedNumbersAreNotUsedAgain()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    const Finding draft = *room.session->findings().proposed(CriterionId(QStringLiteral("GOV-01")), {});
    const auto first = room.session->findings().raise(draft);
    QVERIFY(first);
    const Finding stored = *room.session->findings().find(*first);
    QVERIFY(room.session->findings().remove(*first, {}));
    const auto second = room.session->findings().raise(draft);
    QVERIFY(second);
    QCOMPARE(room.session->findings().find(*second)->number, 2);
    QVERIFY(room.session->findings().restore(stored));
    QCOMPARE(room.session->findings().all().first(), stored);
    QCOMPARE(room.session->findings().restore(stored).error().code, ErrorCode::Conflict);
}

void TestFindingDesk::statesFollowTheTableAndReviewersConfirm()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    FindingDesk &desk = room.session->findings();
    const auto id = desk.raise(*desk.proposed(CriterionId(QStringLiteral("GOV-01")), {}));
    QVERIFY(id);
    QCOMPARE(desk.moveTo(*id, FindingState::Closed, {}).error().code, ErrorCode::Refused);
    QVERIFY(desk.moveTo(*id, FindingState::Proposed, {}));
    QCOMPARE(desk.moveTo(*id, FindingState::Confirmed, {}).error().code, ErrorCode::Refused);
    QCOMPARE(desk.moveTo(*id, FindingState::Withdrawn, {}).error().code, ErrorCode::InvalidInput);
    QCOMPARE(desk.remove(*id, {}).error().code, ErrorCode::Refused);
    room.becomes(Role::Reviewer);
    QVERIFY(desk.moveTo(*id, FindingState::Confirmed, {}));
    QCOMPARE(desk.find(*id)->state, FindingState::Confirmed);
}

void TestFindingDesk::changesAfterProposalNeedAReason()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    FindingDesk &desk = room.session->findings();
    const auto id = desk.raise(*desk.proposed(CriterionId(QStringLiteral("GOV-01")), {}));
    QVERIFY(id);
    Finding changed = *desk.find(*id);
    changed.severity = Severity::Minor;
    QVERIFY(desk.change(changed));
    QVERIFY(desk.moveTo(*id, FindingState::Proposed, {}));
    changed.severity = Severity::Critical;
    changed.number = 99; // not for anybody to change
    QCOMPARE(desk.change(changed).error().code, ErrorCode::InvalidInput);
    QVERIFY(desk.change(changed, QStringLiteral("A patient was at risk.")));
    QCOMPARE(desk.find(*id)->severity, Severity::Critical);
    QCOMPARE(desk.find(*id)->number, 1);
    QCOMPARE(desk.find(*id)->state, FindingState::Proposed);
}

void TestFindingDesk::whatCannotBeAFindingIsRefused()
{
    SessionRoom room;
    FindingDesk &desk = room.session->findings();
    Finding finding;
    QCOMPARE(desk.raise(finding).error().code, ErrorCode::InvalidInput);
    finding.criteria = {CriterionId(QStringLiteral("XXX-1"))};
    QCOMPARE(desk.raise(finding).error().code, ErrorCode::InvalidInput);
    finding.criteria = {CriterionId(QStringLiteral("GOV-01"))};
    finding.facility = FacilityId(QStringLiteral("nowhere"));
    QCOMPARE(desk.raise(finding).error().code, ErrorCode::InvalidInput);
    finding.facility = {};
    finding.statement = QString(FindingDesk::maxTextLength + 1, u'x');
    QCOMPARE(desk.raise(finding).error().code, ErrorCode::InvalidInput);
    finding.statement = QStringLiteral("Well kept.");
    finding.kind = FindingKind::GoodPractice;
    room.becomes(Role::QualityManager);
    QCOMPARE(desk.raise(finding).error().code, ErrorCode::Refused);
    room.becomes(Role::Auditor);
    QVERIFY(desk.raise(finding));
}

void TestFindingDesk::openFindingsMoveTheOutcome()
{
    SessionRoom room;
    for (const Criterion &criterion : room.session->packs().criteria()) {
        const auto part = room.session->board().part(criterion.id);
        if (part.applies != Truth::Yes)
            continue;
        for (const FacilityId &facility : part.facilities)
            QVERIFY(room.session->responses().setLevel({criterion.id, facility, Party::Auditor}, ResponseLevel::Met));
    }
    QCOMPARE(room.session->board().outcomeKind(), OutcomeKind::Qualified);
    Finding finding;
    finding.criteria = {CriterionId(QStringLiteral("GOV-01"))};
    finding.severity = Severity::Critical;
    const auto id = room.session->findings().raise(finding);
    QVERIFY(id);
    QCOMPARE(room.session->board().outcomeKind(), OutcomeKind::NotQualified);
    QVERIFY(room.session->findings().remove(*id, {}));
    QCOMPARE(room.session->board().outcomeKind(), OutcomeKind::Qualified);
}

void TestFindingDesk::whatWasConfirmedBeforeMakesARepeat()
{
    SessionRoom room;
    const CriterionId criterion(QStringLiteral("GOV-01"));
    Audit next = room.session->audit();
    next.title = QStringLiteral("Next audit");
    next.startsOn = QDate(2030, 1, 1);
    const auto ask = [&]() -> std::optional<Finding> {
        const AuditId id = room.workspace->startAudit(next).value();
        const auto later = room.workspace->openAudit(id).value();
        const FacilityId facility = later->board().part(criterion).facilities.value(0);
        if (!later->responses().setLevel({criterion, facility, *later->ownParty()}, ResponseLevel::NotMet))
            return std::nullopt;
        return later->findings().proposed(criterion, facility);
    };
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    FindingDesk &desk = room.session->findings();
    const FindingId id = desk.raise(*desk.proposed(criterion, {})).value();
    QVERIFY(!ask()->isRepeat); // nobody has confirmed it
    QCOMPARE(ask()->severity, desk.find(id)->severity);
    QVERIFY(desk.moveTo(id, FindingState::Proposed, {}));
    room.becomes(Role::Reviewer);
    QVERIFY(desk.moveTo(id, FindingState::Confirmed, {}));
    room.becomes(Role::LeadAuditor);
    const auto repeat = ask();
    QVERIFY(repeat->isRepeat);
    QVERIFY(repeat->severity < desk.find(id)->severity); // one step up
    const auto later = room.workspace->openAudit(room.workspace->startAudit(next).value()).value();
    QCOMPARE(later->findings().earlier(criterion)->number, 1);
    QCOMPARE(later->findings().earlier(criterion)->auditTitle, room.session->audit().title);
    QVERIFY(!later->findings().earlier(CriterionId(QStringLiteral("GOV-02"))));
    QVERIFY(!desk.earlier(criterion)); // its own audit is not an earlier one
}

namespace {

QList<FindingId> twoMinors(SessionRoom &room)
{
    QList<FindingId> ids;
    for (const char *criterion : {"GOV-01", "GOV-02"}) {
        Finding draft;
        draft.criteria = {CriterionId(QString::fromLatin1(criterion))};
        draft.statement = QStringLiteral("Not kept.");
        ids.append(room.session->findings().raise(draft).value());
    }
    return ids;
}

} // namespace

void TestFindingDesk::severalMinorsBecomeOneMajorInOneEntry()
{
    SessionRoom room;
    const QList<FindingId> ids = twoMinors(room);
    FindingDesk &desk = room.session->findings();
    const auto into = desk.merged(ids);
    QVERIFY(into);
    QCOMPARE(into->dueOn, room.now.localDate().addDays(90)); // of a major
    const qsizetype before = room.trailLength();
    QCOMPARE(desk.merge(ids, *into, {}).error().code, ErrorCode::InvalidInput);
    const auto merged = desk.merge(ids, *into, QStringLiteral("one root"));
    QVERIFY(merged);
    QCOMPARE(room.trailLength(), before + 1);
    const TrailEntry entry = room.session->trail().value().last();
    QCOMPARE(entry.target, QStringLiteral("F-03"));
    QCOMPARE(entry.oldValue, QStringLiteral("F-01, F-02"));
    QCOMPARE(entry.reason, QStringLiteral("merged into F-03: one root"));
    room.reopen();
    const QList<Finding> &all = room.session->findings().all();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0].state, FindingState::Withdrawn);
    QCOMPARE(all[1].state, FindingState::Withdrawn);
    QCOMPARE(all[2].severity, Severity::Major);
    QCOMPARE(all[2].criteria.size(), 2);
    QCOMPARE(all[2].state, FindingState::Noted);
}

void TestFindingDesk::mergingIsUndoneAndRedoneUnderTheSameNumber()
{
    SessionRoom room;
    const QList<FindingId> ids = twoMinors(room);
    FindingDesk &desk = room.session->findings();
    const QList<Finding> before = desk.all();
    const FindingId id = desk.merge(ids, *desk.merged(ids), QStringLiteral("one root")).value();
    const Finding whole = *desk.find(id);
    QVERIFY(desk.unmerge(id, before, QStringLiteral("undone")));
    QCOMPARE(desk.all(), before);
    QCOMPARE(desk.merge(ids, whole, QStringLiteral("redone")).value(), id);
    QCOMPARE(*desk.find(id), whole);
    QVERIFY(desk.moveTo(id, FindingState::Proposed, {}));
    room.becomes(Role::Reviewer);
    QVERIFY(desk.moveTo(id, FindingState::Confirmed, {}));
    QCOMPARE(desk.unmerge(id, before, QStringLiteral("too late")).error().code, ErrorCode::Refused);
}

void TestFindingDesk::aMergedFindingRestsOnTheEvidenceOfAll()
{
    SessionRoom room;
    const QList<FindingId> ids = twoMinors(room);
    Evidence draft;
    draft.centre = room.centre;
    draft.title = QStringLiteral("Logbook");
    const auto intake = room.workspace->evidence().takeIn(
        draft, QStringLiteral("a.txt"), QByteArray("logbook"), EvidenceDesk::Photographs::Scaled);
    while ((*intake)->step().value()) { }
    const EvidenceId evidence = (*intake)->finish().value().id;
    for (const FindingId &id : ids)
        QVERIFY(room.session->evidence().link({evidence, {}, id}));
    const QList<EvidenceLink> links = room.session->evidence().all();
    FindingDesk &desk = room.session->findings();
    const QList<Finding> before = desk.all();
    const FindingId id = desk.merge(ids, *desk.merged(ids), QStringLiteral("one root")).value();
    QCOMPARE(room.session->evidence().of(id).size(), 1);
    QCOMPARE(room.session->evidence().all().size(), 3);
    QVERIFY(desk.unmerge(id, before, QStringLiteral("undone")));
    QCOMPARE(room.session->evidence().all(), links);
    room.reopen();
    QCOMPARE(room.session->evidence().all().size(), 2);
    QVERIFY(room.workspace->check().value().isEmpty());
}

void TestFindingDesk::whatCannotBeMergedIsRefused()
{
    SessionRoom room;
    QList<FindingId> ids = twoMinors(room);
    FindingDesk &desk = room.session->findings();
    const Finding into = *desk.merged(ids);
    QVERIFY(!desk.merged({ids[0]}));
    QVERIFY(!desk.merged({ids[0], FindingId(QStringLiteral("nowhere"))}));
    QVERIFY(!desk.merged({ids[0], ids[0]})); // twice the same is one
    room.becomes(Role::QualityManager);
    QCOMPARE(desk.merge(ids, into, QStringLiteral("x")).error().code, ErrorCode::Refused);
    room.becomes(Role::LeadAuditor);
    Finding homeless = into;
    homeless.criteria.clear();
    QCOMPARE(desk.merge(ids, homeless, QStringLiteral("x")).error().code, ErrorCode::InvalidInput);
    QVERIFY(desk.moveTo(ids[0], FindingState::Withdrawn, QStringLiteral("shown after all")));
    QCOMPARE(desk.merge(ids, into, QStringLiteral("x")).error().code, ErrorCode::Refused);
    QCOMPARE(desk.unmerge(FindingId(QStringLiteral("nowhere")), {}, {}).error().code, ErrorCode::NotFound);
    QCOMPARE(desk.all().size(), 2);
}

QTEST_GUILESS_MAIN(TestFindingDesk)
#include "tst_findingdesk.moc"
