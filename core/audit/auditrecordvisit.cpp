// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditrecordvisit.h"

#include "core/audit/auditrecord.h"
#include "core/audit/auditrecordcentre.h"
#include "core/audit/auditrecordform.h"
#include "core/visit/failurebound.h"

#include <limits>
#include <tuple>

namespace cq {

using namespace recordform;

namespace {

constexpr qint64 maxNumber = 1'000'000;

QJsonObject caseJson(const Sample &sample, qsizetype caseAt)
{
    QJsonArray cells;
    for (qsizetype checkAt = 0; checkAt < sample.checks.size(); ++checkAt)
        cells.append(textOf(sample.at(caseAt, checkAt)));
    return {
        {QStringLiteral("label"), sample.cases[caseAt].label},
        {QStringLiteral("place"), sample.cases[caseAt].place},
        {QStringLiteral("cells"), cells},
    };
}

QJsonObject resultJson(const Sample &sample)
{
    const SampleResult result = resultOf(sample);
    const SampleTally &cases = result.cases;
    const auto level = proposedLevel(result);
    return {
        {QStringLiteral("judged"), cases.judged},
        {QStringLiteral("failed"), cases.failures},
        {QStringLiteral("open"), cases.open},
        {QStringLiteral("failureBound"),
            cases.judged > 0 ? QJsonValue(failureBound(cases.failures, cases.judged, sample.confidence)) : QJsonValue()},
        {QStringLiteral("proposedLevel"), level ? QJsonValue(textOf(*level)) : QJsonValue()},
    };
}

QJsonObject sampleJson(const Sample &sample)
{
    QJsonArray cases;
    for (qsizetype caseAt = 0; caseAt < sample.cases.size(); ++caseAt)
        cases.append(caseJson(sample, caseAt));
    QJsonObject json{
        {QStringLiteral("id"), sample.id.text()},
        {QStringLiteral("criterion"), sample.criterion.text()},
        {QStringLiteral("facility"), idOrNull(sample.facility)},
        {QStringLiteral("worksheet"), sample.title},
        {QStringLiteral("confidence"), sample.confidence},
        {QStringLiteral("tolerableRate"), sample.tolerableRate},
        {QStringLiteral("population"), sample.population},
        {QStringLiteral("seed"), sample.seed ? QJsonValue(qint64{*sample.seed}) : QJsonValue()},
        {QStringLiteral("checks"), QJsonArray::fromStringList(sample.checks)},
        {QStringLiteral("cases"), cases},
        {QStringLiteral("result"), resultJson(sample)},
        {QStringLiteral("drawnBy"), sample.drawnBy},
    };
    putMoment(json, sample.drawnAt);
    return json;
}

void readCase(JsonObjectReader &reader, Sample &sample, QSet<QString> &labels)
{
    SampleCase drawn;
    drawn.label = reader.newId("label", labels);
    drawn.place = int(reader.integer("place", 0, Sample::maxPopulation).value_or(0));
    QList<CellAnswer> cells = reader.words<CellAnswer>("cells", Sample::maxChecks);
    if (cells.size() != sample.checks.size())
        reader.fault("cells", QStringLiteral("a case has one answer for each of the %1 checks").arg(sample.checks.size()));
    cells.resize(sample.checks.size());
    sample.cases.append(drawn);
    sample.cells += cells;
}

// Of the form only; whether it follows from the cells can be told once the sample is known to be sound.
QJsonObject readResult(JsonObjectReader reader)
{
    const auto level = reader.isNull("proposedLevel") ? std::nullopt : reader.wordIfKnown<ResponseLevel>("proposedLevel");
    const auto bound = reader.integerOrNull("failureBound", 0, 10000);
    const QJsonObject result{
        {QStringLiteral("judged"), reader.integer("judged", 0, Sample::maxCases).value_or(0)},
        {QStringLiteral("failed"), reader.integer("failed", 0, Sample::maxCases).value_or(0)},
        {QStringLiteral("open"), reader.integer("open", 0, Sample::maxCases).value_or(0)},
        {QStringLiteral("failureBound"), bound ? QJsonValue(*bound) : QJsonValue()},
        {QStringLiteral("proposedLevel"), level ? QJsonValue(textOf(*level)) : QJsonValue()},
    };
    reader.refuseOtherKeys();
    return result;
}

Sample readSample(JsonObjectReader &reader, QSet<QString> &seen, const QSet<QString> &facilities)
{
    const qsizetype faultsBefore = reader.faultCount();
    Sample sample;
    sample.id = SampleId(reader.newId("id", seen));
    sample.criterion = CriterionId(reader.id("criterion"));
    sample.facility = readRecordedFacility(reader, facilities);
    sample.title = reader.text("worksheet");
    sample.confidence = int(reader.integer("confidence", 50, 99).value_or(sample.confidence));
    sample.tolerableRate = int(reader.integer("tolerableRate", 1, 99).value_or(1));
    sample.population = int(reader.integer("population", 0, Sample::maxPopulation).value_or(0));
    if (const auto seed = reader.integerOrNull("seed", 0, std::numeric_limits<quint32>::max()))
        sample.seed = quint32(*seed);
    sample.checks = reader.texts("checks", Sample::maxChecks);
    for (const char *list : {"checks", "cases"})
        if (reader.isEmptyList(list))
            reader.fault(list, QStringLiteral("a sample has at least one check and one case"));
    QSet<QString> labels;
    reader.forEach(
        "cases", Sample::maxCases, [&](JsonObjectReader &drawn) { readCase(drawn, sample, labels); });
    const QJsonObject result = readResult(reader.child("result"));
    sample.drawnBy = reader.text("drawnBy");
    sample.drawnAt = reader.timestamp();
    if (reader.faultCount() == faultsBefore && result != resultJson(sample))
        reader.fault("result", QStringLiteral("the result does not follow from the cells"));
    return sample;
}

PlanSlot readSlot(JsonObjectReader &reader, QSet<QString> &seen, const QSet<QString> &facilities)
{
    PlanSlot slot;
    slot.id = PlanSlotId(reader.newId("id", seen));
    if (reader.isNull("day"))
        reader.fault("day", QStringLiteral("a day is expected here"));
    slot.day = reader.dateOrNull("day");
    const auto from = reader.integer("fromMinute", 0, PlanSlot::dayMinutes - 1);
    const auto to = reader.integer("toMinute", 1, PlanSlot::dayMinutes);
    if (from && to && *to <= *from)
        reader.fault("toMinute", QStringLiteral("it ends before it begins"));
    slot.fromMinute = int(from.value_or(0));
    slot.toMinute = int(to.value_or(0));
    slot.facility = readRecordedFacility(reader, facilities);
    slot.auditor = reader.text("auditor");
    slot.toMeet = reader.text("toMeet");
    slot.topic = reader.text("topic");
    return slot;
}

InformationRequest readRequest(JsonObjectReader &reader, QSet<QString> &seen, QSet<qint64> &numbers)
{
    InformationRequest request;
    request.id = RequestId(reader.newId("id", seen));
    const auto number = reader.integer("number", 1, maxNumber);
    if (number && numbers.contains(*number))
        reader.fault("number", QStringLiteral("request %1 stands twice").arg(*number));
    numbers.insert(number.value_or(0));
    request.number = int(number.value_or(0));
    request.criterion = CriterionId(reader.idOrNull("criterion"));
    request.question = reader.text("question");
    request.askedOn = reader.dateOrNull("askedOn");
    request.dueOn = reader.dateOrNull("dueOn");
    request.answer = reader.text("answer");
    request.answeredOn = reader.dateOrNull("answeredOn");
    request.state = reader.word<RequestState>("state");
    return request;
}

} // namespace

QJsonArray recordedSamplesJson(const QList<Sample> &samples)
{
    return sorted(
        samples, [](const Sample &sample) { return std::tuple(sample.drawnAt.utcMs, normal(sample.id)); }, sampleJson);
}

QJsonArray recordedPlanJson(const QList<PlanSlot> &plan)
{
    const auto key = [](const PlanSlot &slot) {
        return std::tuple(slot.day, slot.fromMinute, slot.toMinute, normal(slot.id));
    };
    return sorted(plan, key, [](const PlanSlot &slot) {
        return QJsonObject{
            {QStringLiteral("id"), slot.id.text()},
            {QStringLiteral("day"), slot.day.toString(Qt::ISODate)},
            {QStringLiteral("fromMinute"), slot.fromMinute},
            {QStringLiteral("toMinute"), slot.toMinute},
            {QStringLiteral("facility"), idOrNull(slot.facility)},
            {QStringLiteral("auditor"), slot.auditor},
            {QStringLiteral("toMeet"), slot.toMeet},
            {QStringLiteral("topic"), slot.topic},
        };
    });
}

QJsonArray recordedDeclarationsJson(const QList<CoiDeclaration> &declarations)
{
    const auto key = [](const CoiDeclaration &declaration) { return normal(declaration.member); };
    return sorted(declarations, key, [](const CoiDeclaration &declaration) {
        return QJsonObject{
            {QStringLiteral("member"), declaration.member},
            {QStringLiteral("statement"), textOf(declaration.statement)},
            {QStringLiteral("text"), declaration.text},
            {QStringLiteral("declaredOn"), dateOrNull(declaration.declaredOn)},
        };
    });
}

QJsonArray recordedRequestsJson(const QList<InformationRequest> &requests)
{
    const auto key = [](const InformationRequest &request) { return std::tuple(request.number, normal(request.id)); };
    return sorted(requests, key, [](const InformationRequest &request) {
        return QJsonObject{
            {QStringLiteral("id"), request.id.text()},
            {QStringLiteral("number"), request.number},
            {QStringLiteral("criterion"), idOrNull(request.criterion)},
            {QStringLiteral("question"), request.question},
            {QStringLiteral("askedOn"), dateOrNull(request.askedOn)},
            {QStringLiteral("dueOn"), dateOrNull(request.dueOn)},
            {QStringLiteral("answer"), request.answer},
            {QStringLiteral("answeredOn"), dateOrNull(request.answeredOn)},
            {QStringLiteral("state"), textOf(request.state)},
        };
    });
}

QJsonArray recordedMeetingsJson(const QList<Meeting> &meetings)
{
    const auto key = [](const Meeting &meeting) { return meeting.kind; };
    return sorted(meetings, key, [](const Meeting &meeting) {
        return QJsonObject{
            {QStringLiteral("kind"), textOf(meeting.kind)},
            {QStringLiteral("heldOn"), dateOrNull(meeting.heldOn)},
            {QStringLiteral("attendance"), QJsonArray::fromStringList(meeting.attendance)},
            {QStringLiteral("notes"), meeting.notes},
        };
    });
}

QList<Sample> readRecordedSamples(JsonObjectReader &root, const QSet<QString> &facilities)
{
    QList<Sample> samples;
    QSet<QString> seen;
    root.forEach("samples", AuditRecordReader::maxSamples,
        [&](JsonObjectReader &reader) { samples.append(readSample(reader, seen, facilities)); });
    return samples;
}

QList<PlanSlot> readRecordedPlan(JsonObjectReader &root, const QSet<QString> &facilities)
{
    QList<PlanSlot> plan;
    QSet<QString> seen;
    root.forEach("plan", AuditRecordReader::maxSlots,
        [&](JsonObjectReader &reader) { plan.append(readSlot(reader, seen, facilities)); });
    return plan;
}

QList<CoiDeclaration> readRecordedDeclarations(JsonObjectReader &root)
{
    QList<CoiDeclaration> declarations;
    QSet<QString> members;
    root.forEach("declarations", AuditRecordReader::maxDeclarations, [&](JsonObjectReader &reader) {
        CoiDeclaration declaration;
        declaration.member = reader.text("member");
        if (members.contains(declaration.member))
            reader.fault("member", QStringLiteral("%1 declares twice").arg(JsonObjectReader::quoted(declaration.member)));
        members.insert(declaration.member);
        declaration.statement = reader.word<CoiStatement>("statement");
        declaration.text = reader.text("text");
        declaration.declaredOn = reader.dateOrNull("declaredOn");
        declarations.append(declaration);
    });
    return declarations;
}

QList<InformationRequest> readRecordedRequests(JsonObjectReader &root)
{
    QList<InformationRequest> requests;
    QSet<QString> seen;
    QSet<qint64> numbers;
    root.forEach("requests", AuditRecordReader::maxRequests,
        [&](JsonObjectReader &reader) { requests.append(readRequest(reader, seen, numbers)); });
    return requests;
}

QList<Meeting> readRecordedMeetings(JsonObjectReader &root)
{
    QList<Meeting> meetings;
    QSet<MeetingKind> kinds;
    root.forEach("meetings", allTexts<MeetingKind>().size(), [&](JsonObjectReader &reader) {
        Meeting meeting;
        const auto kind = reader.wordIfKnown<MeetingKind>("kind");
        if (kind && kinds.contains(*kind))
            reader.fault("kind", QStringLiteral("the meeting stands twice"));
        if (kind)
            kinds.insert(*kind);
        meeting.kind = kind.value_or(MeetingKind::Opening);
        meeting.heldOn = reader.dateOrNull("heldOn");
        meeting.attendance = reader.texts("attendance", AuditRecordReader::maxAttendance);
        meeting.notes = reader.text("notes");
        meetings.append(meeting);
    });
    return meetings;
}

} // namespace cq
