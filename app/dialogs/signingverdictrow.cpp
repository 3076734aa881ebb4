// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signingverdictrow.h"

#include "app/support/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace cq {

namespace {

constexpr int badgeSize = 3 * Theme::grid;
constexpr int badgeColumn = badgeSize + 2 * Theme::grid;

Theme::Tone toneOf(VerdictTone tone, const QPalette &palette)
{
    switch (tone) {
    case VerdictTone::Good:
        return Theme::toneOf(ResponseLevel::Met, palette);
    case VerdictTone::Caution:
        return Theme::toneOf(ResponseLevel::PartiallyMet, palette);
    case VerdictTone::Bad:
        return Theme::toneOf(ResponseLevel::NotMet, palette);
    case VerdictTone::Neutral:
        return Theme::toneOf(ResponseLevel::NotApplicable, palette);
    }
    return {};
}

QLabel *plainLabel(const char *name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

SigningVerdictRow::SigningVerdictRow(QWidget *parent)
    : QWidget(parent)
    , m_word(plainLabel("wordLabel", this))
    , m_sentence(plainLabel("sentenceLabel", this))
{
    QFont strong = m_word->font();
    strong.setBold(true);
    m_word->setFont(strong);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        Theme::grid + badgeColumn, Theme::grid + Theme::grid / 2, 2 * Theme::grid, Theme::grid + Theme::grid / 2);
    layout->setSpacing(Theme::grid / 4);
    layout->addWidget(m_word);
    layout->addWidget(m_sentence);
}

void SigningVerdictRow::say(const VerdictLine &line)
{
    m_line = line;
    m_word->setText(line.word);
    m_sentence->setText(line.sentence);
    m_sentence->setVisible(!line.sentence.isEmpty());
    //: For screen readers: a judgement in a word, then its sentence
    setAccessibleName(tr("%1. %2").arg(line.word, line.sentence));
    updateGeometry();
    update();
}

void SigningVerdictRow::paintEvent(QPaintEvent *)
{
    // The tone is looked up at each painting, so it follows light and dark.
    const Theme::Tone tone = toneOf(m_line.tone, palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tone.line);
    painter.setBrush(tone.fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const QRect badge(Theme::grid + Theme::grid / 2, m_word->y() + (m_word->fontMetrics().height() - badgeSize) / 2,
        badgeSize, badgeSize);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone.ink);
    painter.drawEllipse(badge);
    painter.setPen(tone.fill);
    painter.setFont(m_word->font());
    painter.drawText(badge, Qt::AlignCenter, symbolFor(m_line.tone));
}

} // namespace cq
