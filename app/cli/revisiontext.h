// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/pdfverdict.h"

#include <QJsonArray>

namespace cq {

/// What was found beside the signatures themselves, in English sentences for the command line.
QString sentenceOf(const RevisionVerdict &revision);
QString sentenceOf(const FormFinding &finding);

/// The same with the words and numbers that scripts compare.
QJsonArray revisionsJson(const QList<RevisionVerdict> &revisions);
QJsonArray formFaultsJson(const QList<FormFinding> &findings);

} // namespace cq
