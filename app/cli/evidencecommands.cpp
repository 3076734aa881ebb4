// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evidencecommands.h"

#include "app/cli/arguments.h"
#include "app/cli/workspacedoor.h"
#include "core/evidence/privacyhint.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
#include "core/session/evidencelinkdesk.h"

#include <QJsonArray>

#include <cstdio>

namespace cq {

namespace {

const QString jsonOption = QStringLiteral("--json");
const QString workspaceWord = QStringLiteral("WORKSPACE");
const QString auditWord = QStringLiteral("AUDIT");

Error unknownWord(const QString &what, const QStringList &allowed)
{
    return {ErrorCode::InvalidInput, QStringLiteral("%1 is one of %2").arg(what, allowed.join(QStringLiteral(", "))), {}};
}

// Null where the option is absent.
Result<QDate> dayOf(const Arguments &arguments, const char *option)
{
    const QString text = arguments.value(QString::fromLatin1(option));
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !day.isValid())
        return Error {ErrorCode::InvalidInput,
            QStringLiteral("%1 %2 is no day; write 2026-11-22").arg(QString::fromLatin1(option), text), {}};
    return day;
}

Result<Evidence> draftFrom(const Arguments &arguments)
{
    Evidence draft;
    draft.title = arguments.value(QStringLiteral("--title"));
    draft.pageReference = arguments.value(QStringLiteral("--page"));
    if (arguments.has(QStringLiteral("--kind"))) {
        const auto kind = fromText<EvidenceKind>(arguments.value(QStringLiteral("--kind")));
        if (!kind)
            return unknownWord(QStringLiteral("a kind"), allTexts<EvidenceKind>());
        draft.kind = *kind;
    }
    if (arguments.has(QStringLiteral("--method"))) {
        const auto method = fromText<EvidenceMethod>(arguments.value(QStringLiteral("--method")));
        if (!method)
            return unknownWord(QStringLiteral("a method"), allTexts<EvidenceMethod>());
        draft.method = *method;
    }
    for (const auto &[option, day] : {std::pair {"--effective", &draft.effectiveOn},
             std::pair {"--received", &draft.receivedOn}, std::pair {"--valid-until", &draft.validUntil}}) {
        const auto read = dayOf(arguments, option);
        if (!read)
            return read.error();
        *day = *read;
    }
    return draft;
}

// Warns and never blocks.
void warnOf(const Evidence &evidence, const AddedEvidence &added)
{
    if (!added.originalName.isEmpty())
        std::fprintf(stderr, "warning: the file name \"%s\" was cleaned to \"%s\"\n", qPrintable(added.originalName),
            qPrintable(evidence.fileName));
    for (const QString &text : {evidence.title, evidence.fileName, evidence.pageReference})
        for (const PrivacyHint &hint : privacyHints(text, QDate::currentDate()))
            std::fprintf(stderr, "warning: \"%s\" may point to a person\n", qPrintable(hint.excerpt));
}

Result<void> addOne(const OpenAudit &open, const Evidence &draft, const QString &path, const Arguments &arguments)
{
    EvidenceDesk &library = open.workspace->evidence();
    const auto photographs = arguments.has(QStringLiteral("--untouched")) ? EvidenceDesk::Photographs::Untouched
                                                                          : EvidenceDesk::Photographs::Scaled;
    const auto added = library.add(draft, path, photographs);
    if (!added)
        return added.error();
    const auto evidence = library.find(draft.centre, added->id);
    if (!evidence)
        return evidence.error();
    warnOf(*evidence, *added);
    print(QStringList {added->id.text(), added->wasThere ? QStringLiteral("there-already") : QStringLiteral("added"),
        evidence->title}
              .join(u'\t'));
    for (const QString &criterion : arguments.values(QStringLiteral("--criterion"))) {
        const EvidenceLink link {added->id, CriterionId(criterion), {}};
        if (open.session->evidence().all().contains(link))
            continue;
        if (auto linked = open.session->evidence().link(link); !linked)
            return linked;
    }
    return {};
}

QJsonObject lineJson(const Evidence &evidence, const EvidenceLinkDesk &links)
{
    QJsonArray criteria;
    for (const EvidenceLink &link : links.linksOf(evidence.id))
        if (!link.criterion.isEmpty())
            criteria.append(link.criterion.text());
    const auto day = [](const QDate &date) { return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue(); };
    return {{QStringLiteral("id"), evidence.id.text()}, {QStringLiteral("title"), evidence.title},
        {QStringLiteral("kind"), textOf(evidence.kind)}, {QStringLiteral("method"), textOf(evidence.method)},
        {QStringLiteral("page"), evidence.pageReference}, {QStringLiteral("effectiveOn"), day(evidence.effectiveOn)},
        {QStringLiteral("receivedOn"), day(evidence.receivedOn)}, {QStringLiteral("validUntil"), day(evidence.validUntil)},
        {QStringLiteral("fileName"), evidence.fileName}, {QStringLiteral("mediaType"), evidence.mediaType},
        {QStringLiteral("bytes"), evidence.size}, {QStringLiteral("sha256"), QString::fromLatin1(evidence.digest)},
        {QStringLiteral("criteria"), criteria}, {QStringLiteral("stale"), isStale(evidence, links.auditDate())}};
}

} // namespace

