// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/snapshotstore.h"

#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestSnapshotStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFile> m_file;
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }

private Q_SLOTS:
    void initTestCase() { initResources(); }
    void init()
    {
        m_file = valueOf(WorkspaceFile::create(path(), opening()));
        fill(*m_file);
    }
    void cleanup()
    {
        m_file.reset();
        QFile::remove(path());
    }

    void aSnapshotComesBackAsItWas()
    {
        const QList<SnapshotLine> lines = valueOf(SnapshotStore(*m_file).list(audit().id));
        QCOMPARE(lines, (QList<SnapshotLine>{{1, QStringLiteral("submitted"), momentAt(200)}}));
        QVERIFY(valueOf(SnapshotStore(*m_file).load(1)) == record());
        QCOMPARE(SnapshotStore(*m_file).load(2).error().code, ErrorCode::NotFound);
        QVERIFY(valueOf(SnapshotStore(*m_file).list(AuditId(QStringLiteral("other")))).isEmpty());
    }

    void whateverIsAlteredIsNotRead_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("one byte of the content")
            << QStringLiteral("content = CAST(substr(content, 1, 200) || 'x' || substr(content, 202) AS BLOB)");
        QTest::newRow("content cut off") << QStringLiteral("content = substr(content, 1, 500)");
        QTest::newRow("milestone") << QStringLiteral("milestone = 'decided'");
        QTest::newRow("time") << QStringLiteral("taken_offset = 0");
        QTest::newRow("digest") << QStringLiteral("keyed_digest = zeroblob(32)");
    }

    void whateverIsAlteredIsNotRead()
    {
        QFETCH(QString, change);
        m_file.reset();
        const QString sql = QStringLiteral("DROP TRIGGER snapshot_never_changes; UPDATE snapshot SET %1").arg(change);
        runRaw(path(), sql.toUtf8().constData());
        m_file = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadOnly, opening()));
        QCOMPARE(SnapshotStore(*m_file).load(1).error().code, ErrorCode::Corrupt);
    }

    void aSnapshotOfAnotherWorkspaceIsNotRead()
    {
        m_file.reset();
        // Another key is what another workspace would have.
        runRaw(path(), "UPDATE setting SET value = zeroblob(32) WHERE name = 'digest-key'");
        m_file = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadWrite, opening()));
        QCOMPARE(SnapshotStore(*m_file).load(1).error().code, ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestSnapshotStore)
#include "tst_snapshotstore.moc"
