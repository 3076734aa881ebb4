// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/scoretopic.h"
#include "core/base/ids.h"

#include <QFrame>

#include <memory>

namespace Ui {
class ExplanationPanel;
}

namespace cq {

class ExplanationModel;
class LaneBoard;

/// Explains one number of the score strip beside the work: the sentence, the rule that decided, the criteria behind it,
/// and the table of parts. Follows every change while it is open; a click on a criterion goes there.
class ExplanationPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ExplanationPanel(const LaneBoard &lane, QWidget *parent = nullptr);
    ~ExplanationPanel() override;

    void explain(ScoreTopic topic);
    ExplanationModel &model() { return *m_model; }

Q_SIGNALS:
    void criterionChosen(const cq::CriterionId &criterion);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void fitLead();
    QString leadText() const;
    QString outcomeText() const;

    std::unique_ptr<Ui::ExplanationPanel> m_ui;
    const LaneBoard &m_lane;
    ExplanationModel *m_model;
    ScoreTopic m_topic = ScoreTopic::Graded;
    bool m_isStale = false;
};

} // namespace cq
