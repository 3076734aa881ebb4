// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QSortFilterProxyModel;

namespace Ui {
class ComparisonPage;
} // namespace Ui

namespace cq {

class AgreementModel;
class AuditSession;
class ComparisonModel;
struct Agreement;

/// The centre's, the auditors' and the reviewer's answers side by side, surprises first, with agreement by section.
/// Reads only while it is seen, and shows no more than the person working may see.
class ComparisonPage : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonPage(AuditSession &session, QWidget *parent = nullptr);
    ~ComparisonPage() override;

    ComparisonModel &model() { return *m_model; }

Q_SIGNALS:
    void criterionChosen(const cq::CriterionId &criterion);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void takeChange();
    void read();
    void openCurrent();
    QString kappaText(const Agreement &agreement) const;

    std::unique_ptr<Ui::ComparisonPage> m_ui;
    AuditSession &m_session;
    ComparisonModel *m_model;
    QSortFilterProxyModel *m_proxy;
    AgreementModel *m_agreement;
    QTimer m_later;
    bool m_isStale = true;
};

} // namespace cq
