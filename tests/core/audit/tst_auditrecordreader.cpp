// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditrecord.h"

#include "tests/support/fullrecord.h"
#include "tests/support/schemacheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace cq;
using cq::testing::aFullRecord;
using cq::testing::SchemaCheck;

namespace {

// The value with what stands at the path replaced; undefined takes it away.
QJsonValue replaced(const QJsonValue &value, const QStringList &path, const QJsonValue &with)
{
    if (path.isEmpty())
        return with;
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        const auto place = path.first().toLongLong();
        const QJsonValue part = replaced(array.at(place), path.mid(1), with);
        if (place < array.size())
            array.replace(place, part);
        else
            array.append(part);
        return array;
    }
    QJsonObject object = value.toObject();
    object.insert(path.first(), replaced(object.value(path.first()), path.mid(1), with));
    return object;
}

QByteArray fullWith(const QString &pointer, const QJsonValue &value)
{
    const QJsonValue changed = replaced(recordJson(aFullRecord()), pointer.split(u'/').mid(1), value);
    return QJsonDocument(changed.toObject()).toJson(QJsonDocument::Indented);
}

QStringList told(const QList<Fault> &faults)
{
    QStringList lines;
    for (const Fault &fault : faults)
        lines.append(fault.pointer + QStringLiteral(": ") + fault.message);
    return lines;
}

// Number of the line of the text that holds the nth occurrence of a piece, counted from 1.
int lineHolding(const QByteArray &text, const QByteArray &piece)
{
    return int(text.left(text.indexOf(piece)).count('\n')) + 1;
}

QJsonArray copies(const QJsonValue &item, int count)
{
    QJsonArray array;
    for (int i = 0; i < count; ++i)
        array.append(item);
    return array;
}

} // namespace

class TestAuditRecordReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneFaultIsToldAtItsPlace_data();
    void oneFaultIsToldAtItsPlace();
    void theSchemaRefusesWhatIsAFaultOfForm_data() { oneFaultIsToldAtItsPlace_data(); }
    void theSchemaRefusesWhatIsAFaultOfForm();
    void faultsCarryTheirLine();
    void allFaultsAreToldAtOnce();
    void faultsAreCappedAndTheRestCounted();
    void aNewerVersionIsRefusedAlone();
    void anotherFormatIsRefusedAlone();
    void whatIsNoJsonIsOneFaultOnItsLine();
    void aFileOverTheLimitIsRefusedBeforeParsing();
    void deepNestingIsRefused();
    void indentedAndUnsortedFormsAreReadAsWell();
    void everyTruncationIsRefused();
    void aBrokenChainIsReadableForItsVerifier();
};

