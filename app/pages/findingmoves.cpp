// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/findingmoves.h"

#include "app/support/flowlayout.h"

#include <QLineEdit>

namespace cq {

namespace {

/// What one does to bring a finding there.
QString moveText(FindingState to)
{
    switch (to) {
    case FindingState::Noted:
        break;
    case FindingState::Proposed:
        return FindingMoves::tr("Propose");
    case FindingState::Confirmed:
        return FindingMoves::tr("Confirm");
    case FindingState::Modified:
        return FindingMoves::tr("Confirm with changes");
    case FindingState::Withdrawn:
        return FindingMoves::tr("Withdraw");
    case FindingState::ResponseRequested:
        return FindingMoves::tr("Ask the centre to answer");
    case FindingState::ResponseReceived:
        return FindingMoves::tr("Hand in the answer");
    case FindingState::Accepted:
        return FindingMoves::tr("Accept the answer");
    case FindingState::Returned:
        return FindingMoves::tr("Return the answer");
    case FindingState::Closed:
        return FindingMoves::tr("Close");
    case FindingState::EffectivenessVerified:
        return FindingMoves::tr("Verify that it worked");
    }
    return {};
}

} // namespace

FindingMoves::FindingMoves(QWidget *parent)
    : QWidget(parent)
    , m_remark(new QLineEdit)
    , m_buttons(new QWidget)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_buttons);
    layout->addWidget(m_remark);
    new FlowLayout(m_buttons);
    m_remark->setObjectName(QStringLiteral("remarkEdit"));
    m_remark->setPlaceholderText(tr("Remark to the next step"));
    m_remark->setAccessibleName(tr("Remark to the next step"));
    m_remark->setWhatsThis(tr("What you write here goes with the step you choose above and stands in the history and in the "
                              "audit trail. Returning, withdrawing, confirming with changes and verifying need it."));
}

void FindingMoves::setMoves(const QList<FindingState> &moves)
{
    setVisible(!moves.isEmpty());
    if (moves == m_moves)
        return;
    m_moves = moves;
    while (QLayoutItem *item = m_buttons->layout()->takeAt(0)) {
        // One of them may be the sender.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    QWidget *before = nullptr;
    for (const FindingState to : moves) {
        auto *button = new QPushButton(moveText(to), m_buttons);
        button->setObjectName(QStringLiteral("move-") + textOf(to));
        connect(button, &QPushButton::clicked, this, [this, to] { Q_EMIT moveChosen(to); });
        m_buttons->layout()->addWidget(button);
        if (before)
            setTabOrder(before, button);
        before = button;
        button->show();
    }
    if (before)
        setTabOrder(before, m_remark);
}

QString FindingMoves::remark() const
{
    return m_remark->text().trimmed();
}

void FindingMoves::clearRemark()
{
    m_remark->clear();
}

} // namespace cq
