// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QFrame>

class QLabel;

namespace cq {

/// A line above the work that says what was refused and what to do next, or what was done elsewhere. Never in the way,
/// and gone with the next success.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void warn(const QString &sentence);
    void warn(const Error &error);
    /// Something was done that cannot be seen where one looks.
    void inform(const QString &sentence);
    void clear();
    QString text() const;

private:
    void say(const QString &sentence, const QString &look);

    QLabel *m_label;
};

} // namespace cq
