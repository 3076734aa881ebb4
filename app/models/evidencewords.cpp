// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/evidencewords.h"

#include "app/support/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace cq {

namespace {

struct EvidenceWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::EvidenceWords)
};

// Each once, as people would quote them; the first few say enough.
QString excerptsOf(const QList<PrivacyHint> &hints)
{
    QStringList quoted;
    for (const PrivacyHint &hint : hints)
        quoted.append(EvidenceWords::tr("“%1”").arg(hint.excerpt));
    quoted.removeDuplicates();
    return quoted.mid(0, 3).join(QStringLiteral(", "));
}

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

QString evidenceLines(const QList<Evidence> &evidence, const QDate &auditDate)
{
    QStringList lines;
    for (const Evidence &item : evidence) {
        const QString link
            = QStringLiteral("<a href=\"%1\">%2</a>").arg(item.id.text().toHtmlEscaped(), item.title.toHtmlEscaped());
        lines.append(isStale(item, auditDate)
                ? link + u' '
                    + EvidenceWords::tr("⚠ valid until %1 only, so it counts as missing.")
                          .arg(dateText(item.validUntil))
                          .toHtmlEscaped()
                : link);
    }
    return lines.join(QStringLiteral("<br>"));
}

QString privacyWarning(const QList<PrivacyHint> &hints)
{
    return hints.isEmpty() ? QString()
                           : EvidenceWords::tr("%1 may point to a person. Evidence holds no data of patients: rename or "
                                               "blacken it where it does, and leave it where it does not.")
                                 .arg(excerptsOf(hints));
}

QString notePrivacyWarning(const QList<PrivacyHint> &hints)
{
    return hints.isEmpty() ? QString()
                           : EvidenceWords::tr("⚠ %1 may point to a person. Notes hold no data of patients: look again, and "
                                               "leave it where it does not.")
                                 .arg(excerptsOf(hints));
}

} // namespace cq
