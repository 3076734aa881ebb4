// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/redaction.h"
#include "core/audit/tombstone.h"
#include "tests/support/fullrecord.h"

#include <QJsonArray>
#include <QTest>

#include <functional>

using namespace cq;

namespace {

TrailEntry note(const QString &text)
{
    TrailEntry entry;
    entry.action = QStringLiteral("response.note");
    entry.target = QStringLiteral("TOX-01");
    entry.newValue = text;
    return entry;
}

/// A trail of three entries of which the second had a name taken out; the fourth is its tombstone.
QList<TrailEntry> redactedTrail()
{
    QList<TrailEntry> trail;
    const auto append = [&trail](const TrailEntry &entry) {
        trail.append(chained(entry, trail.size(), trailHead(trail)));
    };
    append(note(QStringLiteral("seen")));
    append(note(QStringLiteral("Erika Muster (fictional) was seen")));
    append(note(QStringLiteral("seen again")));
    trail[1] = Redaction(QStringLiteral("erika muster")).applied(trail.at(1));
    TrailEntry tombstone;
    tombstone.action = entryTombstoneAction();
    tombstone.target = entryTombstoneTarget(2);
    tombstone.newValue = QString::fromLatin1(remainsDigest(trail.at(1)));
    tombstone.reason = QStringLiteral("a name");
    append(tombstone);
    return trail;
}

/// The words people write, with the places where they stand; not ids, words of the form, days, and names of who works.
QList<std::pair<QString, QString>> textsIn(const QJsonValue &value, const QString &place)
{
    static const QStringList others {QStringLiteral("id"), QStringLiteral("criterion"), QStringLiteral("criteria"),
        QStringLiteral("facility"), QStringLiteral("finding"), QStringLiteral("party"), QStringLiteral("level"),
        QStringLiteral("kind"), QStringLiteral("severity"), QStringLiteral("proposedSeverity"), QStringLiteral("risk"),
        QStringLiteral("state"), QStringLiteral("utc"), QStringLiteral("offset"), QStringLiteral("dueOn"),
        QStringLiteral("answerDueOn"), QStringLiteral("containmentDueOn"), QStringLiteral("plannedOn"),
        QStringLiteral("answeredBy"), QStringLiteral("raisedBy"), QStringLiteral("by"), QStringLiteral("drawnBy"),
        QStringLiteral("member"), QStringLiteral("auditor"), QStringLiteral("day"), QStringLiteral("askedOn"),
        QStringLiteral("answeredOn"), QStringLiteral("declaredOn"), QStringLiteral("heldOn"), QStringLiteral("verdict"),
        QStringLiteral("proof"), QStringLiteral("cells"), QStringLiteral("method"), QStringLiteral("effectiveOn"),
        QStringLiteral("receivedOn"), QStringLiteral("validUntil"), QStringLiteral("mediaType"), QStringLiteral("digest"),
        QStringLiteral("addedBy"), QStringLiteral("findings"), QStringLiteral("result")};
    QList<std::pair<QString, QString>> texts;
    if (value.isString() && value.toString().size() > 2)
        texts.append({place, value.toString()});
    const QJsonArray items = value.toArray();
    for (qsizetype i = 0; i < items.size(); ++i)
        texts += textsIn(items.at(i), QStringLiteral("%1/%2").arg(place).arg(i));
    const QJsonObject members = value.toObject();
    for (auto member = members.begin(); member != members.end(); ++member)
        if (!others.contains(member.key()))
            texts += textsIn(*member, place + u'/' + member.key());
    return texts;
}

QList<std::pair<QString, QString>> textsOf(const AuditRecord &record)
{
    const QJsonObject json = recordJson(record);
    QList<std::pair<QString, QString>> texts;
    for (const char *part : {"responses", "findings", "actions", "evidence", "samples", "plan", "declarations", "requests", "meetings"})
        texts += textsIn(json.value(QLatin1String(part)), QLatin1String(part));
    // Of a declaration, this is a word of the form.
    texts.removeIf([](const auto &text) {
        return text.first.startsWith(QLatin1String("declarations/")) && text.first.endsWith(QLatin1String("/statement"));
    });
    return texts;
}

void chainAnew(QList<TrailEntry> &trail, qsizetype from)
{
    for (qsizetype i = from; i < trail.size(); ++i)
        trail[i] = chained(trail.at(i), i, i == 0 ? trailStart() : trail.at(i - 1).digest);
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(QList<TrailEntry> &)>)

/// A text taken out of the trail leaves the chain whole, and only where a tombstone says so.
class TestTombstone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEntryHeldByItsTombstoneLeavesTheChainWhole()
    {
        const QList<TrailEntry> trail = redactedTrail();
        QCOMPARE(trail.at(1).newValue, QStringLiteral("[redacted] (fictional) was seen"));
        QVERIFY(trail.at(1).digest != trailDigest(trail.at(1)));
        QVERIFY(verifyTrail(trail));
        QCOMPARE(tombstoneOf(trail.at(1), trail), std::optional<qint64>(4));
        QCOMPARE(tombstoneOf(trail.at(0), trail), std::nullopt);
    }

    void theLastTombstoneCounts()
    {
        QList<TrailEntry> trail = redactedTrail();
        trail[1] = Redaction(QStringLiteral("was seen")).applied(trail.at(1));
        QVERIFY(!verifyTrail(trail));
        TrailEntry second = trail.at(3);
        second.newValue = QString::fromLatin1(remainsDigest(trail.at(1)));
        trail.append(chained(second, 4, trailHead(trail)));
        QVERIFY(verifyTrail(trail));
        QCOMPARE(tombstoneOf(trail.at(1), trail), std::optional<qint64>(5));
    }

