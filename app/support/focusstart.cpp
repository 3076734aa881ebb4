// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/focusstart.h"

#include <QEvent>
#include <QPointer>
#include <QWidget>

namespace cq {

namespace {

class FocusStart final : public QObject
{
public:
    FocusStart(QWidget &page, QWidget &first)
        : QObject(&page)
        , m_first(&first)
    {
        setObjectName(QStringLiteral("focusStart"));
        page.installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        // As by a key of its own: a field to type in then has its text selected.
        if (event->type() == QEvent::FocusIn && m_first)
            m_first->setFocus(Qt::ShortcutFocusReason);
        return false;
    }

private:
    QPointer<QWidget> m_first;
};

} // namespace

void startFocusAt(QWidget &page, QWidget &first)
{
    delete page.findChild<QObject *>(QStringLiteral("focusStart"), Qt::FindDirectChildrenOnly);
    new FocusStart(page, first);
}

} // namespace cq
