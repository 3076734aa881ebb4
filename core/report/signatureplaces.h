// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pageflow.h"

#include <QRect>
#include <QString>

namespace cq {

/// The invisible field every document of ours has for a timestamp over the whole.
inline const QString timestampField = QStringLiteral("document-timestamp");

/// An empty place for a signature.
struct PlaceOnPage
{
    QRect rect; ///< PDF points, origin at the bottom left: y() is the lower edge
    int element = 0; ///< of the structure
};

/// A frame for a signature under its title. Nothing is printed inside: what stands on the page stays true whether or not
/// somebody signs there. Returns where the field goes.
PlaceOnPage writeSignaturePlace(PageFlow &flow, const QString &title);

/// How tall it will be, for frames that are to stay together.
qreal heightOfSignaturePlace(const QString &title);

} // namespace cq
