// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/snapshot.h"
#include "resources/resources.h"
#include "tests/core/storage/samples.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace cq;

// Writes "workspace-schemaN.centrequal" and "snapshot-v1.txt" into the folder given; never over a file that is there.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    initResources();
    if (argc != 2) {
        std::fputs("usage: storage_fixtures FOLDER\n", stderr);
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    auto workspace = WorkspaceFile::create(folder + QStringLiteral("/workspace-schema1.centrequal"), samples::opening());
    if (!workspace) {
        std::fprintf(stderr, "%s\n", qPrintable(workspace.error().text()));
        return 1;
    }
    samples::fill(**workspace);
    QFile snapshot(folder + QStringLiteral("/snapshot-v1.txt"));
    const QByteArray bytes = samples::valueOf(packSnapshot(samples::record()));
    if (snapshot.exists() || !snapshot.open(QIODevice::WriteOnly) || snapshot.write(bytes) != bytes.size()) {
        std::fprintf(stderr, "%s\n", qPrintable(snapshot.errorString()));
        return 1;
    }
    return 0;
}
