// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QWidget>

#include <memory>

namespace Ui {
class AuditsPage;
}

namespace cq {

class AuditFilterProxyModel;
class AuditListModel;
class Workspace;

/// All audits of the file, to be found and opened.
class AuditsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit AuditsPage(Workspace &workspace, QWidget *parent = nullptr);
    ~AuditsPage() override;

    void refresh();

Q_SIGNALS:
    void auditRequested(const cq::AuditId &audit);
    void newAuditRequested();

private:
    void fillFilters();
    void fillCentres();
    void filter();
    void openCurrent();
    void showEmptiness();

    std::unique_ptr<Ui::AuditsPage> m_ui;
    Workspace &m_workspace;
    AuditListModel *m_list = nullptr;
    AuditFilterProxyModel *m_audits = nullptr;
};

} // namespace cq
