// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/reportcheck.h"

#include <QJsonObject>

namespace cq {

/// What each judgement on a signature means for somebody who knows nothing of cryptography: one English sentence under the
/// name of the judgement. The window says the same in its own language.
QJsonObject sentencesOf(const SignatureVerdict &signature);

/// The same of the report, or qualification statement, as a whole.
QJsonObject sentencesOf(const ReportCheck &check);

} // namespace cq
