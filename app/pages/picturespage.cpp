// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/picturespage.h"

#include "app/charts/benchmarkpicture.h"
#include "app/charts/gridpicture.h"
#include "app/charts/pictureview.h"
#include "app/charts/sectionpictures.h"
#include "app/charts/timepictures.h"
#include "app/models/laneboard.h"
#include "app/support/focusstart.h"
#include "core/session/auditsession.h"
#include "core/session/findingdesk.h"
#include "core/session/othercentres.h"
#include "core/session/responsedesk.h"
#include "core/session/workspace.h"

#include "ui_picturespage.h"

namespace cq {

namespace {

// Instead of a picture, why there is none.
Picture unread(const Error &error)
{
    Picture picture;
    picture.sentence = PicturesPage::tr("The figures could not be read: %1").arg(error.text());
    return picture;
}

} // namespace

PicturesPage::PicturesPage(AuditSession &session, LaneBoard &lane, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PicturesPage>())
    , m_session(session)
    , m_lane(lane)
    , m_view(new PictureView(prompts, this))
{
    m_ui->setupUi(this);
    m_ui->pageLayout->addWidget(m_view, 1);
    m_ui->choiceBox->addItem(tr("Sections around a circle"), int(Choice::Radar));
    m_ui->choiceBox->addItem(tr("Sections and their gates"), int(Choice::Gates));
    m_ui->choiceBox->addItem(tr("Audits of this centre through time"), int(Choice::Trend));
    m_ui->choiceBox->addItem(tr("How far the findings have come"), int(Choice::Funnel));
    m_ui->choiceBox->addItem(tr("Findings by harm and scope"), int(Choice::Grid));
    m_ui->choiceBox->addItem(tr("This centre among others, without names"), int(Choice::Benchmark));
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &PicturesPage::read);
    connect(m_ui->choiceBox, &QComboBox::currentIndexChanged, this, &PicturesPage::read);
    connect(&lane, &LaneBoard::changed, this, &PicturesPage::takeChange);
    connect(&session.responses(), &ResponseDesk::responseChanged, this, &PicturesPage::takeChange);
    connect(&session.responses(), &ResponseDesk::blindModeChanged, this, &PicturesPage::takeChange);
    for (const auto signal : {&FindingDesk::findingRaised, &FindingDesk::findingChanged, &FindingDesk::findingRemoved})
        connect(&session.findings(), signal, this, &PicturesPage::takeChange);
    startFocusAt(*this, *m_ui->choiceBox);
}

PicturesPage::~PicturesPage() = default;

void PicturesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        read();
}

void PicturesPage::takeChange()
{
    m_isStale = true;
    if (isVisible())
        m_later.start();
}

void PicturesPage::read()
{
    m_isStale = false;
    m_view->setPicture(picture(Choice(m_ui->choiceBox->currentData().toInt())));
}

Picture PicturesPage::picture(Choice choice) const
{
    switch (choice) {
    case Choice::Radar:
    case Choice::Gates: {
        const auto self = m_session.sheetFor(Party::Centre);
        const auto auditor = m_session.sheetFor(Party::Auditor);
        if (!self || !auditor)
            return unread(self ? auditor.error() : self.error());
        const Party lane = m_lane.party() == Party::Centre ? Party::Centre : Party::Auditor;
        const QList<SectionBar> bars = sectionBars(m_session.packs(), *self, *auditor, lane);
        return choice == Choice::Radar ? sectionRadar(bars) : sectionGates(bars, lane, m_lane.board().marks());
    }
    case Choice::Trend: {
        const auto trend = m_session.workspace().trend(m_session.centre().id);
        return trend ? auditTrend(*trend) : unread(trend.error());
    }
    case Choice::Funnel:
        return findingFunnel(funnelOf(m_session.findings().all()));
    case Choice::Grid:
        return harmScopeGrid(m_session.findings().all());
    case Choice::Benchmark: {
        const QList<BenchmarkResult> others = resultsOfOtherCentres(m_session);
        return centreBenchmark(
            benchmarkBands(m_session.packs(), benchmarkResult(m_session.board()), others), int(others.size()));
    }
    }
    return {};
}

} // namespace cq
