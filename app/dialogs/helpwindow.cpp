// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/helpwindow.h"

#include <QTextBrowser>
#include <QVBoxLayout>

namespace cq {

HelpWindow::HelpWindow(QWidget *parent)
    : QDialog(parent)
    , m_browser(new QTextBrowser(this))
{
    setWindowTitle(tr("Handbook"));
    m_browser->setAccessibleName(tr("Handbook"));
    m_browser->setProperty("look", QStringLiteral("flat"));
    m_browser->document()->setDocumentMargin(24);
    m_browser->setSource(QUrl(QStringLiteral("qrc:/help/handbook.html")));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_browser);
    resize(680, 640);
}

QString HelpWindow::topicFor(Place place)
{
    switch (place) {
    case Place::Home:
        return QStringLiteral("home");
    case Place::Audits:
        return QStringLiteral("audits");
    case Place::Centres:
        return QStringLiteral("centres");
    case Place::Packs:
        return QStringLiteral("packs");
    case Place::Findings:
        return QStringLiteral("findings");
    case Place::Audit:
        return QStringLiteral("checklist");
    case Place::NewAudit:
        return QStringLiteral("new-audit");
    }
    return {};
}

void HelpWindow::showTopic(const QString &topic)
{
    show();
    raise();
    activateWindow();
    if (!topic.isEmpty())
        m_browser->scrollToAnchor(topic);
}

} // namespace cq
