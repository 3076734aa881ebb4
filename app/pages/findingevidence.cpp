// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/findingevidence.h"

#include "app/models/cellroles.h"
#include "app/models/findingevidencemodel.h"
#include "app/pages/celldelegate.h"
#include "app/pages/tablelook.h"

#include <QPushButton>
#include <QTreeView>

namespace cq {

FindingEvidence::FindingEvidence(const AuditSession &session, QWidget *parent)
    : QWidget(parent)
    , m_model(new FindingEvidenceModel(session, this))
    , m_view(new QTreeView)
    , m_hint(new QLabel(tr("Nothing is linked to this finding.")))
{
    m_view->setObjectName(QStringLiteral("findingEvidenceView"));
    m_view->setAccessibleName(tr("Evidence of the finding"));
    m_view->setWhatsThis(tr("What is linked to this finding, and how long it may be relied on. Press Enter to see it in the "
                            "evidence of the audit, where links are made."));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CellDelegate(this));
    makeCalm(*m_view, {60, 40});
    m_hint->setProperty("look", QStringLiteral("muted"));
    m_hint->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_hint, 0, Qt::AlignTop);
    auto *linkButton = new QPushButton(tr("&Link or add evidence (E)"));
    linkButton->setObjectName(QStringLiteral("linkEvidenceButton"));
    connect(linkButton, &QPushButton::clicked, this, &FindingEvidence::evidenceRequested);
    layout->addWidget(linkButton, 0, Qt::AlignLeft | Qt::AlignTop);
    layout->addStretch();
    connect(m_view, &QTreeView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT evidenceChosen(EvidenceId(index.data(IdRole).toString())); });
    connect(m_model, &FindingEvidenceModel::countChanged, this, [this] {
        const int count = m_model->rowCount();
        m_view->setVisible(count > 0);
        m_hint->setVisible(count == 0);
        if (count > 0 && !m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_model->index(0, 0));
        Q_EMIT countChanged(count);
    });
}

void FindingEvidence::setFinding(const FindingId &finding)
{
    m_model->setFinding(finding);
}

} // namespace cq
