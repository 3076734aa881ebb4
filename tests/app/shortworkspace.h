// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/auditsession.h"
#include "core/session/centredesk.h"
#include "core/session/workspace.h"

#include <QTemporaryDir>

#include <stdexcept>

namespace cq {

/// A workspace in a folder of its own that goes away with it, holding the shipped packs. What fails here is not what the
/// test is about, so it throws.
class ShortWorkspace
{
public:
    explicit ShortWorkspace(Role role = Role::LeadAuditor)
    {
        Result<std::unique_ptr<Workspace>> made = Workspace::create(m_folder.filePath(QStringLiteral("short.centrequal")),
            Person {PersonId(QStringLiteral("p1")), QStringLiteral("Ada Auditor"), role, QStringLiteral("Coalition")});
        if (!made)
            throw std::runtime_error(made.error().text().toStdString());
        m_workspace = std::move(*made);
    }

    Workspace &operator*() { return *m_workspace; }
    Workspace *operator->() { return m_workspace.get(); }
    QString folder() const { return m_folder.path(); }

    CentreId addCentre(const QString &name, bool isFictional = true)
    {
        Centre centre;
        centre.name = name;
        centre.isFictional = isFictional;
        Facility ward;
        ward.id = FacilityId(QStringLiteral("ward-of-") + name);
        ward.name = QStringLiteral("Ward 7");
        centre.facilities = {ward};
        return value(m_workspace->centres().add(centre));
    }

    AuditId startAudit(const CentreId &centre, const QString &title, AuditKind kind = AuditKind::Initial)
    {
        Audit audit;
        audit.centre = centre;
        audit.title = title;
        audit.kind = kind;
        audit.startsOn = QDate(2026, 11, 22);
        for (const CriteriaPack &pack : m_workspace->packs())
            audit.packs.append({pack.id, pack.version, pack.digest});
        return value(m_workspace->startAudit(audit));
    }

    template <class T> static T value(Result<T> result)
    {
        if (!result)
            throw std::runtime_error(result.error().text().toStdString());
        return std::move(*result);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace cq
