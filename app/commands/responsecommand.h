// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/refusal.h"
#include "core/audit/response.h"

#include <QUndoCommand>

namespace cq {

class ResponseDesk;

/// One change of an answer: level, note or justification. Holds the desk and values only; obsolete where the desk
/// refused. Typing on in one note is one step.
class ResponseCommand : public QUndoCommand
{
public:
    enum class Part { Level, Note, Justification };
    struct Change
    {
        Part part = Part::Level;
        Response before;
        Response after; ///< what is wanted; who and when are the desk's
        QString reason; ///< where one is needed
        int typing = 0; ///< same number: typed on in the same field
    };

    ResponseCommand(ResponseDesk &desk, const Change &change, Refusal refused);

    void redo() override;
    void undo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    void putBack(const Response &response);

    ResponseDesk &m_desk;
    Change m_change;
    Refusal m_refused;
    bool m_isDone = false;
};

} // namespace cq
