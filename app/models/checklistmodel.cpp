// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/checklistmodel.h"

#include "app/models/laneboard.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/findingdesk.h"
#include "core/session/responsedesk.h"

#include <QLocale>

namespace cq {

namespace {

std::optional<Party> comparedWith(Party lane, AuditKind kind)
{
    if (lane == Party::Correction || lane == Party::Verification)
        return Party::Auditor; // as audited
    if (lane != Party::Centre)
        return Party::Centre;
    return kind == AuditKind::SelfAssessment ? std::nullopt : std::optional(Party::Auditor);
}

QString valueText(const ProfileFactDefinition &definition, const std::optional<FactValue> &value)
{
    if (!value)
        return ChecklistModel::tr("not known");
    if (const bool *yes = std::get_if<bool>(&*value))
        return *yes ? ChecklistModel::tr("yes") : ChecklistModel::tr("no");
    if (const qint64 *number = std::get_if<qint64>(&*value))
        return QLocale().toString(*number) + (definition.unit.isEmpty() ? QString() : u' ' + definition.unit);
    const QString text = std::get<QString>(*value);
    for (const ProfileFactDefinition::Choice &choice : definition.choices)
        if (choice.id == text)
            return choice.label;
    return text;
}

} // namespace

ChecklistModel::ChecklistModel(AuditSession &session, LaneBoard &lane, bool writable, QObject *parent)
    : QAbstractListModel(parent)
    , m_session(session)
    , m_lane(lane)
    , m_otherParty(comparedWith(lane.party(), session.audit().kind))
    , m_writable(writable)
    , m_findings(countFindings())
{
    const QList<Criterion> &criteria = session.packs().criteria();
    m_folded.reserve(criteria.size());
    m_rows.reserve(size_t(criteria.size()));
    for (int i = 0; i < int(criteria.size()); ++i) {
        m_folded.append((criteria[i].id.text() + u' ' + criteria[i].text).toCaseFolded());
        for (ChecklistRow &row : rowsOf(i))
            m_rows.push_back(std::move(row));
    }
    reindex();
    connect(&session.responses(), &ResponseDesk::responseChanged, this, &ChecklistModel::takeResponse);
    connect(&session.responses(), &ResponseDesk::blindModeChanged, this, &ChecklistModel::takeRules);
    connect(&lane, &LaneBoard::rulesChanged, this, &ChecklistModel::takeRules);
    for (const auto signal : {&FindingDesk::findingRaised, &FindingDesk::findingChanged, &FindingDesk::findingRemoved})
        connect(&session.findings(), signal, this, &ChecklistModel::takeFindings);
}

int ChecklistModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

const Criterion &ChecklistModel::criterion(int row) const
{
    return m_session.packs().criteria().at(m_rows[size_t(row)].criterion);
}

QVariant ChecklistModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChecklistRow &line = row(index.row());
    const Criterion &what = criterion(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return what.text;
    case Qt::ToolTipRole:
        return toolTip(index.row());
    case Qt::AccessibleTextRole:
        return spoken(index.row());
    case CodeRole:
        return what.id.text();
    case CriticalityRole:
        return int(what.criticality);
    case GateRole:
        return what.isGate;
    case AdvisoryRole:
        return what.isAdvisory;
    case FacilityRole:
        return line.facilityName;
    case LevelRole:
        return int(line.level);
    case OtherLevelRole:
        return int(line.otherLevel);
    case DiffersRole:
        return line.differs();
    case NoteRole:
        return !line.note.isEmpty();
    case NoteMissingRole:
        return line.lacksNote();
    case FindingsRole:
        return line.findings;
    case AppliesRole:
        return int(line.applies);
    case RuledOutByRole:
        return line.applies == Truth::Yes ? QString() : factsText(what.id);
    case NaAllowedRole:
        return what.naAllowed && !m_lane.base();
    case WritableRole:
        return m_writable && line.applies != Truth::No && isWanting(line);
    default:
        return {};
    }
}

ResponseKey ChecklistModel::keyAt(int row) const
{
    return {criterion(row).id, m_rows[size_t(row)].facility, m_lane.party()};
}

