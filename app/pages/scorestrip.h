// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace cq {

class LaneBoard;
enum class ScoreTopic;

/// The numbers of the audit as it stands: each is a button that asks for its explanation. Says "outcome so far" until the
/// outcome is decided by a reviewer.
class ScoreStrip : public QFrame
{
    Q_OBJECT

public:
    explicit ScoreStrip(const LaneBoard &lane, QWidget *parent = nullptr);

    /// Whether the audit's outcome has been decided; until then nothing is called final.
    void setFinal(bool isFinal);

Q_SIGNALS:
    void explanationRequested(cq::ScoreTopic topic);

private:
    QPushButton *addNumber(QHBoxLayout *layout, ScoreTopic topic, const QString &name);
    void refresh();
    void setTexts(QPushButton *button, const QString &caption, const QString &value, const QString &spoken);

    const LaneBoard &m_lane;
    bool m_isFinal = false;
    QPushButton *m_graded;
    QPushButton *m_strict;
    QPushButton *m_completeness;
    QPushButton *m_range;
    QPushButton *m_outcome;
};

} // namespace cq
