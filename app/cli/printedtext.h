// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/printedcheck.h"

#include <QJsonObject>
#include <QString>

namespace cq {

/// How the pages compare with the record, in sentences for whoever reads the output.
QString sentenceOf(const PrintedCheck &check);
/// The same of a qualification statement and its code.
QString statementSentenceOf(Printed printed);

/// For the JSON of "report verify" and "statement verify".
QJsonObject printedJson(const PrintedCheck &check);

} // namespace cq