int ChecklistModel::rowOf(const CriterionId &criterion, const FacilityId &facility) const
{
    const int place = m_session.packs().indexOf(criterion);
    const int first = m_firstRow.value(place, -1);
    if (first < 0 || facility.isEmpty())
        return first;
    for (int row = first; row < rowCount() && m_rows[size_t(row)].criterion == place; ++row)
        if (m_rows[size_t(row)].facility == facility)
            return row;
    return -1;
}

bool ChecklistModel::matches(int row, const QString &foldedNeedle) const
{
    const ChecklistRow &line = m_rows[size_t(row)];
    return m_folded.at(line.criterion).contains(foldedNeedle)
        || (!line.note.isEmpty() && line.note.toCaseFolded().contains(foldedNeedle))
        || (!line.facilityName.isEmpty() && line.facilityName.toCaseFolded().contains(foldedNeedle));
}

QString ChecklistModel::factsText(const CriterionId &criterion) const
{
    const Applicability judged = m_lane.board().applicability(criterion);
    const QList<FactId> &facts = judged.truth == Truth::Unknown ? judged.missing : judged.facts;
    QStringList lines;
    for (const FactId &fact : facts) {
        const int slot = m_session.packs().indexOf(fact);
        if (slot < 0)
            continue;
        const ProfileFactDefinition &definition = m_session.packs().facts().at(slot);
        const auto known = m_session.centre().profile.constFind(fact);
        const bool isKnown = known != m_session.centre().profile.constEnd();
        //: a profile fact and its value, e.g. "Apheresis on site: no"
        lines.append(tr("%1: %2").arg(definition.label,
            valueText(definition, isKnown ? known->value : std::optional<FactValue>())));
    }
    return lines.join(QStringLiteral("; "));
}

// In a follow-up lane only what was found wanting is answered again.
bool ChecklistModel::isWanting(const ChecklistRow &line) const
{
    return !m_lane.base()
        || m_session.responses().isWanting(m_session.packs().criteria().at(line.criterion).id, line.facility);
}

void ChecklistModel::setWritable(bool writable)
{
    if (m_writable == writable)
        return;
    m_writable = writable;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {WritableRole});
}

void ChecklistModel::takeResponse(const ResponseKey &key)
{
    if (key.party != m_lane.party() && key.party != m_otherParty)
        return;
    const int at = rowOf(key.criterion, key.facility);
    if (at < 0 || row(at).facility != key.facility)
        return;
    ChecklistRow &line = m_rows[size_t(at)];
    if (key.party == m_lane.party()) {
        const Response counting = m_lane.counting(key.criterion, key.facility);
        line.level = counting.level;
        line.note = counting.note;
        line.naAccepted = counting.naAccepted;
    }
    line.otherLevel = otherLevelAt(key.criterion, key.facility);
    announce(size_t(at));
}

void ChecklistModel::takeFindings()
{
    m_findings = countFindings();
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const int count = m_findings.value(criterion(int(i)).id);
        if (m_rows[i].findings != count) {
            m_rows[i].findings = count;
            announce(i);
        }
    }
}

void ChecklistModel::takeRules()
{
    // From the end, so that the places of the criteria still to come stay right.
    size_t end = m_rows.size();
    for (int place = int(m_session.packs().criteria().size()) - 1; place >= 0; --place) {
        size_t first = end;
        while (first > 0 && m_rows[first - 1].criterion == place)
            --first;
        const std::vector<ChecklistRow> fresh = rowsOf(place);
        bool samePlaces = fresh.size() == end - first;
        for (size_t i = 0; samePlaces && i < fresh.size(); ++i)
            samePlaces = fresh[i].isAt(m_rows[first + i]);
        if (!samePlaces)
            replaceRows(first, end - first, fresh);
        else
            for (size_t i = 0; i < fresh.size(); ++i)
                if (m_rows[first + i] != fresh[i]) {
                    m_rows[first + i] = fresh[i];
                    announce(first + i);
                }
        end = first;
    }
}

