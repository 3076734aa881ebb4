// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/signaturestatement.h"
#include "core/base/result.h"
#include "core/report/statementpage.h"
#include "core/session/auditsession.h"
#include "core/signing/pdfsigner.h"
#include "core/signing/signingidentity.h"

#include <QDate>

namespace cq {

/// Makes the qualification statement of a decided audit as a PDF. Holds copies of all it needs, so it may run on another
/// thread. How long an outcome holds is for the coalition to say, so the last day is asked for and stands nowhere else:
/// making a statement changes nothing in the workspace, and fits the report made of the same state of the audit.
class StatementJob
{
public:
    /// Refused and InvalidInput as statementOf() says. language: "en" or another the report can be printed in.
    static Result<StatementJob> prepare(const AuditSession &session, QDate validUntil, const QString &language);

    const QualificationStatement &statement() const { return m_content.statement; }

    /// Unsigned, its places for signatures empty. Conflict where the file exists: statements are never overwritten.
    Result<void> write(const QString &path) const;
    /// The same, then signed in one of its places: see signReport(), which also adds the other one.
    Result<TimestampedSigning> writeSigned(const QString &path, const SigningIdentity &identity,
        const SignatureStatement &statement, const TimestampSource &timestamps = {}) const;

private:
    StatementJob() = default;

    StatementContent m_content;
};

} // namespace cq
