// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QTableView;

namespace cq {

/// Gives a table the program's calm look: tall rows, no grid, and columns that share the width by weight, so that no
/// column is clipped at 1280 pixels and none is lost on a wide screen.
void makeCalm(QTableView &table, const QList<int> &columnWeights);

} // namespace cq