void TestAuditRecordReader::oneFaultIsToldAtItsPlace_data()
{
    QTest::addColumn<QString>("change"); ///< what is replaced
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("pointer"); ///< where the fault is told
    QTest::addColumn<QString>("message");
    QTest::addColumn<bool>("schemaKnows");
    const auto at = [](const char *name, const char *change, const QJsonValue &value, const char *pointer,
                        const char *message, bool schemaKnows = true) {
        QTest::newRow(name) << QString::fromLatin1(change) << value << QString::fromLatin1(pointer)
                            << QString::fromLatin1(message) << schemaKnows;
    };
    const auto row = [&](const char *name, const char *change, const QJsonValue &value, const char *message,
                         bool schemaKnows = true) { at(name, change, value, change, message, schemaKnows); };
    const QJsonValue missing(QJsonValue::Undefined);
    const auto text = [](const char *latin1) { return QJsonValue(QString::fromLatin1(latin1)); };
    const QJsonObject json = recordJson(aFullRecord());

    row("format of a pack", "/format", text("centrequal-pack"), "this is no audit record");
    row("format of nothing", "/format", text(""), "this is no audit record");
    row("version nought", "/formatVersion", 0, "a whole number from 1");
    row("version as text", "/formatVersion", text("1"), "a whole number from 1");
    for (const char *section : {"audit", "packs", "centre", "responses", "findings", "actions", "evidence", "samples",
             "plan", "declarations", "requests", "meetings", "trail", "result"})
        at(qPrintable(QStringLiteral("no %1").arg(QLatin1String(section))),
            qPrintable(QStringLiteral("/%1").arg(QLatin1String(section))), missing, "",
            qPrintable(QStringLiteral("the key '%1' is missing").arg(QLatin1String(section))));
    row("unknown section", "/score", 1, "the key 'score' is unknown");
    row("audit is a list", "/audit", QJsonArray(), "an object { } is expected");
    row("responses are an object", "/responses", QJsonObject(), "a list [ ] is expected");

    row("audit without id", "/audit/id", text(""), "the id is empty");
    row("audit id too long", "/audit/id", QString(129, u'x'), "longer than 128 characters");
    row("unknown kind", "/audit/kind", text("accreditation"), "use self-assessment, initial, surveillance");
    row("unknown method", "/audit/method", text("by-mail"), "use on-site, remote, hybrid, desk-review");
    row("unknown state", "/audit/state", text("Draft"), "use draft, planned");
    row("title too long", "/audit/title", QString(20001, u'x'), "the text has 20001 characters, the limit is 20000");
    row("misspelt key", "/audit/Title", text(""), "the key 'Title' is unknown");
    row("no such day", "/audit/startsOn", text("2026-02-30"), "a date like", false);
    row("day of another form", "/audit/endsOn", text("24.11.2026"), "a date like");
    row("period is a number", "/audit/scope/periodFrom", 2025, "a date like");
    row("scope key", "/audit/scope/sites", QJsonArray(), "the key 'sites' is unknown");
    row("scope with an unknown facility", "/audit/scope/facilities/1", text("ward-9"),
        "the centre has no facility 'ward-9'", false);
    row("scope with a facility twice", "/audit/scope/facilities/1", text("collection-1"), "stands twice");
    row("team role", "/audit/team/0/role", text("inspector"), "'inspector' is not allowed here");
    row("team key", "/audit/team/0/mail", text("x"), "the key 'mail' is unknown");
    row("created without zone", "/audit/created/utc", text("2026-11-22T09:00:00.000"), "a moment like");
    row("created at no such hour", "/audit/created/utc", text("2026-11-22T25:00:00.000Z"), "a moment like", false);
    row("created offset", "/audit/created/offset", text("1h"), "an offset from UTC like");
    row("language empty", "/audit/reportLanguage", text(""), "the id is empty");

    row("pack version", "/packs/0/version", text("1.0"), "a version like");
    row("pack digest short", "/packs/0/digest", QString(63, u'a'), "64 hexadecimal digits");
    row("pack digest no digits", "/packs/0/digest", QString(64, u'g'), "64 hexadecimal digits");
    row("pack digest in capitals", "/packs/0/digest", QString(64, u'A'), "64 hexadecimal digits");
    row("pack twice", "/packs/1/id", text("test.core"), "'test.core' stands twice", false);
    row("too many packs", "/packs", copies(json[u"packs"].toArray()[0], 51), "has 51 entries, the limit is 50");

    row("fictional as text", "/centre/fictional", text("false"), "true or false");
    row("facility twice", "/centre/facilities/1/id", text("collection-1"), "", false);
    row("facility type", "/centre/facilities/0/type", text("ward"), "use clinical-unit, day-unit");
    row("too many facilities", "/centre/facilities",
        copies(json[u"centre"].toObject()[u"facilities"].toArray()[0], 201), "has 201 entries, the limit is 200");
    row("certificate date", "/centre/certificates/0/validUntil", text("2027"), "a date like");
    row("certificate twice", "/centre/certificates/1/id", text("cert-1"), "'cert-1' stands twice", false);
    row("contact with an address", "/centre/contacts/0/mail", text("a@b.example"), "the key 'mail' is unknown");
    row("contact twice", "/centre/contacts/1/id", text("contact-1"), "'contact-1' stands twice", false);
    row("fact type", "/centre/facts/0/type", text("choice"), "use boolean, integer, text");
    row("fact value of another type", "/centre/facts/0/value", text("42"), "a whole number");
    row("fact value negative", "/centre/facts/0/value", -1, "a whole number from 0");
    row("fact value over the limit", "/centre/facts/0/value", 1e10, "a whole number from 0 to 1000000000");
    row("fact value without type", "/centre/facts/2/value", true, "null is expected here");
    row("fact twice", "/centre/facts/1/id", text("annual_infusions"), "'annual_infusions' stands twice", false);
    row("fact date", "/centre/facts/0/asOf", text("yesterday"), "a date like");

    row("response without criterion", "/responses/0/criterion", text(""), "the id is empty");
    row("response at an unknown facility", "/responses/5/facility", text("ward-9"),
        "the centre has no facility 'ward-9'", false);
    row("response at an empty facility", "/responses/5/facility", text(""), "the id is empty");
    row("response party", "/responses/0/party", text("sponsor"), "use centre, auditor, reviewer");
    row("response level", "/responses/0/level", text("Met"),
        "'Met' is not allowed here; use met, partially-met, not-met, not-applicable, not-assessed");
    row("note too long", "/responses/0/note", QString(20001, u'x'), "the limit is 20000");
    row("accepted as a number", "/responses/0/naAccepted", 1, "true or false");
    row("answered at", "/responses/0/utc", text("now"), "a moment like");
    row("answered offset", "/responses/0/offset", missing, "");
    row("response key", "/responses/0/score", 5, "the key 'score' is unknown");
    at("response twice", "/responses/7", json[u"responses"].toArray()[6], "/responses/7",
        "'X-04' is answered twice by the same party at the same place", false);
    row("response is a text", "/responses/0", text("met"), "an object { } is expected");

    row("finding without criteria", "/findings/0/criteria", QJsonArray(), "at least one criterion");
    row("finding with an empty criterion", "/findings/0/criteria/0", text(""), "the id is empty");
    row("finding with a criterion twice", "/findings/0/criteria/1", text("X-02"), "'X-02' stands twice");
    row("finding criteria as text", "/findings/0/criteria", text("X-02"), "a list [ ] is expected");
    row("finding number nought", "/findings/0/number", 0, "a whole number from 1");
    row("finding number twice", "/findings/1/number", 1, "finding 1 stands twice", false);
    row("finding id twice", "/findings/1/id", text("finding-1"), "'finding-1' stands twice", false);
    row("finding kind", "/findings/0/kind", text("deficiency"), "use nonconformity, ofi, good-practice");
    row("finding severity", "/findings/0/severity", text("high"), "use critical, major, minor, ofi");
    row("finding proposed severity", "/findings/0/proposedSeverity", QJsonValue(), "a text in quotes");
    row("finding at an unknown facility", "/findings/0/facility", text("ward-9"), "the centre has no facility", false);
    row("finding state", "/findings/0/state", text("open"), "use noted, proposed");
    row("finding due", "/findings/0/dueOn", text("soon"), "a date like");
    row("finding risk", "/findings/0/risk/harm", text("huge"), "use low, moderate, high");
    row("finding risk as text", "/findings/0/risk", text("low"), "an object");
    row("action twice", "/actions/1/finding", text("finding-1"), "'finding-1' stands twice", false);
    row("action of no finding", "/actions/1/finding", text("finding-9"), "no finding 'finding-9'", false);
    row("action with six whys", "/actions/0/whys", copies(QJsonObject{{text("why").toString(), text("why")}}, 6), "5");
    row("why as text", "/actions/0/whys/0", text("why"), "an object");
    row("proof nobody knows", "/actions/0/proofs/0/proof", text("oath"), "use explanation, implementation");
    row("proof twice", "/actions/0/proofs/1/proof", text("explanation"), "the proof stands twice", false);
    row("action due", "/actions/0/dueOn", text("soon"), "a date like");
    row("check verdict", "/actions/0/check/result/verdict", text("good"), "use effective, not-effective");
    row("step state", "/actions/0/steps/0/state", text("answered"), "use noted, proposed");
    row("finding repeat", "/findings/0/repeat", QJsonValue(), "true or false");

    row("evidence twice", "/evidence/1/id", text("evidence-1"), "'evidence-1' stands twice", false);
    row("evidence kind", "/evidence/0/kind", text("rumour"), "use document, record");
    row("evidence method", "/evidence/0/method", text("guess"), "use examine, interview, test");
    row("evidence day", "/evidence/0/validUntil", text("soon"), "a date like");
    row("evidence size", "/evidence/0/size", -1, "a whole number from 0");
    row("evidence digest", "/evidence/0/digest", text("c"), "64 hexadecimal digits");
    row("evidence with its content", "/evidence/0/content", text("x"), "the key 'content' is unknown");
    row("evidence for a criterion twice", "/evidence/1/criteria/1", text("X-02"), "'X-02' stands twice");
    row("evidence for nothing", "/evidence/1/criteria", QJsonArray(), "at least one criterion or finding", false);
    row("evidence for no finding", "/evidence/0/findings", QJsonArray{text("finding-9")}, "no finding 'finding-9'", false);
    row("too much evidence", "/evidence", copies(json[u"evidence"].toArray()[0], 20001), "the limit is 20000");
    row("sample twice", "/samples/1/id", text("sample-1"), "'sample-1' stands twice", false);
    row("sample at an unknown facility", "/samples/0/facility", text("ward-9"), "the centre has no facility", false);
    row("sample confidence", "/samples/0/confidence", 100, "a whole number from 50 to 99");
    row("sample tolerable rate", "/samples/0/tolerableRate", 0, "a whole number from 1 to 99");
    row("sample population", "/samples/0/population", 1000001, "a whole number from 0 to 1000000");
    row("sample seed", "/samples/0/seed", 4294967296.0, "a whole number from 0 to 4294967295");
    row("sample check as a number", "/samples/0/checks/1", 2, "a text in quotes");
    row("sample check too long", "/samples/0/checks/1", QString(20001, u'x'), "the limit is 20000");
    row("sample with a label twice", "/samples/0/cases/1/label", text("A"), "'A' stands twice", false);
    row("sample cell", "/samples/0/cases/0/cells/1", text("failed"), "use open, met, not-met, not-applicable");
    at("sample with a cell more", "/samples/0/cases/0/cells/2", text("met"), "/samples/0/cases/0/cells",
        "one answer for each of the 2 checks", false);
    row("sample with a name", "/samples/0/cases/0/name", text("x"), "the key 'name' is unknown");
    row("sample without cases", "/samples/0/cases", QJsonArray(), "at least one check and one case");
    at("sample result that the cells do not give", "/samples/0/result/failed", 0, "/samples/0/result",
        "the result does not follow from the cells", false);
    row("sample bound over the whole", "/samples/0/result/failureBound", 10001, "a whole number from 0 to 10000");
    row("sample level", "/samples/0/result/proposedLevel", text("good"), "use met, partially-met");
    row("slot twice", "/plan/1/id", text("slot-1"), "'slot-1' stands twice", false);
    row("slot without day", "/plan/0/day", QJsonValue(), "a day is expected");
    row("slot on no such day", "/plan/0/day", text("2026-11-31"), "a date like", false);
    row("slot at no such minute", "/plan/0/fromMinute", 1440, "a whole number from 0 to 1439");
    row("slot that ends before it begins", "/plan/0/toMinute", 540, "it ends before it begins", false);
    row("slot at an unknown facility", "/plan/0/facility", text("ward-9"), "the centre has no facility", false);
    row("declaration twice", "/declarations/1/member", text("Ada Auditor"), "'Ada Auditor' declares twice", false);
    row("declaration nobody knows", "/declarations/0/statement", text("maybe"), "use none, declared");
    row("request twice", "/requests/1/number", 1, "request 1 stands twice", false);
    row("request state", "/requests/0/state", text("open"), "use asked, answered, settled, withdrawn");
    row("request due", "/requests/0/dueOn", text("soon"), "a date like");
    row("meeting nobody knows", "/meetings/0/kind", text("lunch"), "use opening, closing");
    row("meeting twice", "/meetings/1/kind", text("opening"), "the meeting stands twice", false);
    row("attendance as text", "/meetings/0/attendance", text("all"), "a list [ ] is expected");
    row("reminder in a record", "/reminders", QJsonArray(), "the key 'reminders' is unknown");

    row("trail sequence", "/trail/0/sequence", 0, "a whole number from 1");
    row("trail sequence broken", "/trail/0/sequence", 1.5, "a whole number from 1");
    row("trail role", "/trail/0/role", text(""), "is not allowed here");
    row("trail digest", "/trail/0/digest", text(""), "64 hexadecimal digits");
    row("trail previous", "/trail/0/previous", QJsonValue(), "a text in quotes");
    row("trail value", "/trail/0/new", 1, "a text in quotes");
    row("trail clock", "/trail/0/clockJumped", text("no"), "true or false");

    row("result over the whole", "/result/graded", 10001, "a whole number from 0 to 10000");
    row("result below nothing", "/result/strict", -1, "a whole number from 0 to 10000");
    row("result not whole", "/result/completeness", 70.5, "a whole number from 0 to 10000");
    row("result outcome", "/result/outcome", text("Accredited"),
        "use Incomplete, NaNotAccepted, NotQualified, ConditionallyQualified, Qualified");
    row("result is a list", "/result", QJsonArray(), "an object { } is expected");
}

