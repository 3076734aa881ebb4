// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/trustcommands.h"

#include "app/cli/arguments.h"
#include "app/cli/workspacedoor.h"
#include "core/session/trustfile.h"

#include <QDir>
#include <QJsonArray>
#include <QStandardPaths>

namespace cq {

namespace {

QJsonValue listJson(const std::optional<TrustedListMark> &list)
{
    if (!list)
        return QJsonValue::Null;
    const QJsonValue next = list->nextUpdate ? QJsonValue(list->nextUpdate->utcText()) : QJsonValue(QJsonValue::Null);
    return QJsonObject {{QStringLiteral("territory"), list->territory},
        {QStringLiteral("operator"), list->schemeOperator}, {QStringLiteral("sequenceNumber"), list->sequenceNumber},
        {QStringLiteral("issued"), list->issued.utcText()}, {QStringLiteral("nextUpdate"), next}};
}

QJsonObject anchorJson(const TrustAnchor &anchor)
{
    const CertificateInfo &certificate = anchor.certificate;
    return {{QStringLiteral("fingerprint"), certificate.sha256}, {QStringLiteral("purpose"), textOf(anchor.purpose)},
        {QStringLiteral("name"), certificate.subjectName}, {QStringLiteral("organisation"), certificate.organisation},
        {QStringLiteral("issuer"), certificate.issuerName}, {QStringLiteral("validFrom"), certificate.notBefore.utcText()},
        {QStringLiteral("validUntil"), certificate.notAfter.utcText()}, {QStringLiteral("origin"), textOf(anchor.source.origin)},
        {QStringLiteral("source"), anchor.source.name}, {QStringLiteral("list"), listJson(anchor.source.list)},
        {QStringLiteral("addedBy"), anchor.addedBy}, {QStringLiteral("addedAt"), anchor.addedAt.utcText()}};
}

QJsonObject recordJson(const TrustRecord &record)
{
    QJsonArray anchors;
    for (const TrustAnchor &anchor : record.anchors)
        anchors.append(anchorJson(anchor));
    QJsonArray removed;
    for (const RemovedAnchor &one : record.removed) {
        QJsonObject object = anchorJson(one.anchor);
        object.insert(QStringLiteral("removedBy"), one.removedBy);
        object.insert(QStringLiteral("removedAt"), one.removedAt.utcText());
        removed.append(object);
    }
    return {{QStringLiteral("anchors"), anchors}, {QStringLiteral("removed"), removed}};
}

QString sourceText(const TrustSource &source)
{
    if (!source.list)
        return source.name;
    return QStringLiteral("trusted list of %1, number %2: %3")
        .arg(source.list->territory)
        .arg(source.list->sequenceNumber)
        .arg(source.name);
}

void printAnchor(const TrustAnchor &anchor)
{
    print(QStringList {anchor.certificate.sha256, textOf(anchor.purpose), anchor.certificate.subjectName,
        sourceText(anchor.source), anchor.addedBy, anchor.addedAt.utcText().left(10),
        anchor.certificate.notAfter.utcText().left(10)}
              .join(u'\t'));
}

Result<TrustUse> useOf(const Arguments &arguments)
{
    const QString option = QStringLiteral("--for");
    if (!arguments.has(option))
        return TrustUse::Signatures;
    if (const auto use = fromText<TrustUse>(arguments.value(option)))
        return *use;
    return Error {ErrorCode::InvalidInput,
        QStringLiteral("it can be one of %1").arg(allTexts<TrustUse>().join(QStringLiteral(", "))), {}};
}

// A certificate that serves two purposes is meant with both.
Result<QStringList> keysOf(const TrustRecord &record, const QString &fingerprint)
{
    constexpr qsizetype leastDigits = 8;
    QStringList keys;
    QString last;
    for (const TrustAnchor &anchor : record.anchors) {
        const QString &print = anchor.certificate.sha256;
        if (fingerprint.size() < leastDigits || !print.startsWith(fingerprint))
            continue;
        if (!keys.isEmpty() && print != last)
            return Error {ErrorCode::InvalidInput, QStringLiteral("several certificates begin with it"), {}};
        last = print;
        keys.append(anchor.key());
    }
    if (keys.isEmpty())
        return Error {ErrorCode::NotFound, QStringLiteral("no trusted certificate begins with it"), {}};
    return keys;
}

} // namespace

TrustBook trustBook()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    return TrustBook(folder.filePath(QStringLiteral("trust.json")), personNameAtCommandLine(), systemClock());
}

Result<TrustStore> knownWith(const TrustStore &named)
{
    const auto book = trustBook().store();
    if (!book)
        (void)fail(QStringLiteral("the trust book is not used"), book.error());
    TrustStore known = book ? *book : TrustStore();
    if (const auto added = known.add(named); !added)
        return added.error();
    return known;
}

ExitCode trustList(const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {{QStringLiteral("--json"), Arguments::Takes::Nothing}}, {});
    if (!arguments)
        return fail(QStringLiteral("trust list"), arguments.error());
    const auto record = trustBook().read();
    if (!record)
        return fail(QStringLiteral("trust list"), record.error());
    if (arguments->has(QStringLiteral("--json"))) {
        print(recordJson(*record));
        return ExitCode::Fine;
    }
    for (const TrustAnchor &anchor : record->anchors)
        printAnchor(anchor);
    return ExitCode::Fine;
}

