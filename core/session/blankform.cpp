// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/blankform.h"

#include "resources/resources.h"

namespace cq {

BlankForm BlankForm::of(const AuditSession &session, const QString &language)
{
    initResources(); // the fonts
    BlankForm form;
    form.m_content = blankChecklistOf(session.audit(), session.centre(), session.board());
    form.m_content.language = language;
    form.m_content.programVersion = QStringLiteral(CQ_VERSION);
    return form;
}

Result<void> BlankForm::write(const QString &path) const
{
    if (auto pages = writeBlankChecklist(m_content, path); !pages)
        return pages.error();
    return {};
}

Result<void> BlankForm::print(QPagedPaintDevice &printer) const
{
    if (auto pages = paintBlankChecklist(m_content, printer); !pages)
        return pages.error();
    return {};
}

} // namespace cq
