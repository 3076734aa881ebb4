// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/issuedreportstore.h"

#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestIssuedReportStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFile> m_file;
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }
    void put(const IssuedReport &report)
    {
        inTransaction(*m_file, [&] { succeed(IssuedReportStore(*m_file).put(report)); });
    }
    QList<IssuedReport> all() const { return valueOf(IssuedReportStore(*m_file).loadAll()); }
    void reopen()
    {
        m_file.reset();
        m_file = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadWrite, opening()));
    }

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

    void reportsComeBackOldestFirst()
    {
        put(issuedReport(2));
        put(issuedReport(1));
        reopen();
        QCOMPARE(all(), (QList<IssuedReport> {issuedReport(1), issuedReport(2)}));
        QCOMPARE(valueOf(m_file->check()), QStringList());
    }

    void aReportIsReplacedAsAWhole()
    {
        put(issuedReport(1));
        IssuedReport changed = issuedReport(1);
        changed.path += QStringLiteral(".moved");
        changed.fileDigest = sha256Hex("another file");
        changed.recordDigest = sha256Hex("another record");
        changed.level = QStringLiteral("B-T");
        changed.wantsTimestamp = false;
        changed.signers = {QStringLiteral("Ben Ode")};
        changed.issuedBy = QStringLiteral("Ada Field");
        changed.issuedAt = momentAt(900);
        put(changed);
        QCOMPARE(all(), QList<IssuedReport> {changed});
    }

    void aReportOfNoAuditIsRefused()
    {
        IssuedReport stray = issuedReport(1);
        stray.audit = AuditId(QStringLiteral("audit-9"));
        const Transaction transaction = valueOf(m_file->begin());
        QCOMPARE(IssuedReportStore(*m_file).put(stray).error().code, ErrorCode::Refused);
    }

    void oneFileStandsInOneRow()
    {
        put(issuedReport(1));
        IssuedReport twin = issuedReport(2);
        twin.path = issuedReport(1).path;
        const Transaction transaction = valueOf(m_file->begin());
        QCOMPARE(IssuedReportStore(*m_file).put(twin).error().code, ErrorCode::Conflict);
    }

    void brokenRowsAreToldByTableAndRow()
    {
        put(issuedReport(1));
        m_file.reset();
        runRaw(path(), "UPDATE issued_report SET issued_utc = 'lately'");
        reopen();
        const auto read = IssuedReportStore(*m_file).loadAll();
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Corrupt);
        QVERIFY2(read.error().text().contains(QStringLiteral("issued_report")), qPrintable(read.error().text()));
        QVERIFY(!valueOf(m_file->check()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestIssuedReportStore)
#include "tst_issuedreportstore.moc"
