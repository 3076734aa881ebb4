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

    void aNewerClassVersionIsToldAsNewer()
    {
        // "0 1": not tracked, class version 1; the first stands for the record itself.
        QByteArray newer = valueOf(packSnapshot(samples::record()));
        const qsizetype place = newer.indexOf(" 0 1 ");
        QVERIFY(place > 0);
        newer.replace(place, 5, " 0 9 ");
        const auto read = unpackSnapshot(newer);
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
