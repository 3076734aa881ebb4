// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"
#include "core/report/tablelayout.h"

#include <algorithm>

namespace cq {

using namespace pagestyle;

namespace {

/// The parts of the chapter, in their order.
enum class Group { Critical, Major, Minor, Improvement, GoodPractice, Withdrawn };

Group groupOf(const Finding &finding)
{
    if (finding.state == FindingState::Withdrawn)
        return Group::Withdrawn;
    if (finding.kind == FindingKind::GoodPractice)
        return Group::GoodPractice;
    if (finding.kind == FindingKind::Ofi)
        return Group::Improvement;
    switch (finding.severity) {
    case Severity::Critical:
        return Group::Critical;
    case Severity::Major:
        return Group::Major;
    case Severity::Minor:
        return Group::Minor;
    case Severity::Ofi:
        return Group::Improvement;
    }
    return Group::Minor;
}

Phrase titleOf(Group group)
{
    switch (group) {
    case Group::Critical:
        return Phrase::CriticalFindings;
    case Group::Major:
        return Phrase::MajorFindings;
    case Group::Minor:
        return Phrase::MinorFindings;
    case Group::Improvement:
        return Phrase::Improvements;
    case Group::GoodPractice:
        return Phrase::GoodPractices;
    case Group::Withdrawn:
        return Phrase::WithdrawnFindings;
    }
    return Phrase::MinorFindings;
}

Ink inkOf(Group group)
{
    switch (group) {
    case Group::Critical:
        return Ink::Bad;
    case Group::Major:
        return Ink::Caution;
    case Group::GoodPractice:
        return Ink::Good;
    case Group::Improvement:
        return Ink::Accent;
    case Group::Minor:
    case Group::Withdrawn:
        return Ink::Text;
    }
    return Ink::Text;
}

QString kindWords(const ReportWords &words, const Finding &finding)
{
    return finding.kind == FindingKind::Nonconformity
        ? words.text(Phrase::NonconformityOf).arg(words.word(finding.severity))
        : words.word(finding.kind);
}

TableLayout::Cell criteriaCell(const ChapterContext &context, const Finding &finding)
{
    TableLayout::Cell cell;
    for (const CriterionId &id : finding.criteria) {
        const int index = context.content.packs.indexOf(id);
        cell << spaced(strong(id.text()), pt(3));
        if (index >= 0)
            cell << plain(context.content.packs.criteria()[index].text);
    }
    return cell;
}

using Row = QList<TableLayout::Cell>;

Row headRow(const ReportWords &words, const Finding &finding)
{
    TextBlock number = strong(words.findingNumber(finding.number));
    number.size = TextSize::Heading;
    TableLayout::Cell kind{marked(inked(strong(kindWords(words, finding)), inkOf(groupOf(finding))), markOf(finding))};
    if (finding.isRepeat)
        kind << marked(inked(strong(words.text(Phrase::RepeatFinding)), Ink::Bad), ReportMark::Notice);
    kind << quiet(words.text(Phrase::RaisedAndState)
                      .arg(finding.raisedBy, words.date(finding.raisedAt.localDate()), words.word(finding.state)));
    return {{number}, kind};
}

TableLayout::Cell proofsCell(const ReportWords &words, const CorrectiveAction &action)
{
    TableLayout::Cell cell;
    for (auto it = action.proofs.begin(); it != action.proofs.end(); ++it)
        cell << plain(words.text(Phrase::ProofAndPlace).arg(words.word(it.key()), it.value()));
    return cell;
}

TableLayout::Cell stepsCell(const ReportWords &words, const CorrectiveAction &action)
{
    TableLayout::Cell cell;
    for (const ActionStep &step : action.steps)
        cell << quiet(words.text(Phrase::ActionStepIs)
                          .arg(words.word(step.state), step.by, words.date(step.at.localDate()), step.remark)
                          .trimmed());
    return cell;
}

TableLayout::Cell checkCell(const ReportWords &words, const EffectivenessCheck &check)
{
    TableLayout::Cell cell;
    if (check.plannedOn.isValid())
        cell << plain(words.text(Phrase::CheckPlanned).arg(words.date(check.plannedOn)));
    if (check.result)
        cell << plain(words.text(Phrase::CheckResult)
                          .arg(words.word(check.result->verdict), check.result->by,
                              words.date(check.result->at.localDate()), check.result->remark)
                          .trimmed());
    return cell;
}

// What the centre answered; parts left empty are left out.
QList<Row> actionRows(const ReportWords &words, const CorrectiveAction &action)
{
    QList<Row> rows;
    const auto line = [&](Phrase label, const TableLayout::Cell &cell) {
        if (!cell.isEmpty())
            rows.append({{inked(plain(words.text(label)), Ink::Muted)}, cell});
    };
    const auto text = [&](Phrase label, const QString &value) {
        if (!value.trimmed().isEmpty())
            line(label, {plain(value)});
    };
    text(Phrase::Containment, action.containment);
    text(Phrase::Correction, action.correction);
    text(Phrase::RootCause, action.rootCause);
    TableLayout::Cell planned;
    if (!action.action.trimmed().isEmpty())
        planned << plain(action.action);
    if (!action.owner.trimmed().isEmpty() || action.dueOn.isValid())
        planned << quiet(words.text(Phrase::ActionOwnerAndDue).arg(action.owner, words.date(action.dueOn)));
    line(Phrase::CorrectiveAction, planned);
    line(Phrase::ProofsGiven, proofsCell(words, action));
    line(Phrase::EffectivenessCheck, checkCell(words, action.check));
    line(Phrase::ActionSteps, stepsCell(words, action));
    return rows;
}

QList<Row> rowsOf(const ChapterContext &context, const Finding &finding)
{
    const ReportWords &words = context.words;
    QList<Row> rows{headRow(words, finding)};
    const auto line = [&](Phrase label, const TableLayout::Cell &cell) {
        rows.append({{inked(plain(words.text(label)), Ink::Muted)}, cell});
    };
    const auto text = [&](Phrase label, const QString &value) {
        if (!value.trimmed().isEmpty())
            line(label, {plain(value)});
    };
    text(Phrase::Statement, finding.statement);
    line(Phrase::CriteriaLabel, criteriaCell(context, finding));
    text(Phrase::FacilityLabel, context.placeName(finding.facility));
    TableLayout::Cell evidence;
    if (!finding.evidence.trimmed().isEmpty())
        evidence << plain(finding.evidence);
    if (const QString numbers = context.evidenceNumbers(finding.id); !numbers.isEmpty())
        evidence << quiet(words.text(Phrase::EvidenceIs).arg(numbers));
    if (!evidence.isEmpty())
        line(Phrase::EvidenceLabel, evidence);
    text(Phrase::RequestedAnswer, finding.requestedAnswer);
    if (finding.dueOn.isValid())
        text(Phrase::DueDate, words.date(finding.dueOn));
    if (finding.risk)
        text(Phrase::HarmAndScope,
            words.text(Phrase::HarmAndScopeIs).arg(words.word(finding.risk->harm), words.word(finding.risk->scope)));
    for (const CorrectiveAction &action : context.record().actions)
        if (action.finding == finding.id)
            rows += actionRows(words, action);
    return rows;
}

// A finding stays on one page unless it is long.
void writeFinding(PageFlow &flow, const ChapterContext &context, const Finding &finding)
{
    TableLayout table(flow, {{{}, 20}, {{}, 80}});
    const QList<Row> rows = rowsOf(context, finding);
    qreal height = 0;
    for (const Row &row : rows)
        height += table.heightOf(row);
    flow.reserve(height <= flow.pageRoom() / 2 ? height : pt(120));
    table.groupRow(rows.first(), 0);
    for (const Row &row : rows.mid(1))
        table.row(row);
    table.finish();
}

QList<Finding> sorted(QList<Finding> findings)
{
    std::stable_sort(findings.begin(), findings.end(), [](const Finding &a, const Finding &b) {
        return std::pair(groupOf(a), a.number) < std::pair(groupOf(b), b.number);
    });
    return findings;
}

bool anyProvisional(const QList<Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.state == FindingState::Noted || finding.state == FindingState::Proposed;
    });
}

} // namespace

void writeFindings(PageFlow &flow, const ChapterContext &context)
{
    const QList<Finding> findings = sorted(context.record().findings);
    flow.chapter(context.words.text(Phrase::FindingsTitle));
    if (findings.isEmpty()) {
        flow.paragraph(plain(context.words.text(Phrase::NoFindings)));
        return;
    }
    flow.paragraph(plain(context.words.text(Phrase::FindingsIntro)));
    if (anyProvisional(findings))
        flow.paragraph(
            marked(inked(plain(context.words.text(Phrase::ProvisionalFindings)), Ink::Caution), ReportMark::Notice));
    std::optional<Group> last;
    for (const Finding &finding : findings) {
        if (last != groupOf(finding))
            flow.heading(context.words.text(titleOf(groupOf(finding))));
        last = groupOf(finding);
        writeFinding(flow, context, finding);
    }
}

} // namespace cq
