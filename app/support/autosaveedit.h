// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QTimer>

namespace cq {

/// A text field that hands over what was typed after a pause, when it is left, and on Ctrl+Enter. Knows what is stored,
/// so it hands over only what differs, and a refused text can be put back.
class AutosaveEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit AutosaveEdit(QWidget *parent = nullptr);

    /// Another thing is edited now: shows its text, whatever stood there. Flush before.
    void load(const QString &text);
    /// What is stored has changed (by a commit or by undo); typing under way is kept.
    void setStored(const QString &text);
    const QString &stored() const { return m_stored; }
    /// Hands over what differs from what is stored.
    void flush();
    /// Puts back what is stored.
    void revert();
    /// Commit only when left and after that event: where a question has to be asked first.
    void setAsksFirst(bool asks) { m_asksFirst = asks; }

    static constexpr int pauseMs = 700;

Q_SIGNALS:
    /// typing: one number for everything typed without leaving the field.
    void written(const QString &text, int typing);
    void finished(); ///< Ctrl+Enter, after written()
    void escaped();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_stored;
    QTimer m_pause;
    int m_typing = 0;
    bool m_asksFirst = false;
    bool m_isHandingOver = false;
};

} // namespace cq
