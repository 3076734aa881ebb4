// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/packsignaturedesk.h"

#include "core/session/workspaceparts.h"
#include "core/storage/settingstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace cq {

namespace {

QString policyName()
{
    return QStringLiteral("pack-signature-policy");
}

QByteArray toJson(const PackSignaturePolicy &policy)
{
    QJsonArray publishers;
    for (const QByteArray &der : policy.publishers.derForms())
        publishers.append(QString::fromLatin1(der.toBase64()));
    return QJsonDocument(
        QJsonObject{{QStringLiteral("rule"), textOf(policy.rule)}, {QStringLiteral("publishers"), publishers}})
        .toJson(QJsonDocument::Compact);
}

std::optional<PackSignaturePolicy> fromJson(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const auto rule = fromText<PackSignatureRule>(json.value(QStringLiteral("rule")).toString());
    if (!rule)
        return std::nullopt;
    PackSignaturePolicy policy{*rule, {}};
    for (const QJsonValue &der : json.value(QStringLiteral("publishers")).toArray())
        if (!policy.publishers.addDer(QByteArray::fromBase64(der.toString().toLatin1())))
            return std::nullopt;
    return policy;
}

// For the trail, which is read by people: the rule, and whom it trusts.
QString inWords(const PackSignaturePolicy &policy)
{
    QStringList words{textOf(policy.rule)};
    for (const CertificateInfo &publisher : policy.publishers.certificates())
        words.append(QStringLiteral("%1, SHA-256 %2").arg(publisher.subjectName, publisher.sha256));
    return words.join(QStringLiteral("; "));
}

} // namespace

PackSignatureDesk::PackSignatureDesk(Workspace &workspace) : m_workspace(workspace) { }

PackSignaturePolicy PackSignatureDesk::policy() const
{
    const auto stored = SettingStore(*m_workspace.d->file).value(policyName());
    if (stored && !*stored)
        return {};
    if (stored)
        if (const auto policy = fromJson(**stored))
            return *policy;
    const Error damaged{ErrorCode::Corrupt, QStringLiteral("the policy for signatures of packs cannot be read"), {}};
    m_workspace.d->note(stored ? damaged : stored.error(), m_workspace);
    return {PackSignatureRule::Required, {}};
}

Result<void> PackSignatureDesk::setPolicy(const PackSignaturePolicy &policy)
{
    auto &parts = *m_workspace.d;
    if (auto allowed = parts.mayWrite(); !allowed)
        return allowed;
    if (policy.rule == PackSignatureRule::Required && policy.publishers.isEmpty())
        return Error{ErrorCode::InvalidInput,
            QStringLiteral("where signatures of packs are required, somebody who signs them has to be trusted"), {}};
    const PackSignaturePolicy before = this->policy();
    if (policy == before)
        return {};
    const Change change{workspaceSubject(), QStringLiteral("pack.policy"), {}, inWords(before), inWords(policy), {}};
    if (auto done = parts.commit(change, [&] { return SettingStore(*parts.file).put(policyName(), toJson(policy)); });
        !done)
        return done;
    Q_EMIT policyChanged();
    return {};
}

std::optional<ContentSignature> PackSignatureDesk::of(const PackPin &pin) const
{
    return judged(pin, policy().publishers);
}

QList<PackPin> PackSignatureDesk::refused(const QList<PackPin> &pins) const
{
    const PackSignaturePolicy policy = this->policy();
    if (policy.rule != PackSignatureRule::Required)
        return {};
    QList<PackPin> refused;
    std::copy_if(pins.begin(), pins.end(), std::back_inserter(refused), [&](const PackPin &pin) {
        const auto signature = judged(pin, policy.publishers);
        return !signature || !signature->vouches();
    });
    return refused;
}

std::optional<ContentSignature> PackSignatureDesk::judged(const PackPin &pin, const TrustStore &publishers) const
{
    const PackStore &store = m_workspace.d->packStore;
    const auto stored = store.signature(pin);
    if (stored && !*stored)
        return std::nullopt;
    const auto bytes = store.bytes(pin);
    if (stored && bytes)
        return judgeContentSignature(*bytes, (*stored)->cms, publishers, (*stored)->seenAt);
    const Error error = stored ? bytes.error() : stored.error();
    m_workspace.d->note(error, m_workspace);
    return ContentSignature{Integrity::Unreadable, Trust::UnknownSigner, {}, error.text()};
}

} // namespace cq
