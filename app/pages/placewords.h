// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace cq {

/// A code of ISO 3166-1 alpha-2 or ISO 639-1, and its English name as Qt knows it.
struct PlaceWord
{
    QString code;
    QString word;
};

QList<PlaceWord> countryWords(); ///< by name
QList<PlaceWord> languageWords(); ///< by name

} // namespace cq
