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

void HelpWindow::showTopic(const QString &topic)
{
    show();
    raise();
    activateWindow();
    if (!topic.isEmpty())
        m_browser->scrollToAnchor(topic);
}

} // namespace cq
