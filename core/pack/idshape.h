// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cq {

/// The kinds of id a pack author writes; each allows other characters. All have 1 to 64 of them.
enum class IdShape {
    Pack, ///< lower-case letters, digits, dot, hyphen
    Heading, ///< sections, criteria, outcome rules: letters, digits, hyphen
    Fact, ///< lower-case letters, digits, underscore, dot; starts with a letter, is no word of the rule language
    Source, ///< letters, digits, hyphen, dot, underscore
    Choice, ///< as Source
    Threshold, ///< letters, digits, underscore; starts with a letter, is no word of the rule language
};

constexpr int maxIdLength = 64;

/// Empty where the id has the shape, otherwise what is wrong with it.
QString idFault(const QString &id, IdShape shape);

} // namespace cq