std::vector<ChecklistRow> ChecklistModel::rowsOf(int place) const
{
    const Criterion &what = m_session.packs().criteria().at(place);
    const ScoreBoard::Part part = m_lane.board().part(what.id);
    if (!part.inScope)
        return {};
    std::vector<ChecklistRow> rows;
    for (const FacilityId &facility : part.facilities.isEmpty() ? QList<FacilityId> {FacilityId()} : part.facilities) {
        const Response counting = m_lane.counting(what.id, facility);
        ChecklistRow line {place, facility, {}, part.applies, counting.level, ResponseLevel::NotAssessed,
            counting.naAccepted, counting.note, m_findings.value(what.id)};
        for (const Facility &known : m_session.facilities())
            if (known.id == facility)
                line.facilityName = known.name;
        line.otherLevel = otherLevelAt(what.id, facility);
        rows.push_back(std::move(line));
    }
    return rows;
}

ResponseLevel ChecklistModel::otherLevelAt(const CriterionId &criterion, const FacilityId &facility) const
{
    if (!m_otherParty)
        return ResponseLevel::NotAssessed;
    const ResponseKey key {criterion, facility, *m_otherParty};
    return m_session.responses().isHidden(key) ? ResponseLevel::NotAssessed : m_session.responses().at(key).level;
}

void ChecklistModel::replaceRows(size_t first, size_t count, const std::vector<ChecklistRow> &rows)
{
    const auto at = [this](size_t place) { return m_rows.begin() + qsizetype(place); };
    if (count > 0) {
        beginRemoveRows({}, int(first), int(first + count) - 1);
        m_rows.erase(at(first), at(first + count));
        reindex();
        endRemoveRows();
    }
    if (!rows.empty()) {
        beginInsertRows({}, int(first), int(first + rows.size()) - 1);
        m_rows.insert(at(first), rows.begin(), rows.end());
        reindex();
        endInsertRows();
    }
}

void ChecklistModel::announce(size_t row)
{
    Q_EMIT dataChanged(index(int(row)), index(int(row)));
}

void ChecklistModel::reindex()
{
    m_firstRow.clear();
    for (int row = rowCount() - 1; row >= 0; --row)
        m_firstRow.insert(m_rows[size_t(row)].criterion, row);
}

QHash<CriterionId, int> ChecklistModel::countFindings() const
{
    QHash<CriterionId, int> counts;
    for (const Finding &finding : m_session.findings().all())
        if (finding.state != FindingState::Withdrawn)
            for (const CriterionId &criterion : finding.criteria)
                ++counts[criterion];
    return counts;
}

QString ChecklistModel::spoken(int row) const
{
    const ChecklistRow &line = m_rows[size_t(row)];
    const Criterion &what = criterion(row);
    QStringList parts {what.id.text()};
    if (!line.facilityName.isEmpty())
        parts.append(line.facilityName);
    parts.append(wordFor(what.criticality));
    if (what.isGate)
        parts.append(tr("gate"));
    if (line.applies == Truth::No)
        parts.append(tr("does not apply"));
    else
        parts.append(wordFor(line.level));
    if (line.lacksNote())
        parts.append(tr("note missing"));
    if (line.findings > 0)
        parts.append(tr("%n finding(s)", nullptr, line.findings));
    if (line.differs() && m_otherParty)
        parts.append(tr("%1 answered: %2").arg(wordFor(*m_otherParty), wordFor(line.otherLevel)));
    parts.append(what.text);
    return parts.join(QStringLiteral(", "));
}

QString ChecklistModel::toolTip(int row) const
{
    const ChecklistRow &line = m_rows[size_t(row)];
    const Criterion &what = criterion(row);
    QString tip = what.text.toHtmlEscaped();
    if (line.applies == Truth::No)
        tip += QStringLiteral("<p>") + tr("Does not apply: %1.").arg(factsText(what.id)).toHtmlEscaped();
    if (line.applies == Truth::Unknown)
        tip += QStringLiteral("<p>")
            + tr("It is open whether this applies. Missing in the profile: %1.").arg(factsText(what.id)).toHtmlEscaped();
    if (line.differs() && m_otherParty)
        tip += QStringLiteral("<p>")
            + tr("%1 answered: %2.").arg(wordFor(*m_otherParty), wordFor(line.otherLevel)).toHtmlEscaped();
    return QStringLiteral("<qt>") + tip + QStringLiteral("</qt>");
}

} // namespace cq
