// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QCoreApplication>

#include <functional>

namespace cq {

class AuditSession;
class MessageBar;
class Prompts;

/// The blank checklist of an audit, saved or printed as the person chooses. Pages are made beside the window; how it ended
/// stands in the bar of messages.
class PaperChecklist
{
    Q_DECLARE_TR_FUNCTIONS(cq::PaperChecklist)

public:
    PaperChecklist(MessageBar &message, Prompts &prompts);

    void save(const AuditSession &session);
    void print(const AuditSession &session);

private:
    void make(const std::function<Result<void>()> &work, const QString &done);

    MessageBar &m_message;
    Prompts &m_prompts;
};

} // namespace cq
