// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QFrame>

class QLabel;

namespace cq {

/// A line above the work that says what was refused and what to do next; never in the way, gone with the next success.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void say(const QString &sentence);
    void say(const Error &error);
    void clear();
    QString text() const;

private:
    QLabel *m_label;
};

} // namespace cq
