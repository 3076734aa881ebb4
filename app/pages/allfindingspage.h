// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QWidget>

#include <memory>

namespace Ui {
class AllFindingsPage;
}

namespace cq {

class AllFindingsModel;
class AllFindingsProxyModel;
class Workspace;

/// The findings of all audits of the file, with what is overdue; opens the audit at a finding.
class AllFindingsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit AllFindingsPage(Workspace &workspace, QWidget *parent = nullptr);
    ~AllFindingsPage() override;

    /// Reads the findings again.
    void refresh();

Q_SIGNALS:
    void findingRequested(const cq::AuditId &audit, const cq::FindingId &finding);

private:
    void openCurrent();
    void showState();

    std::unique_ptr<Ui::AllFindingsPage> m_ui;
    AllFindingsModel *m_model = nullptr;
    AllFindingsProxyModel *m_findings = nullptr;
};

} // namespace cq
