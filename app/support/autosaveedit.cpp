// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/autosaveedit.h"

#include <QKeyEvent>
#include <QSignalBlocker>

namespace cq {

namespace {

/// Numbers the stretches of typing of all fields, so that two fields never share one.
int nextTyping()
{
    static int last = 0;
    return ++last;
}

} // namespace

AutosaveEdit::AutosaveEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_typing(nextTyping())
{
    setTabChangesFocus(true);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &AutosaveEdit::flush);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_asksFirst && toPlainText() != m_stored)
            m_pause.start();
    });
}

void AutosaveEdit::load(const QString &text)
{
    m_pause.stop();
    m_typing = nextTyping();
    m_stored = text;
    if (toPlainText() == text)
        return;
    const QSignalBlocker quiet(this);
    setPlainText(text);
}

void AutosaveEdit::setStored(const QString &text)
{
    const bool isTyping = toPlainText() != m_stored;
    m_stored = text;
    if (!isTyping)
        revert();
}

void AutosaveEdit::flush()
{
    m_pause.stop();
    if (m_isHandingOver || isReadOnly() || toPlainText() == m_stored)
        return;
    m_isHandingOver = true; // a question asked meanwhile takes the focus and would flush again
    Q_EMIT written(toPlainText(), m_typing);
    m_isHandingOver = false;
}

void AutosaveEdit::revert()
{
    m_pause.stop();
    if (toPlainText() == m_stored)
        return;
    const QSignalBlocker quiet(this);
    setPlainText(m_stored);
}

void AutosaveEdit::focusInEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        m_typing = nextTyping();
    QPlainTextEdit::focusInEvent(event);
}

void AutosaveEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (m_asksFirst)
        QMetaObject::invokeMethod(this, &AutosaveEdit::flush, Qt::QueuedConnection);
    else
        flush();
}

void AutosaveEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
        flush();
        Q_EMIT finished();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT escaped();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace cq
