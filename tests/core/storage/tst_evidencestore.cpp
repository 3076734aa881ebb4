// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/evidencestore.h"

#include "core/storage/contentintake.h"
#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestEvidenceStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFile> m_file;
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }

    StoredContent store(const QByteArray &bytes)
    {
        ContentIntake intake(*m_file);
        succeed(intake.append(bytes));
        return valueOf(intake.finish());
    }

    Evidence evidence(const QString &id, const QByteArray &bytes)
    {
        return cq::samples::evidence(id, bytes);
    }

    void add(const Evidence &item, const QByteArray &bytes)
    {
        inTransaction(*m_file, [&] { succeed(EvidenceStore(*m_file).insert(item, store(bytes))); });
    }

    QByteArray contentOf(const QByteArray &digest)
    {
        QByteArray all;
        succeed(ContentStore(*m_file).read(digest, [&](QByteArrayView chunk) {
            all.append(chunk);
            return Result<void>();
        }));
        return all;
    }

    qint64 count(const char *sql) { return askRaw(path(), sql).toLongLong(); }

private Q_SLOTS:
    void initTestCase() { initResources(); }
    void init()
    {
        m_file = valueOf(WorkspaceFile::create(path(), opening()));
        fillBasics(*m_file);
    }
    void cleanup()
    {
        m_file.reset();
        QFile::remove(path());
    }

    void everyMemberComesBack()
    {
        const Evidence item = evidence(QStringLiteral("e1"), "abc");
        add(item, "abc");
        QCOMPARE(valueOf(EvidenceStore(*m_file).load(centre().id)), QList<Evidence> {item});
        QVERIFY(valueOf(EvidenceStore(*m_file).load(CentreId(QStringLiteral("other")))).isEmpty());
    }

    void contentComesBackByteForByte_data()
    {
        QTest::addColumn<int>("size");
        for (int size : {1, int(ContentStore::chunkBytes) - 1, int(ContentStore::chunkBytes),
                 int(ContentStore::chunkBytes) + 1, 3 * int(ContentStore::chunkBytes)})
            QTest::addRow("%d bytes", size) << size;
    }

    void contentComesBackByteForByte()
    {
        QFETCH(int, size);
        QByteArray bytes(size, '\0');
        for (int i = 0; i < size; ++i)
            bytes[i] = char(i * 31 + i / 251);
        add(evidence(QStringLiteral("e1"), bytes), bytes);
        QCOMPARE(contentOf(sha256Hex(bytes)), bytes);
        QCOMPARE(count("SELECT size FROM evidence_content"), size);
    }

    void equalContentIsStoredOnceAndGoesWithItsLastEvidence()
    {
        const QByteArray bytes(2'000'000, 'x');
        const Evidence first = evidence(QStringLiteral("e1"), bytes);
        const Evidence second = evidence(QStringLiteral("e2"), bytes);
        add(first, bytes);
        add(second, bytes);
        QCOMPARE(count("SELECT count(*) FROM evidence_content"), 1);
        QCOMPARE(count("SELECT count(*) FROM evidence_chunk"), 2);
        inTransaction(*m_file, [&] { succeed(EvidenceStore(*m_file).remove(first)); });
        QCOMPARE(contentOf(second.digest), bytes);
        inTransaction(*m_file, [&] { succeed(EvidenceStore(*m_file).remove(second)); });
        QCOMPARE(count("SELECT count(*) FROM evidence_content"), 0);
        QCOMPARE(count("SELECT count(*) FROM evidence_chunk"), 0);
        QCOMPARE(valueOf(m_file->check()), QStringList());
    }

    void withoutACommitNothingStays()
    {
        {
            const Transaction transaction = valueOf(m_file->begin());
            ContentIntake intake(*m_file);
            succeed(intake.append(QByteArray(3'000'000, 'x')));
        }
        QCOMPARE(count("SELECT count(*) FROM evidence_chunk"), 0);
        add(evidence(QStringLiteral("e1"), "abc"), "abc"); // the number is free again
        QCOMPARE(contentOf(sha256Hex("abc")), QByteArray("abc"));
    }

    void chunksWithoutTheirContentCannotBeCommitted()
    {
        Transaction transaction = valueOf(m_file->begin());
        ContentIntake intake(*m_file);
        succeed(intake.append(QByteArray(2'000'000, 'x')));
        QCOMPARE(transaction.commit().error().code, ErrorCode::Refused);
        QCOMPARE(count("SELECT count(*) FROM evidence_chunk"), 0);
    }

    void noBytesAreNoContent()
    {
        const Transaction transaction = valueOf(m_file->begin());
        QCOMPARE(ContentIntake(*m_file).finish().error().code, ErrorCode::InvalidInput);
    }

    void whatIsNotThereIsSaid()
    {
        const auto take = [](QByteArrayView) { return Result<void>(); };
        QCOMPARE(ContentStore(*m_file).read(sha256Hex("?"), take).error().code, ErrorCode::NotFound);
        const Evidence item = evidence(QStringLiteral("e1"), "abc");
        QCOMPARE(EvidenceStore(*m_file).update(item).error().code, ErrorCode::Internal); // no transaction
        inTransaction(*m_file, [&] {
            QCOMPARE(EvidenceStore(*m_file).update(item).error().code, ErrorCode::NotFound);
            QCOMPARE(EvidenceStore(*m_file).remove(item).error().code, ErrorCode::NotFound);
        });
    }

    void aTakerThatFailsEndsTheReading()
    {
        const QByteArray bytes(3'000'000, 'x');
        add(evidence(QStringLiteral("e1"), bytes), bytes);
        int taken = 0;
        const auto stopped = ContentStore(*m_file).read(sha256Hex(bytes), [&](QByteArrayView) -> Result<void> {
            ++taken;
            return Error {ErrorCode::Cancelled, {}, {}};
        });
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QCOMPARE(taken, 1);
    }

    void linksAreKeptAndEvidenceInUseStays()
    {
        const Evidence item = evidence(QStringLiteral("e1"), "abc");
        add(item, "abc");
        EvidenceStore store(*m_file);
        const EvidenceLink toCriterion {item.id, CriterionId(QStringLiteral("TOX-01")), {}};
        const EvidenceLink toFinding {item.id, {}, finding(1).id};
        inTransaction(*m_file, [&] {
            succeed(FindingStore(*m_file).put(audit().id, finding(1)));
            succeed(store.link(audit().id, toCriterion));
            succeed(store.link(audit().id, toFinding));
            QCOMPARE(store.link(audit().id, toFinding).error().code, ErrorCode::Conflict);
            QCOMPARE(store.link(audit().id, {item.id, {}, {}}).error().code, ErrorCode::InvalidInput);
            QCOMPARE(store.link(audit().id, {item.id, {}, FindingId(QStringLiteral("gone"))}).error().code,
                ErrorCode::Refused);
            QCOMPARE(store.remove(item).error().code, ErrorCode::Refused);
            QCOMPARE(FindingStore(*m_file).remove(audit().id, finding(1).id).error().code, ErrorCode::Refused);
        });
        QCOMPARE(valueOf(store.links(audit().id)), (QList<EvidenceLink> {toFinding, toCriterion}));
        QCOMPARE(valueOf(store.auditsWith(item.id)), QList<AuditId> {audit().id});
        inTransaction(*m_file, [&] {
            succeed(store.unlink(audit().id, toCriterion));
            succeed(store.unlink(audit().id, toFinding));
            QCOMPARE(store.unlink(audit().id, toFinding).error().code, ErrorCode::NotFound);
            succeed(store.remove(item));
        });
        QVERIFY(valueOf(store.links(audit().id)).isEmpty());
    }

    void alteredContentIsFoundAndToldWithItsTitle_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("fault");
        const QByteArray loosen = "DROP TRIGGER evidence_chunk_never_changes; "
                                  "DROP TRIGGER evidence_content_never_changes;";
        const QString digest = QStringLiteral("evidence \"Title of e1\": the content no longer has its digest");
        QTest::newRow("a byte") << loosen + "UPDATE evidence_chunk SET bytes = x'616264'" << digest;
        QTest::newRow("shorter") << loosen + "UPDATE evidence_chunk SET bytes = x'61'" << digest;
        QTest::newRow("a chunk gone") << loosen + "DELETE FROM evidence_chunk" << digest;
        QTest::newRow("an impossible word")
            << QByteArray("UPDATE evidence SET kind = 'rumour'")
            << QStringLiteral("evidence of centre centre-1: table evidence, row e1, column kind");
        QTest::newRow("nobody's") << QByteArray("DELETE FROM evidence")
                                  << QStringLiteral("belongs to no evidence");
    }

    void alteredContentIsFoundAndToldWithItsTitle()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, fault);
        add(evidence(QStringLiteral("e1"), "abc"), "abc");
        m_file.reset();
        runRaw(path(), sql.constData());
        m_file = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadOnly, opening()));
        const QStringList faults = valueOf(m_file->check());
        QVERIFY2(!faults.filter(fault).isEmpty(), qPrintable(faults.join(u'\n')));
        const auto read = ContentStore(*m_file).read(sha256Hex("abc"), [](QByteArrayView) { return Result<void>(); });
        QCOMPARE(!read, fault == QStringLiteral("evidence \"Title of e1\": the content no longer has its digest"));
    }

    void contentCannotBeChangedByUs()
    {
        add(evidence(QStringLiteral("e1"), "abc"), "abc");
        m_file.reset();
        QCOMPARE(askRaw(path(), "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'evidence%'"),
            QStringLiteral("2"));
        m_file = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadWrite, opening()));
        QCOMPARE(m_file->faults(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestEvidenceStore)
#include "tst_evidencestore.moc"
