// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace cq {

/// The one byte form of a JSON object that digests and signatures refer to: keys sorted by UTF-16 code unit, no white
/// space, integers only, texts in Unicode NFC, UTF-8 without a mark. InvalidInput where a number is not an integer.
Result<QByteArray> canonicalJson(const QJsonObject &object);

} // namespace cq