ExitCode trustAdd(const QStringList &words)
{
    const auto arguments = Arguments::parse(
        words, {{QStringLiteral("--for"), Arguments::Takes::OneValue}}, {QStringLiteral("FILE")});
    if (!arguments)
        return fail(QStringLiteral("trust add"), arguments.error());
    const auto use = useOf(*arguments);
    if (!use)
        return fail(QStringLiteral("--for"), use.error());
    const QString path = arguments->words().first();
    const auto anchors = readTrustAnchors(path, *use);
    if (!anchors)
        return fail(path, anchors.error());
    const auto added = trustBook().add(*anchors);
    if (!added)
        return fail(path, added.error());
    for (const TrustAnchor &anchor : *anchors)
        print(QStringLiteral("%1, trusted as %2, SHA-256 %3")
                  .arg(anchor.certificate.subjectName, textOf(anchor.purpose), anchor.certificate.sha256));
    print(QStringLiteral("%1: %2 of %3 were new").arg(path).arg(*added).arg(anchors->size()));
    return ExitCode::Fine;
}

ExitCode trustRemove(const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {}, {QStringLiteral("FINGERPRINT")});
    if (!arguments)
        return fail(QStringLiteral("trust remove"), arguments.error());
    const QString given = arguments->words().first();
    const auto record = trustBook().read();
    if (!record)
        return fail(given, record.error());
    const auto keys = keysOf(*record, given.toLower().remove(u' ').remove(u':'));
    if (!keys)
        return fail(given, keys.error());
    if (const auto removed = trustBook().remove(*keys); !removed)
        return fail(given, removed.error());
    print(QStringLiteral("%1: trusted no more").arg(keys->first().section(u' ', 0, 0)));
    return ExitCode::Fine;
}

ExitCode trustExport(const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {{QStringLiteral("--json"), Arguments::Takes::Nothing}}, {});
    if (!arguments)
        return fail(QStringLiteral("trust export"), arguments.error());
    const auto record = trustBook().read();
    if (!record)
        return fail(QStringLiteral("trust export"), record.error());
    printBytes(arguments->has(QStringLiteral("--json")) ? trustRecordJson(*record) : trustPem(record->anchors));
    return ExitCode::Fine;
}

ExitCode trustImportEu(const QStringList &words)
{
    const auto arguments = Arguments::parse(
        words, {{QStringLiteral("--json"), Arguments::Takes::Nothing}}, {QStringLiteral("FILE.xml")});
    if (!arguments)
        return fail(QStringLiteral("trust import-eu"), arguments.error());
    const QString path = arguments->words().first();
    const auto list = readTrustedListFile(path);
    if (!list)
        return fail(path, list.error());
    const auto change = trustBook().take(*list);
    if (!change)
        return fail(path, change.error());
    const int issuers = list->countOf(TrustPurpose::Issuer);
    const int authorities = list->countOf(TrustPurpose::TimestampAuthority);
    const bool isOverdue = list->mark.nextUpdate && list->mark.nextUpdate->utcMs < systemClock()().utcMs;
    if (arguments->has(QStringLiteral("--json"))) {
        print(QJsonObject {{QStringLiteral("list"), listJson(list->mark)}, {QStringLiteral("issuers"), issuers},
            {QStringLiteral("timestampAuthorities"), authorities}, {QStringLiteral("added"), change->added},
            {QStringLiteral("kept"), change->kept}, {QStringLiteral("removed"), change->removed},
            {QStringLiteral("declined"), change->declined},
            {QStringLiteral("otherServices"), list->otherServices},
            {QStringLiteral("unusableCertificates"), list->unusableCertificates},
            {QStringLiteral("signatureChecked"), false}, {QStringLiteral("overdue"), isOverdue}});
        return ExitCode::Fine;
    }
    print(QStringLiteral("trusted list of %1, number %2, issued %3 by %4")
              .arg(list->mark.territory)
              .arg(list->mark.sequenceNumber)
              .arg(list->mark.issued.utcText().left(10), list->mark.schemeOperator));
    print(QStringLiteral("issuers of qualified certificates  %1").arg(issuers));
    print(QStringLiteral("timestamp authorities              %1").arg(authorities));
    print(QStringLiteral("added %1, kept %2, removed %3, stayed out %4")
              .arg(change->added).arg(change->kept).arg(change->removed).arg(change->declined));
    print(QStringLiteral("left out: %1 other services, %2 unusable certificates")
              .arg(list->otherServices)
              .arg(list->unusableCertificates));
    print(QStringLiteral("The signature of the list itself was not checked: take lists only from where you know they are "
                         "right."));
    if (isOverdue)
        print(QStringLiteral("This edition was to be replaced by %1: look for a newer one.")
                  .arg(list->mark.nextUpdate->utcText().left(10)));
    return ExitCode::Fine;
}

} // namespace cq
