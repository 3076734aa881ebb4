// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/searchstore.h"

#include "core/storage/visitstore.h"
#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestSearchStore : public QObject
{
    Q_OBJECT

private:
    static QList<SearchHit> found(const WorkspaceFile &file, SearchKind kind, const QString &typed)
    {
        return valueOf(SearchStore(file).find(kind, WordSearch(typed), QStringLiteral("Dr. Ada Field"), 50, [](const SearchHit &) { return true; }));
    }
    template <class F> static void inTransaction(WorkspaceFile &file, F &&write)
    {
        auto transaction = file.begin();
        QVERIFY(transaction);
        const Result<void> written = write();
        QVERIFY2(written, written ? "" : qPrintable(written.error().text()));
        QVERIFY(transaction->commit());
    }

private Q_SLOTS:
    void initTestCase() { initResources(); }

    void everyKindOfTextIsFound_data()
    {
        QTest::addColumn<SearchKind>("kind");
        QTest::addColumn<QString>("typed");
        QTest::newRow("centre without accents") << SearchKind::Centre << QStringLiteral("ubungs");
        QTest::newRow("centre by its code") << SearchKind::Centre << QStringLiteral("0042");
        QTest::newRow("facility") << SearchKind::Facility << QStringLiteral("cryo sto");
        QTest::newRow("audit") << SearchKind::Audit << audit().title;
        QTest::newRow("finding by number") << SearchKind::Finding << QStringLiteral("F-%1").arg(finding(1).number);
        QTest::newRow("finding by statement") << SearchKind::Finding << finding(1).statement;
        QTest::newRow("finding by what is asked") << SearchKind::Finding << finding(1).requestedAnswer;
        QTest::newRow("evidence by title") << SearchKind::Evidence << evidence({}, evidenceBytes()).title;
        QTest::newRow("evidence by file name") << SearchKind::Evidence << evidence({}, evidenceBytes()).fileName;
    }

    void everyKindOfTextIsFound()
    {
        QFETCH(SearchKind, kind);
        QFETCH(QString, typed);
        const QTemporaryDir folder;
        const auto file = valueOf(WorkspaceFile::create(folder.filePath(QStringLiteral("w.centrequal")), opening()));
        fill(*file);
        const QList<SearchHit> hits = found(*file, kind, typed);
        QVERIFY(!hits.isEmpty());
        QCOMPARE(hits.first().kind, kind);
        QCOMPARE(hits.first().centre, centre().id);
        QCOMPARE(hits.first().centreName, centre().name);
    }

    void aChangeIsFoundFromItsTransactionOn()
    {
        const QTemporaryDir folder;
        const auto file = valueOf(WorkspaceFile::create(folder.filePath(QStringLiteral("w.centrequal")), opening()));
        fill(*file);
        FindingStore findings(*file);
        Finding changed = finding(1);
        changed.statement = QStringLiteral("A zebra stood in the corridor.");
        inTransaction(*file, [&] { return findings.put(audit().id, changed); });
        const QList<SearchHit> hits = found(*file, SearchKind::Finding, QStringLiteral("zeb"));
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first().finding, changed.id);
        QCOMPARE(hits.first().audit, audit().id);
        QCOMPARE(hits.first().auditTitle, audit().title);
        QCOMPARE(hits.first().text.marks.size(), 1);
        {
            auto lost = file->begin();
            QVERIFY(lost);
            changed.statement = QStringLiteral("A giraffe.");
            QVERIFY(findings.put(audit().id, changed));
        }
        QVERIFY(found(*file, SearchKind::Finding, QStringLiteral("giraffe")).isEmpty());
        QCOMPARE(found(*file, SearchKind::Finding, QStringLiteral("zebra")).size(), 1);
        QCOMPARE(valueOf(SearchStore(*file).faults()), QStringList());
        QCOMPARE(valueOf(file->check()), QStringList());
    }

    void aNoteThatIsEmptiedIsFoundNoMore()
    {
        const QTemporaryDir folder;
        const auto file = valueOf(WorkspaceFile::create(folder.filePath(QStringLiteral("w.centrequal")), opening()));
        fill(*file);
        AuditStore audits(*file);
        Response response = valueOf(audits.responses(audit().id)).first();
        response.note = QStringLiteral("Quagga seen.");
        inTransaction(*file, [&] { return audits.putResponse(audit().id, response); });
        const QList<SearchHit> hits = found(*file, SearchKind::Note, QStringLiteral("quagga"));
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first().criterion, response.key.criterion);
        QCOMPARE(hits.first().facility, response.key.facility);
        QCOMPARE(hits.first().party, response.key.party);
        response = Response {response.key, ResponseLevel::NotAssessed, {}, {}, false, {}, {}};
        inTransaction(*file, [&] { return audits.putResponse(audit().id, response); });
        QVERIFY(found(*file, SearchKind::Note, QStringLiteral("quagga")).isEmpty());
        QCOMPARE(valueOf(file->check()), QStringList());
    }

    void remindersAreFoundByTheirOwnerOnly()
    {
        const QTemporaryDir folder;
        const auto file = valueOf(WorkspaceFile::create(folder.filePath(QStringLiteral("w.centrequal")), opening()));
        fill(*file);
        VisitStore visit(*file);
        const CriterionId criterion(QStringLiteral("TOX-01"));
        for (const QString &person : {QStringLiteral("Dr. Ada Field"), QStringLiteral("Somebody Else")})
            inTransaction(*file, [&] {
                return visit.putReminder(audit().id, criterion, person, QStringLiteral("okapi of ") + person);
            });
        const QList<SearchHit> hits = found(*file, SearchKind::Reminder, QStringLiteral("okapi"));
        QCOMPARE(hits.size(), 1);
        QVERIFY(hits.first().text.text.contains(QStringLiteral("Ada")));
        QCOMPARE(hits.first().criterion, criterion);
        QVERIFY(found(*file, SearchKind::Note, QStringLiteral("okapi")).isEmpty());
    }

    void whatIsTypedIsNeverASyntaxError_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"\"", "\"\"\"", "a AND", "NOT", "OR OR", "NEAR(a b, 2)", "kind : note", "x*y", "^ab",
                 "-ab", "+ab", "(ab", "ab)", "{code} : ab", "ab'; DROP TABLE audit; --", "a\x01" "b", "%_", "\\"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
        QTest::newRow("nul") << QStringLiteral("ab") + QChar(0) + QStringLiteral("cd");
        QTest::newRow("half a pair") << QStringLiteral("ab") + QChar(0xD800);
        QTest::newRow("pair") << QStringLiteral("🧪🧫");
        QTest::newRow("right to left") << QStringLiteral("\u202Eשלום");
        QTest::newRow("private use") << QString(QChar(0xE000));
        QTest::newRow("endless") << QStringLiteral("ward ").repeated(100'000);
    }

    void whatIsTypedIsNeverASyntaxError()
    {
        QFETCH(QString, typed);
        const QTemporaryDir folder;
        const auto file = valueOf(WorkspaceFile::create(folder.filePath(QStringLiteral("w.centrequal")), opening()));
        fill(*file);
        for (const auto &[kind, word] : EnumText<SearchKind>::table) {
            const auto hits = SearchStore(*file).find(kind, WordSearch(typed), {}, 10, [](const SearchHit &) { return true; });
            QVERIFY2(hits, hits ? "" : qPrintable(hits.error().text()));
        }
    }

    void anIndexThatWasAlteredIsFound_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("a text missing") << QByteArray("DELETE FROM search_entry WHERE kind = 'centre'");
        QTest::newRow("a text of nobody's") << QByteArray(
            "INSERT INTO search_entry (kind, subject, item, facility, owner, code, words) "
            "VALUES ('note', 'audit-1', 'X', '', 'auditor', 'X', 'made up')");
        QTest::newRow("the index emptied") << QByteArray("INSERT INTO search_index (search_index) VALUES ('delete-all')");
    }

    void anIndexThatWasAlteredIsFound()
    {
        QFETCH(QByteArray, sql);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w.centrequal"));
        fill(*valueOf(WorkspaceFile::create(path, opening())));
        runRaw(path, sql.constData());
        const auto file = valueOf(WorkspaceFile::open(path, WorkspaceFile::Mode::ReadWrite, opening()));
        QCOMPARE(file->faults(), QStringList());
        const QStringList faults = valueOf(file->check());
        QVERIFY2(!faults.filter(QStringLiteral("search: ")).isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void anOlderFileIsFilledByTheMigration()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w.centrequal"));
        QVERIFY(QFile::copy(QStringLiteral(CQ_SOURCE_DIR "/tests/data/workspaces/workspace-schema3.centrequal"), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        for (const auto mode : {WorkspaceFile::Mode::ReadOnly, WorkspaceFile::Mode::ReadWrite}) {
            const auto file = valueOf(WorkspaceFile::open(path, mode, opening()));
            QCOMPARE(found(*file, SearchKind::Centre, QStringLiteral("ubungs")).size(), 1);
            QCOMPARE(found(*file, SearchKind::Finding, QStringLiteral("F-1")).size(), 1);
            QCOMPARE(valueOf(file->check()), QStringList());
        }
    }
};

QTEST_GUILESS_MAIN(TestSearchStore)
#include "tst_searchstore.moc"
