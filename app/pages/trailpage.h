// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <memory>

class QSortFilterProxyModel;

namespace Ui {
class TrailPage;
}

namespace cq {

class AuditSession;
class TrailModel;

/// Who did what, when and why, newest first, and whether the chain of entries holds. Reads only while it is seen.
class TrailPage : public QWidget
{
    Q_OBJECT

public:
    explicit TrailPage(AuditSession &session, QWidget *parent = nullptr);
    ~TrailPage() override;

    TrailModel &model() { return *m_model; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void takeChange();
    void read();
    void judgeChain();

    std::unique_ptr<Ui::TrailPage> m_ui;
    AuditSession &m_session;
    TrailModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QTimer m_later;
    bool m_isStale = true;
};

} // namespace cq
