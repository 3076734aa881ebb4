// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/auditpreview.h"

#include "app/models/previewsectionmodel.h"
#include "tests/app/shortworkspace.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <numeric>

using namespace cq;

class TestAuditPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCriterionIsCountedOnceWhateverIsKnown_data();
    void everyCriterionIsCountedOnceWhateverIsKnown();
    void anUnknownFactIsNamedWithWhatItHoldsUp();
    void aFactThatRulesOutIsNamedWithItsValue();
    void anExpressAuditAsksForItsCriteriaOnly();
    void theSectionsAreShownAsCounted();

private:
    static PackSet allPacks(ShortWorkspace &workspace);
    static CentreProfile allBooleans(const PackSet &packs, bool value);
};

PackSet TestAuditPreview::allPacks(ShortWorkspace &workspace)
{
    QList<PackPin> pins;
    for (const CriteriaPack &pack : workspace->packs())
        pins.append({pack.id, pack.version, pack.digest});
    return ShortWorkspace::value(workspace->packSet(pins));
}

CentreProfile TestAuditPreview::allBooleans(const PackSet &packs, bool value)
{
    CentreProfile profile;
    for (const ProfileFactDefinition &fact : packs.facts())
        if (fact.type == ValueType::Boolean)
            profile.insert(fact.id, {fact.id, FactValue(value), QDate(), QString()});
    return profile;
}

void TestAuditPreview::everyCriterionIsCountedOnceWhateverIsKnown_data()
{
    QTest::addColumn<int>("known"); // -1 nothing, 0 all no, 1 all yes
    QTest::newRow("nothing is known") << -1;
    QTest::newRow("everything is denied") << 0;
    QTest::newRow("everything is affirmed") << 1;
}

void TestAuditPreview::everyCriterionIsCountedOnceWhateverIsKnown()
{
    QFETCH(int, known);
    ShortWorkspace workspace;
    const PackSet packs = allPacks(workspace);
    const CentreProfile profile = known < 0 ? CentreProfile() : allBooleans(packs, known == 1);
    const AuditPreview preview = AuditPreview::of(packs, profile, false);
    QCOMPARE(preview.total, int(packs.criteria().size()));
    int counted = 0;
    int applies = 0;
    for (const AuditPreview::SectionLine &line : preview.sections) {
        counted += line.applies + line.ruledOut + line.heldUp;
        applies += line.applies;
    }
    QCOMPARE(counted, preview.total);
    QCOMPARE(applies, preview.applies);
    QCOMPARE(preview.heldUp > 0, known < 0);
}

void TestAuditPreview::anUnknownFactIsNamedWithWhatItHoldsUp()
{
    ShortWorkspace workspace;
    const AuditPreview preview = AuditPreview::of(allPacks(workspace), {}, false);
    QVERIFY(!preview.missing.isEmpty());
    QVERIFY(preview.rulingOut.isEmpty());
    for (const AuditPreview::FactLine &fact : preview.missing) {
        QVERIFY(!fact.label.isEmpty());
        QVERIFY(fact.criteria > 0);
        QVERIFY(fact.criteria <= preview.missing.first().criteria);
    }
}

void TestAuditPreview::aFactThatRulesOutIsNamedWithItsValue()
{
    ShortWorkspace workspace;
    const PackSet packs = allPacks(workspace);
    const AuditPreview preview = AuditPreview::of(packs, allBooleans(packs, false), false);
    QVERIFY(!preview.rulingOut.isEmpty());
    QVERIFY(preview.applies < preview.total);
    for (const AuditPreview::FactLine &fact : preview.rulingOut)
        QCOMPARE(fact.value, QStringLiteral("No"));
}

void TestAuditPreview::anExpressAuditAsksForItsCriteriaOnly()
{
    ShortWorkspace workspace;
    const PackSet packs = allPacks(workspace);
    const AuditPreview preview = AuditPreview::of(packs, allBooleans(packs, true), true);
    const auto express = std::count_if(packs.criteria().cbegin(), packs.criteria().cend(),
        [](const Criterion &criterion) { return criterion.isExpress; });
    QVERIFY(express > 0);
    QCOMPARE(preview.total - preview.leftOut, int(express));
}

void TestAuditPreview::theSectionsAreShownAsCounted()
{
    ShortWorkspace workspace;
    const PackSet packs = allPacks(workspace);
    PreviewSectionModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const bool known : {false, true}) {
        const AuditPreview preview = AuditPreview::of(packs, known ? allBooleans(packs, true) : CentreProfile(), false);
        model.showPreview(preview);
        QCOMPARE(model.rowCount(), int(preview.sections.size()));
        QCOMPARE(model.index(0, PreviewSectionModel::Applies).data().toString().toInt(), preview.sections.first().applies);
    }
}

QTEST_GUILESS_MAIN(TestAuditPreview)
#include "tst_auditpreview.moc"
