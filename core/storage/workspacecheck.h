// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace cq {

class Database;
class Migrations;
class WorkspaceFile;

/// What opening looks at: the structure of every page, and references between rows. A database that cannot even be
/// checked is a fault, not an error. Private to this room.
QStringList structureFaults(Database &database);

/// Everything: the above with indexes, the schema, the chain of each trail, digests of packs, snapshots, seals and evidence, and
/// that each aggregate can be read.
Result<QStringList> allFaults(const WorkspaceFile &file, const Migrations &migrations);

} // namespace cq