ExitCode evidenceAdd(const QStringList &words)
{
    QMap<QString, Arguments::Takes> options {{QStringLiteral("--untouched"), Arguments::Takes::Nothing},
        {QStringLiteral("--criterion"), Arguments::Takes::Values}};
    for (const char *option : {"--title", "--kind", "--method", "--page", "--effective", "--received", "--valid-until"})
        options.insert(QString::fromLatin1(option), Arguments::Takes::OneValue);
    const auto arguments = Arguments::parse(words, options, {workspaceWord, auditWord, QStringLiteral("FILE...")});
    if (!arguments)
        return fail(QStringLiteral("evidence add"), arguments.error());
    auto draft = draftFrom(*arguments);
    if (!draft)
        return fail(QStringLiteral("evidence add"), draft.error());
    const auto open = openAudit(arguments->words()[0], arguments->words()[1], Workspace::Access::ReadWrite);
    if (!open)
        return fail(arguments->words()[0], open.error());
    for (const QString &criterion : arguments->values(QStringLiteral("--criterion")))
        if (open->session->packs().indexOf(CriterionId(criterion)) < 0)
            return fail(criterion, {ErrorCode::NotFound, QStringLiteral("no such criterion in this audit"), {}});
    draft->centre = open->session->audit().centre;
    for (const QString &path : arguments->words().mid(2))
        if (auto added = addOne(*open, *draft, path, *arguments); !added)
            return fail(path, added.error());
    return ExitCode::Fine;
}

ExitCode evidenceList(const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {{jsonOption, Arguments::Takes::Nothing}}, {workspaceWord, auditWord});
    if (!arguments)
        return fail(QStringLiteral("evidence list"), arguments.error());
    const auto open = openAudit(arguments->words()[0], arguments->words()[1], Workspace::Access::ReadOnly);
    if (!open)
        return fail(arguments->words()[0], open.error());
    const EvidenceLinkDesk &links = open->session->evidence();
    QJsonArray lines;
    for (const Evidence &evidence : links.library()) {
        lines.append(lineJson(evidence, links));
        if (!arguments->has(jsonOption))
            print(QStringList {evidence.id.text(), textOf(evidence.kind), evidence.validUntil.toString(Qt::ISODate),
                QString::number(evidence.size), evidence.title}
                      .join(u'\t'));
    }
    if (arguments->has(jsonOption))
        print(QJsonObject {{QStringLiteral("evidence"), lines}});
    return ExitCode::Fine;
}

ExitCode evidenceExport(const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {}, {workspaceWord, auditWord, QStringLiteral("FOLDER")});
    if (!arguments)
        return fail(QStringLiteral("evidence export"), arguments.error());
    const auto open = openAudit(arguments->words()[0], arguments->words()[1], Workspace::Access::ReadOnly);
    if (!open)
        return fail(arguments->words()[0], open.error());
    const QList<Evidence> library = open->session->evidence().library();
    if (auto exported = open->workspace->evidence().exporter().toFolder(library, arguments->words()[2]); !exported)
        return fail(arguments->words()[2], exported.error());
    print(QStringLiteral("%1 files written, each checked against its digest").arg(library.size()));
    return ExitCode::Fine;
}

ExitCode evidenceCheck(const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {{jsonOption, Arguments::Takes::Nothing}}, {workspaceWord, auditWord});
    if (!arguments)
        return fail(QStringLiteral("evidence check"), arguments.error());
    const auto open = openAudit(arguments->words()[0], arguments->words()[1], Workspace::Access::ReadOnly);
    if (!open)
        return fail(arguments->words()[0], open.error());
    const EvidenceLinkDesk &links = open->session->evidence();
    const QList<MissingEvidence> missing = links.missing();
    const QList<Evidence> stale = links.stale();
    QJsonArray missingJson;
    for (const MissingEvidence &line : missing)
        missingJson.append(QJsonObject {{QStringLiteral("criterion"), line.criterion.text()},
            {QStringLiteral("onlyStale"), line.isOnlyStale}});
    QJsonArray staleJson;
    for (const Evidence &evidence : stale)
        staleJson.append(lineJson(evidence, links));
    if (arguments->has(jsonOption)) {
        print(QJsonObject {{QStringLiteral("auditDate"), links.auditDate().toString(Qt::ISODate)},
            {QStringLiteral("missing"), missingJson}, {QStringLiteral("stale"), staleJson}});
    } else {
        for (const MissingEvidence &line : missing)
            print(QStringList {QStringLiteral("missing"), line.criterion.text(),
                line.isOnlyStale ? QStringLiteral("only stale evidence") : QStringLiteral("no evidence")}
                      .join(u'\t'));
        for (const Evidence &evidence : stale)
            print(QStringList {QStringLiteral("stale"), evidence.validUntil.toString(Qt::ISODate), evidence.title}
                      .join(u'\t'));
    }
    return missing.isEmpty() && stale.isEmpty() ? ExitCode::Fine : ExitCode::DoesNotHold;
}

} // namespace cq
