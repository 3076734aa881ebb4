// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/pendingreportsmodel.h"
#include "core/base/clock.h"
#include "core/base/result.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace Ui {
class PendingTimestampsDialog;
}

namespace cq {

class Prompts;
class SigningWork;
struct PlacedReport;

/// The signed reports that wait for a timestamp: gives it to all of them, one after the other beside the window, and says
/// of each what became of it. Files that were moved can be found again; what was changed is left alone.
class PendingTimestampsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `url` is the timestamp service's, empty where none was chosen; `asks` whether signatures usually ask it.
    PendingTimestampsDialog(Workspace &workspace, const QString &url, bool asks, Clock clock, Prompts &prompts,
        QWidget *parent = nullptr);
    ~PendingTimestampsDialog() override;

    void reject() override;

Q_SIGNALS:
    void timestampServiceChosen(const QString &url, bool asks); ///< to be remembered
    void allTried(); ///< every report was tried, or the person stopped

private:
    void chooseService();
    void look();
    void stampAll();
    void stampNext();
    void take(const IssuedReport &report, const Result<PlacedReport> &placed);
    void findFile();
    void waive();
    void showState();
    void say(const QString &sentence);
    std::optional<PendingReport> current() const;

    std::unique_ptr<Ui::PendingTimestampsDialog> m_ui;
    Workspace &m_workspace;
    QString m_url;
    bool m_asks;
    Clock m_clock;
    Prompts &m_prompts;
    SigningWork *m_work;
    PendingReportsModel *m_model;
    QList<IssuedReport> m_queue; ///< still to be tried
    bool m_isStamping = false;
};

} // namespace cq
