// SPDX-License-Identifier: GPL-3.0-or-later
// What a report costs, unsigned and signed: the demonstration's, and one of a thousand rows.
#include "core/session/reportcheck.h"
#include "core/session/reportjob.h"
#include "tests/bench/benchworkspaces.h"

#include <QGuiApplication>
#include <QPdfDocument>
#include <QTemporaryDir>

using namespace cq;
using namespace cq::bench;

namespace {

constexpr int rounds = 5;

struct Times
{
    Samples prepared, written, signedAndChecked, verified;
    qint64 peakKiB = 0;
};

void readsAsGood(const QString &path)
{
    const ReportCheck check = required(checkReport(path, TrustStore(), systemClock()()));
    if (check.verdict != ReportVerdict::Good)
        throw std::runtime_error("the signed report does not verify: " + check.problem.toStdString());
}

Times timeReports(const QString &workspacePath, AuditState state, const QTemporaryDir &folder)
{
    const SigningIdentity identity
        = required(SigningIdentity::create({benchPerson().name, {}, KeyAlgorithm::EcP256}, systemClock()()));
    const auto workspace = required(Workspace::open(workspacePath, benchPerson(), Workspace::Access::ReadOnly));
    const auto session = required(workspace->openAudit(auditInState(*workspace, state)));
    const QString plain = folder.filePath(QStringLiteral("plain.pdf"));
    const QString sealed = folder.filePath(QStringLiteral("signed.pdf"));
    Times times;
    for (int i = 0; i < rounds; ++i) {
        QFile::remove(plain);
        QFile::remove(sealed);
        const qint64 begin = nowNs();
        const ReportJob job = required(ReportJob::prepare(*session, QStringLiteral("en")));
        times.prepared.add(nowNs() - begin);
        times.written.time([&] { required(job.write(plain)); });
        resetPeak();
        times.signedAndChecked.time(
            [&] { required(job.writeSigned(sealed, identity, {.time = systemClock()(), .name = {}})); });
        times.peakKiB = std::max(times.peakKiB, memoryKiB("VmHWM"));
        times.verified.time([&] { readsAsGood(sealed); });
    }
    return times;
}

void measure(const QString &of, const QString &workspacePath, AuditState state, const char *aim)
{
    const QTemporaryDir folder(benchFolder().filePath(QStringLiteral("reports-XXXXXX")));
    const qint64 before = memoryKiB("VmRSS");
    const Times times = timeReports(workspacePath, state, folder);
    printTime(QStringLiteral("%1: gathered, median").arg(of), times.prepared.percentile(50), Unit::Milliseconds);
    printTime(QStringLiteral("%1: written unsigned, median").arg(of), times.written.percentile(50), Unit::Milliseconds);
    printTime(QStringLiteral("%1: written, signed and read back, median").arg(of),
        times.signedAndChecked.percentile(50), Unit::Milliseconds, aim);
    printTime(QStringLiteral("%1: the same, longest").arg(of), times.signedAndChecked.max(), Unit::Milliseconds, aim);
    printTime(QStringLiteral("%1: verified and re-scored, median").arg(of), times.verified.percentile(50),
        Unit::Milliseconds);
    printCount(QStringLiteral("%1: most memory while signing").arg(of), times.peakKiB / 1024, "MiB");
    printCount(QStringLiteral("%1: memory before the first").arg(of), before / 1024, "MiB");
    printCount(QStringLiteral("%1: size").arg(of),
        QFileInfo(folder.filePath(QStringLiteral("signed.pdf"))).size() / 1024, "KiB");
    QPdfDocument pages;
    if (pages.load(folder.filePath(QStringLiteral("signed.pdf"))) != QPdfDocument::Error::None)
        throw std::runtime_error("the signed report cannot be opened");
    printCount(QStringLiteral("%1: pages").arg(of), pages.pageCount(), "pages");
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    return guarded([] {
        measure(QStringLiteral("report of the demonstration"), demoWorkspace(2, 3), AuditState::Consolidation, "");
        measure(QStringLiteral("report of 1000 rows"), largeWorkspace(1000, 1000), AuditState::OnSite, "1500 ms");
    });
}
