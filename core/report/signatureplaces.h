// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pageflow.h"

#include <QRect>
#include <QString>

namespace cq {

/// The invisible field every document of ours has for a timestamp over the whole.
inline const QString timestampField = QStringLiteral("document-timestamp");

/// A frame for a signature under its title. Nothing is printed inside: what stands on the page stays true whether or not
/// somebody signs there. Returns where the field goes, in PDF points with the origin at the bottom left.
QRect writeSignaturePlace(PageFlow &flow, const QString &title);

/// How tall it will be, for frames that are to stay together.
qreal heightOfSignaturePlace(const QString &title);

} // namespace cq
