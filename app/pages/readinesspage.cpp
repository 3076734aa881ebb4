// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/readinesspage.h"

#include "app/delegates/pilldelegate.h"
#include "app/models/fixesmodel.h"
#include "app/models/gapsmodel.h"
#include "app/models/laneboard.h"
#include "app/pages/tablelook.h"
#include "app/support/focusstart.h"
#include "app/support/words.h"
#include "core/analytics/expiringcertificate.h"
#include "core/session/auditsession.h"
#include "core/session/centredesk.h"
#include "core/session/findingdesk.h"
#include "core/session/workspace.h"

#include "ui_readinesspage.h"

namespace cq {

namespace {

constexpr int stepsOfPlan = 5; // "the five fixes that gain most" (domain.md section 8, rank 16)

} // namespace

ReadinessPage::ReadinessPage(AuditSession &session, LaneBoard &lane, const QDate &today, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ReadinessPage>())
    , m_session(session)
    , m_lane(lane)
    , m_today(today)
    , m_gaps(new GapsModel(this))
    , m_fixes(new FixesModel(this))
{
    m_ui->setupUi(this);
    m_ui->gapsView->setModel(m_gaps);
    m_ui->gapsView->setItemDelegate(new PillDelegate(this));
    makeCalm(*m_ui->gapsView, {25, 42, 22, 11});
    m_ui->fixesView->setModel(m_fixes);
    makeCalm(*m_ui->fixesView, {18, 40, 14, 28});
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->splitter->setSizes({600, 540});
    fillSections();
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &ReadinessPage::read);
    connect(m_gaps, &GapsModel::fixedChanged, this, &ReadinessPage::showWhatIf);
    connect(m_ui->clearButton, &QPushButton::clicked, m_gaps, &GapsModel::clearFixed);
    connect(m_ui->sectionBox, &QComboBox::currentIndexChanged, this, &ReadinessPage::showFixes);
    const auto open = [this](const QModelIndex &index) {
        Q_EMIT criterionChosen(CriterionId(index.siblingAtColumn(0).data(GapsModel::CriterionRole).toString()));
    };
    static_assert(int(GapsModel::CriterionRole) == int(FixesModel::CriterionRole));
    connect(m_ui->gapsView, &QTableView::activated, this, open);
    connect(m_ui->fixesView, &QTableView::activated, this, open);
    connect(&lane, &LaneBoard::changed, this, &ReadinessPage::takeChange);
    connect(&session.workspace().centres(), &CentreDesk::centreChanged, this, &ReadinessPage::takeChange);
    startFocusAt(*this, *m_ui->gapsView);
}

ReadinessPage::~ReadinessPage() = default;

void ReadinessPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        read();
}

void ReadinessPage::takeChange()
{
    m_isStale = true;
    if (isVisible())
        m_later.start();
}

void ReadinessPage::fillSections()
{
    m_ui->sectionBox->addItem(tr("for the outcome"), -1);
    const QList<Section> &sections = m_session.packs().sections();
    for (int place = 0; place < int(sections.size()); ++place)
        if (sections.at(place).parent.isEmpty())
            //: which fixes gain most in this section
            m_ui->sectionBox->addItem(tr("in “%1”").arg(sections.at(place).title), place);
}

void ReadinessPage::read()
{
    m_isStale = false;
    m_gaps->refresh(m_lane.board());
    m_ui->gapsLabel->setText(m_gaps->rowCount() == 0
            ? tr("No gap: every criterion that applies is answered and Met.")
            : tr("%n gap(s), gates first, then by the weight lost", nullptr, m_gaps->rowCount()));
    if (!m_ui->gapsView->currentIndex().isValid() && m_gaps->rowCount() > 0)
        m_ui->gapsView->setCurrentIndex(m_gaps->index(0, 0));
    showWhatIf();
    showFixes();
    showClaims();
    showCertificates();
    showProgress();
}

