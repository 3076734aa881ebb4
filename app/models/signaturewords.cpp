// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/signaturewords.h"

#include "app/support/words.h"
#include "core/session/identityexpiry.h"

#include <QCoreApplication>

namespace cq {

namespace {

struct SignatureWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::SignatureWords)
};

} // namespace

QString wordFor(SignaturePlace place)
{
    switch (place) {
    case SignaturePlace::LeadAuditor:
        //: A place for a signature, by who signs there
        return SignatureWords::tr("Lead auditor");
    case SignaturePlace::Centre:
        //: A place for a signature, by who signs there
        return SignatureWords::tr("Representative of the centre");
    case SignaturePlace::Reviewer:
        //: A place for a signature, by who signs there
        return SignatureWords::tr("Coalition reviewer");
    }
    return {};
}

SignatureMeaning usualMeaning(SignaturePlace place)
{
    switch (place) {
    case SignaturePlace::LeadAuditor:
        return SignatureMeaning::Authored;
    case SignaturePlace::Centre:
        return SignatureMeaning::Acknowledged;
    case SignaturePlace::Reviewer:
        return SignatureMeaning::Approved;
    }
    return SignatureMeaning::Reviewed;
}

QString wordFor(SignatureMeaning meaning)
{
    switch (meaning) {
    case SignatureMeaning::Authored:
        //: Meaning of a signature
        return SignatureWords::tr("Authored");
    case SignatureMeaning::Reviewed:
        //: Meaning of a signature
        return SignatureWords::tr("Reviewed");
    case SignatureMeaning::Approved:
        //: Meaning of a signature
        return SignatureWords::tr("Approved");
    case SignatureMeaning::Acknowledged:
        //: Meaning of a signature
        return SignatureWords::tr("Acknowledged");
    }
    return {};
}

QString sentenceFor(SignatureMeaning meaning)
{
    switch (meaning) {
    case SignatureMeaning::Authored:
        return SignatureWords::tr("You state that this report is your own work and says what you found.");
    case SignatureMeaning::Reviewed:
        return SignatureWords::tr("You state that you have read and checked this report of someone else.");
    case SignatureMeaning::Approved:
        return SignatureWords::tr("You state that you agree with this report and that it may be acted upon.");
    case SignatureMeaning::Acknowledged:
        return SignatureWords::tr("You state that you have received this report, not that you agree with it.");
    }
    return {};
}

QString fingerprintText(const QString &hexadecimal)
{
    QStringList groups;
    for (qsizetype i = 0; i < hexadecimal.size(); i += 4)
        groups.append(hexadecimal.mid(i, 4));
    return groups.join(u' ');
}

QString worthOf(const CertificateInfo &certificate)
{
    if (certificate.selfIssued)
        return SignatureWords::tr("Self-issued: this signature proves that the file is unchanged since it was signed, not "
                                  "who signed it. Give the fingerprint to whoever receives the report.");
    return SignatureWords::tr("Issued by %1: this signature proves that the file is unchanged, and names you to everybody "
                              "who trusts that issuer. It is not a qualified electronic signature by itself.")
        .arg(certificate.issuerName);
}

QString expiryText(const Timestamp &validUntil, const Timestamp &now)
{
    switch (expiryOf(validUntil, now)) {
    case IdentityExpiry::Far:
        return {};
    case IdentityExpiry::Near:
        return SignatureWords::tr("Your signing identity can sign for %n more days.", nullptr, daysLeft(validUntil, now));
    case IdentityExpiry::VeryNear:
        return SignatureWords::tr("Soon your signing identity cannot sign any more: %n days are left.", nullptr,
            daysLeft(validUntil, now));
    case IdentityExpiry::Over:
        return SignatureWords::tr("Your signing identity cannot sign any more: it was valid until %1.")
            .arg(dateText(validUntil.localDate()));
    }
    return {};
}

QString validityText(const CertificateInfo &certificate)
{
    //: Two days: first and last of a certificate
    return SignatureWords::tr("%1 to %2")
        .arg(dateText(certificate.notBefore.localDate()), dateText(certificate.notAfter.localDate()));
}

} // namespace cq
