// SPDX-License-Identifier: GPL-3.0-or-later
// What a durable answer costs, and opening: many audits, and one large one.
#include "tests/bench/benchworkspaces.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::bench;

namespace {

constexpr int answersTimed = 2'000;
constexpr int openings = 7;

// Each answer differs from the one that stood there, so that each is written.
ResponseLevel otherThan(ResponseLevel level)
{
    return level == ResponseLevel::Met ? ResponseLevel::PartiallyMet : ResponseLevel::Met;
}

void durableAnswers()
{
    // On the disk of the build: a folder in memory would be no measure of durability.
    const QTemporaryDir folder(benchFolder().filePath(QStringLiteral("answers-XXXXXX")));
    const auto workspace = required(Workspace::open(copyOf(demoWorkspace(2, 3), folder.path()), benchPerson()));
    const auto session = required(workspace->openAudit(auditInState(*workspace, AuditState::OnSite)));
    QList<ResponseKey> keys;
    for (const Criterion &criterion : session->packs().criteria()) {
        const ScoreBoard::Part part = session->board().part(criterion.id);
        for (const FacilityId &facility : part.applies == Truth::Yes ? part.facilities : QList<FacilityId>())
            keys.append({criterion.id, facility, Party::Auditor});
    }
    const qsizetype before = required(session->trail()).size();
    Samples samples;
    for (int i = 0; i < answersTimed; ++i) {
        const ResponseKey &key = keys[i % keys.size()];
        const ResponseLevel level = otherThan(session->responses().at(key).level);
        samples.time([&] { required(session->responses().setLevel(key, level)); });
    }
    if (required(session->trail()).size() != before + answersTimed)
        throw std::runtime_error("not every answer left its trail entry");
    const QString name = QStringLiteral("durable answer with its trail entry, %1 of them, %2").arg(answersTimed);
    printTime(name.arg(QStringLiteral("mean")), samples.mean(), Unit::Microseconds);
    printTime(name.arg(QStringLiteral("median")), samples.percentile(50), Unit::Microseconds);
    printTime(name.arg(QStringLiteral("95th percentile")), samples.percentile(95), Unit::Microseconds, "1000 us");
    printTime(name.arg(QStringLiteral("longest")), samples.max(), Unit::Microseconds);
}

struct Openings
{
    Samples workspace, list, audit, all;
    qsizetype audits = 0;
    qint64 answers = 0;
};

// Opens for writing, lists the audits and opens the one in the middle, as the window does.
Openings timeOpenings(const QString &path)
{
    Openings times;
    for (int i = 0; i < openings; ++i) {
        const qint64 begin = nowNs();
        const auto workspace = required(Workspace::open(path, benchPerson()));
        const qint64 opened = nowNs();
        const QList<AuditSummary> audits = workspace->audits();
        const qint64 listed = nowNs();
        const auto session = required(workspace->openAudit(audits[audits.size() / 2].id));
        const qint64 done = nowNs();
        times.workspace.add(opened - begin);
        times.list.add(listed - opened);
        times.audit.add(done - listed);
        times.all.add(done - begin);
        times.audits = audits.size();
        times.answers = 0;
        for (const AuditSummary &audit : audits)
            times.answers += audit.answered;
    }
    return times;
}

void report(const Openings &times, const QString &of, const char *aim)
{
    printTime(QStringLiteral("%1: workspace opened, median").arg(of), times.workspace.percentile(50), Unit::Milliseconds);
    printTime(QStringLiteral("%1: audits listed, median").arg(of), times.list.percentile(50), Unit::Milliseconds);
    printTime(QStringLiteral("%1: one audit opened and scored, median").arg(of), times.audit.percentile(50),
        Unit::Milliseconds);
    printTime(QStringLiteral("%1: all three, median").arg(of), times.all.percentile(50), Unit::Milliseconds, aim);
    printTime(QStringLiteral("%1: all three, longest").arg(of), times.all.max(), Unit::Milliseconds, aim);
}

void manyAudits()
{
    const Openings times = timeOpenings(demoWorkspace(2, 200));
    printCount(QStringLiteral("audits in the workspace"), times.audits, "audits");
    printCount(QStringLiteral("answers per audit, mean"), times.answers / times.audits, "answers");
    report(times, QStringLiteral("workspace of 200 audits"), "");
}

void largeAudit()
{
    report(timeOpenings(largeWorkspace(5000, 2500)), QStringLiteral("audit of 5000 criteria, 2500 answered"), "300 ms");
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    return guarded([] {
        durableAnswers();
        manyAudits();
        largeAudit();
    });
}
