// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

namespace cq {

/// A person of the centre whom an audit team deals with.
struct Contact
{
    ContactId id;
    QString function; ///< e.g. "programme director", "quality manager"
    QString name;
    QString mail;
    bool operator==(const Contact &) const = default;
};

} // namespace cq
