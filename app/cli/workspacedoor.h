// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/auditsession.h"
#include "core/session/workspace.h"

namespace cq {

/// Who works at the command line: CENTREQUAL_PERSON, else the account's name.
QString personNameAtCommandLine();

/// The same with CENTREQUAL_ROLE, else as lead auditor.
/// InvalidInput for an unknown role.
Result<Person> personAtCommandLine();

/// Opens a workspace as that person.
Result<std::unique_ptr<Workspace>> openWorkspace(const QString &path, Workspace::Access access);

/// The audit of an id, or of the beginning of one that no other shares. NotFound, InvalidInput.
Result<AuditId> auditOf(const Workspace &workspace, const QString &idOrPrefix);

/// An open audit with its workspace, kept together in the right order.
struct OpenAudit
{
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<AuditSession> session;
};

Result<OpenAudit> openAudit(const QString &path, const QString &idOrPrefix, Workspace::Access access);

} // namespace cq
