// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>

namespace cq {

/// A place in a text that may point to a person. Only ever a reason to look again: patterns cannot know, so nothing is
/// blocked by one, and a text without one may still name somebody.
struct PrivacyHint
{
    enum class Kind {
        DateOfBirth, ///< a date beside a word for birth, or one that lies 10 years or more back
        NumberWithInitials, ///< "A.B. 123", "AB 12345"
        PersonName, ///< "Patient Muster", "Frau Muster", "Anna Muster"
    };
    Kind kind = Kind::DateOfBirth;
    QString excerpt; ///< as it stands in the text
    bool operator==(const PrivacyHint &) const = default;
};

/// What a note, a title or a file name may say of a person (domain.md section 8, "Privacy scanner"); in a file name "_"
/// and "-" count as blanks between words. `today` tells old dates from new ones. At most 20 hints, in the order of the
/// kinds above.
QList<PrivacyHint> privacyHints(const QString &text, const QDate &today);

} // namespace cq
