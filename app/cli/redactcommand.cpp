// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/redactcommand.h"

#include "app/cli/arguments.h"
#include "app/cli/workspacedoor.h"

#include <QFile>

#include <cstdio>

namespace cq {

namespace {

constexpr qint64 maxLine = 4096;

Result<QString> textToTakeOut()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error {ErrorCode::Unreadable, input.errorString(), {}};
    const QByteArray first = input.readLine(maxLine);
    if (!input.readLine(maxLine).isEmpty() || first.size() >= maxLine - 1)
        return Error {ErrorCode::InvalidInput, QStringLiteral("the text to take out has to be one line, and not so long"), {}};
    QString line = QString::fromUtf8(first);
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    if (line.isEmpty())
        return Error {ErrorCode::InvalidInput,
            QStringLiteral("the text to take out is wanted on standard input, in one line"), {}};
    return line;
}

} // namespace

ExitCode auditRedact(const QStringList &words)
{
    const QString reasonOption = QStringLiteral("--reason");
    const auto arguments = Arguments::parse(words, {{reasonOption, Arguments::Takes::OneValue}},
        {QStringLiteral("WORKSPACE"), QStringLiteral("AUDIT")});
    if (!arguments)
        return fail(QStringLiteral("audit redact"), arguments.error());
    const QString path = arguments->words()[0];
    const auto text = textToTakeOut();
    if (!text)
        return fail(QStringLiteral("audit redact"), text.error());
    const auto open = openAudit(path, arguments->words()[1], Workspace::Access::ReadWrite);
    if (!open)
        return fail(path, open.error());
    const auto done = open->session->redact(*text, arguments->value(reasonOption));
    if (!done)
        return fail(path, done.error());
    print(QStringLiteral("taken out of %1 places, %2 entries of the trail, %3 sealed records, %4 snapshots")
              .arg(done->places)
              .arg(done->entries)
              .arg(done->seals)
              .arg(done->snapshots));
    return ExitCode::Fine;
}

} // namespace cq