void TestAuditRecordReader::oneFaultIsToldAtItsPlace()
{
    QFETCH(QString, change);
    QFETCH(QJsonValue, value);
    QFETCH(QString, pointer);
    QFETCH(QString, message);
    const QByteArray bytes = fullWith(change, value);
    const auto outcome = AuditRecordReader::read(bytes);
    QVERIFY(!outcome.record);
    // A facility that is renamed is missed by all that refer to it; a key taken away is told at its object.
    const QString place = value.isUndefined() ? change.section(u'/', 0, -2) : pointer;
    bool found = false;
    for (const Fault &fault : outcome.faults)
        found = found || (fault.pointer == place && fault.message.contains(message) && fault.line >= 1);
    QVERIFY2(found, qPrintable(told(outcome.faults).join(u'\n')));
    if (!change.endsWith(QStringLiteral("facilities/1/id")) && change != QStringLiteral("/centre/facilities")
        && change != QStringLiteral("/centre"))
        QCOMPARE(told(outcome.faults).size(), 1);
}

void TestAuditRecordReader::theSchemaRefusesWhatIsAFaultOfForm()
{
    QFETCH(QString, change);
    QFETCH(QJsonValue, value);
    QFETCH(bool, schemaKnows);
    static SchemaCheck schema(QStringLiteral(CQ_SOURCE_DIR "/resources/record/audit-record.schema.json"));
    QCOMPARE(schema.complaint(fullWith(change, value)).isEmpty(), !schemaKnows);
}

