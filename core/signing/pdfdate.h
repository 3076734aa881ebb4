// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace cq {

/// A moment as a PDF date (ISO 32000-1 7.9.4): "D:20261122140509+01'00'". Whole seconds.
QByteArray pdfDate(const Timestamp &moment);

/// Reads a PDF date; parts left out take their least value, a missing offset counts as UTC. Nothing where it is none.
std::optional<Timestamp> momentOfPdfDate(const QString &text);

} // namespace cq
