// SPDX-License-Identifier: GPL-3.0-or-later
// What a large report with photographs costs to sign, to sign again and to verify with the revision policy and re-scoring.
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
#include "core/session/evidencelinkdesk.h"
#include "core/session/reportcheck.h"
#include "core/session/reportjob.h"
#include "core/session/reportsigning.h"
#include "tests/bench/benchworkspaces.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QPdfDocument>
#include <QTemporaryDir>

using namespace cq;
using namespace cq::bench;

namespace {

constexpr int rounds = 5;
constexpr int criteria = 245; ///< about 60 pages
constexpr int photographs = 40;

// As a telephone takes it in a ward: large areas that differ little, and noise that no compression takes away.
QByteArray photograph(int number)
{
    QImage image(2048, 1536, QImage::Format_RGB32);
    quint32 state = quint32(number) + 1;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            state = state * 1'664'525 + 1'013'904'223;
            const int grain = int(state >> 28);
            image.setPixel(x, y, qRgb((x / 16 + number * 5) % 240 + grain, (y / 12) % 240 + grain, 120 + grain));
        }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "jpeg", 85);
    return bytes;
}

QString workspaceWithPhotographs()
{
    return keptWorkspace(QStringLiteral("signing-%1-%2").arg(criteria).arg(photographs), [](const QString &path) {
        if (!QFile::copy(largeWorkspace(criteria, criteria), path))
            throw std::runtime_error("the workspace cannot be copied");
        const auto workspace = required(Workspace::open(path, benchPerson()));
        const auto session = required(workspace->openAudit(workspace->audits().first().id));
        const QList<Criterion> &all = session->packs().criteria();
        for (int number = 0; number < photographs; ++number) {
            Evidence draft;
            draft.centre = session->audit().centre;
            draft.title = QStringLiteral("Photograph %1 of the ward").arg(number + 1);
            draft.kind = EvidenceKind::Observation;
            const auto intake = required(workspace->evidence().takeIn(
                draft, QStringLiteral("ward.jpg"), photograph(number), EvidenceDesk::Photographs::Untouched));
            while (required(intake->step())) { }
            required(session->evidence().link({required(intake->finish()).id, all.at(number * 3).id, {}}));
        }
    });
}

/// One step done again and again: how long it took, and the most memory the program held meanwhile.
struct Step
{
    Samples times;
    qint64 peakKiB = 0;

    template <class F> void measure(F &&work)
    {
        resetPeak();
        times.time(work);
        peakKiB = std::max(peakKiB, memoryKiB("VmHWM"));
    }
    void print(const char *name, const char *aim) const
    {
        printTime(QStringLiteral("%1, median").arg(QLatin1String(name)), times.percentile(50), Unit::Milliseconds, aim);
        printTime(QStringLiteral("%1, longest").arg(QLatin1String(name)), times.max(), Unit::Milliseconds, aim);
        printCount(QStringLiteral("%1, most memory of the program").arg(QLatin1String(name)), peakKiB / 1024, "MiB",
            "80 MiB");
    }
};

void readsAsGood(const QString &path, qsizetype signatures)
{
    const ReportCheck check = required(checkReport(path, TrustStore(), systemClock()()));
    if (check.verdict != ReportVerdict::Good || check.signatures.signatures.size() != signatures)
        throw std::runtime_error("the signed report does not verify: " + check.problem.toStdString());
}

void describe(const QString &path)
{
    QPdfDocument pages;
    if (pages.load(path) != QPdfDocument::Error::None)
        throw std::runtime_error("the signed report cannot be opened");
    printCount(QStringLiteral("the report"), pages.pageCount(), "pages");
    printCount(QStringLiteral("the report"), QFileInfo(path).size() / 1024, "KiB");
}

void measure()
{
    const SigningIdentity auditor
        = required(SigningIdentity::create({benchPerson().name, {}, KeyAlgorithm::Rsa3072}, systemClock()()));
    const SigningIdentity centre = required(
        SigningIdentity::create({QStringLiteral("Bench Centre (fictional)"), {}, KeyAlgorithm::EcP256}, systemClock()()));
    const QTemporaryDir folder(benchFolder().filePath(QStringLiteral("signing-XXXXXX")));
    const QString plain = folder.filePath(QStringLiteral("plain.pdf"));
    const QString once = folder.filePath(QStringLiteral("once.pdf"));
    const QString twice = folder.filePath(QStringLiteral("twice.pdf"));
    printCount(QStringLiteral("memory at the start"), memoryKiB("VmRSS") / 1024, "MiB");
    Step printed, signedFirst, signedAgain, verified;
    {
        const auto workspace
            = required(Workspace::open(workspaceWithPhotographs(), benchPerson(), Workspace::Access::ReadOnly));
        const auto session = required(workspace->openAudit(workspace->audits().first().id));
        for (int i = 0; i < rounds; ++i) {
            QFile::remove(plain);
            printed.measure([&] { required(required(ReportJob::prepare(*session, QStringLiteral("en"))).write(plain)); });
        }
    }
    for (int i = 0; i < rounds; ++i) {
        QFile::remove(once);
        QFile::remove(twice);
        const Timestamp now = systemClock()();
        signedFirst.measure([&] {
            required(signReport(plain, once, auditor, {SignaturePlace::LeadAuditor, SignatureMeaning::Authored, now, {}}));
        });
        signedAgain.measure([&] {
            required(signReport(once, twice, centre, {SignaturePlace::Centre, SignatureMeaning::Acknowledged, now, {}}));
        });
        verified.measure([&] { readsAsGood(twice, 2); });
    }
    describe(twice);
    printed.print("gathered and printed", "");
    signedFirst.print("checked, signed and read back", "700 ms");
    signedAgain.print("the same, by a second person", "700 ms");
    verified.print("verified with revision policy and re-scoring", "1000 ms");
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    return guarded(measure);
}
