// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scorecommands.h"

#include "app/cli/arguments.h"
#include "core/pack/packreader.h"
#include "core/scoring/scoreboard.h"

#include <QFile>
#include <QJsonArray>

namespace cq {

namespace {

template <class IdType> QJsonArray idsJson(const QList<IdType> &ids)
{
    QJsonArray array;
    for (const IdType &id : ids)
        array.append(id.text());
    return array;
}

QJsonValue scoreJson(const Score &score, const QList<qint64> &marks)
{
    const auto hundredths = score.hundredths(marks);
    return hundredths ? QJsonValue(*hundredths) : QJsonValue(QJsonValue::Null);
}

QJsonObject figuresJson(const SectionScore &section, const QList<qint64> &marks)
{
    return {{QStringLiteral("graded"), scoreJson(section.graded, marks)},
        {QStringLiteral("strict"), scoreJson(section.strict, marks)},
        {QStringLiteral("low"), scoreJson(section.low, marks)}, {QStringLiteral("high"), scoreJson(section.high, marks)},
        {QStringLiteral("completeness"), scoreJson(section.completeness(), marks)},
        {QStringLiteral("applicable"), section.applicable}, {QStringLiteral("answered"), section.answered},
        {QStringLiteral("naClaimed"), section.naClaimed}, {QStringLiteral("naByRule"), section.naByRule},
        {QStringLiteral("undetermined"), section.undetermined}, {QStringLiteral("gatesNotMet"), section.gatesNotMet},
        {QStringLiteral("gatesPartiallyMet"), section.gatesPartiallyMet},
        {QStringLiteral("gatesUnanswered"), section.gatesUnanswered}};
}

QJsonObject sheetJson(const ScoreSheet &sheet)
{
    QJsonObject object = figuresJson(sheet.overall, sheet.marks);
    object.insert(QStringLiteral("decided"), sheet.isDecided());
    object.insert(QStringLiteral("outcomeAtLow"), textOf(sheet.outcomeAtLow));
    object.insert(QStringLiteral("outcomeAtHigh"), textOf(sheet.outcomeAtHigh));
    QJsonArray sections;
    for (const SectionScore &section : sheet.sections) {
        QJsonObject figures = figuresJson(section, sheet.marks);
        figures.insert(QStringLiteral("id"), section.section.text());
        sections.append(figures);
    }
    object.insert(QStringLiteral("sections"), sections);
    object.insert(QStringLiteral("outcome"), textOf(sheet.outcome.kind));
    QJsonArray reasons;
    for (const Reason &reason : sheet.outcome.reasons)
        reasons.append(QJsonObject {{QStringLiteral("rule"), reason.rule}, {QStringLiteral("text"), reason.text},
            {QStringLiteral("criteria"), idsJson(reason.criteria)}, {QStringLiteral("sections"), idsJson(reason.sections)}});
    object.insert(QStringLiteral("reasons"), reasons);
    object.insert(QStringLiteral("canChange"), idsJson(sheet.canChange));
    object.insert(QStringLiteral("missingFacts"), idsJson(sheet.missingFacts));
    object.insert(QStringLiteral("engine"), engineVersion());
    return object;
}

// "86.29 %" without any locale: the command line is for scripts.
QString percent(const Score &score, const QList<qint64> &marks)
{
    const auto hundredths = score.hundredths(marks);
    if (!hundredths)
        return QStringLiteral("-");
    return QStringLiteral("%1.%2 %").arg(*hundredths / 100).arg(*hundredths % 100, 2, 10, QLatin1Char('0'));
}

void printLine(const QString &name, const SectionScore &section, const QList<qint64> &marks)
{
    print(QStringLiteral("%1  graded %2  strict %3  %4 of %5 answered")
              .arg(name, -8)
              .arg(percent(section.graded, marks), 9)
              .arg(percent(section.strict, marks), 9)
              .arg(section.answered)
              .arg(section.applicable));
}

void printText(const ScoreSheet &sheet)
{
    printLine(QStringLiteral("overall"), sheet.overall, sheet.marks);
    print(QStringLiteral("range    %1 to %2%3")
              .arg(percent(sheet.overall.low, sheet.marks), percent(sheet.overall.high, sheet.marks),
                  sheet.isDecided() ? QStringLiteral(", decided") : QString()));
    for (const SectionScore &section : sheet.sections)
        printLine(section.section.text(), section, sheet.marks);
    print(QStringLiteral("outcome  %1").arg(textOf(sheet.outcome.kind)));
    for (const Reason &reason : sheet.outcome.reasons) {
        QStringList criteria;
        for (const CriterionId &criterion : reason.criteria)
            criteria.append(criterion.text());
        print(QStringLiteral("reason   %1: %2 %3").arg(reason.rule, reason.text, criteria.join(u' ')).trimmed());
    }
}

Result<PackSet> packsFrom(const QStringList &files)
{
    QList<CriteriaPack> packs;
    for (const QString &file : files) {
        const auto read = PackReader::readFile(file);
        if (!read.pack) {
            printFaults(file, read.faults);
            return Error {ErrorCode::Malformed, QStringLiteral("%1 is not a sound pack").arg(file), {}};
        }
        packs.append(*read.pack);
    }
    return PackSet::make(packs);
}

Result<AuditRecord> recordFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {ErrorCode::Unreadable, file.errorString(), {}};
    if (file.size() > AuditRecordReader::maxBytes)
        return Error {ErrorCode::TooLarge, QStringLiteral("%1 bytes").arg(file.size()), {}};
    auto read = AuditRecordReader::read(file.readAll());
    if (!read.record) {
        printFaults(path, read.faults);
        return Error {ErrorCode::Malformed, QStringLiteral("not a sound audit record"), {}};
    }
    return *read.record;
}

} // namespace

void printSheet(const ScoreSheet &sheet, bool asJson)
{
    if (asJson)
        print(sheetJson(sheet));
    else
        printText(sheet);
}

ExitCode score(const QStringList &words)
{
    const auto arguments = Arguments::parse(words,
        {{QStringLiteral("--packs"), Arguments::Takes::Values}, {QStringLiteral("--record"), Arguments::Takes::OneValue},
            {QStringLiteral("--json"), Arguments::Takes::Nothing}},
        {});
    if (!arguments)
        return fail(QStringLiteral("score"), arguments.error());
    const QString path = arguments->value(QStringLiteral("--record"));
    if (path.isEmpty() || !arguments->has(QStringLiteral("--packs")))
        return fail(QStringLiteral("score"),
            {ErrorCode::InvalidInput, QStringLiteral("--packs FILE... and --record FILE are needed"), {}});
    const auto record = recordFrom(path);
    if (!record)
        return fail(path, record.error());
    const auto packs = packsFrom(arguments->values(QStringLiteral("--packs")));
    if (!packs)
        return fail(QStringLiteral("the packs"), packs.error());
    for (const PackPin &pin : record->audit.packs)
        if (!packs->pins().contains(pin))
            return fail(path,
                {ErrorCode::InvalidInput,
                    QStringLiteral("the record pins pack %1 %2 with digest %3, which is not among those given")
                        .arg(pin.id.text(), pin.version.text(), QString::fromLatin1(pin.digest)),
                    {}});
    if (packs->pins().size() != record->audit.packs.size())
        return fail(path, {ErrorCode::InvalidInput, QStringLiteral("more packs are given than the record pins"), {}});
    const auto board = ScoreBoard::make(ScoringInput::of(*record, *packs));
    if (!board)
        return fail(path, board.error());
    printSheet(board->sheet(), arguments->has(QStringLiteral("--json")));
    return ExitCode::Fine;
}

} // namespace cq
