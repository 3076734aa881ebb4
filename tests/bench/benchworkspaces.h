// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/auditsession.h"
#include "core/session/centredesk.h"
#include "core/session/demostory.h"
#include "core/session/responsedesk.h"
#include "core/session/workspace.h"
#include "tests/bench/figures.h"
#include "tests/bench/syntheticpack.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace cq::bench {

inline Person benchPerson()
{
    return {PersonId(QStringLiteral("bench")), QStringLiteral("Bench Auditor (fictional)"), Role::LeadAuditor, {}};
}

/// Where workspaces that take long to make are kept from run to run, on the disk of the build. They may be deleted.
inline QDir benchFolder()
{
    QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/data"));
    if (!folder.mkpath(QStringLiteral(".")))
        throw std::runtime_error("no folder for the workspaces of benchmarks");
    return folder;
}

/// The path of a kept workspace, made by `make` under another name first, so that half a one is never taken for it.
template <class F> QString keptWorkspace(const QString &name, F &&make)
{
    const QString path = benchFolder().filePath(name + QStringLiteral(".centrequal"));
    if (QFile::exists(path))
        return path;
    std::printf("making %s, once\n", qPrintable(path));
    std::fflush(stdout);
    const QString part = path + QStringLiteral(".part");
    QFile::remove(part);
    make(part);
    if (!QFile::rename(part, path))
        throw std::runtime_error("the workspace cannot be renamed");
    return path;
}

inline QString demoWorkspace(int centres, int audits)
{
    return keptWorkspace(QStringLiteral("demo-%1-%2").arg(centres).arg(audits),
        [&](const QString &path) { required(createDemonstration(path, {1, centres, audits})); });
}

/// A centre of three facilities whose flags are all set.
inline CentreId addBenchCentre(Workspace &workspace)
{
    Centre centre;
    centre.name = QStringLiteral("Bench Hospital (fictional)");
    centre.isFictional = true;
    centre.facilities = {{{}, QStringLiteral("Ward"), FacilityType::ClinicalUnit, {}},
        {{}, QStringLiteral("Unit"), FacilityType::IntensiveCare, {}},
        {{}, QStringLiteral("Laboratory"), FacilityType::Laboratory, {}}};
    const CentreId id = required(workspace.centres().add(centre));
    for (int flag = 0; flag < flagCount; ++flag)
        required(workspace.centres().setFact(
            id, {FactId(flagName(flag)), FactValue(true), QDate(2026, 11, 1), benchPerson().name}));
    return id;
}

inline void answerFirst(AuditSession &session, int criteria)
{
    int index = 0;
    for (const Criterion &criterion : session.packs().criteria()) {
        if (index++ >= criteria)
            return;
        if (session.board().part(criterion.id).applies == Truth::No)
            continue;
        for (const FacilityId &facility : session.board().part(criterion.id).facilities) {
            const ResponseKey key {criterion.id, facility, Party::Auditor};
            required(session.responses().setLevel(
                key, index % 9 == 0 ? ResponseLevel::PartiallyMet : ResponseLevel::Met));
            if (index % 3 == 0)
                required(session.responses().setNote(key,
                    QStringLiteral("Seen on the day of the visit: two records of three were complete, the third one "
                                   "lacked a signature (%1).")
                        .arg(index)));
        }
    }
}

/// One audit of so many synthetic criteria, the first of them answered, a third with notes.
inline QString largeWorkspace(int criteria, int answered)
{
    return keptWorkspace(QStringLiteral("large-%1-%2").arg(criteria).arg(answered), [&](const QString &path) {
        const auto workspace = required(Workspace::create(path, benchPerson()));
        const PackPin pin = required(workspace->addPack(syntheticPack(criteria)));
        Audit audit;
        audit.centre = addBenchCentre(*workspace);
        audit.title = QStringLiteral("Audit of %1 criteria").arg(criteria);
        audit.startsOn = QDate(2026, 11, 17);
        audit.endsOn = QDate(2026, 11, 18);
        for (const Facility &facility : required(workspace->centres().find(audit.centre)).facilities)
            audit.scope.facilities.append(facility.id);
        audit.packs = {pin};
        const auto session = required(workspace->openAudit(required(workspace->startAudit(audit))));
        required(session->moveTo(AuditState::OnSite, {}));
        answerFirst(*session, answered);
    });
}

/// A copy that may be written to, in a folder of the caller's.
inline QString copyOf(const QString &workspace, const QString &folder)
{
    const QString copy = folder + QStringLiteral("/copy.centrequal");
    QFile::remove(copy);
    if (!QFile::copy(workspace, copy))
        throw std::runtime_error("the workspace cannot be copied");
    return copy;
}

inline AuditId auditInState(const Workspace &workspace, AuditState state)
{
    for (const AuditSummary &audit : workspace.audits())
        if (audit.state == state)
            return audit.id;
    throw std::runtime_error("no audit in the state looked for");
}

} // namespace cq::bench
