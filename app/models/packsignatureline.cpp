// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/packsignatureline.h"

#include "app/models/signaturewords.h"

#include <QCoreApplication>

namespace cq {

namespace {

struct PackSignatureWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::PackSignatureWords)
};

QString whyNotTrusted(const ContentSignature &signature)
{
    const QString &name = signature.signer.subjectName;
    if (signature.trust == Trust::NotForSigning)
        return PackSignatureWords::tr("The certificate of “%1” does not allow signatures.").arg(name);
    if (signature.trust == Trust::NotValidAtTime)
        return PackSignatureWords::tr("The certificate of “%1” was not valid when this file first saw the signature.")
            .arg(name);
    return PackSignatureWords::tr(
        "“%1” is not among the publishers this file trusts. Compare the fingerprint with the one "
        "the publisher makes known: %2.")
        .arg(name, fingerprintText(signature.signer.sha256));
}

} // namespace

VerdictLine packSignatureLine(const std::optional<ContentSignature> &signature)
{
    if (!signature)
        return {VerdictTone::Neutral, PackSignatureWords::tr("Not signed"),
            PackSignatureWords::tr(
                "Nobody signed this pack. Its fingerprint tells whether two people have the same one.")};
    if (signature->integrity != Integrity::Intact)
        return {VerdictTone::Bad, PackSignatureWords::tr("The signature does not fit"),
            PackSignatureWords::tr(
                "What is stored as its signature was not made over this pack, or was damaged since. Add "
                "the pack again from a file that you know to be right.")};
    if (!signature->vouches())
        return {VerdictTone::Caution, PackSignatureWords::tr("Signed, but the signer is not confirmed"),
            whyNotTrusted(*signature)};
    return {VerdictTone::Good, PackSignatureWords::tr("Signed by %1").arg(signature->signer.subjectName),
        PackSignatureWords::tr("The pack is unchanged since it was signed, by somebody this file trusts.")};
}

} // namespace cq
