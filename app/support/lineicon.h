// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace cq {

/// One of the line drawings in resources/icons by its name, e.g. "home". Takes its ink from the program's palette each
/// time it is painted, so it follows light and dark; the accent where it is "on". Sharp at any size.
QIcon lineIcon(const QString &name);

} // namespace cq
