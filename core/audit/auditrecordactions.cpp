// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditrecordactions.h"

#include "core/audit/auditrecord.h"
#include "core/audit/auditrecordform.h"

namespace cq {

using namespace recordform;

namespace {

QJsonArray whysJson(const QStringList &whys)
{
    QJsonArray array;
    for (const QString &why : whys)
        array.append(QJsonObject{{QStringLiteral("why"), why}});
    return array;
}

// In the order of EnumText, whatever order they were given in.
QJsonArray proofsJson(const QMap<Proof, QString> &proofs)
{
    QJsonArray array;
    for (auto it = proofs.begin(); it != proofs.end(); ++it)
        array.append(
            QJsonObject{{QStringLiteral("proof"), textOf(it.key())}, {QStringLiteral("reference"), it.value()}});
    return array;
}

// What happened stays in its order.
QJsonArray stepsJson(const QList<ActionStep> &steps)
{
    QJsonArray array;
    for (const ActionStep &step : steps)
        array.append(QJsonObject{
            {QStringLiteral("state"), textOf(step.state)},
            {QStringLiteral("remark"), step.remark},
            {QStringLiteral("by"), step.by},
            {QStringLiteral("utc"), step.at.utcText()},
            {QStringLiteral("offset"), step.at.offsetText()},
        });
    return array;
}

QJsonObject checkJson(const EffectivenessCheck &check)
{
    QJsonValue result;
    if (check.result)
        result = QJsonObject{
            {QStringLiteral("verdict"), textOf(check.result->verdict)},
            {QStringLiteral("remark"), check.result->remark},
            {QStringLiteral("by"), check.result->by},
            {QStringLiteral("utc"), check.result->at.utcText()},
            {QStringLiteral("offset"), check.result->at.offsetText()},
        };
    return {{QStringLiteral("plannedOn"), dateOrNull(check.plannedOn)}, {QStringLiteral("result"), result}};
}

QMap<Proof, QString> readProofs(JsonObjectReader &action)
{
    QMap<Proof, QString> proofs;
    action.forEach("proofs", allTexts<Proof>().size(), [&](JsonObjectReader &reader) {
        const auto proof = reader.wordIfKnown<Proof>("proof");
        const QString reference = reader.text("reference");
        if (!proof)
            return;
        if (proofs.contains(*proof))
            reader.fault("proof", QStringLiteral("the proof stands twice"));
        proofs.insert(*proof, reference);
    });
    return proofs;
}

QList<ActionStep> readSteps(JsonObjectReader &action)
{
    QList<ActionStep> steps;
    action.forEach("steps", AuditRecordReader::maxSteps, [&](JsonObjectReader &reader) {
        ActionStep step;
        step.state = reader.word<FindingState>("state");
        step.remark = reader.text("remark");
        step.by = reader.text("by");
        step.at = reader.timestamp();
        steps.append(step);
    });
    return steps;
}

EffectivenessCheck readCheck(JsonObjectReader reader)
{
    EffectivenessCheck check;
    check.plannedOn = reader.dateOrNull("plannedOn");
    if (!reader.isNull("result")) {
        JsonObjectReader result = reader.child("result");
        check.result = EffectivenessCheck::Result{result.word<EffectivenessResult>("verdict"), result.text("remark"),
            result.text("by"), result.timestamp()};
        result.refuseOtherKeys();
    }
    reader.refuseOtherKeys();
    return check;
}

CorrectiveAction readAction(JsonObjectReader &reader, QSet<QString> &seen)
{
    CorrectiveAction action;
    action.finding = FindingId(reader.newId("finding", seen));
    action.containment = reader.text("containment");
    action.correction = reader.text("correction");
    reader.forEach("whys", CorrectiveAction::maxWhys, [&](JsonObjectReader &why) { action.whys.append(why.text("why")); });
    action.rootCause = reader.text("rootCause");
    action.action = reader.text("action");
    action.owner = reader.text("owner");
    action.dueOn = reader.dateOrNull("dueOn");
    action.answerDueOn = reader.dateOrNull("answerDueOn");
    action.containmentDueOn = reader.dateOrNull("containmentDueOn");
    action.proofs = readProofs(reader);
    action.check = readCheck(reader.child("check"));
    action.steps = readSteps(reader);
    return action;
}

} // namespace

QJsonObject actionJson(const CorrectiveAction &action)
{
    return {
        {QStringLiteral("finding"), action.finding.text()},
        {QStringLiteral("containment"), action.containment},
        {QStringLiteral("correction"), action.correction},
        {QStringLiteral("whys"), whysJson(action.whys)},
        {QStringLiteral("rootCause"), action.rootCause},
        {QStringLiteral("action"), action.action},
        {QStringLiteral("owner"), action.owner},
        {QStringLiteral("dueOn"), dateOrNull(action.dueOn)},
        {QStringLiteral("answerDueOn"), dateOrNull(action.answerDueOn)},
        {QStringLiteral("containmentDueOn"), dateOrNull(action.containmentDueOn)},
        {QStringLiteral("proofs"), proofsJson(action.proofs)},
        {QStringLiteral("check"), checkJson(action.check)},
        {QStringLiteral("steps"), stepsJson(action.steps)},
    };
}

QJsonValue riskJson(const std::optional<RiskCell> &risk)
{
    if (!risk)
        return {};
    return QJsonObject{{QStringLiteral("harm"), textOf(risk->harm)}, {QStringLiteral("scope"), textOf(risk->scope)}};
}

QList<CorrectiveAction> readRecordedActions(JsonObjectReader &record, const QList<Finding> *findings)
{
    QSet<QString> known;
    for (const Finding &finding : findings ? *findings : QList<Finding>())
        known.insert(finding.id.text());
    QList<CorrectiveAction> actions;
    QSet<QString> seen;
    record.forEach("actions", AuditRecordReader::maxFindings, [&](JsonObjectReader &reader) {
        const CorrectiveAction action = readAction(reader, seen);
        if (findings && !action.finding.isEmpty() && !known.contains(action.finding.text()))
            reader.fault("finding",
                QStringLiteral("the record has no finding %1").arg(JsonObjectReader::quoted(action.finding.text())));
        actions.append(action);
    });
    return actions;
}

std::optional<RiskCell> readRecordedRisk(JsonObjectReader &finding)
{
    if (finding.isNull("risk"))
        return std::nullopt;
    JsonObjectReader reader = finding.child("risk");
    const RiskCell risk{reader.word<HarmLikelihood>("harm"), reader.word<HarmScope>("scope")};
    reader.refuseOtherKeys();
    return risk;
}

} // namespace cq
