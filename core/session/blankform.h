// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/blankchecklist.h"
#include "core/session/auditsession.h"

namespace cq {

/// The criteria that apply to an audit as a form to fill in on paper. Holds copies of all it needs, and no answer, so it may
/// be written on another thread.
class BlankForm
{
public:
    /// language: "en" or another the report can be printed in.
    static BlankForm of(const AuditSession &session, const QString &language);

    /// As a PDF, written beside the target, then renamed; a file at the path is replaced. InvalidInput for the language,
    /// WriteFailed or DiskFull with nothing changed.
    Result<void> write(const QString &path) const;
    /// On a printer that was set up by the person.
    Result<void> print(QPagedPaintDevice &printer) const;

private:
    BlankForm() = default;

    BlankChecklist m_content;
};

} // namespace cq
