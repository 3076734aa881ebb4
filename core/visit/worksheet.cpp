// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/worksheet.h"

#include "core/base/jsonobjectreader.h"
#include "core/visit/sample.h"

namespace cq {

namespace {

constexpr qsizetype maxBytes = 256 * 1024;
constexpr int maxWorksheets = 100;

Worksheet worksheetFrom(JsonObjectReader &reader, QSet<QString> &seen)
{
    Worksheet sheet;
    sheet.id = reader.newId("id", seen);
    sheet.title = reader.text("title");
    sheet.confidence = int(reader.integer("confidencePercent", 50, 99).value_or(sheet.confidence));
    sheet.tolerableRate = int(reader.integer("tolerableRatePercent", 1, 99).value_or(sheet.tolerableRate));
    reader.forEach("checks", Sample::maxChecks,
        [&](JsonObjectReader &check) { sheet.checks.append(check.text("text").trimmed()); });
    if (sheet.title.trimmed().isEmpty())
        reader.fault("title", QStringLiteral("a worksheet has a title"));
    if (sheet.checks.isEmpty() || sheet.checks.contains(QString()))
        reader.fault("checks", QStringLiteral("a worksheet has checks, and each of them a text"));
    return sheet;
}

} // namespace

Result<QList<Worksheet>> readWorksheets(const QByteArray &bytes)
{
    JsonSource::Limits limits;
    limits.bytes = maxBytes;
    const auto source = JsonSource::parse(bytes, limits);
    if (!source)
        return source.error();
    JsonFaults faults(*source, 1);
    JsonObjectReader root(source->root(), QString(), faults);
    QList<Worksheet> sheets;
    QSet<QString> seen;
    if (root.text("format") != QStringLiteral("centrequal-worksheets"))
        root.fault("format", QStringLiteral("this is no file of worksheets"));
    if (root.integer("formatVersion", 1, 1))
        root.forEach("worksheets", maxWorksheets,
            [&](JsonObjectReader &reader) { sheets.append(worksheetFrom(reader, seen)); });
    root.refuseOtherKeys();
    if (faults.isEmpty())
        return sheets;
    const Fault first = faults.inOrder().first();
    return Error {ErrorCode::Malformed,
        QStringLiteral("line %1: %2 %3").arg(first.line).arg(first.pointer, first.message), {}};
}

} // namespace cq
