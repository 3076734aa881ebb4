// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/issuedreportdesk.h"

#include "core/base/sha256.h"
#include "tests/support/sessionroom.h"

#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestIssuedReportDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportIsRememberedWithOneEntry();
    void aFurtherSignatureKeepsTheWishForATimestamp();
    void aTimestampTakesItOffTheList();
    void aNewReportAtTheSamePathTakesTheOldOnesPlace();
    void nothingNewIsNoEntry();
    void aReportThatWasMovedIsFollowed();
    void aTimestampCanBeWaived();
    void aReportOfAnotherWorkspaceIsNotTaken();
    void whatCannotBeWrittenIsNotRemembered();
    void observersReportsAreRememberedToo();

private:
    static IssuedReport report(const SessionRoom &room)
    {
        IssuedReport report;
        report.audit = room.auditId;
        report.path = QStringLiteral("/reports/a.pdf");
        report.fileDigest = sha256Hex("one");
        report.recordDigest = sha256Hex("record");
        report.level = QStringLiteral("B-B");
        report.wantsTimestamp = true;
        report.signers = {QStringLiteral("Ada Field")};
        return report;
    }
    static TrailEntry lastEntry(const SessionRoom &room) { return room.session->trail().value().last(); }
    static bool noted(SessionRoom &room, const IssuedReport &report)
    {
        return bool(room.workspace->issuedReports().note(report));
    }
};

void TestIssuedReportDesk::aReportIsRememberedWithOneEntry()
{
    SessionRoom room;
    const auto before = room.trailLength();
    QSignalSpy changed(&room.workspace->issuedReports(), &IssuedReportDesk::reportsChanged);
    QVERIFY(noted(room, report(room)));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(room.trailLength(), before + 1);
    const TrailEntry entry = lastEntry(room);
    QCOMPARE(entry.action, QStringLiteral("report.issued"));
    QCOMPARE(entry.target, room.workspace->issuedReports().all().first().id.text());
    QCOMPARE(entry.oldValue, QString());
    QVERIFY(entry.newValue.startsWith(QStringLiteral("a.pdf; ")));
    QVERIFY(entry.newValue.contains(QStringLiteral("Ada Field")));
    QVERIFY(entry.newValue.contains(QString::fromLatin1(sha256Hex("one"))));
    room.reopen();
    const QList<IssuedReport> pending = room.workspace->issuedReports().pending();
    QCOMPARE(pending.size(), 1);
    QVERIFY(!pending.first().id.isEmpty());
    QCOMPARE(pending.first().issuedBy, room.person.name);
    QCOMPARE(pending.first().issuedAt, room.now);
    QCOMPARE(pending.first().path, report(room).path);
}

void TestIssuedReportDesk::aFurtherSignatureKeepsTheWishForATimestamp()
{
    SessionRoom room;
    QVERIFY(noted(room, report(room)));
    IssuedReport second = report(room);
    second.fileDigest = sha256Hex("two");
    second.signers.append(QStringLiteral("Ben Ode"));
    second.wantsTimestamp = false; // not asked for by the second person
    QVERIFY(noted(room, second));
    const QList<IssuedReport> pending = room.workspace->issuedReports().pending();
    QCOMPARE(pending.size(), 1);
    QCOMPARE(pending.first().signers.size(), 2);
    QCOMPARE(lastEntry(room).action, QStringLiteral("report.issued"));
    QVERIFY(lastEntry(room).oldValue.contains(QString::fromLatin1(sha256Hex("one"))));
}

void TestIssuedReportDesk::aTimestampTakesItOffTheList()
{
    SessionRoom room;
    QVERIFY(noted(room, report(room)));
    IssuedReport stamped = report(room);
    stamped.fileDigest = sha256Hex("stamped");
    stamped.level = QStringLiteral("B-T");
    stamped.wantsTimestamp = false;
    QVERIFY(noted(room, stamped));
    QVERIFY(room.workspace->issuedReports().pending().isEmpty());
    QCOMPARE(room.workspace->issuedReports().all().size(), 1);
    QCOMPARE(lastEntry(room).action, QStringLiteral("report.timestamped"));
}

