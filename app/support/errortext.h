// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace cq {

/// What happened, what it means for the work, and what to do next: a cause said to people, in whole sentences.
/// The technical detail stands apart, for whoever helps.
struct ErrorText
{
    QString title;
    QString sentence;
    QString detail;
};

ErrorText errorText(const Error &error);

} // namespace cq
