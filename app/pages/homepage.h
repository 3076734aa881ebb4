// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/homesummary.h"
#include "core/base/timestamp.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class HomePage;
}

namespace cq {

class AuditFilterProxyModel;
class AuditListModel;
class Workspace;

/// The first screen: the next step for the person working, as one large button, and the audits being worked on.
class HomePage final : public QWidget
{
    Q_OBJECT

public:
    explicit HomePage(Workspace &workspace, QWidget *parent = nullptr);
    ~HomePage() override;

    /// The audit opened last, which is offered first.
    void setPreferredAudit(const AuditId &audit);
    /// Until when the identity used last can sign, where that is known; said from 60 days before its end. One that the
    /// program did not make is not renewed here.
    void setIdentityEnd(const std::optional<Timestamp> &validUntil, const Timestamp &now, bool isRenewable);
    void refresh();

Q_SIGNALS:
    void auditRequested(const cq::AuditId &audit);
    void nextOpenRequested(const cq::AuditId &audit); ///< the audit, at its next open criterion
    void readinessRequested(const cq::AuditId &audit); ///< what is missing in it
    void newAuditRequested();
    void centresRequested();
    void newCentreRequested();
    void findingsRequested();
    void renewalRequested();

private:
    void showLead();
    void showContinue();
    void showReadiness();
    void press();
    void pressSecond();

    std::unique_ptr<Ui::HomePage> m_ui;
    Workspace &m_workspace;
    AuditListModel *m_list = nullptr;
    AuditFilterProxyModel *m_audits = nullptr;
    AuditId m_preferred;
    HomeSummary m_summary;
};

} // namespace cq
