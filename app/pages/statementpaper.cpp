// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/statementpaper.h"

#include "app/support/messagebar.h"
#include "app/support/prompts.h"
#include "core/evidence/cleanfilename.h"
#include "core/session/auditsession.h"
#include "core/session/statementjob.h"

#include <QDir>
#include <QtConcurrentRun>

namespace cq {

StatementPaper::StatementPaper(MessageBar &message, Prompts &prompts)
    : m_message(message)
    , m_prompts(prompts)
{
}

void StatementPaper::save(const AuditSession &session)
{
    m_message.clear();
    const auto until = lastDay(session);
    if (!until)
        return;
    const auto job = StatementJob::prepare(session, *until, session.audit().reportLanguage);
    if (!job) {
        refuse(job.error());
        return;
    }
    //: suggested name of a file: name of the centre
    const QString name = cleanFileName(tr("Qualification statement %1.pdf").arg(session.centre().name));
    const auto path
        = m_prompts.saveFile(&m_message, tr("Save the qualification statement"), name, tr("PDF documents (*.pdf)"));
    if (!path)
        return;
    const QString done = tr("The qualification statement was saved as %1. Nobody has signed it yet: Tools, “Sign a report…” "
                            "does, and takes statements too.")
                             .arg(QDir::toNativeSeparators(*path));
    QtConcurrent::run([job = *job, path = *path] { return job.write(path); })
        .then(&m_message, [&bar = m_message, done](const Result<void> &written) {
            if (written)
                bar.inform(done);
            else
                bar.warn(written.error());
        });
}

// How long an outcome holds is for the coalition to say, so nothing is suggested.
std::optional<QDate> StatementPaper::lastDay(const AuditSession &session)
{
    if (session.audit().state != AuditState::Decided && session.audit().state != AuditState::Closed) {
        m_message.warn(tr("A qualification statement gives the outcome of a decided audit, and this one is not decided yet."));
        return std::nullopt;
    }
    const auto text = m_prompts.text(&m_message, tr("Qualification statement"),
        tr("Until which day does the outcome hold? Give the last day, as in 2028-09-30."));
    if (!text)
        return std::nullopt;
    const QDate day = QDate::fromString(text->trimmed(), Qt::ISODate);
    if (day.isValid())
        return day;
    m_message.warn(tr("“%1” is no day. Give year, month and day, as in 2028-09-30.").arg(*text));
    return std::nullopt;
}

void StatementPaper::refuse(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Refused:
        m_message.warn(tr("There is nothing to state: the outcome is still open, or audits of this kind qualify nobody "
                          "(self-assessments and mock audits)."));
        return;
    case ErrorCode::InvalidInput:
        m_message.warn(tr("The last day must lie behind the day of the decision, and the centre needs its code. Check both."));
        return;
    default:
        m_message.warn(error);
    }
}

} // namespace cq
