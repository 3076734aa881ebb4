// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/samplestore.h"

#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

namespace {

Sample sample(int number)
{
    Sample sample;
    sample.id = SampleId(QStringLiteral("sample-%1").arg(number));
    sample.criterion = CriterionId(QStringLiteral("PAT-05"));
    sample.facility = FacilityId(QStringLiteral("facility-b"));
    sample.title = QStringLiteral("Akten – Ω");
    sample.confidence = 90;
    sample.tolerableRate = 7;
    sample.population = 40;
    sample.seed = 4294967295U;
    sample.checks = {QStringLiteral("first"), QStringLiteral("second")};
    sample.cases = {{QStringLiteral("A"), 3}, {QStringLiteral("B"), 17}, {QStringLiteral("C"), 40}};
    sample.cells = {CellAnswer::Met, CellAnswer::NotMet, CellAnswer::Open, CellAnswer::NotApplicable, CellAnswer::Open,
        CellAnswer::Open};
    sample.drawnBy = QStringLiteral("Ada Field");
    sample.drawnAt = momentAt(number);
    return sample;
}

} // namespace

class TestSampleStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFile> m_file;
    const AuditId m_audit = audit().id;
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }
    void insert(const Sample &value)
    {
        inTransaction(*m_file, [&] { succeed(SampleStore(*m_file).insert(m_audit, value)); });
    }
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

    void samplesComeBackInTheOrderDrawn()
    {
        Sample byHand = sample(1);
        byHand.seed.reset();
        byHand.facility = {};
        byHand.population = 0;
        insert(sample(2));
        insert(byHand);
        reopen();
        QCOMPARE(valueOf(SampleStore(*m_file).load(m_audit)), (QList<Sample> {byHand, sample(2)}));
        QCOMPARE(valueOf(m_file->check()), QStringList());
        QVERIFY(valueOf(SampleStore(*m_file).load(AuditId(QStringLiteral("another")))).isEmpty());
    }

    void aCellIsSetAndCleared()
    {
        insert(sample(1));
        inTransaction(*m_file, [&] {
            succeed(SampleStore(*m_file).putCell(sample(1).id, 0, 0, CellAnswer::NotMet));
            succeed(SampleStore(*m_file).putCell(sample(1).id, 0, 1, CellAnswer::Open));
            succeed(SampleStore(*m_file).putCell(sample(1).id, 2, 1, CellAnswer::Met));
        });
        Sample expected = sample(1);
        expected.cells[0] = CellAnswer::NotMet;
        expected.cells[1] = CellAnswer::Open;
        expected.cells[5] = CellAnswer::Met;
        QCOMPARE(valueOf(SampleStore(*m_file).load(m_audit)), QList<Sample> {expected});
    }

    void aCellOfNoCaseIsRefused()
    {
        insert(sample(1));
        const Transaction transaction = valueOf(m_file->begin());
        QVERIFY(!SampleStore(*m_file).putCell(sample(1).id, 9, 0, CellAnswer::Met));
        QVERIFY(!SampleStore(*m_file).putCell(SampleId(QStringLiteral("none")), 0, 0, CellAnswer::Met));
    }

    void labelsAreUniqueInASample()
    {
        insert(sample(1));
        inTransaction(*m_file, [&] { succeed(SampleStore(*m_file).putLabel(sample(1).id, 1, QStringLiteral("late"))); });
        QCOMPARE(valueOf(SampleStore(*m_file).load(m_audit)).first().cases[1].label, QStringLiteral("late"));
        const Transaction transaction = valueOf(m_file->begin());
        QCOMPARE(SampleStore(*m_file).putLabel(sample(1).id, 2, QStringLiteral("late")).error().code, ErrorCode::Conflict);
        QCOMPARE(SampleStore(*m_file).putLabel(sample(1).id, 7, QStringLiteral("x")).error().code, ErrorCode::NotFound);
        QCOMPARE(SampleStore(*m_file).insert(m_audit, sample(1)).error().code, ErrorCode::Conflict);
    }

    void aSampleIsRemovedWithAllItHolds()
    {
        insert(sample(1));
        inTransaction(*m_file, [&] { succeed(SampleStore(*m_file).remove(m_audit, sample(1).id)); });
        QVERIFY(valueOf(SampleStore(*m_file).load(m_audit)).isEmpty());
        QCOMPARE(askRaw(path(), "SELECT count(*) FROM sample_cell"), QStringLiteral("0"));
        const Transaction transaction = valueOf(m_file->begin());
        QCOMPARE(SampleStore(*m_file).remove(m_audit, sample(1).id).error().code, ErrorCode::NotFound);
    }

    void rowsThatCannotBeReadAreCorrupt_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::newRow("answer") << QByteArray("UPDATE sample_cell SET answer = 'maybe'");
        QTest::newRow("population") << QByteArray("UPDATE sample SET population = 99999999999");
        QTest::newRow("cell outside")
            << QByteArray("PRAGMA foreign_keys = OFF; UPDATE sample_cell SET case_position = 77 WHERE case_position = 0 "
                          "AND check_position = 0");
    }

    void rowsThatCannotBeReadAreCorrupt()
    {
        QFETCH(QByteArray, damage);
        insert(sample(1));
        m_file.reset();
        runRaw(path(), damage.constData());
        m_file = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadWrite, opening()));
        QCOMPARE(SampleStore(*m_file).load(m_audit).error().code, ErrorCode::Corrupt);
    }

    void writingNeedsATransaction()
    {
        QCOMPARE(SampleStore(*m_file).insert(m_audit, sample(1)).error().code, ErrorCode::Internal);
    }
};

QTEST_GUILESS_MAIN(TestSampleStore)
#include "tst_samplestore.moc"
