// SPDX-License-Identifier: GPL-3.0-or-later
// What a large file costs on its way into a workspace and out again, in time and memory.
#include "core/evidence/evidencepolicy.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
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
        [&] { required(workspace->evidence().exportTo(stored, folder.filePath(QStringLiteral("out.mp4")))); });
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

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    return guarded([] { largeFile(); });
}
