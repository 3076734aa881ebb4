// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/findinghistory.h"

#include "app/models/actionstepsmodel.h"
#include "app/pages/tablelook.h"

#include <QTreeView>

namespace cq {

FindingHistory::FindingHistory(QWidget *parent)
    : QWidget(parent)
    , m_model(new ActionStepsModel(this))
    , m_view(new QTreeView)
    , m_remark(new QLabel)
{
    m_view->setObjectName(QStringLiteral("stepsView"));
    m_view->setAccessibleName(tr("Steps of the finding"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setModel(m_model);
    makeCalm(*m_view, {23, 24, 27, 26});
    m_remark->setObjectName(QStringLiteral("stepRemarkLabel"));
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_remark, 0, Qt::AlignTop);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingHistory::showRemark);
}

void FindingHistory::setAction(const CorrectiveAction &action)
{
    const int before = m_model->rowCount();
    m_model->setAction(action);
    m_view->setVisible(m_model->rowCount() > 0);
    if (m_model->rowCount() != before || !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0));
    showRemark();
}

void FindingHistory::showRemark()
{
    const QModelIndex last = m_view->currentIndex().siblingAtColumn(ActionStepsModel::RemarkColumn);
    m_remark->setText(m_model->rowCount() == 0
            ? tr("The history begins when the centre is asked to answer. Earlier steps stand in the audit trail.")
            : last.data(ActionStepsModel::FullRemarkRole).toString());
    m_remark->setVisible(!m_remark->text().isEmpty());
}

} // namespace cq
