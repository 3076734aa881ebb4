// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/trailentry.h"

#include "tests/support/recordbuilder.h"

#include <QCryptographicHash>
#include <QTest>

#include <functional>

using namespace cq;
using cq::testing::anAuditRecord;

namespace {

QList<TrailEntry> fiveEntries()
{
    return anAuditRecord()
        .with("X-01", ResponseLevel::Met)
        .with("X-02", ResponseLevel::PartiallyMet)
        .with("X-03", ResponseLevel::NotMet)
        .with("X-04", ResponseLevel::Met)
        .record()
        .trail;
}

// Number of the entry that verifyTrail() names, or 0 where the chain holds.
int brokenAt(const QList<TrailEntry> &entries)
{
    const auto verdict = verifyTrail(entries);
    if (verdict)
        return 0;
    return verdict.error().code == ErrorCode::Corrupt ? verdict.error().detail.section(u' ', -1).toInt() : -1;
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(cq::TrailEntry &)>)

class TestTrailEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUntouchedChainHolds();
    void anEmptyChainHoldsAndHasTheStartAsHead();
    void anyChangedFieldBreaksTheChainThere_data();
    void anyChangedFieldBreaksTheChainThere();
    void aChangeSealedAnewBreaksTheChainAtTheNextEntry();
    void aRemovedEntryBreaksTheChain_data();
    void aRemovedEntryBreaksTheChain();
    void swappedEntriesBreakTheChain();
    void aRepeatedEntryBreaksTheChain();
    void aLostTailIsToldByTheHead();
    void theDigestIsTheOneOfTheDocumentedForm();
    void textsThatDifferInNormalFormOnlyHaveOneDigest();
};

void TestTrailEntry::anUntouchedChainHolds()
{
    const QList<TrailEntry> entries = fiveEntries();
    QCOMPARE(entries.size(), 5);
    QCOMPARE(brokenAt(entries), 0);
    QCOMPARE(trailHead(entries), entries.last().digest);
    for (qsizetype i = 0; i < entries.size(); ++i)
        QCOMPARE(entries[i].sequence, i + 1);
}

void TestTrailEntry::anEmptyChainHoldsAndHasTheStartAsHead()
{
    QCOMPARE(brokenAt({}), 0);
    QCOMPARE(trailHead({}), QByteArray(64, '0'));
}

void TestTrailEntry::anyChangedFieldBreaksTheChainThere_data()
{
    QTest::addColumn<std::function<void(TrailEntry &)>>("change");
    const auto row = [](const char *name, const std::function<void(TrailEntry &)> &change) {
        QTest::newRow(name) << change;
    };
    row("sequence", [](TrailEntry &entry) { entry.sequence += 1; });
    row("time", [](TrailEntry &entry) { entry.at.utcMs += 1; });
    row("offset", [](TrailEntry &entry) { entry.at.offsetMinutes = 0; });
    row("person", [](TrailEntry &entry) { entry.person += u'x'; });
    row("role", [](TrailEntry &entry) { entry.role = Role::Reviewer; });
    row("action", [](TrailEntry &entry) { entry.action += u'x'; });
    row("target", [](TrailEntry &entry) { entry.target += u'x'; });
    row("old value", [](TrailEntry &entry) { entry.oldValue += u' '; });
    row("new value", [](TrailEntry &entry) { entry.newValue.clear(); });
    row("reason", [](TrailEntry &entry) { entry.reason = QStringLiteral("because"); });
    row("clock flag", [](TrailEntry &entry) { entry.clockJumped = true; });
    row("old and new value exchanged", [](TrailEntry &entry) { std::swap(entry.oldValue, entry.newValue); });
    row("previous", [](TrailEntry &entry) { entry.previous[63] = entry.previous[63] == 'a' ? 'b' : 'a'; });
    row("digest", [](TrailEntry &entry) { entry.digest[0] = entry.digest[0] == 'a' ? 'b' : 'a'; });
    row("digest missing", [](TrailEntry &entry) { entry.digest.clear(); });
}

