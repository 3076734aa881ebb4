// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"
#include "core/storage/snapshot.h"
#include "resources/resources.h"
#include "tests/core/storage/samples.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace cq;

namespace {

void writeWorkspace(const QString &folder)
{
    const int schema = samples::valueOf(Migrations::read(QStringLiteral(":/migrations"))).newest();
    const QString path = QStringLiteral("%1/workspace-schema%2.centrequal").arg(folder).arg(schema);
    if (!QFile::exists(path))
        samples::fill(*samples::valueOf(WorkspaceFile::create(path, samples::opening())));
}

void writeSnapshot(const QString &folder)
{
    QFile file(folder + QStringLiteral("/snapshot-v2.txt"));
    if (file.exists())
        return;
    const QByteArray bytes = samples::valueOf(packSnapshot(samples::secondRecord()));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

} // namespace

// Writes the fixtures of the current schema and archive version into the folder given; never over a file that is there.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    initResources();
    if (argc != 2) {
        std::fputs("usage: storage_fixtures FOLDER\n", stderr);
        return 2;
    }
    writeWorkspace(QString::fromLocal8Bit(argv[1]));
    writeSnapshot(QString::fromLocal8Bit(argv[1]));
    return 0;
}
