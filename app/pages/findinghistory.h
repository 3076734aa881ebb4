// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/correctiveaction.h"

#include <QWidget>

class QTreeView;

namespace cq {

class ActionStepsModel;

/// The steps of one finding since the centre was asked, and in full what was said with the chosen one.
class FindingHistory : public QWidget
{
    Q_OBJECT

public:
    explicit FindingHistory(QWidget *parent = nullptr);

    void setAction(const CorrectiveAction &action);

private:
    void showRemark();

    ActionStepsModel *m_model;
    QTreeView *m_view;
    QLabel *m_remark;
};

} // namespace cq
