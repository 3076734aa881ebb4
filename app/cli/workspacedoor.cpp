// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workspacedoor.h"

namespace cq {

QString personNameAtCommandLine()
{
    return qEnvironmentVariable("CENTREQUAL_PERSON", qEnvironmentVariable("USER", QStringLiteral("command line")));
}

Result<Person> personAtCommandLine()
{
    Person person;
    person.name = personNameAtCommandLine();
    const QString role = qEnvironmentVariable("CENTREQUAL_ROLE", textOf(Role::LeadAuditor));
    const auto known = fromText<Role>(role);
    if (!known)
        return Error {ErrorCode::InvalidInput,
            QStringLiteral("CENTREQUAL_ROLE is \"%1\"; it can be one of %2")
                .arg(role, allTexts<Role>().join(QStringLiteral(", "))),
            {}};
    person.role = *known;
    return person;
}

Result<std::unique_ptr<Workspace>> openWorkspace(const QString &path, Workspace::Access access)
{
    const auto person = personAtCommandLine();
    if (!person)
        return person.error();
    return Workspace::open(path, *person, access);
}

Result<AuditId> auditOf(const Workspace &workspace, const QString &idOrPrefix)
{
    QList<AuditId> found;
    for (const AuditSummary &audit : workspace.audits()) {
        if (audit.id.text() == idOrPrefix)
            return audit.id;
        if (!idOrPrefix.isEmpty() && audit.id.text().startsWith(idOrPrefix))
            found.append(audit.id);
    }
    if (found.size() == 1)
        return found.first();
    // An audit that cannot be read is not one that does not exist.
    if (const QStringList faults = workspace.faults(); found.isEmpty() && !faults.isEmpty())
        return Error {ErrorCode::Corrupt, faults.join(QStringLiteral("; ")), {}};
    if (found.isEmpty())
        return Error {ErrorCode::NotFound, QStringLiteral("no audit %1 in this workspace").arg(idOrPrefix), {}};
    return Error {
        ErrorCode::InvalidInput, QStringLiteral("%1 audits begin with %2").arg(found.size()).arg(idOrPrefix), {}};
}

Result<OpenAudit> openAudit(const QString &path, const QString &idOrPrefix, Workspace::Access access)
{
    auto workspace = openWorkspace(path, access);
    if (!workspace)
        return workspace.error();
    const auto id = auditOf(**workspace, idOrPrefix);
    if (!id)
        return id.error();
    auto session = (*workspace)->openAudit(*id);
    if (!session)
        return session.error();
    return OpenAudit {std::move(*workspace), std::move(*session)};
}

} // namespace cq