void TestAuditRecordReader::faultsCarryTheirLine()
{
    const QByteArray bytes = fullWith(QStringLiteral("/findings/1/severity"), QStringLiteral("dreadful"));
    const auto outcome = AuditRecordReader::read(bytes);
    QCOMPARE(outcome.faults.size(), 1);
    QCOMPARE(outcome.faults.first().line, lineHolding(bytes, "dreadful"));
    QVERIFY(outcome.faults.first().line > 50);
}

void TestAuditRecordReader::allFaultsAreToldAtOnce()
{
    QJsonValue json = recordJson(aFullRecord());
    json = replaced(json, {QStringLiteral("audit"), QStringLiteral("kind")}, QStringLiteral("x"));
    json = replaced(json, {QStringLiteral("centre"), QStringLiteral("name")}, 5);
    json = replaced(json, {QStringLiteral("trail"), QStringLiteral("3"), QStringLiteral("digest")}, QString());
    json = replaced(json, {QStringLiteral("result"), QStringLiteral("extra")}, true);
    const auto outcome = AuditRecordReader::read(QJsonDocument(json.toObject()).toJson());
    QStringList pointers;
    int line = 0;
    for (const Fault &fault : outcome.faults) {
        pointers.append(fault.pointer);
        QVERIFY(fault.line >= line);
        line = fault.line;
    }
    QCOMPARE(pointers,
        (QStringList{QStringLiteral("/audit/kind"), QStringLiteral("/centre/name"), QStringLiteral("/result/extra"),
            QStringLiteral("/trail/3/digest")}));
}

