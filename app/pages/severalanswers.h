// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/response.h"
#include "core/base/result.h"

#include <QCoreApplication>
#include <QList>

#include <functional>
#include <optional>

class QUndoStack;
class QWidget;

namespace cq {

class AuditSession;
class MessageBar;
class Prompts;

/// Answers that are given in one go, from the checklist and from the table of facilities: says how many change and which
/// would be lost, asks once for the reason, and makes one undo step of it. One answer alone is asked about only where the
/// session wants a reason or a justification.
class SeveralAnswers
{
    Q_DECLARE_TR_FUNCTIONS(cq::SeveralAnswers)

public:
    SeveralAnswers(AuditSession &session, QUndoStack &undo, Prompts &prompts, MessageBar &message, QWidget &page);

    void give(const QList<ResponseKey> &keys, ResponseLevel level);
    /// The answer at this key, for the other facilities of its criterion; tells which got it.
    void copyToFacilities(const ResponseKey &from);

private:
    struct Ask
    {
        QList<ResponseKey> keys; ///< what changes
        ResponseLevel level = ResponseLevel::NotAssessed;
        bool needsReason = false;
        bool needsJustification = false;
    };
    std::optional<QString> reasonFor(const Ask &ask);
    QString lostText(const QList<ResponseKey> &keys) const;
    QString placeText(const ResponseKey &key) const;
    QString facilityNames(const QList<ResponseKey> &keys) const;
    bool needsReason(const QList<ResponseKey> &keys) const;
    /// True where it was done.
    bool push(const QString &text, const QList<ResponseKey> &keys, const std::function<Result<void>()> &forth,
        const QString &reason);

    AuditSession &m_session;
    QUndoStack &m_undo;
    Prompts &m_prompts;
    MessageBar &m_message;
    QWidget &m_page;
};

} // namespace cq
