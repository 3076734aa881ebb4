// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <QJsonDocument>

#include <cstdio>

namespace cq {

namespace {

void writeLine(std::FILE *stream, const QByteArray &text)
{
    std::fwrite(text.constData(), 1, size_t(text.size()), stream);
    std::fputc('\n', stream);
}

} // namespace

void print(const QString &line)
{
    writeLine(stdout, line.toUtf8());
}

void print(const QJsonObject &object)
{
    writeLine(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ExitCode fail(const QString &about, const Error &error)
{
    writeLine(stderr, (about.isEmpty() ? error.text() : about + QStringLiteral(": ") + error.text()).toUtf8());
    return ExitCode::BadUsage;
}

void printFaults(const QString &file, const QList<Fault> &faults)
{
    for (const Fault &fault : faults) {
        const QString pointer = fault.pointer.isEmpty() ? QStringLiteral("(whole file)") : fault.pointer;
        writeLine(stderr,
            QStringLiteral("%1:%2: %3: %4").arg(file).arg(fault.line).arg(pointer, fault.message).toUtf8());
    }
}

} // namespace cq