void TestAuditRecordReader::faultsAreCappedAndTheRestCounted()
{
    const QByteArray bytes = fullWith(QStringLiteral("/trail"), copies(QStringLiteral("x"), 1000));
    const auto outcome = AuditRecordReader::read(bytes);
    QCOMPARE(outcome.faults.size(), AuditRecordReader::maxFaults);
    QCOMPARE(outcome.faults.last().message, QStringLiteral("801 more faults are not listed"));
}

void TestAuditRecordReader::aNewerVersionIsRefusedAlone()
{
    const auto outcome =
        AuditRecordReader::read(R"({"format":"centrequal-audit-record","formatVersion":3,"answers":[],"audit":7})");
    QVERIFY(!outcome.record);
    QCOMPARE(told(outcome.faults),
        QStringList(QStringLiteral("/formatVersion: the record has format version 3, a newer program is needed; this "
                                   "one reads up to 2")));
}

void TestAuditRecordReader::anotherFormatIsRefusedAlone()
{
    QCOMPARE(told(AuditRecordReader::read(R"({"format":"centrequal-pack","formatVersion":1})").faults).size(), 1);
    QCOMPARE(told(AuditRecordReader::read(R"({"resourceType":"Questionnaire"})").faults),
        QStringList(QStringLiteral(": the key 'format' is missing")));
    QCOMPARE(
        told(AuditRecordReader::read("[]").faults), QStringList(QStringLiteral(": an object { } is expected here")));
}

