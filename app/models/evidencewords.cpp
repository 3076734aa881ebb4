// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/evidencewords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace cq {

namespace {

struct EvidenceWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::EvidenceWords)
};

} // namespace

QString wordFor(EvidenceMethod method)
{
    switch (method) {
    case EvidenceMethod::Examine:
        return EvidenceWords::tr("Examined");
    case EvidenceMethod::Interview:
        return EvidenceWords::tr("Asked in an interview");
    case EvidenceMethod::Test:
        return EvidenceWords::tr("Tested");
    }
    return {};
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString privacyWarning(const QList<PrivacyHint> &hints)
{
    QStringList places;
    for (const PrivacyHint &hint : hints) {
        const QString quoted = EvidenceWords::tr("“%1”").arg(hint.excerpt);
        if (!places.contains(quoted))
            places.append(quoted);
    }
    if (places.isEmpty())
        return {};
    return EvidenceWords::tr("%1 may point to a person. Evidence holds no data of patients: rename or blacken it where it "
                             "does, and leave it where it does not.")
        .arg(places.mid(0, 3).join(QStringLiteral(", ")));
}

} // namespace cq
