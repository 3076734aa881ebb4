// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class PicturesPage;
} // namespace Ui

namespace cq {

class AuditSession;
class LaneBoard;
class PictureView;
class Prompts;
struct Picture;

/// The audit as pictures: sections around a circle, sections with their gates, the centre's audits through time, how far
/// the findings have come, their harm and scope, and where the centre stands among others that are not named. Reads only
/// while it is seen, and shows no more than the person working may see.
class PicturesPage : public QWidget
{
    Q_OBJECT

public:
    PicturesPage(AuditSession &session, LaneBoard &lane, Prompts &prompts, QWidget *parent = nullptr);
    ~PicturesPage() override;

    PictureView &view() { return *m_view; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class Choice { Radar, Gates, Trend, Funnel, Grid, Benchmark };

    void takeChange();
    void read();
    Picture picture(Choice choice) const;

    std::unique_ptr<Ui::PicturesPage> m_ui;
    AuditSession &m_session;
    LaneBoard &m_lane;
    PictureView *m_view;
    QTimer m_later;
    bool m_isStale = true;
};

} // namespace cq
