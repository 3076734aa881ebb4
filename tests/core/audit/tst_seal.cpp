// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/seal.h"

#include <QTest>

#include <functional>

using namespace cq;

namespace {

/// A trail of moves and seals, and the seals it tells of.
struct Sealed
{
    QList<TrailEntry> trail;
    QList<Seal> seals;

    void log(const QString &action, const QString &value)
    {
        TrailEntry entry;
        entry.action = action;
        entry.newValue = value;
        trail.append(chained(entry, trail.size(), cq::trailHead(trail)));
    }
    void seal(AuditState state)
    {
        log(QStringLiteral("audit.state"), textOf(state));
        Seal seal;
        seal.number = int(seals.size()) + 1;
        seal.state = state;
        seal.digest = QByteArray(64, char('a' + seal.number));
        seal.trailHead = cq::trailHead(trail);
        seal.previous = seals.isEmpty() ? trailStart() : seals.last().digest;
        seals.append(seal);
        log(sealAction(), QString::fromLatin1(seal.digest));
    }
};

Sealed sealedTwice()
{
    Sealed sealed;
    sealed.log(QStringLiteral("audit.started"), {});
    sealed.seal(AuditState::Submitted);
    sealed.log(QStringLiteral("finding.state"), {});
    sealed.seal(AuditState::InReview);
    sealed.log(QStringLiteral("finding.state"), {});
    sealed.log(QStringLiteral("finding.state"), {});
    return sealed;
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(Sealed &)>)

class TestSeal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void submittingReviewingAndDecidingSeal_data()
    {
        QTest::addColumn<AuditState>("state");
        for (const auto &[state, word] : EnumText<AuditState>::table)
            QTest::newRow(word) << state;
    }

    void submittingReviewingAndDecidingSeal()
    {
        QFETCH(AuditState, state);
        const QList<AuditState> sealing {AuditState::Submitted, AuditState::InReview, AuditState::Decided};
        QCOMPARE(isSealed(state), sealing.contains(state));
    }

    void sealsThatFollowEachOtherAndStandInTheTrailHold()
    {
        const Sealed sealed = sealedTwice();
        QVERIFY(verifySeals(sealed.seals, sealed.trail));
        QVERIFY(verifySeals({}, {}));
        QVERIFY(verifySeals({}, sealed.trail.first(1)));
    }

    void whatCameAfterASealIsTold()
    {
        const Sealed sealed = sealedTwice();
        QCOMPARE(entriesSince(sealed.seals.at(0), sealed.trail).value(), sealed.trail.sliced(3));
        QCOMPARE(entriesSince(sealed.seals.at(1), sealed.trail).value(), sealed.trail.last(2));
        QVERIFY(entriesSince(sealed.seals.at(1), sealed.trail.first(6)).value().isEmpty());
        QCOMPARE(entriesSince(sealed.seals.at(1), sealed.trail.first(5)).error().code, ErrorCode::Corrupt);
    }

    void sealsThatWereTamperedWithAreTold_data()
    {
        QTest::addColumn<std::function<void(Sealed &)>>("tamper");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const std::function<void(Sealed &)> &tamper, const char *told) {
            QTest::newRow(name) << tamper << QString::fromLatin1(told);
        };
        row("the first taken out", [](Sealed &s) { s.seals.removeFirst(); }, "seal 1: ");
        row("the last taken out", [](Sealed &s) { s.seals.removeLast(); }, "seal 2: the trail tells of it, but it is gone");
        row("all taken out", [](Sealed &s) { s.seals.clear(); }, "seal 1: the trail tells of it, but it is gone");
        row("another digest", [](Sealed &s) { s.seals[1].digest = QByteArray(64, 'f'); }, "seal 2: the trail does not");
        row("another head", [](Sealed &s) { s.seals[0].trailHead = s.trail.at(0).digest; }, "seal 1: the trail does not");
        row("another predecessor", [](Sealed &s) { s.seals[1].previous = trailStart(); }, "seal 2: it does not follow");
        row("the trail cut", [](Sealed &s) { s.trail = s.trail.first(2); }, "seal 1: the trail does not");
    }

    void sealsThatWereTamperedWithAreTold()
    {
        QFETCH(const std::function<void(Sealed &)>, tamper);
        QFETCH(const QString, told);
        Sealed sealed = sealedTwice();
        tamper(sealed);
        const auto hold = verifySeals(sealed.seals, sealed.trail);
        QVERIFY(!hold);
        QCOMPARE(hold.error().code, ErrorCode::Corrupt);
        QVERIFY2(hold.error().detail.startsWith(told), qPrintable(hold.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestSeal)
#include "tst_seal.moc"
