// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cq {

class AuditSession;

/// What a person should know before a report leaves the house, with counts: open criteria, an outcome that may still
/// change, answers without a note, claims nobody accepted. Empty where there is nothing to say; never a reason to refuse.
QStringList signatureCautions(const AuditSession &session);

} // namespace cq
