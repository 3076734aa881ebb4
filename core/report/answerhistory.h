// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditrecord.h"

#include <QSet>

namespace cq {

/// Which answers were changed after they were first entered, as the trail tells (domain.md section 1.9).
class AnswerHistory
{
public:
    explicit AnswerHistory(const AuditRecord &record);

    bool wasChanged(const ResponseKey &key) const { return m_changed.contains(key); }

private:
    QSet<ResponseKey> m_changed;
};

} // namespace cq
