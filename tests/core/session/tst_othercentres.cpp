// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/othercentres.h"

#include "tests/support/sessionroom.h"

#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestOtherCentres : public QObject
{
    Q_OBJECT

private:
    // An audit of a centre with one answer, moved on to a state.
    static void addAudit(SessionRoom &room, const CentreId &centre, const QDate &day, ResponseLevel level,
        AuditState state, AuditKind kind = AuditKind::Initial)
    {
        Audit audit;
        audit.centre = centre;
        audit.kind = kind;
        audit.title = QStringLiteral("Audit of %1").arg(day.toString(Qt::ISODate));
        audit.startsOn = day;
        audit.endsOn = day;
        audit.packs = room.session->audit().packs;
        const auto session = room.workspace->openAudit(room.workspace->startAudit(audit).value()).value();
        const CriterionId criterion(QStringLiteral("GOV-01"));
        const FacilityId facility = session->board().part(criterion).facilities.value(0);
        if (!session->responses().setLevel({criterion, facility, *session->ownParty()}, level))
            throw std::runtime_error("no answer");
        if (const auto moved = session->moveTo(state, QStringLiteral("made up")); !moved)
            throw std::runtime_error(qPrintable(moved.error().text()));
    }
    static CentreId addCentre(SessionRoom &room)
    {
        Centre centre;
        centre.name = QStringLiteral("Other hospital (fictional)");
        centre.isFictional = true;
        return room.workspace->centres().add(centre).value();
    }

private Q_SLOTS:
    void ofEachOtherCentreTheNewestSubmittedAuditCounts()
    {
        SessionRoom room;
        const CentreId first = addCentre(room), second = addCentre(room), third = addCentre(room);
        addAudit(room, first, QDate(2024, 1, 1), ResponseLevel::NotMet, AuditState::Submitted);
        addAudit(room, first, QDate(2025, 1, 1), ResponseLevel::Met, AuditState::Submitted);
        addAudit(room, first, QDate(2026, 1, 1), ResponseLevel::NotMet, AuditState::OnSite); // not submitted
        addAudit(room, second, QDate(2025, 1, 1), ResponseLevel::PartiallyMet, AuditState::Submitted);
        addAudit(room, third, QDate(2025, 1, 1), ResponseLevel::Met, AuditState::Cancelled);
        addAudit(room, room.centre, QDate(2025, 1, 1), ResponseLevel::NotMet, AuditState::Submitted); // its own
        const QList<BenchmarkResult> others = resultsOfOtherCentres(*room.session);
        QCOMPARE(others.size(), 2);
        QVERIFY(others.at(0).overall == (Score {1, 2}));
        QVERIFY(others.at(1).overall == (Score {1, 1}));
    }

    void selfAssessmentsAreComparedWithSelfAssessments()
    {
        SessionRoom room(Role::LeadAuditor, AuditKind::SelfAssessment);
        const CentreId first = addCentre(room), second = addCentre(room);
        addAudit(room, first, QDate(2025, 1, 1), ResponseLevel::Met, AuditState::Submitted);
        addAudit(room, second, QDate(2025, 1, 1), ResponseLevel::NotMet, AuditState::Submitted, AuditKind::SelfAssessment);
        const QList<BenchmarkResult> others = resultsOfOtherCentres(*room.session);
        QCOMPARE(others.size(), 1);
        QVERIFY(others.first().overall == (Score {0, 1}));
    }
};

QTEST_GUILESS_MAIN(TestOtherCentres)
#include "tst_othercentres.moc"
