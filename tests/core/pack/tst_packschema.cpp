// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the published JSON Schema, the five shipped packs and the packs for tests against each other. The schema is
// read by valijson, which shares no code with PackReader: what outside authors use must say the same as the program.
#define VALIJSON_USE_EXCEPTIONS 1

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <QDir>
#include <QFile>
#include <QTest>

#include <functional>
#include <map>
#include <set>
#include <string>

using Json = nlohmann::json;

namespace {

QString sourcePath(const QString &relative)
{
    return QStringLiteral(CQ_SOURCE_DIR "/") + relative;
}

// Discarded (is_discarded()) where the file is missing or no JSON.
Json readJson(const QString &relative)
{
    QFile file(sourcePath(relative));
    if (!file.open(QIODevice::ReadOnly))
        return Json(Json::value_t::discarded);
    return Json::parse(file.readAll().toStdString(), nullptr, false);
}

const QStringList &shippedPacks()
{
    static const QStringList names{QStringLiteral("gocart.core"), QStringLiteral("gocart.ped"),
        QStringLiteral("gocart.poc"), QStringLiteral("gocart.ctr"), QStringLiteral("gocart.hct")};
    return names;
}

Json readShipped(const QString &id)
{
    return readJson(QStringLiteral("resources/packs/%1.cqpack.json").arg(id));
}

void forEachCriterion(const Json &sections, const std::function<void(const Json &)> &visit)
{
    for (const Json &section : sections) {
        for (const Json &criterion : section.value("criteria", Json::array()))
            visit(criterion);
        forEachCriterion(section.value("sections", Json::array()), visit);
    }
}

// Adds the place of each property without a description of its own or behind its $ref. Schemas under if, then, else,
// not, anyOf and allOf only restrict what is described elsewhere.
void collectUndescribed(const Json &schema, const Json &definitions, const std::string &place, QStringList &undescribed)
{
    const Json properties = schema.value("properties", Json::object());
    for (const auto &[key, property] : properties.items()) {
        const std::string here = place + "/" + key;
        const std::string ref = property.value("$ref", std::string());
        const Json &described = ref.empty() ? property : definitions.at(ref.substr(ref.rfind('/') + 1));
        if (described.value("description", std::string()).empty())
            undescribed.append(QString::fromStdString(here));
        collectUndescribed(property, definitions, here, undescribed);
        if (property.contains("items"))
            collectUndescribed(property.at("items"), definitions, here, undescribed);
    }
}

} // namespace

class TestPackSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aShippedPackConforms_data();
    void aShippedPackConforms();
    void theMinimalPackConforms();
    void aBrokenPackDoesNotConform_data();
    void aBrokenPackDoesNotConform();
    void everyKeyIsDescribed();
    void theShippedPacksHoldAllCriteria();
    void noCriterionStandsTwice();
    void everySourceIsListedAndUsed();
    void aFactIsTheSameInEveryPack();
    void everyBrokenPackHasItsExpectation();

private:
    QString faultOf(const Json &document) const;

    Json m_schemaJson;
    valijson::Schema m_schema;
};

void TestPackSchema::initTestCase()
{
    m_schemaJson = readJson(QStringLiteral("resources/packs/schema/cqpack.schema.json"));
    QVERIFY(m_schemaJson.is_object());
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(m_schemaJson), m_schema);
}

// Empty where the document conforms, otherwise all places and reasons.
QString TestPackSchema::faultOf(const Json &document) const
{
    valijson::Validator validator;
    valijson::ValidationResults results;
    const valijson::adapters::NlohmannJsonAdapter adapter(document);
    if (validator.validate(m_schema, adapter, &results))
        return {};
    QStringList faults;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        std::string place;
        for (const std::string &step : error.context)
            place += step;
        faults.append(QString::fromStdString(place + ": " + error.description));
    }
    return faults.isEmpty() ? QStringLiteral("does not conform") : faults.join(u'\n');
}

void TestPackSchema::aShippedPackConforms_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : shippedPacks())
        QTest::newRow(qPrintable(id)) << id;
}

void TestPackSchema::aShippedPackConforms()
{
    QFETCH(QString, id);
    const Json pack = readShipped(id);
    QVERIFY(pack.is_object());
    QCOMPARE(faultOf(pack), QString());
    QCOMPARE(pack.at("id").get<std::string>(), id.toStdString());
}

void TestPackSchema::theMinimalPackConforms()
{
    const Json pack = readJson(QStringLiteral("tests/data/packs/minimal.cqpack.json"));
    QVERIFY(pack.is_object());
    QCOMPARE(faultOf(pack), QString());
}

