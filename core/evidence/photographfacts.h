// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QSize>

namespace cq {

/// What a photograph says of itself, read without its pixels.
struct PhotographFacts
{
    enum class Format { Jpeg, Png };

    Format format = Format::Jpeg;
    QSize size; ///< pixels as stored, before turning; both at least 1
    int colours = 3; ///< values of a pixel: 1 grey, 3 red, green and blue, 4 inks; for PNG always 3
    int orientation = 1; ///< 1 to 8: how to turn it for showing (Exif 2.3, tag 274)
    bool tellsPlace = false; ///< Exif or XMP say where it was taken

    bool operator==(const PhotographFacts &) const = default;
};

/// Reads JPEG (ITU-T T.81: baseline or progressive, 8 bits a colour) and PNG. Malformed for anything else, and where it
/// does not go on to its end.
Result<PhotographFacts> photographFactsOf(QByteArrayView bytes);

} // namespace cq
