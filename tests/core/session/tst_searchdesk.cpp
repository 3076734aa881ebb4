// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/searchdesk.h"

#include "core/session/visitdesk.h"
#include "tests/support/sessionroom.h"

#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestSearchDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void criteriaAreFoundByCodeAndByText();
    void withoutAnAuditTheNewestPacksAreSearched();
    void findingsNotesAndRemindersLeadToTheirAudit();
    void anotherPersonsReminderIsNotFound();
    void aHiddenAnswerIsNotFoundByItsNote();
    void manyHitsAreLimitedByKind();
    void nothingTypedFindsNothing();

private:
    static QList<SearchHit> find(const SessionRoom &room, const char *typed, BlindMode mode = BlindMode::Gates)
    {
        return room.workspace->search().find(QString::fromUtf8(typed), room.auditId, mode).value();
    }
    static QList<SearchHit> only(QList<SearchHit> hits, SearchKind kind)
    {
        hits.removeIf([kind](const SearchHit &hit) { return hit.kind != kind; });
        return hits;
    }
};

void TestSearchDesk::criteriaAreFoundByCodeAndByText()
{
    SessionRoom room;
    const QList<SearchHit> byCode = only(find(room, "gov-04"), SearchKind::Criterion);
    QCOMPARE(byCode.first().criterion, CriterionId(QStringLiteral("GOV-04")));
    QCOMPARE(byCode.first().audit, room.auditId);
    const Criterion &criterion = room.session->packs().criteria().first();
    const QList<SearchHit> byText = only(find(room, criterion.text.toUtf8().constData()), SearchKind::Criterion);
    QCOMPARE(byText.first().criterion, criterion.id);
    QVERIFY(!byText.first().text.marks.isEmpty());
}

void TestSearchDesk::withoutAnAuditTheNewestPacksAreSearched()
{
    SessionRoom room;
    const auto hits = room.workspace->search().find(QStringLiteral("GOV-04"), {}, BlindMode::Off).value();
    QCOMPARE(only(hits, SearchKind::Criterion).size(), 1);
    QVERIFY(hits.first().audit.isEmpty());
}

void TestSearchDesk::findingsNotesAndRemindersLeadToTheirAudit()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    QVERIFY(room.session->responses().setNote(room.key("GOV-01"), QStringLiteral("The zebra has no licence.")));
    QVERIFY(room.session->findings().raise(
        *room.session->findings().proposed(CriterionId(QStringLiteral("GOV-01")), {})));
    QVERIFY(room.session->visit().setReminder(CriterionId(QStringLiteral("GOV-02")), QStringLiteral("Ask about zebras")));
    const QList<SearchHit> hits = find(room, "zebra");
    QList<SearchKind> kinds;
    for (const SearchHit &hit : hits) {
        kinds.append(hit.kind);
        QCOMPARE(hit.audit, room.auditId);
        QCOMPARE(hit.centreName, QStringLiteral("Test Hospital"));
        QCOMPARE(hit.text.marks.size(), 1);
    }
    QCOMPARE(kinds, (QList {SearchKind::Finding, SearchKind::Note, SearchKind::Reminder}));
    QCOMPARE(hits.first().code, QStringLiteral("F-01"));
}

void TestSearchDesk::anotherPersonsReminderIsNotFound()
{
    SessionRoom room;
    QVERIFY(room.session->visit().setReminder(CriterionId(QStringLiteral("GOV-02")), QStringLiteral("Ask about zebras")));
    room.person.name = QStringLiteral("Somebody Else");
    QVERIFY(room.workspace->setPerson(room.person));
    QVERIFY(find(room, "zebra").isEmpty());
}

void TestSearchDesk::aHiddenAnswerIsNotFoundByItsNote()
{
    SessionRoom room(Role::QualityManager);
    QVERIFY(room.session->responses().setNote(room.key("GOV-04"), QStringLiteral("zebra at the gate"))); // a gate
    QVERIFY(room.session->responses().setNote(room.key("GOV-01"), QStringLiteral("zebra in the field")));
    QCOMPARE(find(room, "zebra").size(), 2);
    room.becomes(Role::Auditor);
    QCOMPARE(find(room, "zebra", BlindMode::Off).size(), 2);
    QCOMPARE(find(room, "zebra", BlindMode::All).size(), 0);
    const QList<SearchHit> open = find(room, "zebra", BlindMode::Gates);
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.first().criterion, CriterionId(QStringLiteral("GOV-01")));
    QVERIFY(room.answer("GOV-04", ResponseLevel::Met));
    QCOMPARE(find(room, "zebra", BlindMode::Gates).size(), 2);
    QCOMPARE(find(room, "zebra", BlindMode::All).size(), 1);
    room.becomes(Role::Reviewer);
    QCOMPARE(find(room, "zebra", BlindMode::All).size(), 2);
}

void TestSearchDesk::manyHitsAreLimitedByKind()
{
    SessionRoom room;
    int written = 0;
    for (const Criterion &criterion : room.session->packs().criteria()) {
        const auto part = room.session->board().part(criterion.id);
        if (part.applies == Truth::Yes && part.inScope && written <= SearchDesk::maxHits) {
            QVERIFY(room.session->responses().setNote(
                {criterion.id, part.facilities.first(), Party::Auditor}, QStringLiteral("zebra")));
            ++written;
        }
    }
    QCOMPARE(written, SearchDesk::maxHits + 1);
    QCOMPARE(find(room, "zebra").size(), SearchDesk::maxHits);
}

void TestSearchDesk::nothingTypedFindsNothing()
{
    SessionRoom room;
    QVERIFY(find(room, "").isEmpty());
    QVERIFY(find(room, "  \" * ").isEmpty());
}

QTEST_GUILESS_MAIN(TestSearchDesk)
#include "tst_searchdesk.moc"
