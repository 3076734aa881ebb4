// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/trustwords.h"

#include "app/models/signaturewords.h"
#include "app/support/words.h"

#include <QCoreApplication>

namespace cq {

namespace {

struct TrustWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::TrustWords)
};

QString paragraph()
{
    return QStringLiteral("\n\n");
}

} // namespace

QString wordFor(TrustPurpose purpose)
{
    switch (purpose) {
    case TrustPurpose::Root:
        //: What a certificate is trusted for
        return TrustWords::tr("Root authority");
    case TrustPurpose::Issuer:
        //: What a certificate is trusted for
        return TrustWords::tr("Issuing authority");
    case TrustPurpose::Person:
        //: What a certificate is trusted for
        return TrustWords::tr("Person");
    case TrustPurpose::TimestampAuthority:
        //: What a certificate is trusted for
        return TrustWords::tr("Timestamp authority");
    }
    return {};
}

QString sourceText(const TrustSource &source)
{
    switch (source.origin) {
    case TrustOrigin::File:
        //: Where a trusted certificate came from: the name of a file
        return TrustWords::tr("File %1").arg(source.name);
    case TrustOrigin::Report:
        //: Where a trusted certificate came from: the name of a report that was verified
        return TrustWords::tr("Report %1").arg(source.name);
    case TrustOrigin::TrustedList:
        break;
    }
    //: Where a trusted certificate came from: the list of a country, its number, and the name of the service in it
    return source.list ? TrustWords::tr("Trusted list of %1, number %2: %3")
                             .arg(source.list->territory)
                             .arg(source.list->sequenceNumber)
                             .arg(source.name)
                       : QString();
}

QString addingText(const QList<TrustAnchor> &anchors)
{
    QString text = TrustWords::tr("Compare the fingerprint with one that you got in another way, by telephone or in person. "
                                  "Whoever sent you the file could have changed it.");
    for (const TrustAnchor &anchor : anchors)
        text += paragraph()
            + TrustWords::tr("%1: %2, valid until %3")
                  .arg(wordFor(anchor.purpose), anchor.certificate.subjectName,
                      dateText(anchor.certificate.notAfter.localDate()))
            + u'\n' + fingerprintText(anchor.certificate.sha256);
    return text;
}

QString tooManyText(const QList<TrustAnchor> &anchors)
{
    return TrustWords::tr("There are %n certificates in this file, more than anybody compares at once, so nothing was added. "
                          "Split it into files of ten at most, or import the trusted list of a country.",
        nullptr, int(anchors.size()));
}

QString takenText(const TrustedListChange &change)
{
    QStringList sentences {TrustWords::tr("%n authorities are new.", nullptr, change.added),
        TrustWords::tr("%n are there already.", nullptr, change.kept),
        TrustWords::tr("%n go, as the list names them no more.", nullptr, change.removed)};
    if (change.declined > 0)
        sentences.append(TrustWords::tr("%n stay out, as somebody took them out before; who trusts them again adds them from a "
                                        "file.",
            nullptr, change.declined));
    return sentences.join(u' ');
}

QString previewText(const TrustedList &list, const TrustedListChange &change, const Timestamp &now)
{
    QStringList parts;
    parts.append(TrustWords::tr("The signature of the list itself is not checked: take it only where you know that the file "
                                "is the one its country published."));
    parts.append(TrustWords::tr("Trusted list of %1, number %2, issued on %3 by %4.")
                     .arg(list.mark.territory)
                     .arg(list.mark.sequenceNumber)
                     .arg(dateText(list.mark.issued.localDate()), list.mark.schemeOperator));
    parts.append(
        TrustWords::tr("%n issuers of qualified certificates", nullptr, list.countOf(TrustPurpose::Issuer)) + u'\n'
        + TrustWords::tr("%n qualified timestamp authorities", nullptr, list.countOf(TrustPurpose::TimestampAuthority)));
    parts.append(takenText(change));
    if (list.mark.nextUpdate && list.mark.nextUpdate->utcMs < now.utcMs)
        parts.append(TrustWords::tr("This list was to be replaced by %1: look for a newer one.")
                         .arg(dateText(list.mark.nextUpdate->localDate())));
    if (list.unusableCertificates > 0)
        parts.append(TrustWords::tr("%n certificates in it cannot be used and are left out.", nullptr,
            list.unusableCertificates));
    return parts.join(paragraph());
}

} // namespace cq
