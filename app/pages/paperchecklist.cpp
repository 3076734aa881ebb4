// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/paperchecklist.h"

#include "app/support/messagebar.h"
#include "app/support/prompts.h"
#include "core/evidence/cleanfilename.h"
#include "core/session/auditsession.h"
#include "core/session/blankform.h"

#include <QDir>
#include <QPrinter>
#include <QtConcurrentRun>

#include <memory>

namespace cq {

PaperChecklist::PaperChecklist(MessageBar &message, Prompts &prompts)
    : m_message(message)
    , m_prompts(prompts)
{
}

void PaperChecklist::save(const AuditSession &session)
{
    //: suggested name of a file: name of the centre
    const QString name = cleanFileName(tr("Checklist %1.pdf").arg(session.centre().name));
    const auto path
        = m_prompts.saveFile(&m_message, tr("Save a blank checklist"), name, tr("PDF documents (*.pdf)"));
    if (!path)
        return;
    make([form = BlankForm::of(session, session.audit().reportLanguage), path = *path] { return form.write(path); },
        tr("The blank checklist was saved as %1.").arg(QDir::toNativeSeparators(*path)));
}

void PaperChecklist::print(const AuditSession &session)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setDocName(tr("Checklist %1").arg(session.centre().name));
    if (!m_prompts.choosePrinter(&m_message, *printer))
        return;
    printer->setFullPage(true); // the form has margins of its own
    make([form = BlankForm::of(session, session.audit().reportLanguage), printer] { return form.print(*printer); },
        tr("The blank checklist was handed to the printer."));
}

void PaperChecklist::make(const std::function<Result<void>()> &work, const QString &done)
{
    m_message.inform(tr("The blank checklist is being made."));
    QtConcurrent::run(work).then(&m_message, [&bar = m_message, done](const Result<void> &result) {
        if (result)
            bar.inform(done);
        else
            bar.warn(result.error());
    });
}

} // namespace cq
