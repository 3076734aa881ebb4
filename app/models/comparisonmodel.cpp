// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/comparisonmodel.h"

#include "app/models/tonerole.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/responsedesk.h"

namespace cq {

namespace {

// A surprise is drawn like what is worst, agreement like what is met.
QVariant toneOf(const ComparedAnswers &answers, int role)
{
    if (answers.isSurprise)
        return role == SeverityToneRole ? QVariant(int(Severity::Critical)) : QVariant();
    switch (answers.kind) {
    case ComparisonClass::OverRated:
        return role == SeverityToneRole ? QVariant(int(Severity::Major)) : QVariant();
    case ComparisonClass::ApplicabilityDisagreement:
        return role == SeverityToneRole ? QVariant(int(Severity::Minor)) : QVariant();
    case ComparisonClass::UnderRated:
        return role == SeverityToneRole ? QVariant(int(Severity::Ofi)) : QVariant();
    case ComparisonClass::Agree:
        return role == LevelToneRole ? QVariant(int(ResponseLevel::Met)) : QVariant();
    case ComparisonClass::Open:
        break;
    }
    return {};
}

ResponseLevel levelOf(const ComparedAnswers &answers, int column)
{
    switch (column) {
    case ComparisonModel::SelfColumn:
        return answers.self;
    case ComparisonModel::AuditorColumn:
        return answers.auditor;
    case ComparisonModel::ReviewerColumn:
        return answers.reviewer;
    case ComparisonModel::CorrectionColumn:
        return answers.correction;
    case ComparisonModel::VerificationColumn:
        return answers.verification;
    default:
        return ResponseLevel::NotAssessed;
    }
}

QString levelText(ResponseLevel level)
{
    return level == ResponseLevel::NotAssessed ? wordFor(level) : symbolFor(level) + u' ' + wordFor(level);
}

} // namespace

ComparisonModel::ComparisonModel(const AuditSession &session, QObject *parent)
    : RowModel(parent), m_session(session) { }

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ComparisonModel::keyOf(const ComparisonRow &row) const
{
    return row.answers.criterion.text() + u'@' + row.answers.facility.text();
}

void ComparisonModel::refresh(const Comparison &comparison)
{
    QHash<FacilityId, QString> names;
    for (const Facility &facility : m_session.facilities())
        names.insert(facility.id, facility.name);
    const PackSet &packs = m_session.packs();
    QList<ComparisonRow> rows;
    rows.reserve(comparison.rows.size());
    for (const ComparedAnswers &answers : comparison.rows) {
        const Criterion &criterion = packs.criteria().at(packs.indexOf(answers.criterion));
        rows.append({answers, criterion.text, names.value(answers.facility), criterion.isGate,
            m_session.responses().isHidden({answers.criterion, answers.facility, Party::Centre})});
    }
    setRows(rows);
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ComparisonRow &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, Column(index.column()));
    case Qt::ToolTipRole:
        return QStringLiteral("<qt>%1</qt>").arg(row.text.toHtmlEscaped());
    case CriterionRole:
        return row.answers.criterion.text();
    case DiffersRole:
        return row.answers.kind < ComparisonClass::Agree;
    case SeverityToneRole:
        return index.column() == ClassColumn ? toneOf(row.answers, role) : QVariant();
    case LevelToneRole:
        if (index.column() == ClassColumn)
            return toneOf(row.answers, role);
        if (const ResponseLevel level = levelOf(row.answers, index.column()); level != ResponseLevel::NotAssessed)
            return int(level);
        return {};
    default:
        return {};
    }
}

QString ComparisonModel::cellText(const ComparisonRow &row, Column column) const
{
    const ComparedAnswers &answers = row.answers;
    switch (column) {
    case CodeColumn:
        //: code of a criterion whose failure blocks qualification
        return row.isGate ? tr("%1 ■ gate").arg(answers.criterion.text()) : answers.criterion.text();
    case TextColumn:
        //: name of a facility, then what the criterion asks for
        return row.facilityName.isEmpty() ? row.text : tr("%1: %2").arg(row.facilityName, row.text);
    case SelfColumn:
        return row.isSelfHidden ? tr("hidden until you have answered") : levelText(answers.self);
    case AuditorColumn:
        return levelText(answers.auditor);
    case ReviewerColumn:
    case CorrectionColumn:
    case VerificationColumn: {
        // Mostly empty, and not open work.
        const ResponseLevel level = levelOf(answers, column);
        return level == ResponseLevel::NotAssessed ? QStringLiteral("–") : levelText(level);
    }
    case ClassColumn:
        return classText(row);
    case ColumnCount:
        break;
    }
    return {};
}

QString ComparisonModel::classText(const ComparisonRow &row) const
{
    if (row.answers.isSurprise)
        //: a gate that the centre rated Met and the auditor less
        return tr("⚠ Surprise");
    switch (row.answers.kind) {
    case ComparisonClass::OverRated:
        //: the centre rated itself higher than the auditor did
        return tr("↑ Over-rated");
    case ComparisonClass::ApplicabilityDisagreement:
        return tr("≠ Applicability");
    case ComparisonClass::UnderRated:
        return tr("↓ Under-rated");
    case ComparisonClass::Agree:
        return tr("= Agree");
    case ComparisonClass::Open:
        return tr("Open");
    }
    return {};
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case CodeColumn:
        return tr("Criterion");
    case TextColumn:
        return tr("What it asks for");
    case SelfColumn:
        return wordFor(Party::Centre);
    case AuditorColumn:
        return wordFor(Party::Auditor);
    case ReviewerColumn:
        return wordFor(Party::Reviewer);
    case CorrectionColumn:
        return wordFor(Party::Correction);
    case VerificationColumn:
        return wordFor(Party::Verification);
    case ClassColumn:
        return tr("Comparison");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
