// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/auditsession.h"
#include "core/session/centredesk.h"
#include "core/session/findingdesk.h"
#include "core/session/responsedesk.h"
#include "core/session/workspace.h"

#include <QTemporaryDir>

#include <memory>

namespace cq::testing {

/// A workspace in a temporary folder with one fictional centre and one audit on the shipped packs, and a clock that
/// stands still until told otherwise. value() throws where a step fails, so that the test fails at once.
class SessionRoom
{
public:
    explicit SessionRoom(Role role = Role::LeadAuditor, AuditKind kind = AuditKind::Initial)
        : person {PersonId(QStringLiteral("p1")), QStringLiteral("Test Person"), Role::LeadAuditor,
            QStringLiteral("Test house")}
    {
        surroundings.clock = [this] { return now; };
        surroundings.steadyClock = [this] { return now.utcMs; };
        surroundings.newId = seededIds(7);
        workspace = Workspace::create(path(), person, surroundings).value();
        Centre draft;
        draft.name = QStringLiteral("Test Hospital");
        draft.isFictional = true;
        draft.facilities = {{{}, QStringLiteral("Ward 7"), FacilityType::ClinicalUnit, {}},
            {{}, QStringLiteral("Intensive care"), FacilityType::IntensiveCare, {}},
            {{}, QStringLiteral("Ward 8"), FacilityType::ClinicalUnit, {}}};
        centre = workspace->centres().add(draft).value();
        for (const CriteriaPack &pack : workspace->packs())
            for (const ProfileFactDefinition &fact : pack.facts)
                if (fact.type == ValueType::Boolean)
                    setFact(fact.id, FactValue(false));
        Audit audit;
        audit.centre = centre;
        audit.kind = kind;
        audit.title = QStringLiteral("Test audit");
        for (const CriteriaPack &pack : workspace->packs())
            audit.packs.append({pack.id, pack.version, pack.digest});
        for (const Facility &facility : workspace->centres().find(centre).value().facilities)
            audit.scope.facilities.append(facility.id);
        auditId = workspace->startAudit(audit).value();
        session = workspace->openAudit(auditId).value();
        if (role != person.role)
            becomes(role); // only now: some roles could not have made the room
    }

    QString path() const { return m_folder.filePath(QStringLiteral("test.centrequal")); }
    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    void setFact(const FactId &fact, const std::optional<FactValue> &value)
    {
        const auto set = workspace->centres().setFact(centre, {fact, value, QDate(2026, 11, 1), person.name});
        if (!set)
            throw std::runtime_error(qPrintable(set.error().text()));
    }
    ResponseKey key(const char *criterion) const
    {
        const CriterionId id(QString::fromLatin1(criterion));
        return {id, session->board().part(id).facilities.value(0), *session->ownParty()};
    }
    Result<void> answer(const char *criterion, ResponseLevel level)
    {
        return session->responses().setLevel(
            key(criterion), level, level == ResponseLevel::NotApplicable ? QStringLiteral("because") : QString());
    }
    qsizetype trailLength() const { return session->trail().value().size(); }
    void becomes(Role role)
    {
        person.role = role;
        if (!workspace->setPerson(person))
            throw std::runtime_error("the person could not be set");
    }
    /// Everything closed and read again from the file.
    void reopen()
    {
        session.reset();
        workspace.reset();
        workspace = Workspace::open(path(), person, Workspace::Access::ReadWrite, surroundings).value();
        session = workspace->openAudit(auditId).value();
    }

private:
    QTemporaryDir m_folder;

public:
    Timestamp now {1'790'000'000'000, 60};
    Person person;
    Surroundings surroundings;
    CentreId centre;
    AuditId auditId;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<AuditSession> session;
};

} // namespace cq::testing