// The faults that a schema can tell; ids that stand twice, unknown names and rules are the reader's part.
void TestPackSchema::aBrokenPackDoesNotConform_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"wrong-format-word", "newer-format-version", "bad-version", "misspelt-key", "missing-text",
             "wrong-type", "unknown-criticality", "weight-zero", "weight-too-large", "scale-value-too-large",
             "advisory-gate", "facility-types-without-per-facility", "policy-in-module", "core-without-policy",
             "empty-section"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestPackSchema::aBrokenPackDoesNotConform()
{
    QFETCH(QString, name);
    const QString folder = QStringLiteral("tests/data/packs/broken/");
    const QStringList files
        = QDir(sourcePath(folder)).entryList({QStringLiteral("*-%1.cqpack.json").arg(name)}, QDir::Files);
    QCOMPARE(files.size(), 1);
    const Json pack = readJson(folder + files.first());
    QVERIFY(pack.is_object());
    QVERIFY(!faultOf(pack).isEmpty());
}

void TestPackSchema::everyKeyIsDescribed()
{
    const Json &definitions = m_schemaJson.at("definitions");
    QStringList undescribed;
    collectUndescribed(m_schemaJson, definitions, "", undescribed);
    for (const auto &[name, definition] : definitions.items())
        collectUndescribed(definition, definitions, name, undescribed);
    QCOMPARE(undescribed, QStringList());
}

// The figures of domain.md section 4; a criterion lost or re-graded by mistake shows here.
void TestPackSchema::theShippedPacksHoldAllCriteria()
{
    std::map<std::string, int> counts;
    for (const QString &id : shippedPacks())
        forEachCriterion(readShipped(id).at("sections"), [&](const Json &criterion) {
            ++counts["all"];
            ++counts[criterion.at("criticality").get<std::string>()];
            ++counts["certainty " + criterion.at("certainty").get<std::string>()];
            counts["gates"] += criterion.value("gate", false) ? 1 : 0;
            counts["express"] += criterion.value("express", false) ? 1 : 0;
        });
    const std::map<std::string, int> expected{{"all", 177}, {"gates", 25}, {"critical", 49}, {"major", 102},
        {"minor", 26}, {"express", 48}, {"certainty A", 75}, {"certainty B", 85}, {"certainty C", 17}};
    QCOMPARE(counts, expected);
}

void TestPackSchema::noCriterionStandsTwice()
{
    std::set<std::string> ids;
    QStringList twice;
    for (const QString &id : shippedPacks())
        forEachCriterion(readShipped(id).at("sections"), [&](const Json &criterion) {
            const auto criterionId = criterion.at("id").get<std::string>();
            if (!ids.insert(criterionId).second)
                twice.append(QString::fromStdString(criterionId));
        });
    QCOMPARE(twice, QStringList());
    QCOMPARE(ids.size(), size_t{177});
}

void TestPackSchema::everySourceIsListedAndUsed()
{
    for (const QString &id : shippedPacks()) {
        const Json pack = readShipped(id);
        std::set<std::string> listed;
        std::set<std::string> used;
        for (const Json &source : pack.at("sources"))
            listed.insert(source.at("id").get<std::string>());
        forEachCriterion(pack.at("sections"), [&](const Json &criterion) {
            for (const Json &reference : criterion.at("sources"))
                used.insert(reference.at("source").get<std::string>());
        });
        QVERIFY2(!used.empty(), qPrintable(id));
        QVERIFY2(listed == used, qPrintable(id));
    }
}

void TestPackSchema::aFactIsTheSameInEveryPack()
{
    std::map<std::string, Json> facts;
    int shared = 0;
    for (const QString &id : shippedPacks()) {
        const Json pack = readShipped(id);
        for (const Json &fact : pack.at("facts")) {
            const auto [known, isNew] = facts.emplace(fact.at("id").get<std::string>(), fact);
            shared += isNew ? 0 : 1;
            QVERIFY2(known->second == fact, known->first.c_str());
        }
    }
    QVERIFY(shared > 0);
}

void TestPackSchema::everyBrokenPackHasItsExpectation()
{
    const QDir folder(sourcePath(QStringLiteral("tests/data/packs/broken")));
    QFile file(folder.filePath(QStringLiteral("expected.tsv")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList expected;
    while (!file.atEnd()) {
        const QStringList columns = QString::fromUtf8(file.readLine().trimmed()).split(u'\t');
        QCOMPARE(columns.size(), 4);
        expected.append(columns.first());
    }
    QVERIFY(expected.size() >= 20);
    QCOMPARE(folder.entryList({QStringLiteral("*.cqpack.json")}, QDir::Files, QDir::Name), expected);
}

QTEST_GUILESS_MAIN(TestPackSchema)
#include "tst_packschema.moc"
