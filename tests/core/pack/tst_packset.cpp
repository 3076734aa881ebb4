// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/packreader.h"
#include "core/pack/packset.h"

#include "tests/core/pack/minipack.h"

#include <QtTest>

#include <algorithm>

using cq::CriteriaPack;
using cq::PackSet;

namespace {

CriteriaPack readWhole(const QByteArray &bytes)
{
    const auto outcome = cq::PackReader::read(bytes);
    if (!outcome.pack)
        qFatal("%s: %s", qPrintable(outcome.faults.first().pointer), qPrintable(outcome.faults.first().message));
    return *outcome.pack;
}

CriteriaPack corePack()
{
    return readWhole(miniPack());
}

// A pack of one section with one criterion, asking for one fact of its own besides "beds".
CriteriaPack smallPack(const QByteArray &kind, const QByteArray &name)
{
    const QByteArray text = R"json({
        "format": "centrequal-pack", "formatVersion": 1, "id": "test.NAME", "kind": "KIND", "version": "1.0.0",
        "languages": ["en"], "title": "T", "publisher": "P", "status": "fictional", "validFrom": "2026-11-22",
        "sources": [{"id": "S1", "title": "Source of NAME", "address": "", "seen": "2026-11-22"}],
        "facts": [
            {"id": "has_NAME", "group": "G", "label": "L", "type": "boolean"},
            {"id": "beds", "group": "Ward", "label": "Beds", "type": "integer", "unit": "beds"}],
        "sections": [{"id": "NAME", "title": "T", "appliesIf": "has_NAME", "criteria": [
            {"id": "NAME-1", "text": "T", "criticality": "major", "evidence": ["record"], "methods": ["interview"],
             "appliesIf": "beds >= 4", "sources": [{"source": "S1"}], "certainty": "B"}]}]})json";
    return readWhole(QByteArray(text).replace("KIND", kind).replace("NAME", name));
}

PackSet made(const QList<CriteriaPack> &packs)
{
    const auto set = PackSet::make(packs);
    if (!set)
        qFatal("%s", qPrintable(set.error().text()));
    return *set;
}

QStringList packIds(const PackSet &set)
{
    QStringList ids;
    for (const CriteriaPack &pack : set.packs())
        ids.append(pack.id.text());
    return ids;
}

const cq::Criterion &criterion(const PackSet &set, const char *id)
{
    const int index = set.indexOf(cq::CriterionId(QString::fromLatin1(id)));
    if (index < 0)
        qFatal("no criterion %s", id);
    return set.criteria()[index];
}

} // namespace

class TestPackSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packsStandByKindThenIdWhateverTheirOrder()
    {
        QList<CriteriaPack> packs{corePack(), smallPack("add-on", "a"), smallPack("overlay", "b"),
            smallPack("module", "d"), smallPack("module", "c")};
        const QStringList expected{QStringLiteral("test.mini-1"), QStringLiteral("test.c"), QStringLiteral("test.d"),
            QStringLiteral("test.b"), QStringLiteral("test.a")};
        QStringList criteria;
        for (int round = 0; round < int(packs.size()); ++round) {
            std::rotate(packs.begin(), packs.begin() + 1, packs.end());
            const PackSet set = made(packs);
            QCOMPARE(packIds(set), expected);
            QStringList ids;
            for (const cq::Criterion &each : set.criteria())
                ids.append(each.id.text());
            QCOMPARE(ids,
                QStringList({QStringLiteral("AAA-01"), QStringLiteral("AAA-02"), QStringLiteral("c-1"),
                    QStringLiteral("d-1"), QStringLiteral("b-1"), QStringLiteral("a-1")}));
        }
    }

    void pinsNameExactlyTheFiles()
    {
        const PackSet set = made({smallPack("module", "x"), corePack()});
        QCOMPARE(set.pins().size(), 2);
        QCOMPARE(set.pins()[0], (cq::PackPin{cq::PackId(QStringLiteral("test.mini-1")), {1, 2, 3}, corePack().digest}));
        QCOMPARE(set.pins()[1].digest, smallPack("module", "x").digest);
        QCOMPARE(set.pins()[1].digest.size(), 64);
    }

    void aCriterionCarriesTheRulesOfItsSections()
    {
        const PackSet set = made({corePack(), smallPack("module", "x")});
        QCOMPARE(criterion(set, "AAA-01").applicability.text(), QStringLiteral("(beds > 0) and (land in (de, fr))"));
        QCOMPARE(criterion(set, "AAA-02").applicability.text(), QStringLiteral("(beds > 0) and (has_store)"));
        QCOMPARE(criterion(set, "x-1").applicability.text(), QStringLiteral("(has_x) and (beds >= 4)"));
    }

    void aRuleThatAlwaysHoldsLeavesNoTrace()
    {
        CriteriaPack core = corePack();
        core.sections[0].applicability = cq::Condition();
        const PackSet set = made({core});
        QCOMPARE(criterion(set, "AAA-01").applicability.text(), QStringLiteral("land in (de, fr)"));
        QCOMPARE(criterion(set, "AAA-02").applicability.text(), QStringLiteral("has_store"));
        core.sections[1].applicability = cq::Condition();
        QVERIFY(criterion(made({core}), "AAA-02").applicability.isAlways());
    }

    void weightsComeFromThePolicyUnlessGiven()
    {
        CriteriaPack core = corePack();
        core.policy->weights[cq::Criticality::Major] = 42;
        const PackSet set = made({core, smallPack("module", "x")});
        QCOMPARE(criterion(set, "AAA-01").weight, 7); // its own
        QCOMPARE(criterion(set, "AAA-02").weight, 1); // minor
        QCOMPARE(criterion(set, "x-1").weight, 42); // major, by the core pack
        QCOMPARE(set.policy().weights.value(cq::Criticality::Major), 42);
    }

    void leavesAreBoundToTheFactsOfTheWholeSet()
    {
        const PackSet set = made({smallPack("module", "x"), corePack()});
        QStringList facts;
        for (const cq::ProfileFactDefinition &fact : set.facts())
            facts.append(fact.id.text());
        QCOMPARE(facts,
            QStringList({QStringLiteral("has_store"), QStringLiteral("beds"), QStringLiteral("land"),
                QStringLiteral("since"), QStringLiteral("has_x")}));
        for (const cq::Criterion &each : set.criteria()) {
            QVERIFY(!each.applicability.leaves().isEmpty());
            for (const cq::Condition::Leaf &leaf : each.applicability.leaves()) {
                QCOMPARE(leaf.slot, set.indexOf(cq::FactId(leaf.name)));
                QVERIFY(leaf.slot >= 0);
            }
        }
        QCOMPARE(set.sections()[0].applicability.leaves().first().slot, 1);
        QCOMPARE(set.indexOf(cq::FactId(QStringLiteral("nowhere"))), -1);
    }

    void aSourceIsSoughtInTheCriterionsOwnPack()
    {
        const PackSet set = made({corePack(), smallPack("module", "x")});
        const cq::SourceId id(QStringLiteral("S1"));
        const auto *ofCore = set.source(cq::CriterionId(QStringLiteral("AAA-01")), id);
        const auto *ofModule = set.source(cq::CriterionId(QStringLiteral("x-1")), id);
        QVERIFY(ofCore && ofModule);
        QCOMPARE(ofCore->title, QStringLiteral("A page"));
        QCOMPARE(ofModule->title, QStringLiteral("Source of x"));
        QVERIFY(!set.source(cq::CriterionId(QStringLiteral("x-1")), cq::SourceId(QStringLiteral("S2"))));
        QVERIFY(!set.source(cq::CriterionId(QStringLiteral("none")), id));
    }

    void aCopyOutlivesItsOriginal()
    {
        PackSet copy;
        QCOMPARE(copy.criteria().size(), 0);
        {
            const PackSet set = made({corePack()});
            copy = set;
        }
        QCOMPARE(copy.criteria().size(), 2);
        QCOMPARE(copy.indexOf(cq::SectionId(QStringLiteral("AAA-sub"))), 1);
    }

    void aSetThatContradictsItselfIsRefused_data()
    {
        QTest::addColumn<QList<CriteriaPack>>("packs");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *name, const QList<CriteriaPack> &packs, const char *part) {
            QTest::newRow(name) << packs << QString::fromLatin1(part);
        };
        CriteriaPack other = smallPack("module", "x");
        row("no pack", {}, "exactly one core pack");
        row("no core pack", {smallPack("module", "x")}, "exactly one core pack");
        row("two core packs", {corePack(), corePack()}, "exactly one core pack");
        row("a pack twice", {corePack(), other, other}, "'test.x' stands twice");
        other.kind = cq::PackKind::Overlay;
        row("a pack twice under two kinds", {corePack(), smallPack("module", "x"), other}, "'test.x' stands twice");
        other = smallPack("module", "x");
        other.sections[0].id = cq::SectionId(QStringLiteral("AAA"));
        row("a section twice", {corePack(), other}, "section 'AAA'");
        other = smallPack("module", "x");
        other.criteria[0].id = cq::CriterionId(QStringLiteral("AAA-01"));
        row("a criterion twice", {corePack(), other}, "criterion 'AAA-01'");
        other = smallPack("module", "x");
        other.facts[1].unit = QStringLiteral("cots");
        row("a fact defined differently", {corePack(), other}, "fact 'beds'");
    }

    void aSetThatContradictsItselfIsRefused()
    {
        QFETCH(QList<CriteriaPack>, packs);
        QFETCH(QString, part);
        const auto set = PackSet::make(packs);
        QVERIFY(!set);
        QCOMPARE(set.error().code, cq::ErrorCode::InvalidInput);
        QVERIFY2(set.error().detail.contains(part), qPrintable(set.error().detail));
    }
};

QTEST_APPLESS_MAIN(TestPackSet)
#include "tst_packset.moc"
