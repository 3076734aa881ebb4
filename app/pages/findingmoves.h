// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/finding.h"

#include <QWidget>

class QLineEdit;

namespace cq {

/// The moves the person working may make with a finding now, as buttons, and the remark that goes with one.
class FindingMoves : public QWidget
{
    Q_OBJECT

public:
    explicit FindingMoves(QWidget *parent = nullptr);

    void setMoves(const QList<FindingState> &moves);
    QString remark() const;
    void clearRemark();

Q_SIGNALS:
    void moveChosen(cq::FindingState state);

private:
    QList<FindingState> m_moves;
    QLineEdit *m_remark;
    QWidget *m_buttons;
};

} // namespace cq
