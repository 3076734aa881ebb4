// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/centre/centre.h"

#include <QByteArray>

namespace cq {

/// A whole centre, contacts included, as JSON: how an audit keeps the centre it was submitted with. Not the canonical
/// record (core/audit), which leaves contacts' addresses out. Private to this room.
QByteArray centreJson(const Centre &centre);

/// Malformed, naming the member.
Result<Centre> centreFromJson(const QByteArray &json);

} // namespace cq
