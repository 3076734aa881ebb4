// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace cq {

/// Given the keyboard as a whole, the page hands it on to where work begins on it. A focus proxy would do that too, but
/// the Tab key then jumps there and passes over everything before it.
void startFocusAt(QWidget &page, QWidget &first);

} // namespace cq