void TestTrailEntry::anyChangedFieldBreaksTheChainThere()
{
    QFETCH(std::function<void(TrailEntry &)>, change);
    for (int place = 0; place < 5; ++place) {
        QList<TrailEntry> entries = fiveEntries();
        change(entries[place]);
        QCOMPARE(brokenAt(entries), place + 1);
    }
}

void TestTrailEntry::aChangeSealedAnewBreaksTheChainAtTheNextEntry()
{
    QList<TrailEntry> entries = fiveEntries();
    entries[1].newValue = QStringLiteral("not-met");
    entries[1].digest = trailDigest(entries[1]);
    QCOMPARE(brokenAt(entries), 3);
}

void TestTrailEntry::aRemovedEntryBreaksTheChain_data()
{
    QTest::addColumn<int>("place");
    for (int place = 0; place < 4; ++place)
        QTest::addRow("entry %d", place + 1) << place;
}

void TestTrailEntry::aRemovedEntryBreaksTheChain()
{
    QFETCH(int, place);
    QList<TrailEntry> entries = fiveEntries();
    entries.removeAt(place);
    QCOMPARE(brokenAt(entries), place + 1);
    // Even with its number mended, as the entry holds it under its digest.
    entries[place].sequence = place + 1;
    QCOMPARE(brokenAt(entries), place + 1);
}

void TestTrailEntry::swappedEntriesBreakTheChain()
{
    QList<TrailEntry> entries = fiveEntries();
    entries.swapItemsAt(2, 3);
    QCOMPARE(brokenAt(entries), 3);
    std::swap(entries[2].sequence, entries[3].sequence);
    QCOMPARE(brokenAt(entries), 3);
}

void TestTrailEntry::aRepeatedEntryBreaksTheChain()
{
    QList<TrailEntry> entries = fiveEntries();
    entries.append(entries.last());
    QCOMPARE(brokenAt(entries), 6);
}

void TestTrailEntry::aLostTailIsToldByTheHead()
{
    // A chain cannot know that it was cut: that is why its head is printed in the signed report.
    QList<TrailEntry> entries = fiveEntries();
    const QByteArray head = trailHead(entries);
    entries.removeLast();
    QCOMPARE(brokenAt(entries), 0);
    QVERIFY(trailHead(entries) != head);
}

void TestTrailEntry::theDigestIsTheOneOfTheDocumentedForm()
{
    TrailEntry entry;
    entry.at = {1795352709123, 60};
    entry.person = QStringLiteral("Ada");
    entry.action = QStringLiteral("response.level");
    entry.target = QStringLiteral("X-01");
    entry.oldValue = QStringLiteral("not-assessed");
    entry.newValue = QStringLiteral("met");
    QCOMPARE(chained(entry, 0, trailStart()).digest,
        QCryptographicHash::hash(
            "{\"action\":\"response.level\",\"clockJumped\":false,\"new\":\"met\",\"offset\":\"+01:00\","
            "\"old\":\"not-assessed\",\"person\":\"Ada\","
            "\"previous\":\"0000000000000000000000000000000000000000000000000000000000000000\","
            "\"reason\":\"\",\"role\":\"auditor\",\"sequence\":1,\"target\":\"X-01\",\"utc\":\"2026-11-22T13:05:09."
            "123Z\"}",
            QCryptographicHash::Sha256)
            .toHex());
}

void TestTrailEntry::textsThatDifferInNormalFormOnlyHaveOneDigest()
{
    // Records are written in NFC, and a chain must hold in them as it held in the workspace.
    TrailEntry entry;
    entry.newValue = QStringLiteral("Mu\u0308nchen");
    const QByteArray digest = trailDigest(entry);
    entry.newValue = QStringLiteral("M\u00fcnchen");
    QCOMPARE(trailDigest(entry), digest);
}

QTEST_GUILESS_MAIN(TestTrailEntry)
#include "tst_trailentry.moc"
