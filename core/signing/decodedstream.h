// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

class QPDFObjectHandle;

namespace cq {

/// What a stream of a PDF holds, unpacked; nothing where it is none, is broken, or unpacks to more than the limit: a
/// small stream may hold gigabytes. Throws what libqpdf throws.
std::optional<QByteArray> decodedStream(QPDFObjectHandle stream, qint64 maxBytes);

} // namespace cq
