// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/reportcheck.h"

#include <QJsonObject>
#include <QString>

namespace cq {

/// How the pages compare with the record, or those of a qualification statement with its code, in sentences for whoever
/// reads the output.
QString printedSentence(const ReportCheck &check);
/// The same of a statement that was held against its report.
QString statementSentenceOf(Printed printed);

/// For the JSON of "report verify".
QJsonObject printedJson(const ReportCheck &check);

} // namespace cq
