// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cq {

/// A text a person writes again and again, under a name. Names are told apart as they stand.
struct NoteTemplate
{
    QString name;
    QString text;
    bool operator==(const NoteTemplate &) const = default;
};

} // namespace cq
