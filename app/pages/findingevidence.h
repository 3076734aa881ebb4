// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/evidence.h"

#include <QWidget>

class QTreeView;

namespace cq {

class AuditSession;
class FindingEvidenceModel;

/// The evidence of one finding, each with how long it may be relied on, or where to link some.
class FindingEvidence : public QWidget
{
    Q_OBJECT

public:
    explicit FindingEvidence(const AuditSession &session, QWidget *parent = nullptr);

    void setFinding(const FindingId &finding);

Q_SIGNALS:
    void countChanged(int count);
    void evidenceChosen(const cq::EvidenceId &evidence);
    void evidenceRequested(); ///< choose or add some

private:
    FindingEvidenceModel *m_model;
    QTreeView *m_view;
    QLabel *m_hint;
};

} // namespace cq
