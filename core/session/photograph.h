// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

class QIODevice;

namespace cq {

/// A copy of a photograph for the library: turned as the camera held it, no edge longer than `edge` pixels, and written
/// anew, so that nothing but the picture and its colours is left - no place, camera, time or owner. Of the same type as
/// the original (`mediaType` "image/jpeg" or "image/png"). Malformed where it is no readable picture, TooLarge where it
/// has over 256 MB of pixels.
Result<QByteArray> scaledPhotograph(QIODevice &original, const QString &mediaType, int edge);

/// Can scaledPhotograph() write this type?
bool isPhotograph(const QString &mediaType);

} // namespace cq
