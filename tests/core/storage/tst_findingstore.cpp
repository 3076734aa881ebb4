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

    void theCellOfTheGridComesAndGoes()
    {
        Finding placed = finding(1);
        placed.risk = RiskCell{HarmLikelihood::High, HarmScope::Limited};
        put(placed);
        QCOMPARE(valueOf(FindingStore(*m_file).load(m_audit)), QList<Finding>{placed});
        put(finding(1));
        QCOMPARE(valueOf(FindingStore(*m_file).load(m_audit)), QList<Finding>{finding(1)});
    }

    void earlierNonconformitiesAreThoseConfirmedAtTheSameCentreBefore_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<bool>("counts");
        QTest::newRow("as it is") << QString() << true;
        QTest::newRow("noted") << QStringLiteral("state") << false;
        QTest::newRow("withdrawn") << QStringLiteral("withdrawn") << false;
        QTest::newRow("closed") << QStringLiteral("closed") << true;
        QTest::newRow("good practice") << QStringLiteral("kind") << false;
        QTest::newRow("later audit") << QStringLiteral("later") << false;
        QTest::newRow("same day, made before") << QStringLiteral("same day") << true;
        QTest::newRow("no day, made before") << QStringLiteral("no day") << true;
        QTest::newRow("another centre") << QStringLiteral("centre") << false;
    }

    void earlierNonconformitiesAreThoseConfirmedAtTheSameCentreBefore()
    {
        QFETCH(QString, change);
        Audit before = audit();
        before.id = AuditId(QStringLiteral("audit-0"));
        before.title = QStringLiteral("Audit before");
        before.startsOn = audit().startsOn.addYears(-1);
        before.createdAt.utcMs -= 1000;
        Centre other = centre();
        Finding found = finding(7);
        if (change == QLatin1String("state"))
            found.state = FindingState::Noted;
        if (change == QLatin1String("withdrawn"))
            found.state = FindingState::Withdrawn;
        if (change == QLatin1String("closed"))
            found.state = FindingState::Closed;
        if (change == QLatin1String("kind"))
            found.kind = FindingKind::GoodPractice;
        if (change == QLatin1String("later"))
            before.startsOn = audit().startsOn.addDays(1);
        if (change == QLatin1String("same day"))
            before.startsOn = audit().startsOn;
        if (change == QLatin1String("no day"))
            before.startsOn = {};
        inTransaction(*m_file, [&] {
            if (change == QLatin1String("centre")) {
                other.id = CentreId(QStringLiteral("centre-2"));
                other.facilities.clear();
                other.certificates.clear();
                other.contacts.clear();
                succeed(CentreStore(*m_file).insert(other));
                before.centre = other.id;
            }
            succeed(AuditStore(*m_file).insert(before));
            succeed(FindingStore(*m_file).put(before.id, found));
        });
        const auto earlier = valueOf(FindingStore(*m_file).earlier(m_audit));
        QTEST(!earlier.isEmpty(), "counts");
        if (earlier.isEmpty())
            return;
        QCOMPARE(earlier.size(), 2); // both its criteria
        const EarlierFinding expected{before.id, before.title, before.startsOn, 7};
        QCOMPARE(earlier.value(CriterionId(QStringLiteral("TOX-01"))), expected);
        QVERIFY(valueOf(FindingStore(*m_file).earlier(before.id)).isEmpty());
    }

    void theLatestOfSeveralEarlierOnesIsNamed()
    {
        for (int year : {2, 1, 3}) {
            Audit before = audit();
            before.id = AuditId(QStringLiteral("audit-%1").arg(year * 100));
            before.startsOn = audit().startsOn.addYears(-year);
            inTransaction(*m_file, [&] {
                succeed(AuditStore(*m_file).insert(before));
                succeed(FindingStore(*m_file).put(before.id, finding(year * 10)));
            });
        }
        QCOMPARE(valueOf(FindingStore(*m_file).earlier(m_audit)).value(CriterionId(QStringLiteral("TOX-02"))).number, 10);
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
