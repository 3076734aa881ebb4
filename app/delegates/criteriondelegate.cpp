// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delegates/criteriondelegate.h"

#include "app/models/checklistmodel.h"
#include "app/support/theme.h"
#include "app/support/words.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

namespace cq {

namespace {

constexpr int margin = Theme::grid;
constexpr int wideFrom = 760; ///< px of line width from which segments carry words
constexpr int touchHeight = 34; ///< at least 32 px can be touched (ui.md)

QString shortWord(ResponseLevel level)
{
    switch (level) {
    case ResponseLevel::Met:
        return CriterionDelegate::tr("Met");
    case ResponseLevel::PartiallyMet:
        return CriterionDelegate::tr("Partially");
    case ResponseLevel::NotMet:
        return CriterionDelegate::tr("Not met");
    case ResponseLevel::NotApplicable:
        //: short for "not applicable", on a small button
        return CriterionDelegate::tr("N/A");
    case ResponseLevel::NotAssessed:
        break;
    }
    return {};
}

int keyOf(ResponseLevel level)
{
    for (size_t i = 0; i < CriterionDelegate::levels.size(); ++i)
        if (CriterionDelegate::levels[i] == level)
            return int(i) + 1;
    return 0;
}

int segmentHeight(const QFontMetrics &metrics)
{
    return qMax(touchHeight, metrics.height() + margin);
}

int segmentWidth(const QRect &line, const QFontMetrics &metrics)
{
    if (line.width() < wideFrom)
        return qMax(touchHeight + 4, metrics.horizontalAdvance(shortWord(ResponseLevel::NotApplicable)) + margin);
    int widest = 0;
    for (const ResponseLevel level : CriterionDelegate::levels)
        widest = qMax(widest, metrics.horizontalAdvance(symbolFor(level) + QStringLiteral("  ") + shortWord(level)));
    return widest + 2 * margin;
}

/// A word in a rounded field; returns the place after it.
int paintPill(QPainter *painter, const QRect &area, const QString &text, const Theme::Tone &tone)
{
    const int width = painter->fontMetrics().horizontalAdvance(text) + margin + 2;
    if (width > area.width())
        return area.left();
    const QRect pill(area.left(), area.top(), width, area.height());
    painter->setPen(tone.line);
    painter->setBrush(tone.fill);
    painter->drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->setPen(tone.ink);
    painter->drawText(pill, Qt::AlignCenter, text);
    return pill.right() + 1 + margin - 2;
}

} // namespace

CriterionDelegate::CriterionDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

QSize CriterionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics metrics(option.font);
    return {320, qMax(2 * margin + 3 * metrics.lineSpacing() + 4, segmentHeight(metrics) + 2 * margin)};
}

QRect CriterionDelegate::segment(const QRect &line, const QFont &font, ResponseLevel level)
{
    const QFontMetrics metrics(font);
    const int width = segmentWidth(line, metrics);
    const int height = segmentHeight(metrics);
    const int left = line.right() + 1 - margin - int(levels.size()) * width;
    return {left + (keyOf(level) - 1) * width, line.center().y() - height / 2, width, height};
}

std::optional<ResponseLevel> CriterionDelegate::levelAt(const QRect &line, const QFont &font, const QPoint &point)
{
    for (const ResponseLevel level : levels)
        if (segment(line, font, level).contains(point))
            return level;
    return std::nullopt;
}

void CriterionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isCurrent = option.state & QStyle::State_Selected;
    const QColor accent = Theme::accent(option.palette);
    if (isCurrent) {
        QColor soft = accent;
        soft.setAlpha(Theme::isDark(option.palette) ? 46 : 26);
        painter->fillRect(option.rect, soft);
        painter->fillRect(QRect(option.rect.topLeft(), QSize(4, option.rect.height())), accent);
    }
    const QRect answers = segment(option.rect, option.font, ResponseLevel::Met);
    const QFontMetrics metrics(option.font);
    QRect left = option.rect.adjusted(2 * margin, margin, 0, -margin);
    left.setRight(answers.left() - 2 * margin);
    QRect head = left;
    head.setHeight(metrics.height() + 2);
    paintHead(painter, head, option, index);
    paintText(painter, left.adjusted(0, head.height() + 2, 0, 0), option, index);
    paintSegments(painter, option, index);
    painter->setPen(Theme::line(option.palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

void CriterionDelegate::paintHead(
    QPainter *painter, QRect area, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool applies = Truth(index.data(ChecklistModel::AppliesRole).toInt()) != Truth::No;
    const QColor ink = option.palette.color(QPalette::Text);
    const QColor muted = Theme::mutedInk(option.palette);
    const auto write = [&](const QString &text, const QColor &colour) {
        painter->setPen(colour);
        const QString fitting = painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width());
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft, fitting);
        area.setLeft(qMin(area.left() + painter->fontMetrics().horizontalAdvance(fitting) + margin, area.right()));
    };
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    write(index.data(ChecklistModel::CodeRole).toString(), applies ? ink : muted);
    painter->setFont(option.font);
    if (index.data(ChecklistModel::GateRole).toBool())
        //: mark of a criterion whose failure blocks qualification
        area.setLeft(paintPill(painter, area, tr("■ Gate"), Theme::toneOf(Severity::Critical, option.palette)));
    write(index.data(ChecklistModel::AdvisoryRole).toBool()
            ? tr("advisory")
            : wordFor(Criticality(index.data(ChecklistModel::CriticalityRole).toInt())),
        muted);
    const QString facility = index.data(ChecklistModel::FacilityRole).toString();
    if (!facility.isEmpty())
        write(QStringLiteral("⌂ ") + facility, ink);
    QStringList signs;
    if (index.data(ChecklistModel::NoteMissingRole).toBool())
        signs.append(tr("✎ note missing"));
    else if (index.data(ChecklistModel::NoteRole).toBool())
        signs.append(tr("✎ note"));
    if (const int findings = index.data(ChecklistModel::FindingsRole).toInt(); findings > 0)
        signs.append(tr("⚑ %n finding(s)", nullptr, findings));
    if (index.data(ChecklistModel::DiffersRole).toBool())
        //: sign that the other side answered differently, with its answer
        signs.append(tr("⇄ other side: %1")
                         .arg(shortWord(ResponseLevel(index.data(ChecklistModel::OtherLevelRole).toInt()))));
    if (!signs.isEmpty())
        write(signs.join(QStringLiteral("   ")), Theme::accent(option.palette));
}

