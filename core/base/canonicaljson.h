// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace cq {

/// The one byte form of a JSON object that digests and signatures refer to: keys sorted by UTF-16 code unit, no white
/// space, integers within +-(2^53 - 1) only, texts in Unicode NFC, UTF-8 without a mark. InvalidInput where a number is
/// no such integer, or where two keys of one object are the same in NFC.
Result<QByteArray> canonicalJson(const QJsonObject &object);

} // namespace cq
