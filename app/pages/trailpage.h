// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/trailentry.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QSortFilterProxyModel;

namespace Ui {
class TrailPage;
}

namespace cq {

class AuditSession;
class MessageBar;
class Prompts;
class SealsModel;
class TrailModel;

/// Who did what, when and why, newest first, whether the chain of entries holds, and the states that were sealed on the
/// way. Reads only while it is seen.
class TrailPage : public QWidget
{
    Q_OBJECT

public:
    TrailPage(AuditSession &session, Prompts &prompts, QWidget *parent = nullptr);
    ~TrailPage() override;

    TrailModel &model() { return *m_model; }

Q_SIGNALS:
    void redactionRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void takeChange();
    void read();
    void judgeChain();
    void showSeals(const QList<TrailEntry> &trail);
    void exportSealed();

    std::unique_ptr<Ui::TrailPage> m_ui;
    AuditSession &m_session;
    Prompts &m_prompts;
    MessageBar *m_message;
    SealsModel *m_seals;
    TrailModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QTimer m_later;
    bool m_isStale = true;
};

} // namespace cq
