// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QDate>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class ReadinessPage;
} // namespace Ui

namespace cq {

class AuditSession;
class FixesModel;
class GapsModel;
class LaneBoard;
class ScoreBoard;

/// What a centre still has to do in one lane of an audit: its gaps, what fixing some would change, the fixes that gain
/// most, claims, certificates and progress. Works on copies and stores nothing; reads only while it is seen.
class ReadinessPage : public QWidget
{
    Q_OBJECT

public:
    ReadinessPage(AuditSession &session, LaneBoard &lane, const QDate &today, QWidget *parent = nullptr);
    ~ReadinessPage() override;

    GapsModel &gaps() { return *m_gaps; }
    FixesModel &fixes() { return *m_fixes; }

Q_SIGNALS:
    void criterionChosen(const cq::CriterionId &criterion);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void takeChange();
    void read();
    void fillSections();
    void showWhatIf();
    void showFixes();
    void showClaims();
    void showCertificates();
    void showProgress();

    std::unique_ptr<Ui::ReadinessPage> m_ui;
    AuditSession &m_session;
    LaneBoard &m_lane;
    QDate m_today;
    GapsModel *m_gaps;
    FixesModel *m_fixes;
    QTimer m_later;
    bool m_isStale = true;
};

} // namespace cq
