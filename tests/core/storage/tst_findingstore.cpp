// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/findingstore.h"

#include "resources/resources.h"
#include "tests/core/storage/samples.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestFindingStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFile> m_file;
    const AuditId m_audit = audit().id;
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }
    void put(const Finding &finding)
    {
        inTransaction(*m_file, [&] { succeed(FindingStore(*m_file).put(m_audit, finding)); });
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

    void findingsComeBackByNumber()
    {
        put(finding(2));
        put(finding(1));
        m_file.reset();
        m_file = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadWrite, opening()));
        QCOMPARE(valueOf(FindingStore(*m_file).load(m_audit)), (QList<Finding>{finding(1), finding(2)}));
    }

    void aFindingIsReplacedWithItsCriteria()
    {
        put(finding(1));
        Finding changed = finding(1);
        changed.criteria = {CriterionId(QStringLiteral("GEN-01"))};
        changed.facility = FacilityId();
        changed.dueOn = QDate();
        changed.kind = FindingKind::Ofi;
        changed.isRepeat = false;
        put(changed);
        QCOMPARE(valueOf(FindingStore(*m_file).load(m_audit)), QList<Finding>{changed});
    }

    void aNumberIsNeverGivenAgain()
    {
        FindingStore findings(*m_file);
        QCOMPARE(valueOf(findings.nextNumber(m_audit)), 1);
        put(finding(1));
        put(finding(2));
        inTransaction(*m_file, [&] { succeed(findings.remove(m_audit, finding(2).id)); });
        QCOMPARE(valueOf(findings.nextNumber(m_audit)), 3);
        QCOMPARE(valueOf(findings.load(m_audit)), QList<Finding>{finding(1)});
        put(finding(2)); // redo: back under its old number
        QCOMPARE(valueOf(findings.nextNumber(m_audit)), 3);
        QCOMPARE(findings.nextNumber(AuditId(QStringLiteral("x"))).error().code, ErrorCode::NotFound);
    }

    void aNumberThatIsTakenIsAConflict()
    {
        put(finding(1));
        Finding second = finding(1);
        second.id = FindingId(QStringLiteral("other"));
        const Transaction transaction = valueOf(m_file->begin());
        QCOMPARE(FindingStore(*m_file).put(m_audit, second).error().code, ErrorCode::Conflict);
    }

    void anotherAuditsFindingIsNotTouched()
    {
        put(finding(1));
        Audit other = audit();
        other.id = AuditId(QStringLiteral("audit-2"));
        inTransaction(*m_file, [&] { succeed(AuditStore(*m_file).insert(other)); });
        {
            const Transaction transaction = valueOf(m_file->begin());
            QCOMPARE(FindingStore(*m_file).put(other.id, finding(1)).error().code, ErrorCode::Conflict);
            QCOMPARE(FindingStore(*m_file).remove(other.id, finding(1).id).error().code, ErrorCode::NotFound);
        }
        QCOMPARE(valueOf(FindingStore(*m_file).load(m_audit)), QList<Finding>{finding(1)});
    }
};

QTEST_GUILESS_MAIN(TestFindingStore)
#include "tst_findingstore.moc"
