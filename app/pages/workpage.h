// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/workmodel.h"

#include <QWidget>

#include <memory>

namespace Ui {
class WorkPage;
}

namespace cq {

class Workspace;

/// What waits for the person working, over all audits of the file; opens it.
class WorkPage final : public QWidget
{
    Q_OBJECT

public:
    explicit WorkPage(Workspace &workspace, QWidget *parent = nullptr);
    ~WorkPage() override;

    /// Reads the work again.
    void refresh();

Q_SIGNALS:
    void workRequested(const cq::AuditId &audit, const cq::WorkItem &item);
    void changesRequested();
    void pendingTimestampsRequested();

private:
    void openCurrent();
    void showState();
    void showPendingTimestamps();

    std::unique_ptr<Ui::WorkPage> m_ui;
    Workspace &m_workspace;
    WorkModel *m_model;
};

} // namespace cq
