// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QTableView;
class QTreeView;

namespace cq {

/// Gives a table the program's calm look: tall rows, no grid, and columns that share the width. A column gets what its
/// texts need as long as that is no more than its share by weight; what is left goes to those that need more, and
/// where none does, to all. So nothing scrolls sideways, and at 150 % text short words stay whole and only long ones
/// are cut.
void makeCalm(QTableView &table, const QList<int> &columnWeights);
void makeCalm(QTreeView &tree, const QList<int> &columnWeights);

} // namespace cq
