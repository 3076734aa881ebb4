// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDate>

#include <optional>

namespace cq {

class AuditSession;
struct Error;
class MessageBar;
class Prompts;

/// The qualification statement of a decided audit, saved up to the last day that the person gives. It is made beside the
/// window; how it ended stands in the bar of messages.
class StatementPaper
{
    Q_DECLARE_TR_FUNCTIONS(cq::StatementPaper)

public:
    StatementPaper(MessageBar &message, Prompts &prompts);

    void save(const AuditSession &session);

private:
    std::optional<QDate> lastDay(const AuditSession &session);
    void refuse(const Error &error);

    MessageBar &m_message;
    Prompts &m_prompts;
};

} // namespace cq
