// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/trailstore.h"

#include "core/storage/database.h"
#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestTrailStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFile> m_file;
    const QString m_subject = QStringLiteral("audit-1");
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }

private Q_SLOTS:
    void initTestCase() { initResources(); }
    void init() { m_file = valueOf(WorkspaceFile::create(path(), opening())); }
    void cleanup()
    {
        m_file.reset();
        QFile::remove(path());
    }

    void entriesAreNumberedAndChainedForEachSubject()
    {
        TrailStore trail(*m_file);
        inTransaction(*m_file, [&] {
            for (int second = 0; second < 5; ++second)
                valueOf(trail.append(m_subject, trailEntry(second)));
            const TrailEntry other = valueOf(trail.append(QStringLiteral("workspace"), trailEntry(9)));
            QCOMPARE(other.sequence, 1);
            QCOMPARE(other.previous, trailStart());
        });
        const QList<TrailEntry> entries = valueOf(trail.load(m_subject));
        QCOMPARE(entries.size(), 5);
        succeed(verifyTrail(entries));
        QCOMPARE(entries[0], chained(trailEntry(0), 0, trailStart()));
        QCOMPARE(valueOf(trail.last(m_subject)), std::optional<TrailEntry>(entries.last()));
        QVERIFY(!valueOf(trail.last(QStringLiteral("nobody"))));
        QCOMPARE(valueOf(trail.subjects()), (QStringList{m_subject, QStringLiteral("workspace")}));
    }

    void whatIsRolledBackLeavesNoGap()
    {
        TrailStore trail(*m_file);
        inTransaction(*m_file, [&] { valueOf(trail.append(m_subject, trailEntry(0))); });
        {
            const Transaction abandoned = valueOf(m_file->begin());
            valueOf(trail.append(m_subject, trailEntry(1)));
        }
        inTransaction(*m_file, [&] { QCOMPARE(valueOf(trail.append(m_subject, trailEntry(2))).sequence, 2); });
        succeed(verifyTrail(valueOf(trail.load(m_subject))));
    }

    void theDatabaseRefusesToChangeTheTrail_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("update") << QStringLiteral("UPDATE trail SET new_value = 'x'");
        QTest::newRow("delete") << QStringLiteral("DELETE FROM trail");
        const QString insert = QStringLiteral(
            "INSERT %1 INTO trail SELECT %2, subject, %3, at_utc, at_offset, person, role, action, target, old_value, "
            "'x', reason, clock_jumped, previous, digest FROM trail WHERE sequence = 1");
        QTest::newRow("replace an entry")
            << insert.arg(QStringLiteral("OR REPLACE"), QStringLiteral("id"), QStringLiteral("1"));
        QTest::newRow("replace by rowid")
            << insert.arg(QStringLiteral("OR REPLACE"), QStringLiteral("id"), QStringLiteral("3"));
        QTest::newRow("leave a gap") << insert.arg(QString(), QStringLiteral("NULL"), QStringLiteral("7"));
    }

    void theDatabaseRefusesToChangeTheTrail()
    {
        QFETCH(QString, sql);
        TrailStore trail(*m_file);
        inTransaction(*m_file, [&] {
            valueOf(trail.append(m_subject, trailEntry(0)));
            valueOf(trail.append(m_subject, trailEntry(1)));
        });
        const QList<TrailEntry> before = valueOf(trail.load(m_subject));
        {
            const Transaction transaction = valueOf(m_file->begin());
            const auto changed = m_file->database().write("tampering", [&]() -> Result<void> {
                m_file->database().execute(sql);
                return {};
            });
            QVERIFY(!changed);
            QCOMPARE(changed.error().code, ErrorCode::Refused);
        }
        QCOMPARE(valueOf(trail.load(m_subject)), before);
    }

    void longTextsAndOddSignsKeepTheirDigest()
    {
        TrailEntry entry = trailEntry(0);
        entry.newValue = QString(20000, u'Ü') + QStringLiteral("\n\t\"\\ e\u0301 \U0001F600");
        inTransaction(*m_file, [&] { valueOf(TrailStore(*m_file).append(m_subject, entry)); });
        const QList<TrailEntry> entries = valueOf(TrailStore(*m_file).load(m_subject));
        QCOMPARE(entries.first().newValue, entry.newValue);
        succeed(verifyTrail(entries));
    }
};

QTEST_GUILESS_MAIN(TestTrailStore)
#include "tst_trailstore.moc"
