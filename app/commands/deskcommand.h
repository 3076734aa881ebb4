// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/refusal.h"
#include "core/base/result.h"

#include <QUndoCommand>

#include <functional>

namespace cq {

/// One undo step made of two calls of a desk that takes whole values: what does it and what puts back what stood there.
/// The calls hold the desk, ids and values, nothing that can dangle. Obsolete where the desk refuses.
class DeskCommand : public QUndoCommand
{
public:
    using Call = std::function<Result<void>()>;

    DeskCommand(const QString &text, Call forth, Call back, Refusal refused);

    void redo() override { run(m_forth); }
    void undo() override { run(m_back); }

private:
    void run(const Call &call);

    Call m_forth;
    Call m_back;
    Refusal m_refused;
};

} // namespace cq
