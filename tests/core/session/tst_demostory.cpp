// SPDX-License-Identifier: GPL-3.0-or-later
// The story of domain.md section 9, as far as one program tells it.
#include "core/session/actiondesk.h"
#include "core/session/auditsession.h"
#include "core/session/centredesk.h"
#include "core/session/demostory.h"
#include "core/session/findingdesk.h"
#include "core/session/workspace.h"
#include "core/visit/samplesize.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace cq;

class TestDemoStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allCentresAreMarkedFictional();
    void theStoryHasItsScores();
    void theSameSeedTellsTheSame();
    void theStoryHasAVisitInEveryPart();
    void theVisitUnderWayIsOpen();
    void correctiveActionsStandInEveryPlace();
    void moreAuditsAreDrawn();

private:
    std::unique_ptr<Workspace> open(const char *name, const DemoRequest &request)
    {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        if (const auto made = createDemonstration(path, request); !made) {
            qWarning("%s", qPrintable(made.error().text()));
            return nullptr;
        }
        return Workspace::open(path, {PersonId(), QStringLiteral("Reader"), Role::LeadAuditor, {}},
            Workspace::Access::ReadOnly)
            .value();
    }
    static AuditId audit(const Workspace &workspace, const char *title)
    {
        for (const AuditSummary &summary : workspace.audits())
            if (summary.title.startsWith(QString::fromLatin1(title)))
                return summary.id;
        return {};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

void TestDemoStory::initTestCase()
{
    m_workspace = open("demo.centrequal", {});
    QVERIFY(m_workspace);
    QCOMPARE(m_workspace->audits().size(), 4);
    QVERIFY(m_workspace->check().value().isEmpty());
}

void TestDemoStory::allCentresAreMarkedFictional()
{
    for (const Centre &centre : m_workspace->centres().all())
        QVERIFY2(centre.isFictional, qPrintable(centre.name));
}

void TestDemoStory::theStoryHasItsScores()
{
    const auto session = m_workspace->openAudit(audit(*m_workspace, "Initial")).value();
    QCOMPARE(session->centre().name, QStringLiteral("Northbridge University Hospital"));
    QCOMPARE(session->centre().cic, QStringLiteral("9999"));
    const ScoreSheet sheet = session->board().sheet();
    const auto near = [&](const Score &score, int tenths) {
        return std::abs(score.tenths(sheet.marks).value() - tenths) <= 5;
    };
    QVERIFY(near(sheet.overall.graded, 860));
    QVERIFY(near(session->sheetFor(Party::Centre).value().overall.graded, 940));
    QCOMPARE(sheet.outcome.kind, OutcomeKind::ConditionallyQualified);
    QCOMPARE(sheet.outcome.reasons.first().criteria, QList<CriterionId> {CriterionId(QStringLiteral("OUT-03"))});
    QCOMPARE(sheet.overall.completeness(), (Score {1, 1}));
    QCOMPARE(sheet.overall.gatesPartiallyMet, 1);
    int repeats = 0;
    for (const Finding &finding : session->findings().all())
        repeats += finding.isRepeat && finding.severity == Severity::Major
            && finding.criteria.first().text() == QLatin1String("QMS-09");
    QCOMPARE(repeats, 1);
    QVERIFY(session->findings().withoutFinding().isEmpty());
    QVERIFY(verifyTrail(session->trail().value()));
    for (const TrailEntry &entry : session->trail().value())
        QVERIFY(!entry.clockJumped);
}

void TestDemoStory::theSameSeedTellsTheSame()
{
    const auto again = open("again.centrequal", {});
    const auto other = open("other.centrequal", {2, 2, 3});
    QVERIFY(again && other);
    for (const AuditSummary &summary : m_workspace->audits()) {
        const QByteArray first = recordBytes(m_workspace->openAudit(summary.id).value()->record().value());
        const auto second = again->openAudit(summary.id);
        QVERIFY(second);
        QCOMPARE(recordBytes((*second)->record().value()), first);
        QVERIFY(!other->openAudit(summary.id));
    }
}

void TestDemoStory::theStoryHasAVisitInEveryPart()
{
    const auto session = m_workspace->openAudit(audit(*m_workspace, "Initial")).value();
    const AuditRecord record = session->record().value();
    QCOMPARE(record.evidence.size(), 6);
    const auto expired = std::count_if(record.evidence.begin(), record.evidence.end(),
        [&](const Evidence &evidence) { return isStale(evidence, record.audit.startsOn); });
    QCOMPARE(expired, 1);
    QVERIFY(std::any_of(record.evidenceLinks.begin(), record.evidenceLinks.end(),
        [](const EvidenceLink &link) { return !link.finding.isEmpty(); }));
    QCOMPARE(record.samples.size(), 1);
    const Sample &sample = record.samples.first();
    QCOMPARE(sample.cases.size(), proposedSampleSize(sample.population, sample.confidence, sample.tolerableRate));
    QCOMPARE(resultOf(sample).cases, (SampleTally {1, int(sample.cases.size()), 0}));
    QVERIFY(record.plan.size() > 5);
    QVERIFY(conflictsIn(record.plan).isEmpty());
    QCOMPARE(record.declarations.size(), record.audit.team.size());
    QCOMPARE(record.meetings.size(), 2);
    QCOMPARE(record.requests.size(), 3);
    QVERIFY(AuditRecordReader::read(recordBytes(record)).record);
}

void TestDemoStory::theVisitUnderWayIsOpen()
{
    const auto session = m_workspace->openAudit(audit(*m_workspace, "Surveillance")).value();
    QCOMPARE(session->audit().state, AuditState::OnSite);
    const SectionScore &overall = session->board().overall();
    QVERIFY(overall.answered > 0 && overall.answered < overall.applicable);
    QCOMPARE(overall.undetermined, 0);
}

void TestDemoStory::correctiveActionsStandInEveryPlace()
{
    const auto session = m_workspace->openAudit(audit(*m_workspace, "For-cause")).value();
    QCOMPARE(session->audit().state, AuditState::ActionsOpen);
    QMap<FindingState, int> states;
    int returnedAndTakenAfterAll = 0;
    for (const Finding &finding : session->findings().all()) {
        ++states[finding.state];
        QStringList way;
        for (const ActionStep &step : session->actions().at(finding.id).steps)
            way.append(textOf(step.state));
        returnedAndTakenAfterAll += way.join(u' ')
            == QLatin1String("response-requested response-received returned response-received accepted closed");
    }
    QCOMPARE(returnedAndTakenAfterAll, 1);
    for (const FindingState state :
        {FindingState::Closed, FindingState::Accepted, FindingState::ResponseReceived, FindingState::Returned})
        QCOMPARE(states.value(state), 1);
    QVERIFY(states.value(FindingState::ResponseRequested) > 0);
    QVERIFY(verifyTrail(session->trail().value()));
    QVERIFY(!m_workspace->dueActions().isEmpty());
}

void TestDemoStory::moreAuditsAreDrawn()
{
    const auto larger = open("larger.centrequal", {3, 3, 5});
    QVERIFY(larger);
    QCOMPARE(larger->audits().size(), 5);
    QCOMPARE(larger->centres().all().size(), 3);
    const auto session = larger->openAudit(audit(*larger, "Audit 5")).value();
    QCOMPARE(session->board().overall().completeness(), (Score {1, 1}));
}

QTEST_GUILESS_MAIN(TestDemoStory)
#include "tst_demostory.moc"
