// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/packcommands.h"

#include "app/cli/arguments.h"
#include "app/cli/identitydoor.h"
#include "app/cli/workspacedoor.h"
#include "core/base/clock.h"
#include "core/pack/packreader.h"
#include "core/pack/packset.h"
#include "core/session/packsignaturedesk.h"
#include "core/session/trustfile.h"

#include <QFileInfo>
#include <QJsonArray>

namespace cq {

namespace {

/// One file as it was read, with what is to be said of the signature beside it.
struct CheckedPack
{
    PackReader::Outcome read;
    QByteArray signatureBytes; ///< empty where there is none
    std::optional<ContentSignature> signature;
};

QJsonValue signatureJson(const std::optional<ContentSignature> &signature)
{
    if (!signature)
        return QJsonValue::Null;
    return QJsonObject {{QStringLiteral("integrity"), textOf(signature->integrity)},
        {QStringLiteral("trust"), textOf(signature->trust)}, {QStringLiteral("name"), signature->signer.subjectName},
        {QStringLiteral("issuer"), signature->signer.issuerName},
        {QStringLiteral("fingerprint"), signature->signer.sha256}, {QStringLiteral("problem"), signature->problem}};
}

QJsonObject packJson(const QString &file, const CheckedPack &checked, bool isSigned)
{
    QJsonArray faults;
    for (const Fault &fault : checked.read.faults)
        faults.append(QJsonObject {{QStringLiteral("pointer"), fault.pointer}, {QStringLiteral("line"), fault.line},
            {QStringLiteral("message"), fault.message}});
    const auto &pack = checked.read.pack;
    QJsonObject object {
        {QStringLiteral("file"), file}, {QStringLiteral("ok"), pack && isSigned}, {QStringLiteral("faults"), faults}};
    if (pack) {
        object.insert(QStringLiteral("id"), pack->id.text());
        object.insert(QStringLiteral("version"), pack->version.text());
        object.insert(QStringLiteral("digest"), QString::fromLatin1(pack->digest));
        object.insert(QStringLiteral("criteria"), pack->criteria.size());
        object.insert(QStringLiteral("signature"), signatureJson(checked.signature));
    }
    return object;
}

QString signatureText(const std::optional<ContentSignature> &signature)
{
    if (!signature)
        return QStringLiteral("not signed");
    if (signature->integrity == Integrity::Unreadable)
        return QStringLiteral("the signature cannot be read: %1").arg(signature->problem);
    if (signature->integrity == Integrity::Altered)
        return QStringLiteral("the signature does not fit: %1").arg(signature->problem);
    return QStringLiteral("signed by %1, %2").arg(signature->signer.subjectName, textOf(signature->trust));
}

bool hasCore(const QList<CriteriaPack> &packs)
{
    return std::any_of(packs.begin(), packs.end(), [](const auto &pack) { return pack.kind == PackKind::Core; });
}

Result<PackReader::Outcome> readPack(const QString &file)
{
    if (!QFileInfo(file).isFile() || !QFileInfo(file).isReadable())
        return Error {ErrorCode::Unreadable, QStringLiteral("the file cannot be read"), {}};
    const auto read = PackReader::readFile(file);
    printFaults(file, read.faults);
    return read;
}

Result<CheckedPack> checkedPack(const QString &file, const TrustStore &trust)
{
    const auto read = readPack(file);
    if (!read)
        return read.error();
    const auto signature = packSignatureBeside(file);
    if (!signature)
        return signature.error();
    CheckedPack checked {*read, *signature, std::nullopt};
    if (read->pack && !signature->isEmpty())
        checked.signature = judgeContentSignature(read->pack->bytes, *signature, trust, systemClock()());
    return checked;
}

// Who names whom they trust wants every pack signed by them; else a signature has to fit where there is one.
bool holds(const std::optional<ContentSignature> &signature, const TrustStore &trust)
{
    if (!trust.isEmpty())
        return signature && signature->vouches();
    return !signature || signature->integrity == Integrity::Intact;
}

} // namespace

ExitCode packCheck(const QStringList &words)
{
    const auto arguments = Arguments::parse(words,
        {{QStringLiteral("--trust"), Arguments::Takes::OneValue}, {QStringLiteral("--json"), Arguments::Takes::Nothing}},
        {QStringLiteral("FILE...")});
    if (!arguments)
        return fail(QStringLiteral("pack check"), arguments.error());
    const auto trust = readTrustFile(arguments->value(QStringLiteral("--trust")));
    if (!trust)
        return fail(QStringLiteral("--trust"), trust.error());
    const bool asJson = arguments->has(QStringLiteral("--json"));
    QJsonArray files;
    QList<CriteriaPack> packs;
    qsizetype criteria = 0;
    bool ok = true;
    for (const QString &file : arguments->words()) {
        const auto checked = checkedPack(file, *trust);
        if (!checked)
            return fail(file, checked.error());
        const auto &pack = checked->read.pack;
        const bool isSigned = holds(checked->signature, *trust);
        files.append(packJson(file, *checked, isSigned));
        ok = ok && pack && isSigned;
        if (!pack)
            continue;
        packs.append(*pack);
        criteria += pack->criteria.size();
        if (!asJson)
            print(QStringLiteral("%1: %2, %3 %4, %5 criteria, %6")
                      .arg(file, isSigned ? u"fine" : u"does not hold", pack->id.text(), pack->version.text())
                      .arg(pack->criteria.size())
                      .arg(signatureText(checked->signature)));
    }
    const bool areAllRead = packs.size() == arguments->words().size();
    QString together;
    if (areAllRead && packs.size() > 1 && hasCore(packs))
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

ExitCode packSign(const QStringList &words)
{
    const QString sign = QStringLiteral("--sign");
    const auto arguments
        = Arguments::parse(words, {{sign, Arguments::Takes::OneValue}}, {QStringLiteral("FILE")});
    if (!arguments)
        return fail(QStringLiteral("pack sign"), arguments.error());
    if (!arguments->has(sign))
        return fail(QStringLiteral("pack sign"),
            {ErrorCode::InvalidInput, QStringLiteral("%1 is missing").arg(sign), {}});
    const auto identity = openIdentity(arguments->value(sign));
    if (!identity)
        return fail(arguments->value(sign), identity.error());
    const QString file = arguments->words().first();
    if (auto done = signPackFile(file, *identity, systemClock()()); !done)
        return fail(file, done.error());
    print(QStringLiteral("%1: signed by %2; the signature is %1.p7s").arg(file, identity->certificate().subjectName));
    return ExitCode::Fine;
}

ExitCode packAdd(const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {}, {QStringLiteral("WORKSPACE"), QStringLiteral("FILE")});
    if (!arguments)
        return fail(QStringLiteral("pack add"), arguments.error());
    const QString path = arguments->words()[0];
    const QString file = arguments->words()[1];
    const auto checked = checkedPack(file, {});
    if (!checked)
        return fail(file, checked.error());
    if (!checked->read.pack)
        return ExitCode::DoesNotHold;
    if (!holds(checked->signature, {})) {
        fail(file, {ErrorCode::Malformed, signatureText(checked->signature), {}});
        return ExitCode::DoesNotHold;
    }
    const auto workspace = openWorkspace(path, Workspace::Access::ReadWrite);
    if (!workspace)
        return fail(path, workspace.error());
    const auto added = (*workspace)->addPack(checked->read.pack->bytes, checked->signatureBytes);
    if (!added)
        return fail(file, added.error());
    print(QStringLiteral("%1: %2 %3, %4")
              .arg(path, added->id.text(), added->version.text(),
                  signatureText((*workspace)->packSignatures().of(*added))));
    return ExitCode::Fine;
}

} // namespace cq
