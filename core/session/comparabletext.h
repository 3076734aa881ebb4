// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cq {

/// A text as it is compared with what a PDF reader takes from a page: without white space and characters that are not
/// seen, as readers find them anew from the places of the letters; without hyphens, which they take for broken words at the
/// end of a line; and in Unicode NFKC, as they take ligatures apart.
inline QString comparableText(const QString &text)
{
    QString letters = text.normalized(QString::NormalizationForm_KC);
    letters.removeIf([](QChar letter) {
        return letter.isSpace() || letter == u'-' || letter == QChar(0x2010) || letter == QChar(0xfffe)
            || letter.category() == QChar::Other_Control || letter.category() == QChar::Other_Format;
    });
    return letters;
}

} // namespace cq