    void whateverATombstoneDoesNotHoldBreaksTheChain_data()
    {
        QTest::addColumn<std::function<void(QList<TrailEntry> &)>>("tamper");
        QTest::addColumn<int>("breaksAt");
        const auto row = [](const char *name, int at, const std::function<void(QList<TrailEntry> &)> &tamper) {
            QTest::newRow(name) << tamper << at;
        };
        row("no tombstone", 2, [](QList<TrailEntry> &t) { t.removeLast(); });
        row("what is left was altered", 2, [](QList<TrailEntry> &t) { t[1].newValue += u'!'; });
        row("somebody else wrote it", 2, [](QList<TrailEntry> &t) { t[1].person = QStringLiteral("Nobody"); });
        row("the tombstone is of another entry", 2, [](QList<TrailEntry> &t) {
            t[3].target = entryTombstoneTarget(1);
            chainAnew(t, 3);
        });
        row("the tombstone was altered", 2, [](QList<TrailEntry> &t) { t[3].newValue = QString(64, u'0'); });
        row("the tombstone's reason was altered", 4, [](QList<TrailEntry> &t) { t[3].reason.clear(); });
        row("the digest of the entry was altered", 2, [](QList<TrailEntry> &t) { t[1].digest = QByteArray(64, '0'); });
        row("another entry was altered", 1, [](QList<TrailEntry> &t) { t[0].newValue.clear(); });
        row("the tombstone stands before the entry", 3, [](QList<TrailEntry> &t) {
            TrailEntry early = t.at(3);
            t = t.first(3);
            t[2].newValue = QStringLiteral("forged");
            early.target = entryTombstoneTarget(3);
            early.newValue = QString::fromLatin1(remainsDigest(t.at(2)));
            t[1] = early;
            t[0] = chained(t.at(0), 0, trailStart());
            t[1] = chained(t.at(1), 1, t.at(0).digest);
            t[2].previous = t.at(1).digest;
        });
    }

    void whateverATombstoneDoesNotHoldBreaksTheChain()
    {
        QFETCH(const std::function<void(QList<TrailEntry> &)>, tamper);
        QFETCH(const int, breaksAt);
        QList<TrailEntry> trail = redactedTrail();
        tamper(trail);
        const auto holds = verifyTrail(trail);
        QVERIFY(!holds);
        QCOMPARE(holds.error().code, ErrorCode::Corrupt);
        QVERIFY2(holds.error().detail.endsWith(QStringLiteral("entry %1").arg(breaksAt)), qPrintable(holds.error().detail));
    }

    void everyTextOfTheAuditIsReached_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto &[place, text] : textsOf(cq::testing::aFullRecord()))
            QTest::newRow(qPrintable(place)) << text;
    }

    void everyTextOfTheAuditIsReached()
    {
        QFETCH(const QString, text);
        const AuditRecord before = cq::testing::aFullRecord();
        const AuditRecord after = Redaction(text).applied(before);
        QVERIFY(after != before);
        for (const auto &[place, left] : textsOf(after))
            QVERIFY2(!left.contains(text, Qt::CaseInsensitive), qPrintable(place));
        QVERIFY(AuditRecordReader::read(recordBytes(after)).record);
    }

    void aTextThatIsNowhereChangesNothing()
    {
        const AuditRecord record = cq::testing::aFullRecord();
        QVERIFY(Redaction(QStringLiteral("no such text")).applied(record) == record);
    }

    void theMarkStandsWhereTheTextWasInAnyCase_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("left");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("another text") << QStringLiteral("Erik Muster") << QStringLiteral("Erik Muster");
        QTest::newRow("alone") << QStringLiteral("Erika Muster") << QStringLiteral("[redacted]");
        QTest::newRow("twice") << QStringLiteral("erika muster, ERIKA MUSTER's file")
                               << QStringLiteral("[redacted], [redacted]'s file");
    }

    void theMarkStandsWhereTheTextWasInAnyCase()
    {
        QFETCH(const QString, value);
        QFETCH(const QString, left);
        const Redaction redaction(QStringLiteral("Erika Muster"));
        QCOMPARE(redaction.applied(value), left);
        QCOMPARE(redaction.isIn(value), value != left);
    }

    void aMarkIsNoLongerThanTheText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("mark");
        QTest::newRow("three characters") << QStringLiteral("Eva") << QStringLiteral("[…]");
        QTest::newRow("one under the long mark") << QStringLiteral("Eva Maria") << QStringLiteral("[…]");
        QTest::newRow("as long as the long mark") << QStringLiteral("Eva Marias") << QStringLiteral("[redacted]");
    }

    void aMarkIsNoLongerThanTheText()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, mark);
        QCOMPARE(Redaction(text).applied(text + u'!'), mark + u'!');
        QVERIFY(mark.size() <= text.size());
    }

    void earlierMarksAreNoTexts()
    {
        for (const QString &part : {QStringLiteral("[redacted]"), QStringLiteral("Redact"), QStringLiteral("[…]")})
            QVERIFY(Redaction(part).isPartOfAMark());
        QVERIFY(!Redaction(QStringLiteral("was redacted")).isPartOfAMark());
    }
};

QTEST_GUILESS_MAIN(TestTombstone)
#include "tst_tombstone.moc"
