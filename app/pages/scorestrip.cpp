// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/scorestrip.h"

#include "app/models/laneboard.h"
#include "app/support/scoretopic.h"
#include "app/support/theme.h"
#include "app/support/words.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace cq {

namespace {

QString symbolOf(OutcomeKind outcome)
{
    switch (outcome) {
    case OutcomeKind::Qualified:
        return QStringLiteral("✓");
    case OutcomeKind::ConditionallyQualified:
        return QStringLiteral("◐");
    case OutcomeKind::NotQualified:
        return QStringLiteral("✕");
    case OutcomeKind::Incomplete:
        return QStringLiteral("○");
    case OutcomeKind::NaNotAccepted:
        return QStringLiteral("?");
    }
    return {};
}

} // namespace

ScoreStrip::ScoreStrip(const LaneBoard &lane, QWidget *parent)
    : QFrame(parent)
    , m_lane(lane)
{
    setProperty("look", QStringLiteral("strip"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // where room is short, the pages under it give way
    setWhatsThis(tr("The score as the answers stand now. Choose a number to see how it comes about, criterion by "
                    "criterion. The range says what the score would be if everything open were not met, and if it were "
                    "all met."));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::grid, 4, Theme::grid, 4);
    layout->setSpacing(Theme::grid);
    m_outcome = addNumber(layout, ScoreTopic::Outcome, QStringLiteral("outcomeButton"));
    m_graded = addNumber(layout, ScoreTopic::Graded, QStringLiteral("gradedButton"));
    m_strict = addNumber(layout, ScoreTopic::Strict, QStringLiteral("strictButton"));
    m_completeness = addNumber(layout, ScoreTopic::Completeness, QStringLiteral("completenessButton"));
    m_range = addNumber(layout, ScoreTopic::Range, QStringLiteral("rangeButton"));
    layout->addStretch(1);
    connect(&lane, &LaneBoard::changed, this, &ScoreStrip::refresh);
    refresh();
}

QPushButton *ScoreStrip::addNumber(QHBoxLayout *layout, ScoreTopic topic, const QString &name)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    button->setProperty("look", QStringLiteral("number"));
    connect(button, &QPushButton::clicked, this, [this, topic] { Q_EMIT explanationRequested(topic); });
    layout->addWidget(button);
    return button;
}

void ScoreStrip::setFinal(bool isFinal)
{
    if (m_isFinal == isFinal)
        return;
    m_isFinal = isFinal;
    refresh();
}

void ScoreStrip::refresh()
{
    const ScoreBoard &board = m_lane.board();
    const SectionScore &overall = board.overall();
    const QList<qint64> &marks = board.marks();
    const auto number = [&](QPushButton *button, const QString &caption, const Score &score) {
        const QString value = percentText(score, marks);
        setTexts(button, caption, value, tr("%1: %2. Explain.").arg(caption, value));
    };
    number(m_graded, tr("Graded score"), overall.graded);
    number(m_strict, tr("Strict score"), overall.strict);
    const QString share = tr("%1 of %2").arg(overall.answered).arg(overall.applicable);
    setTexts(m_completeness, tr("Completeness"), tr("%1 · %2").arg(percentText(overall.completeness(), marks), share),
        tr("Completeness: %1, answered %2. Explain.").arg(percentText(overall.completeness(), marks), share));

    const QString low = percentText(overall.low, marks);
    const QString high = percentText(overall.high, marks);
    const bool isDecided = board.outcomeAtLow() == board.outcomeAtHigh();
    const QString ends = low == high ? low : tr("%1 to %2").arg(low, high);
    setTexts(m_range, tr("Range"), isDecided ? tr("%1 · decided").arg(ends) : ends,
        isDecided ? tr("Range: %1. The outcome is decided already: what is open cannot change it. Explain.").arg(ends)
                  : tr("Range: %1. What is open can still change the outcome. Explain.").arg(ends));

    const OutcomeKind outcome = board.outcomeKind();
    const QString caption = m_isFinal ? tr("Outcome") : tr("Outcome so far");
    setTexts(m_outcome, caption, symbolOf(outcome) + u' ' + wordFor(outcome),
        tr("%1: %2. Explain.").arg(caption, wordFor(outcome)));
    const Theme::Tone tone = Theme::toneOf(outcome, palette());
    const QString sheet = QStringLiteral("QPushButton { color: %1; background: %2; border-color: %3; font-weight: 600; }")
                              .arg(tone.ink.name(), tone.fill.name(), tone.line.name());
    if (m_outcome->styleSheet() != sheet) // setting it polishes the button anew, even with the same text
        m_outcome->setStyleSheet(sheet);
}

void ScoreStrip::setTexts(QPushButton *button, const QString &caption, const QString &value, const QString &spoken)
{
    const QString text = caption + u'\n' + value;
    if (button->text() == text)
        return;
    button->setText(text);
    button->setAccessibleName(spoken);
    button->setToolTip(spoken);
}

} // namespace cq
