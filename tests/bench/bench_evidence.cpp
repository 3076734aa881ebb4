// SPDX-License-Identifier: GPL-3.0-or-later
// What a large file costs on its way into a workspace and out again, in time and memory.
#include "core/evidence/evidencepolicy.h"
#include "core/session/auditsession.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
#include "core/session/evidencelinkdesk.h"
#include "tests/bench/benchworkspaces.h"

#include <QTemporaryDir>

#include <array>

using namespace cq;
using namespace cq::bench;

namespace {

constexpr qint64 fileBytes = 200'000'000;

// Bytes that no file system stores as holes.
void writeNoise(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw std::runtime_error("the file could not be made");
    std::array<quint32, 16'384> block {};
    quint32 state = 1;
    for (qint64 written = 0; written < fileBytes;) {
        for (quint32 &word : block)
            word = state = state * 1'664'525 + 1'013'904'223;
        const qint64 part = std::min<qint64>(sizeof block, fileBytes - written);
        if (file.write(reinterpret_cast<const char *>(block.data()), part) != part)
            throw std::runtime_error("the file could not be written");
        written += part;
    }
}

template <class F> void measured(const QString &what, F &&work)
{
    resetPeak();
    const qint64 before = memoryKiB("VmRSS");
    Samples samples;
    samples.time(work);
    printTime(what + QStringLiteral(", time"), samples.max(), Unit::Milliseconds);
    printCount(what + QStringLiteral(", most memory above what was held"), memoryKiB("VmHWM") - before, "KiB",
        "20480 KiB");
}

void largeFile()
{
    const QTemporaryDir folder(benchFolder().filePath(QStringLiteral("evidence-XXXXXX")));
    const QString path = folder.filePath(QStringLiteral("film.mp4"));
    writeNoise(path);
    const QString file = folder.filePath(QStringLiteral("w.centrequal"));
    auto workspace = required(Workspace::create(file, benchPerson()));
    Centre centre;
    centre.name = QStringLiteral("Bench Hospital (fictional)");
    centre.isFictional = true;
    Evidence draft;
    draft.centre = required(workspace->centres().add(centre));
    const QString size = QStringLiteral("%1 MB ").arg(fileBytes / 1'000'000);
    measured(size + QStringLiteral("in"), [&] { required(workspace->evidence().add(draft, path)); });
    const Evidence stored = workspace->evidence().of(draft.centre).first();
    if (stored.size != fileBytes)
        throw std::runtime_error("not every byte was stored");
    measured(size + QStringLiteral("out, checked after writing"),
        [&] { required(workspace->evidence().exporter().toFile(stored, folder.filePath(QStringLiteral("out.mp4")))); });
    measured(size + QStringLiteral("again, recognised"), [&] {
        if (!required(workspace->evidence().add(draft, path)).wasThere)
            throw std::runtime_error("the same file was not recognised");
    });
    measured(QStringLiteral("closing"), [&] { workspace.reset(); });
    measured(QStringLiteral("opening again"), [&] { workspace = required(Workspace::open(file, benchPerson())); });
    measured(QStringLiteral("checking all of it"), [&] {
        if (!required(workspace->check()).isEmpty())
            throw std::runtime_error("the check found faults");
    });
}

/// A library of so many items, each used twice in one audit, half of them no longer valid; kept from run to run.
QString libraryWorkspace(int items)
{
    return keptWorkspace(QStringLiteral("evidence-%1").arg(items), [&](const QString &path) {
        QFile::copy(largeWorkspace(177, 0), path);
        const auto workspace = required(Workspace::open(path, benchPerson()));
        const auto session = required(workspace->openAudit(workspace->audits().first().id));
        const QList<Criterion> &criteria = session->packs().criteria();
        for (int i = 0; i < items; ++i) {
            Evidence draft;
            draft.centre = session->audit().centre;
            draft.title = QStringLiteral("Document %1").arg(i);
            draft.validUntil = i % 2 == 0 ? QDate(2001, 1, 1) : QDate();
            const auto intake = required(workspace->evidence().takeIn(
                draft, QStringLiteral("d.txt"), draft.title.toUtf8(), EvidenceDesk::Photographs::Untouched));
            while (required(intake->step())) { }
            const EvidenceId id = required(intake->finish()).id;
            for (const int place : {i % 177, (i * 7 + 1) % 177})
                required(session->evidence().link({id, criteria.at(place).id, {}}));
        }
    });
}

// What the page of evidence and the panel of a criterion ask for after each change.
void lists(int items)
{
    const auto workspace
        = required(Workspace::open(libraryWorkspace(items), benchPerson(), Workspace::Access::ReadOnly));
    const auto session = required(workspace->openAudit(workspace->audits().first().id));
    const QList<Criterion> &criteria = session->packs().criteria();
    const EvidenceLinkDesk &desk = session->evidence();
    Samples missing, stale, one;
    qsizetype found = 0;
    for (int round = 0; round < 20; ++round) {
        missing.time([&] { found += desk.missing().size(); });
        stale.time([&] { found += desk.stale().size(); });
        one.time([&] { found += desk.of(criteria.at(round).id).size(); });
    }
    if (found < 20 * items / 2)
        throw std::runtime_error("not everything was found");
    const QString of = QStringLiteral("%1 items, median").arg(items);
    printTime(QStringLiteral("missing evidence, ") + of, missing.percentile(50), Unit::Milliseconds, "10 ms");
    printTime(QStringLiteral("evidence no longer valid, ") + of, stale.percentile(50), Unit::Milliseconds, "10 ms");
    printTime(QStringLiteral("evidence of one criterion, ") + of, one.percentile(50), Unit::Milliseconds, "10 ms");
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    return guarded([] {
        largeFile();
        lists(2000);
    });
}