void TestAuditRecordReader::whatIsNoJsonIsOneFaultOnItsLine()
{
    const auto outcome = AuditRecordReader::read("{\n\"format\": \"centrequal-audit-record\",\n\"formatVersion\": }");
    QVERIFY(!outcome.record);
    QCOMPARE(outcome.faults.size(), 1);
    QCOMPARE(outcome.faults.first().line, 3);
}

void TestAuditRecordReader::aFileOverTheLimitIsRefusedBeforeParsing()
{
    const QByteArray bytes(AuditRecordReader::maxBytes + 1, '[');
    const auto outcome = AuditRecordReader::read(bytes);
    QCOMPARE(told(outcome.faults), QStringList(QStringLiteral(": the file has 67108865 bytes, the limit is 67108864")));
}

void TestAuditRecordReader::deepNestingIsRefused()
{
    const QByteArray bytes = "{\"format\":" + QByteArray(1000, '[');
    const auto outcome = AuditRecordReader::read(bytes);
    QCOMPARE(outcome.faults.size(), 1);
    QVERIFY(outcome.faults.first().message.contains(QStringLiteral("nested more than 16 levels")));
}

void TestAuditRecordReader::indentedAndUnsortedFormsAreReadAsWell()
{
    const QByteArray canonical = recordBytes(aFullRecord());
    const auto indented = AuditRecordReader::read(QJsonDocument::fromJson(canonical).toJson());
    QVERIFY(indented.record);
    QCOMPARE(recordBytes(*indented.record), canonical);
    AuditRecord turned = aFullRecord();
    const QJsonArray responses = recordJson(turned)[u"responses"].toArray();
    QJsonArray backwards;
    for (const QJsonValue response : responses)
        backwards.prepend(response);
    const auto unsorted = AuditRecordReader::read(fullWith(QStringLiteral("/responses"), backwards));
    QVERIFY(unsorted.record);
    QCOMPARE(recordBytes(*unsorted.record), canonical);
}

void TestAuditRecordReader::everyTruncationIsRefused()
{
    const QByteArray bytes = recordBytes(aFullRecord());
    for (qsizetype size = 0; size < bytes.size(); size += 7) {
        const auto outcome = AuditRecordReader::read(bytes.left(size));
        QVERIFY(!outcome.record);
        QCOMPARE(outcome.faults.size(), 1);
    }
}

void TestAuditRecordReader::aBrokenChainIsReadableForItsVerifier()
{
    const auto outcome =
        AuditRecordReader::read(fullWith(QStringLiteral("/trail/2/person"), QStringLiteral("Someone Else")));
    QVERIFY(outcome.record);
    QVERIFY(!verifyTrail(outcome.record->trail));
}

QTEST_GUILESS_MAIN(TestAuditRecordReader)
#include "tst_auditrecordreader.moc"
