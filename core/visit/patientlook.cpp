// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/patientlook.h"

#include <QRegularExpression>

namespace cq {

std::optional<PatientLook> patientLookOf(const QString &label)
{
    using Rx = QRegularExpression;
    // 1.2.1970, 1970-02-01, 1/2/70, 1 Feb 1970; also without the year, as in 24.12.
    static const Rx date(QStringLiteral(R"(\d{1,4}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{0,4}|\b\d{1,2}\.?\s*\p{L}{3,9}\.?\s*\d{2,4}\b)"));
    // Digits may stand in groups: 12 34 56, 123-456. Shorter numbers are sizes, wards, days after infusion.
    static const Rx number(QStringLiteral(R"(\d(?:[\s\-/.]?\d){4,})"));
    // JD 1970, J.D.70, MUS42, 42-JD; a single letter with a short number is a case label of ours and others.
    static const Rx initials(QStringLiteral(R"((?<!\p{L})(?:\p{Lu}\.?[\s\-]?){2,4}[\s\-_]?\d{2,}|\d{2,}[\s\-_]?(?:\p{Lu}\.?[\s\-]?){2,4}(?!\p{L}))"));
    // Doe, John; John Doe; Mr Doe; J. Doe
    static const Rx name(QStringLiteral(R"(\p{Lu}[\p{L}'’-]*[,\s]+\p{Lu}[\p{L}'’-]*\p{Ll}|\p{Lu}\.\s?\p{Lu}\p{Ll}+|(?i:\b(?:mr|mrs|ms|dr|herr|frau|mme|sig)\b)\.?\s)"));
    const QString text = label.normalized(QString::NormalizationForm_KC);
    if (date.match(text).hasMatch())
        return PatientLook::Date;
    if (number.match(text).hasMatch())
        return PatientLook::LongNumber;
    if (initials.match(text).hasMatch())
        return PatientLook::InitialsAndNumber;
    if (name.match(text).hasMatch())
        return PatientLook::PersonName;
    return std::nullopt;
}

} // namespace cq
