// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/findingwords.h"

#include <QStringList>

namespace cq {

QString findingInWords(const Finding &finding)
{
    QStringList criteria;
    for (const CriterionId &criterion : finding.criteria)
        criteria.append(criterion.text());
    QString kind = textOf(finding.kind);
    if (finding.kind == FindingKind::Nonconformity)
        kind += u' ' + textOf(finding.severity);
    QString more;
    if (finding.isRepeat)
        more += QStringLiteral("; repeat");
    if (finding.risk)
        more += QStringLiteral("; harm %1, scope %2").arg(textOf(finding.risk->harm), textOf(finding.risk->scope));
    return QStringLiteral("%1; %2; %3; evidence: %4; requested: %5; due %6%7")
        .arg(kind, criteria.join(QStringLiteral(", ")), finding.statement, finding.evidence, finding.requestedAnswer,
            finding.dueOn.toString(Qt::ISODate), more);
}

} // namespace cq
