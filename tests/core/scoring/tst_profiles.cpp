// SPDX-License-Identifier: GPL-3.0-or-later
// The real packs against three kinds of centre (domain.md section 4).
#include "core/pack/packreader.h"
#include "core/scoring/scoreboard.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace cq;

class TestProfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void howManyCriteriaApply_data();
    void howManyCriteriaApply();
    void withoutFactsNothingConditionalIsDecided();

private:
    PackSet m_packs;
};

void TestProfiles::initTestCase()
{
    QList<CriteriaPack> packs;
    for (const char *name : {"core", "ped", "poc", "ctr", "hct"}) {
        const auto read = PackReader::readFile(
            QStringLiteral(CQ_SOURCE_DIR "/resources/packs/gocart.%1.cqpack.json").arg(QString::fromLatin1(name)));
        QVERIFY2(read.pack, name);
        packs.append(*read.pack);
    }
    const auto set = PackSet::make(packs);
    QVERIFY(set);
    m_packs = *set;
    QCOMPARE(m_packs.criteria().size(), 177);
}

void TestProfiles::howManyCriteriaApply_data()
{
    QTest::addColumn<QJsonObject>("facts");
    QTest::addColumn<int>("applicable");
    QFile file(QStringLiteral(CQ_SOURCE_DIR "/tests/data/packs/profiles.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject profiles = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(profiles.size(), 3);
    for (auto it = profiles.begin(); it != profiles.end(); ++it)
        QTest::newRow(qPrintable(it.key()))
            << it->toObject().value(QStringLiteral("facts")).toObject()
            << it->toObject().value(QStringLiteral("applicable")).toInt();
}

void TestProfiles::howManyCriteriaApply()
{
    QFETCH(QJsonObject, facts);
    ScoringInput input;
    input.packs = m_packs;
    for (auto it = facts.begin(); it != facts.end(); ++it) {
        const FactId fact(it.key());
        QVERIFY2(m_packs.indexOf(fact) >= 0, qPrintable(it.key()));
        input.profile.insert(fact, {fact, FactValue(it->toBool()), {}, {}});
    }
    const ScoreSheet sheet = ScoreBoard::make(input)->sheet();
    QTEST(sheet.overall.applicable, "applicable");
    QCOMPARE(sheet.overall.undetermined, 0);
    QCOMPARE(sheet.overall.applicable + sheet.overall.naByRule, 177);
}

void TestProfiles::withoutFactsNothingConditionalIsDecided()
{
    ScoringInput input;
    input.packs = m_packs;
    const ScoreSheet sheet = ScoreBoard::make(input)->sheet();
    QCOMPARE(sheet.overall.naByRule, 0);
    QVERIFY(sheet.overall.undetermined > 50);
    QVERIFY(sheet.missingFacts.contains(FactId(QStringLiteral("serves_paediatric"))));
}

QTEST_GUILESS_MAIN(TestProfiles)
#include "tst_profiles.moc"
