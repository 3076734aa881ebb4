// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/placewords.h"

#include <QLocale>

#include <algorithm>

namespace cq {

namespace {

void sortByWord(QList<PlaceWord> &words)
{
    std::sort(words.begin(), words.end(),
        [](const PlaceWord &a, const PlaceWord &b) { return a.word.localeAwareCompare(b.word) < 0; });
}

} // namespace

QList<PlaceWord> countryWords()
{
    QList<PlaceWord> words;
    for (int number = QLocale::AnyTerritory + 1; number <= QLocale::LastTerritory; ++number) {
        const auto territory = QLocale::Territory(number);
        const QString code = QLocale::territoryToCode(territory);
        // Regions of the world have codes of three digits.
        if (code.size() == 2)
            words.append({code, QLocale::territoryToString(territory)});
    }
    sortByWord(words);
    return words;
}

QList<PlaceWord> languageWords()
{
    QList<PlaceWord> words;
    for (int number = QLocale::C + 1; number <= QLocale::LastLanguage; ++number) {
        const auto language = QLocale::Language(number);
        const QString code = QLocale::languageToCode(language);
        if (code.size() == 2)
            words.append({code, QLocale::languageToString(language)});
    }
    sortByWord(words);
    return words;
}

} // namespace cq
