// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/qualificationstatement.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace cq {

namespace {

const QString version = QStringLiteral("CQ1");
const QString fictionalMark = QStringLiteral("fictional:");

bool isCentre(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9A-Za-z-]+\\z"));
    return text.size() <= QualificationStatement::maxCentre && form.match(text).hasMatch();
}

bool isDigest(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9a-f]{64}\\z"));
    return form.match(text).hasMatch();
}

QDate dayOf(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9]{4}-[0-9]{2}-[0-9]{2}\\z"));
    return form.match(text).hasMatch() ? QDate::fromString(text, Qt::ISODate) : QDate();
}

bool isStated(OutcomeKind outcome)
{
    switch (outcome) {
    case OutcomeKind::Incomplete:
    case OutcomeKind::NaNotAccepted:
        return false;
    case OutcomeKind::NotQualified:
    case OutcomeKind::ConditionallyQualified:
    case OutcomeKind::Qualified:
        return true;
    }
    return false;
}

Error malformed(const QString &detail)
{
    return {ErrorCode::Malformed, detail, {QStringLiteral("reading a qualification statement")}};
}

Error refused(const QString &detail)
{
    return {ErrorCode::Refused, detail, {}};
}

} // namespace

QString QualificationStatement::line() const
{
    return QStringList {version, isFictional ? fictionalMark + centre : centre, textOf(outcome),
        validFrom.toString(Qt::ISODate), validUntil.toString(Qt::ISODate), recordDigest}
        .join(u'|');
}

Result<QualificationStatement> QualificationStatement::fromLine(const QString &line)
{
    if (line.size() > maxLine)
        return Error {ErrorCode::TooLarge, QStringLiteral("the line is over %1 characters").arg(maxLine), {}};
    static const QRegularExpression anyVersion(QStringLiteral("\\ACQ[0-9]{1,9}\\|"));
    if (!anyVersion.match(line).hasMatch())
        return malformed(QStringLiteral("it does not begin with %1").arg(version));
    const QStringList parts = line.split(u'|');
    if (parts[0] != version)
        return Error {ErrorCode::NewerVersion, QStringLiteral("this program reads %1, not %2").arg(version, parts[0]), {}};
    if (parts.size() != 6)
        return malformed(QStringLiteral("it has %1 parts instead of 6").arg(parts.size()));
    QualificationStatement statement;
    statement.isFictional = parts[1].startsWith(fictionalMark);
    statement.centre = statement.isFictional ? parts[1].mid(fictionalMark.size()) : parts[1];
    const auto outcome = fromText<OutcomeKind>(parts[2]);
    statement.validFrom = dayOf(parts[3]);
    statement.validUntil = dayOf(parts[4]);
    statement.recordDigest = parts[5];
    if (!isCentre(statement.centre))
        return malformed(QStringLiteral("it names no centre"));
    if (!outcome || !isStated(*outcome))
        return malformed(QStringLiteral("its outcome is none that can be stated"));
    if (!statement.validFrom.isValid() || !(statement.validUntil > statement.validFrom))
        return malformed(QStringLiteral("its days are none, or not one after the other"));
    if (!isDigest(statement.recordDigest))
        return malformed(QStringLiteral("its digest is none"));
    statement.outcome = *outcome;
    return statement;
}

std::optional<TrailEntry> decisionOf(const AuditRecord &record)
{
    if (record.audit.state != AuditState::Decided && record.audit.state != AuditState::Closed)
        return std::nullopt;
    const auto decided = std::find_if(record.trail.rbegin(), record.trail.rend(), [](const TrailEntry &entry) {
        return entry.action == QLatin1String("audit.state") && entry.newValue == textOf(AuditState::Decided);
    });
    return decided == record.trail.rend() ? std::nullopt : std::optional(*decided);
}

QString statementCentre(const Centre &centre)
{
    return isCentre(centre.cic) ? centre.cic : centre.id.text();
}

Result<QualificationStatement> statementOf(const AuditRecord &record, QDate validUntil, const QString &recordDigest)
{
    if (record.audit.kind == AuditKind::SelfAssessment || record.audit.kind == AuditKind::Mock)
        return refused(QStringLiteral("a %1 audit qualifies nobody").arg(textOf(record.audit.kind)));
    const auto decision = decisionOf(record);
    if (!decision || !record.result)
        return refused(QStringLiteral("the audit is not decided; its state is %1").arg(textOf(record.audit.state)));
    if (!isStated(record.result->outcome))
        return refused(
            QStringLiteral("the outcome is still open (%1), so there is nothing to state").arg(textOf(record.result->outcome)));
    QualificationStatement statement;
    statement.centre = statementCentre(record.centre);
    statement.isFictional = record.centre.isFictional;
    statement.outcome = record.result->outcome;
    statement.validFrom = decision->at.localDate();
    statement.validUntil = validUntil;
    statement.recordDigest = recordDigest;
    if (!isCentre(statement.centre))
        return Error {ErrorCode::InvalidInput, QStringLiteral("the centre has no code to be named by"), {}};
    if (!(validUntil > statement.validFrom))
        return Error {ErrorCode::InvalidInput,
            QStringLiteral("the last day must lie behind the decision of %1").arg(statement.validFrom.toString(Qt::ISODate)),
            {}};
    return statement;
}

} // namespace cq
