// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sessionroom.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewWorkspaceHoldsTheShippedPacks();
    void aSecondWriterIsToldWhoHasTheFile();
    void aReaderMayLookWhileSomebodyWrites();
    void changingThePersonIsLogged();
    void aBackupIsWholeAndNeverOverwrites();
    void aPackIsAddedOnceAndRefusedWhenItsBytesDiffer();
    void aFaultyPackIsRefusedWithItsPlace();
    void auditsThatCannotBeAreRefused_data();
    void auditsThatCannotBeAreRefused();
    void aLeapingClockIsFlagged();
};

void TestWorkspace::aNewWorkspaceHoldsTheShippedPacks()
{
    const SessionRoom room;
    QCOMPARE(room.workspace->packs().size(), 5);
    QCOMPARE(room.session->packs().criteria().size(), 177);
    QVERIFY(room.workspace->faults().isEmpty());
    QVERIFY(room.workspace->check().value().isEmpty());
    QCOMPARE(room.workspace->audits().size(), 1);
    QVERIFY(room.workspace->audits().first().centreIsFictional);
}

void TestWorkspace::aSecondWriterIsToldWhoHasTheFile()
{
    const SessionRoom room;
    const auto second = Workspace::open(room.path(), room.person);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::Locked);
    QVERIFY2(second.error().detail.contains(room.person.name), qPrintable(second.error().detail));
}

void TestWorkspace::aReaderMayLookWhileSomebodyWrites()
{
    SessionRoom room;
    const auto reader = Workspace::open(room.path(), room.person, Workspace::Access::ReadOnly);
    QVERIFY2(reader, reader ? "" : qPrintable(reader.error().text()));
    QVERIFY((*reader)->isReadOnly());
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    const auto session = (*reader)->openAudit(room.auditId);
    QVERIFY(session);
    QCOMPARE((*session)->responses().at(room.key("GOV-01")).level, ResponseLevel::Met);
    QVERIFY(!(*session)->ownParty());
    QCOMPARE((*session)->responses().setLevel(room.key("GOV-02"), ResponseLevel::Met).error().code, ErrorCode::ReadOnly);
}

void TestWorkspace::changingThePersonIsLogged()
{
    SessionRoom room;
    const QSignalSpy spy(room.workspace.get(), &Workspace::personChanged);
    Person other = room.person;
    other.name = QStringLiteral("Somebody Else");
    QVERIFY(room.workspace->setPerson(other));
    QCOMPARE(spy.count(), 1);
    const auto trail = room.workspace->trail(QStringLiteral("workspace")).value();
    QCOMPARE(trail.last().action, QStringLiteral("workspace.person"));
    QCOMPARE(trail.last().person, other.name);
    QVERIFY(verifyTrail(trail));
    other.name = QStringLiteral("  ");
    QCOMPARE(room.workspace->setPerson(other).error().code, ErrorCode::InvalidInput);
    QCOMPARE(room.workspace->person().name, QStringLiteral("Somebody Else"));
}

void TestWorkspace::aBackupIsWholeAndNeverOverwrites()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    const QString copy = room.file("copy.centrequal");
    QVERIFY(room.workspace->backUpTo(copy));
    const auto opened = Workspace::open(copy, room.person);
    QVERIFY(opened);
    QCOMPARE((*opened)->openAudit(room.auditId).value()->record().value(), room.session->record().value());
    QCOMPARE(room.workspace->backUpTo(copy).error().code, ErrorCode::Conflict);
}

void TestWorkspace::aPackIsAddedOnceAndRefusedWhenItsBytesDiffer()
{
    const SessionRoom room;
    QFile file(QStringLiteral(CQ_SOURCE_DIR "/tests/data/packs/minimal.cqpack.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    const QSignalSpy spy(room.workspace.get(), &Workspace::packsChanged);
    QVERIFY(room.workspace->addPack(bytes));
    QCOMPARE(room.workspace->packs().size(), 6);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(room.workspace->addPack(bytes + '\n').error().code, ErrorCode::Conflict);
    QCOMPARE(room.workspace->packs().size(), 6);
}

void TestWorkspace::aFaultyPackIsRefusedWithItsPlace()
{
    const SessionRoom room;
    const auto added = room.workspace->addPack("{\n\"format\": 1\n}");
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::Malformed);
    QVERIFY2(added.error().detail.contains(QLatin1String("line")), qPrintable(added.error().detail));
}

void TestWorkspace::auditsThatCannotBeAreRefused_data()
{
    QTest::addColumn<int>("mistake");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no title") << 0 << ErrorCode::InvalidInput;
    QTest::newRow("unknown centre") << 1 << ErrorCode::NotFound;
    QTest::newRow("no packs") << 2 << ErrorCode::InvalidInput;
    QTest::newRow("modules without the core pack") << 3 << ErrorCode::InvalidInput;
    QTest::newRow("facility of nobody") << 4 << ErrorCode::InvalidInput;
    QTest::newRow("ends before it starts") << 5 << ErrorCode::InvalidInput;
    QTest::newRow("pack that is not held") << 6 << ErrorCode::NotFound;
}

void TestWorkspace::auditsThatCannotBeAreRefused()
{
    QFETCH(int, mistake);
    const SessionRoom room;
    Audit audit = room.session->audit();
    switch (mistake) {
    case 0:
        audit.title = QStringLiteral(" ");
        break;
    case 1:
        audit.centre = CentreId(QStringLiteral("nobody"));
        break;
    case 2:
        audit.packs.clear();
        break;
    case 3:
        audit.packs.removeIf([](const PackPin &pin) { return pin.id.text() == QLatin1String("gocart.core"); });
        break;
    case 4:
        audit.scope.facilities.append(FacilityId(QStringLiteral("nowhere")));
        break;
    case 5:
        audit.startsOn = QDate(2026, 1, 2);
        audit.endsOn = QDate(2026, 1, 1);
        break;
    default:
        audit.packs.first().digest = QByteArray(64, '0');
        break;
    }
    const auto started = room.workspace->startAudit(audit);
    QVERIFY(!started);
    QTEST(started.error().code, "code");
    QCOMPARE(room.workspace->audits().size(), 1);
}

void TestWorkspace::aLeapingClockIsFlagged()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QVERIFY(!room.session->trail().value().last().clockJumped);
    room.now.utcMs -= 3'600'000;
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    QVERIFY(room.session->trail().value().last().clockJumped);
    room.now.utcMs += 7'200'000; // back in order: later than all before, and the steady clock of the room agrees
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QVERIFY(!room.session->trail().value().last().clockJumped);
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