void ReadinessPage::showWhatIf()
{
    const ScoreBoard &now = m_lane.board();
    const QSet<CriterionId> fixed = m_gaps->fixed();
    m_ui->clearButton->setEnabled(!fixed.isEmpty());
    const auto figures = [](const ScoreBoard &board) {
        //: graded score, then outcome
        return tr("%1 graded, %2")
            .arg(percentText(board.overall().graded, board.marks()), wordFor(board.outcomeKind()));
    };
    m_ui->nowLabel->setText(tr("Now: %1.").arg(figures(now)));
    if (fixed.isEmpty()) {
        m_ui->whatIfLabel->setText(
            tr("Check gaps to see what the result would be if they were fixed. Nothing of this is stored."));
        return;
    }
    const ScoreBoard then = ifFixed(now, m_session.findings().all(), fixed);
    m_ui->whatIfLabel->setText(
        tr("If the %n chosen gap(s) were fixed: %1.", nullptr, int(fixed.size())).arg(figures(then)));
}

void ReadinessPage::showFixes()
{
    const ScoreBoard &board = m_lane.board();
    const QList<Finding> &findings = m_session.findings().all();
    const int section = m_ui->sectionBox->currentData().toInt();
    m_fixes->refresh(section < 0 ? fixesForOutcome(board, findings, stepsOfPlan)
                                 : fixesForSection(board, findings, section, stepsOfPlan),
        board);
}

void ReadinessPage::showClaims()
{
    const ClaimShare share = claimShareOf(m_lane.board());
    QString text = share.claimed == 0
        ? tr("Nothing is claimed not applicable.")
        : tr("%n criteria are claimed not applicable: %1 of the weight that applies does not enter the score.", nullptr,
            share.claimed)
              .arg(percentText(share.weight, {}));
    if (share.gatesUnaccepted > 0)
        text += u' ' + tr("%n gate(s) among them still need a reviewer's acceptance.", nullptr, share.gatesUnaccepted);
    m_ui->claimsLabel->setText(text);
}

void ReadinessPage::showCertificates()
{
    QStringList lines;
    for (const ExpiringCertificate &line : byExpiry(m_session.centre().certificates, m_today)) {
        const QString name = line.certificate.scheme;
        if (!line.daysLeft)
            lines.append(tr("%1: no end is known").arg(name));
        else if (*line.daysLeft < 0)
            lines.append(tr("⚠ %1: ran out on %2").arg(name, dateText(line.certificate.validUntil)));
        else
            lines.append(tr("%1: %n day(s) left, until %2", nullptr, int(*line.daysLeft))
                             .arg(name, dateText(line.certificate.validUntil)));
    }
    m_ui->certificatesLabel->setText(
        lines.isEmpty() ? tr("The centre's profile names no certificate or licence.") : lines.join(u'\n'));
}

void ReadinessPage::showProgress()
{
    const auto earlier = m_session.sinceSelfAssessment(m_lane.board());
    if (!earlier) {
        m_ui->progressLabel->setText(
            tr("The self-assessment before could not be read: %1").arg(earlier.error().text()));
        return;
    }
    if (!*earlier) {
        m_ui->progressLabel->setText(tr("There is no earlier self-assessment of this centre to compare with."));
        return;
    }
    const CentreProgress &progress = (*earlier)->progress;
    const QStringList parts{tr("%n criteria better", nullptr, int(progress.better.size())),
        tr("%n criteria worse", nullptr, int(progress.worse.size()))};
    //: title and day of a self-assessment, its graded score and today's, then what moved
    m_ui->progressLabel->setText(tr("Since “%1” of %2: graded %3, now %4; %5.")
                                     .arg((*earlier)->audit.title, dateText((*earlier)->audit.startsOn),
                                         percentText(progress.overall.before, {}),
                                         percentText(progress.overall.after, {}), parts.join(QStringLiteral(", "))));
}

} // namespace cq