void TestIssuedReportDesk::aNewReportAtTheSamePathTakesTheOldOnesPlace()
{
    SessionRoom room;
    QVERIFY(noted(room, report(room)));
    IssuedReport fresh = report(room);
    fresh.fileDigest = sha256Hex("fresh");
    fresh.recordDigest = sha256Hex("another record");
    fresh.wantsTimestamp = false;
    QVERIFY(noted(room, fresh));
    QVERIFY(room.workspace->issuedReports().pending().isEmpty()); // what waited is gone
    QCOMPARE(room.workspace->issuedReports().all().size(), 1);
    QCOMPARE(lastEntry(room).action, QStringLiteral("report.issued"));
    IssuedReport elsewhere = fresh;
    elsewhere.path = QStringLiteral("/reports/b.pdf");
    QVERIFY(noted(room, elsewhere));
    QCOMPARE(room.workspace->issuedReports().all().size(), 2);
}

void TestIssuedReportDesk::nothingNewIsNoEntry()
{
    SessionRoom room;
    QVERIFY(noted(room, report(room)));
    const auto before = room.trailLength();
    QVERIFY(noted(room, report(room)));
    QCOMPARE(room.trailLength(), before);
}

void TestIssuedReportDesk::aReportThatWasMovedIsFollowed()
{
    SessionRoom room;
    QVERIFY(noted(room, report(room)));
    IssuedReportDesk &desk = room.workspace->issuedReports();
    const IssuedReportId id = desk.all().first().id;
    QVERIFY(desk.move(id, QStringLiteral("/elsewhere/c.pdf")));
    QCOMPARE(desk.all().first().path, QStringLiteral("/elsewhere/c.pdf"));
    QCOMPARE(lastEntry(room).action, QStringLiteral("report.moved"));
    QVERIFY(lastEntry(room).newValue.startsWith(QStringLiteral("c.pdf; ")));
    const auto before = room.trailLength();
    QVERIFY(desk.move(id, QStringLiteral("/elsewhere/c.pdf")));
    QCOMPARE(room.trailLength(), before);
    QCOMPARE(desk.move(IssuedReportId(QStringLiteral("none")), QStringLiteral("/d.pdf")).error().code,
        ErrorCode::NotFound);
}

void TestIssuedReportDesk::aTimestampCanBeWaived()
{
    SessionRoom room;
    QVERIFY(noted(room, report(room)));
    IssuedReportDesk &desk = room.workspace->issuedReports();
    const IssuedReportId id = desk.all().first().id;
    room.becomes(Role::Observer);
    QCOMPARE(desk.waiveTimestamp(id).error().code, ErrorCode::Refused);
    room.becomes(Role::LeadAuditor);
    QVERIFY(desk.waiveTimestamp(id));
    QVERIFY(desk.pending().isEmpty());
    QCOMPARE(desk.all().size(), 1);
    QCOMPARE(lastEntry(room).action, QStringLiteral("report.timestamp-waived"));
}

void TestIssuedReportDesk::aReportOfAnotherWorkspaceIsNotTaken()
{
    SessionRoom room;
    IssuedReport stray = report(room);
    stray.audit = AuditId(QStringLiteral("elsewhere"));
    QCOMPARE(room.workspace->issuedReports().note(stray).error().code, ErrorCode::NotFound);
    QVERIFY(room.workspace->issuedReports().all().isEmpty());
}

void TestIssuedReportDesk::whatCannotBeWrittenIsNotRemembered()
{
    SessionRoom room;
    room.session.reset();
    room.workspace.reset();
    const auto reader
        = Workspace::open(room.path(), room.person, Workspace::Access::ReadOnly, room.surroundings).value();
    QCOMPARE(reader->issuedReports().note(report(room)).error().code, ErrorCode::ReadOnly);
    QVERIFY(reader->issuedReports().all().isEmpty());
}

void TestIssuedReportDesk::observersReportsAreRememberedToo()
{
    SessionRoom room;
    room.becomes(Role::Observer);
    QVERIFY(noted(room, report(room)));
    QCOMPARE(lastEntry(room).role, Role::Observer);
}

QTEST_GUILESS_MAIN(TestIssuedReportDesk)
#include "tst_issuedreportdesk.moc"
