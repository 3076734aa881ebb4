// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/redactionstore.h"

#include "core/audit/tombstone.h"
#include "core/storage/database.h"
#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

/// What never changes changes only where the trail is told of it in the same breath.
class TestRedactionStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFile> m_file;
    const QString m_subject = audit().id.text();
    const Redaction m_redaction {QStringLiteral("SEEN AGAIN")};
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }

    TrailEntry tombstoneOfFirst(const TrailEntry &after) const
    {
        TrailEntry tombstone = trailEntry(300);
        tombstone.action = entryTombstoneAction();
        tombstone.target = entryTombstoneTarget(1);
        tombstone.newValue = QString::fromLatin1(remainsDigest(after));
        tombstone.reason = QStringLiteral("not to be said");
        return tombstone;
    }
    TrailEntry firstRedacted() const
    {
        return m_redaction.applied(valueOf(TrailStore(*m_file).load(m_subject)).first());
    }
    Result<void> raw(const QString &sql)
    {
        return m_file->database().write("tampering", [&]() -> Result<void> {
            m_file->database().execute(sql);
            return {};
        });
    }

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

    void anEntryChangesUntilItsTombstoneIsWritten()
    {
        RedactionStore store(*m_file);
        TrailStore trail(*m_file);
        const TrailEntry after = firstRedacted();
        inTransaction(*m_file, [&] {
            succeed(store.putEntry(m_subject, after, 4));
            QCOMPARE(valueOf(trail.append(m_subject, tombstoneOfFirst(after))).sequence, 4);
            QCOMPARE(store.putEntry(m_subject, after, 4).error().code, ErrorCode::Conflict);
            QCOMPARE(raw(QStringLiteral("UPDATE trail SET reason = 'x' WHERE sequence = 1")).error().code, ErrorCode::Refused);
        });
        const QList<TrailEntry> entries = valueOf(trail.load(m_subject));
        QCOMPARE(entries.first().reason, QStringLiteral("[redacted]"));
        QCOMPARE(entries.first().digest, chained(trailEntry(0), 0, trailStart()).digest);
        succeed(verifyTrail(entries));
        QCOMPARE(valueOf(m_file->check()), QStringList());
    }

    void anAnnouncementAllowsNoMoreThanTexts_data()
    {
        QTest::addColumn<QString>("change");
        for (const char *change : {"person = 'x'", "at_offset = 1", "action = 'x'", "target = 'x'", "clock_jumped = 1",
                 "digest = previous", "sequence = 9", "subject = 'x'"})
            QTest::newRow(change) << QString::fromLatin1(change);
    }

    void anAnnouncementAllowsNoMoreThanTexts()
    {
        QFETCH(const QString, change);
        const Transaction transaction = valueOf(m_file->begin());
        succeed(RedactionStore(*m_file).putEntry(m_subject, firstRedacted(), 4));
        const auto changed
            = raw(QStringLiteral("UPDATE trail SET %1 WHERE subject = 'audit-1' AND sequence = 1").arg(change));
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, ErrorCode::Refused);
    }

    void anEntryChangedWithoutATombstoneIsFound()
    {
        inTransaction(*m_file, [&] { succeed(RedactionStore(*m_file).putEntry(m_subject, firstRedacted(), 4)); });
        QVERIFY(!valueOf(m_file->check()).filter(QStringLiteral("breaks at entry 1")).isEmpty());
    }

    void aSealedRecordChangesOnlyUnderANewDigest()
    {
        const QByteArray record = sealedBytes() + '\n';
        inTransaction(*m_file, [&] {
            succeed(RedactionStore(*m_file).putRecord(audit().id, 1, record, {}));
            QCOMPARE(raw(QStringLiteral("UPDATE seal SET record = x'00'")).error().code, ErrorCode::Refused);
            QCOMPARE(raw(QStringLiteral("UPDATE seal SET redacted_digest = NULL")).error().code, ErrorCode::Refused);
            QCOMPARE(raw(QStringLiteral("UPDATE seal SET digest = trail_head, redacted_digest = trail_head")).error().code,
                ErrorCode::Refused);
        });
        QCOMPARE(valueOf(SealStore(*m_file).record(audit().id, 1)), record);
        const Seal after = valueOf(SealStore(*m_file).load(audit().id)).first();
        QCOMPARE(after.digest, seal().digest);
        QCOMPARE(after.redactedDigest, sha256Hex(record));
        QVERIFY(!valueOf(m_file->check()).filter(QStringLiteral("the trail does not tell of what was taken out")).isEmpty());
    }

    void contentAndSnapshotsAreReached()
    {
        const Redaction antidote(QStringLiteral("antidote"));
        int content = 0;
        int snapshots = 0;
        inTransaction(*m_file, [&] {
            content = valueOf(RedactionStore(*m_file).putContent(audit().id, antidote));
            snapshots = valueOf(RedactionStore(*m_file).putSnapshots(audit().id, antidote));
        });
        QCOMPARE(content, 3); // two findings and the containment of an action
        QCOMPARE(snapshots, 1);
        QCOMPARE(valueOf(FindingStore(*m_file).load(audit().id)).first().statement, QStringLiteral("No […] on the ward"));
        QCOMPARE(valueOf(ActionStore(*m_file).load(audit().id)).first().containment,
            QStringLiteral("[…] borrowed from ward 6"));
        const QList<SnapshotLine> lines = valueOf(SnapshotStore(*m_file).list(audit().id));
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().takenAt, momentAt(200));
        QVERIFY(valueOf(SnapshotStore(*m_file).load(lines.first().id)) == antidote.applied(record()));
        inTransaction(*m_file, [&] { QCOMPARE(valueOf(RedactionStore(*m_file).putContent(audit().id, antidote)), 0); });
    }

    void anotherAuditIsNotReached()
    {
        inTransaction(*m_file, [&] {
            QCOMPARE(valueOf(RedactionStore(*m_file).putContent(
                         AuditId(QStringLiteral("other")), Redaction(QStringLiteral("antidote")))),
                0);
        });
    }

    void nothingIsWrittenOutsideATransaction()
    {
        QCOMPARE(RedactionStore(*m_file).putContent(audit().id, m_redaction).error().code, ErrorCode::Internal);
        QCOMPARE(RedactionStore(*m_file).putEntry(m_subject, trailEntry(0), 4).error().code, ErrorCode::Internal);
        QCOMPARE(RedactionStore(*m_file).putRecord(audit().id, 1, {}, {}).error().code, ErrorCode::Internal);
    }
};

QTEST_GUILESS_MAIN(TestRedactionStore)
#include "tst_redactionstore.moc"
