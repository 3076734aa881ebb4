// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/closingview.h"

#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/findingdesk.h"

#include <QLabel>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace cq {

namespace {

QString placeOf(const AuditSession &session, const FacilityId &id)
{
    for (const Facility &facility : session.centre().facilities)
        if (facility.id == id)
            return facility.name;
    return ClosingView::tr("Programme");
}

} // namespace

ClosingView::ClosingView(const AuditSession &session, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Closing meeting"));
    setWindowState(Qt::WindowFullScreen);
    auto *title = new QLabel(tr("%1: what we saw").arg(session.centre().name), this);
    title->setProperty("look", QStringLiteral("title"));
    title->setTextFormat(Qt::PlainText);
    auto *note = new QLabel(tr("Provisional. A reviewer may change, withdraw or add findings; please change nothing yet. "
                               "Nothing here says how the audit comes out."),
        this);
    note->setProperty("look", QStringLiteral("warning"));
    note->setWordWrap(true);
    auto *findings = new QTextBrowser(this);
    findings->setObjectName(QStringLiteral("findingsBrowser"));
    findings->setProperty("look", QStringLiteral("flat"));
    findings->setAccessibleName(tr("Provisional findings"));
    QFont large = findings->font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    findings->document()->setDefaultFont(large);
    findings->setHtml(text(session));
    auto *keys = new QLabel(tr("Esc comes back."), this);
    keys->setProperty("look", QStringLiteral("muted"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 24, 32, 16);
    layout->setSpacing(16);
    for (QWidget *widget : {static_cast<QWidget *>(title), static_cast<QWidget *>(note), static_cast<QWidget *>(findings),
             static_cast<QWidget *>(keys)})
        layout->addWidget(widget, widget == findings ? 1 : 0);
    findings->setFocus();
}

QString ClosingView::text(const AuditSession &session)
{
    QString html;
    for (const FindingKind kind : {FindingKind::GoodPractice, FindingKind::Nonconformity, FindingKind::Ofi}) {
        QString lines;
        for (const Finding &finding : session.findings().all()) {
            if (finding.kind != kind || finding.state == FindingState::Withdrawn)
                continue;
            QStringList codes;
            for (const CriterionId &criterion : finding.criteria)
                codes.append(criterion.text());
            const QString statement
                = finding.statement.trimmed().isEmpty() ? tr("(no statement yet)") : finding.statement;
            lines += QStringLiteral("<p><b>%1</b><br>%2</p>")
                         .arg(tr("F-%1 · %2 · %3")
                                  .arg(finding.number, 2, 10, QLatin1Char('0'))
                                  .arg(codes.join(QStringLiteral(", ")), placeOf(session, finding.facility))
                                  .toHtmlEscaped(),
                             statement.toHtmlEscaped());
        }
        if (!lines.isEmpty())
            html += QStringLiteral("<h3>%1</h3>").arg(wordFor(kind).toHtmlEscaped()) + lines;
    }
    return html.isEmpty() ? QStringLiteral("<p>%1</p>").arg(tr("No findings were noted.").toHtmlEscaped()) : html;
}

} // namespace cq
