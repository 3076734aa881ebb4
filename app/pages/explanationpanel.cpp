// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/explanationpanel.h"

#include "app/delegates/pilldelegate.h"
#include "app/models/explanationmodel.h"
#include "app/models/laneboard.h"
#include "app/support/words.h"

#include "ui_explanationpanel.h"

#include <QKeyEvent>
#include <QTimer>

namespace cq {

namespace {

QString titleOf(ScoreTopic topic)
{
    switch (topic) {
    case ScoreTopic::Graded:
        return ExplanationPanel::tr("Graded score");
    case ScoreTopic::Strict:
        return ExplanationPanel::tr("Strict score");
    case ScoreTopic::Completeness:
        return ExplanationPanel::tr("Completeness");
    case ScoreTopic::Range:
        return ExplanationPanel::tr("Range");
    case ScoreTopic::Outcome:
        return ExplanationPanel::tr("Outcome so far");
    }
    return {};
}

QString paragraph(const QString &html)
{
    return QStringLiteral("<p style=\"margin: 0 0 6px 0\">") + html + QStringLiteral("</p>");
}

} // namespace

ExplanationPanel::ExplanationPanel(const LaneBoard &lane, QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::ExplanationPanel>())
    , m_lane(lane)
    , m_model(new ExplanationModel(this))
{
    m_ui->setupUi(this);
    m_ui->partsView->setModel(m_model);
    m_ui->partsView->setItemDelegate(new PillDelegate(m_ui->partsView));
    QHeaderView *header = m_ui->partsView->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ExplanationModel::AnswerColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(40);
    const auto choose = [this](const QModelIndex &index) {
        Q_EMIT criterionChosen(CriterionId(index.data(ExplanationModel::CriterionRole).toString()));
    };
    connect(m_ui->partsView, &QTreeView::clicked, this, choose);
    connect(m_ui->partsView, &QTreeView::activated, this, choose);
    connect(m_ui->leadLabel, &QLabel::linkActivated, this,
        [this](const QString &link) { Q_EMIT criterionChosen(CriterionId(link)); });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &ExplanationPanel::closed);
    connect(&lane, &LaneBoard::changed, this, [this] {
        if (m_isStale || !isVisible())
            return;
        m_isStale = true; // once per turn of the event loop, after the answer itself is on screen
        QTimer::singleShot(0, this, &ExplanationPanel::refresh);
    });
}

ExplanationPanel::~ExplanationPanel() = default;

void ExplanationPanel::explain(ScoreTopic topic)
{
    m_topic = topic;
    refresh();
}

void ExplanationPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

void ExplanationPanel::refresh()
{
    m_isStale = false;
    m_ui->titleLabel->setText(titleOf(m_topic));
    m_model->explain(m_topic, m_lane.board());
    m_ui->leadLabel->setText(leadText());
    const Score total = m_model->total();
    m_ui->sumLabel->setText(total.isDefined()
            ? tr("Together %1 of %2, which is %3.")
                  .arg(ExplanationModel::unitsText(total.earned), ExplanationModel::unitsText(total.possible),
                      percentText(total, m_lane.board().marks()))
            : tr("Nothing scored is answered yet, so there is no score."));
    const bool aboutOpen = m_topic == ScoreTopic::Completeness || m_topic == ScoreTopic::Range;
    m_ui->sumLabel->setVisible(!aboutOpen);
    m_ui->partsView->setColumnHidden(ExplanationModel::LostColumn, aboutOpen);
    fitLead();
}

void ExplanationPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitLead();
}

void ExplanationPanel::fitLead()
{
    // As high as the text, so that the table has the rest; a long list of criteria scrolls.
    const int wanted = m_ui->leadLabel->heightForWidth(m_ui->leadArea->viewport()->width()) + 4;
    m_ui->leadArea->setFixedHeight(qMin(wanted, height() * 2 / 5));
}

QString ExplanationPanel::leadText() const
{
    const ScoreBoard &board = m_lane.board();
    const SectionScore &overall = board.overall();
    switch (m_topic) {
    case ScoreTopic::Graded:
        return tr("What the answers earn, over what they could earn. A partial answer earns what the pack says it is "
                  "worth. Open criteria and claims of not applicable stand aside.");
    case ScoreTopic::Strict:
        return tr("The same answers, with every partial answer counted as not met. This score informs; it does not "
                  "decide unless the pack says so.");
    case ScoreTopic::Completeness:
        return tr("%1 of %2 applicable criteria are answered everywhere they are asked. %3 are ruled out by the "
                  "profile, %4 are claimed not applicable, for %5 the profile does not say.")
            .arg(overall.answered)
            .arg(overall.applicable)
            .arg(overall.naByRule)
            .arg(overall.naClaimed)
            .arg(overall.undetermined);
    case ScoreTopic::Range: {
        const QString ends
            = tr("If everything open were not met: %1, %2. If everything were met: %3, %4.")
                  .arg(percentText(overall.low, board.marks()), wordFor(board.outcomeAtLow()),
                      percentText(overall.high, board.marks()), wordFor(board.outcomeAtHigh()));
        return board.outcomeAtLow() == board.outcomeAtHigh()
            ? ends + u' ' + tr("Both ends give the same outcome, so it is decided.")
            : ends + u' ' + tr("Below is what is open, first what could still change the outcome.");
    }
    case ScoreTopic::Outcome:
        return outcomeText();
    }
    return {};
}

QString ExplanationPanel::outcomeText() const
{
    const ScoreSheet sheet = m_lane.board().sheet();
    QString html = paragraph(tr("As the answers stand: <b>%1</b>. Nothing is final before it is confirmed.")
                                 .arg(wordFor(sheet.outcome.kind).toHtmlEscaped()));
    bool isFirst = true;
    for (const Reason &reason : sheet.outcome.reasons) {
        const QString sentence
            = reason.text.isEmpty() ? tr("Nothing that counts is answered yet.") : reason.text.toHtmlEscaped();
        QStringList behind;
        for (const CriterionId &criterion : reason.criteria)
            behind.append(QStringLiteral("<a href=\"%1\">%1</a>").arg(criterion.text().toHtmlEscaped()));
        for (const SectionId &section : reason.sections)
            behind.append(section.text().toHtmlEscaped());
        html += paragraph((isFirst ? tr("The rule that decides: %1").arg(sentence) : tr("Also holds: %1").arg(sentence))
            + (behind.isEmpty() ? QString() : QStringLiteral("<br>") + behind.join(QStringLiteral(", "))));
        isFirst = false;
    }
    if (!sheet.missingFacts.isEmpty()) {
        QStringList labels;
        for (const FactId &fact : sheet.missingFacts)
            if (const int slot = m_lane.board().packs().indexOf(fact); slot >= 0)
                labels.append(m_lane.board().packs().facts().at(slot).label.toHtmlEscaped());
        html += paragraph(tr("Missing in the profile: %1.").arg(labels.join(QStringLiteral("; "))));
    }
    return html;
}

} // namespace cq
