// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/packcommands.h"

#include "app/cli/arguments.h"
#include "core/pack/packreader.h"
#include "core/pack/packset.h"

#include <QFileInfo>
#include <QJsonArray>

namespace cq {

namespace {

QJsonObject packJson(const QString &file, const PackReader::Outcome &read)
{
    QJsonArray faults;
    for (const Fault &fault : read.faults)
        faults.append(QJsonObject {{QStringLiteral("pointer"), fault.pointer}, {QStringLiteral("line"), fault.line},
            {QStringLiteral("message"), fault.message}});
    QJsonObject object {
        {QStringLiteral("file"), file}, {QStringLiteral("ok"), read.pack.has_value()}, {QStringLiteral("faults"), faults}};
    if (read.pack) {
        object.insert(QStringLiteral("id"), read.pack->id.text());
        object.insert(QStringLiteral("version"), read.pack->version.text());
        object.insert(QStringLiteral("digest"), QString::fromLatin1(read.pack->digest));
        object.insert(QStringLiteral("criteria"), read.pack->criteria.size());
    }
    return object;
}

bool hasCore(const QList<CriteriaPack> &packs)
{
    return std::any_of(packs.begin(), packs.end(), [](const auto &pack) { return pack.kind == PackKind::Core; });
}

} // namespace

ExitCode packCheck(const QStringList &words)
{
    const auto arguments = Arguments::parse(
        words, {{QStringLiteral("--json"), Arguments::Takes::Nothing}}, {QStringLiteral("FILE...")});
    if (!arguments)
        return fail(QStringLiteral("pack check"), arguments.error());
    const bool asJson = arguments->has(QStringLiteral("--json"));
    QJsonArray files;
    QList<CriteriaPack> packs;
    qsizetype criteria = 0;
    for (const QString &file : arguments->words()) {
        if (!QFileInfo(file).isFile() || !QFileInfo(file).isReadable())
            return fail(file, {ErrorCode::Unreadable, QStringLiteral("the file cannot be read"), {}});
        const auto read = PackReader::readFile(file);
        files.append(packJson(file, read));
        printFaults(file, read.faults);
        if (!read.pack)
            continue;
        packs.append(*read.pack);
        criteria += read.pack->criteria.size();
        if (!asJson)
            print(QStringLiteral("%1: fine, %2 %3, %4 criteria")
                      .arg(file, read.pack->id.text(), read.pack->version.text())
                      .arg(read.pack->criteria.size()));
    }
    bool ok = packs.size() == arguments->words().size();
    QString together;
    if (ok && packs.size() > 1 && hasCore(packs))
        if (const auto set = PackSet::make(packs); !set) {
            ok = false;
            together = set.error().text();
            fail(QStringLiteral("the packs together"), set.error());
        }
    if (asJson)
        print(QJsonObject {{QStringLiteral("ok"), ok}, {QStringLiteral("criteria"), criteria},
            {QStringLiteral("files"), files}, {QStringLiteral("together"), together}});
    else if (ok && packs.size() > 1)
        print(QStringLiteral("%1 packs: fine, %2 criteria").arg(packs.size()).arg(criteria));
    return ok ? ExitCode::Fine : ExitCode::DoesNotHold;
}

} // namespace cq
