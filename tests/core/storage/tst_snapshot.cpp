// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/snapshot.h"

#include "tests/core/storage/samples.h"

#include <QFile>

using namespace cq;
using namespace cq::samples;

class TestSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordComesBackAsItWas_data()
    {
        QTest::addColumn<AuditRecord>("record");
        QTest::newRow("full") << samples::record();
        QTest::newRow("with all that came with class version 2") << samples::secondRecord();
        QTest::newRow("empty") << AuditRecord();
        AuditRecord undecided = samples::record();
        undecided.result = std::nullopt;
        undecided.centre.profile.clear();
        QTest::newRow("without result and facts") << undecided;
    }

    void aRecordComesBackAsItWas()
    {
        QFETCH(AuditRecord, record);
        const AuditRecord read = valueOf(unpackSnapshot(valueOf(packSnapshot(record))));
        QCOMPARE(read.audit, record.audit);
        QCOMPARE(read.centre, record.centre);
        QVERIFY(read == record);
    }

    void theSnapshotOfTheFirstVersionStillOpens()
    {
        QFile file(QStringLiteral(CQ_SOURCE_DIR "/tests/data/workspaces/snapshot-v1.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(valueOf(unpackSnapshot(file.readAll())) == samples::record());
    }

    void theSnapshotOfTheSecondVersionStillOpens()
    {
        QFile file(QStringLiteral(CQ_SOURCE_DIR "/tests/data/workspaces/snapshot-v2.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(valueOf(unpackSnapshot(file.readAll())) == samples::secondRecord());
    }

    void brokenArchivesAreErrors_data()
    {
        const QByteArray whole = valueOf(packSnapshot(samples::record()));
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("foreign") << QByteArray("hello, this is no archive");
        QTest::newRow("cut in the middle") << whole.left(whole.size() / 2);
        QTest::newRow("word nobody knows") << QByteArray(whole).replace("7 renewal", "7 renewed");
        QTest::newRow("length nobody has") << QByteArray(whole).replace("7 renewal", "700000000000 renewal");
    }

    void brokenArchivesAreErrors()
    {
        QFETCH(QByteArray, bytes);
        const auto read = unpackSnapshot(bytes);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Malformed);
    }

    void aSampleWithAnotherNumberOfCellsIsRefused()
    {
        AuditRecord record = samples::secondRecord();
        record.samples[0].cells.removeLast();
        QVERIFY(!packSnapshot(record));
        const QByteArray whole = valueOf(packSnapshot(samples::secondRecord()));
        const QByteArray cells = " 4 3 met 7 not-met";
        QCOMPARE(whole.count(cells), 2);
        const auto read = unpackSnapshot(QByteArray(whole).replace(cells + " 4 open 14 not-applicable", " 2 3 met 7 not-met"));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Malformed);
    }

    void aNewerClassVersionIsToldAsNewer_data()
    {
        // "0 1" before the first struct of a kind: not tracked, class version 1; records and findings have version 2.
        QTest::addColumn<QByteArray>("known");
        QTest::addColumn<QByteArray>("newer");
        QTest::newRow("record") << QByteArray(" 18 0 2 ") << QByteArray(" 18 0 3 ");
        QTest::newRow("audit") << QByteArray(" 0 1 7 audit-1") << QByteArray(" 0 2 7 audit-1");
        QTest::newRow("facility") << QByteArray(" 0 1 10 facility-b") << QByteArray(" 0 2 10 facility-b");
        QTest::newRow("response") << QByteArray(" 0 1 6 FAC-02") << QByteArray(" 0 2 6 FAC-02");
        QTest::newRow("finding") << QByteArray(" 0 2 9 finding-1") << QByteArray(" 0 3 9 finding-1");
    }

    void aNewerClassVersionIsToldAsNewer()
    {
        QFETCH(QByteArray, known);
        QFETCH(QByteArray, newer);
        QByteArray bytes = valueOf(packSnapshot(samples::record()));
        QCOMPARE(bytes.count(known), 1);
        bytes.replace(known, newer);
        const auto read = unpackSnapshot(bytes);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::NewerVersion);
    }

    void overTheLimitNothingIsParsed()
    {
        const auto read = unpackSnapshot(QByteArray(maxSnapshotBytes + 1, '0'));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
