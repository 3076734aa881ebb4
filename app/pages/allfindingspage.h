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
class Prompts;
class Workspace;

/// The findings of all audits of the file, with what is due or overdue; opens the audit at a finding, and exports the due
/// days for a calendar.
class AllFindingsPage final : public QWidget
{
    Q_OBJECT

public:
    AllFindingsPage(Workspace &workspace, Prompts &prompts, QWidget *parent = nullptr);
    ~AllFindingsPage() override;

    /// Reads the findings again.
    void refresh();

Q_SIGNALS:
    void findingRequested(const cq::AuditId &audit, const cq::FindingId &finding);

private:
    void openCurrent();
    void filterDue();
    void exportCalendar();
    void showState();

    std::unique_ptr<Ui::AllFindingsPage> m_ui;
    Workspace &m_workspace;
    Prompts &m_prompts;
    AllFindingsModel *m_model = nullptr;
    AllFindingsProxyModel *m_findings = nullptr;
};

} // namespace cq