void CriterionDelegate::paintText(
    QPainter *painter, const QRect &area, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Truth applies = Truth(index.data(ChecklistModel::AppliesRole).toInt());
    QString text = index.data(Qt::DisplayRole).toString();
    if (applies == Truth::No)
        text = tr("Does not apply (%1). %2").arg(index.data(ChecklistModel::RuledOutByRole).toString(), text);
    else if (applies == Truth::Unknown)
        text = tr("Open whether it applies (%1). %2").arg(index.data(ChecklistModel::RuledOutByRole).toString(), text);
    painter->setPen(applies == Truth::No ? Theme::mutedInk(option.palette) : option.palette.color(QPalette::Text));
    QTextLayout layout(text, option.font);
    layout.beginLayout();
    const QFontMetrics metrics(option.font);
    for (int number = 0; number < 2; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(area.width());
        const QRect place(area.left(), area.top() + number * metrics.lineSpacing(), area.width(), metrics.height());
        const bool isCut = number == 1 && line.textStart() + line.textLength() < text.size();
        const QString shown = isCut ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, area.width())
                                    : text.mid(line.textStart(), line.textLength());
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, shown.trimmed());
    }
    layout.endLayout();
}

void CriterionDelegate::paintSegments(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool writable = index.data(ChecklistModel::WritableRole).toBool();
    const auto chosen = ResponseLevel(index.data(ChecklistModel::LevelRole).toInt());
    if (Truth(index.data(ChecklistModel::AppliesRole).toInt()) == Truth::No)
        return;
    const bool wide = option.rect.width() >= wideFrom;
    painter->setFont(option.font);
    for (const ResponseLevel level : levels) {
        const QRectF place = QRectF(segment(option.rect, option.font, level)).adjusted(1.5, 0.5, -1.5, -0.5);
        const bool isChosen = level == chosen;
        const bool isOffered = writable
            && (level != ResponseLevel::NotApplicable || index.data(ChecklistModel::NaAllowedRole).toBool());
        const Theme::Tone tone = Theme::toneOf(level, option.palette);
        painter->setPen(QPen(isChosen ? tone.ink : Theme::line(option.palette), isChosen ? 1.5 : 1.0));
        painter->setBrush(isChosen ? tone.fill : option.palette.color(QPalette::Base));
        painter->drawRoundedRect(place, 6, 6);
        const QColor plain = isOffered ? option.palette.color(QPalette::Text)
                                       : option.palette.color(QPalette::Disabled, QPalette::Text);
        painter->setPen(isChosen ? tone.ink : plain);
        const QString narrow = level == ResponseLevel::NotApplicable ? shortWord(level) : symbolFor(level);
        painter->drawText(place, Qt::AlignCenter,
            wide ? symbolFor(level) + QStringLiteral("  ") + shortWord(level) : narrow);
    }
}

bool CriterionDelegate::editorEvent(
    QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton)
        return false;
    const auto level = levelAt(option.rect, option.font, mouse->position().toPoint());
    if (event->type() == QEvent::MouseButtonPress) {
        m_pressed = level;
        m_pressedIndex = index;
        return false; // the view still makes the line current
    }
    const bool isClick = level && level == m_pressed && m_pressedIndex == index;
    m_pressed.reset();
    if (isClick)
        Q_EMIT answerRequested(index, *level);
    return isClick;
}

bool CriterionDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() == QEvent::ToolTip)
        if (const auto level = levelAt(option.rect, option.font, event->pos())) {
            //: tool tip of an answer: the word and its key
            QToolTip::showText(event->globalPos(), tr("%1 (key %2)").arg(wordFor(*level)).arg(keyOf(*level)), view);
            return true;
        }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace cq
