// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/explanationmodel.h"

#include "app/models/tonerole.h"
#include "app/support/words.h"

#include <QLocale>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace cq {

ExplanationModel::ExplanationModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ExplanationModel::explain(ScoreTopic topic, const ScoreBoard &board)
{
    beginResetModel();
    m_topic = topic;
    m_lines.clear();
    m_total = {};
    const bool aboutOpen = isAboutOpen();
    const QList<CriterionId> changing = aboutOpen ? board.canChange() : QList<CriterionId>();
    const QSet<CriterionId> couldChange(changing.cbegin(), changing.cend());
    for (const Criterion &criterion : board.packs().criteria()) {
        const ScoreBoard::Part part = board.part(criterion.id);
        if (!part.inScope || !part.isScored || part.applies == Truth::No)
            continue;
        Line line {criterion.id, criterion.text, part.level, criterion.isGate, part.naClaimed,
            couldChange.contains(criterion.id), topic == ScoreTopic::Strict ? part.strict : part.graded,
            criterion.weight};
        m_total.earned += line.score.earned;
        m_total.possible += line.score.possible;
        if (aboutOpen ? part.isOpen : line.score.possible > 0 || part.naClaimed)
            m_lines.append(line);
    }
    std::stable_sort(m_lines.begin(), m_lines.end(), [aboutOpen](const Line &a, const Line &b) {
        if (aboutOpen)
            return std::tuple(b.couldChange, b.isGate, b.weight) < std::tuple(a.couldChange, a.isGate, a.weight);
        return b.lost() < a.lost();
    });
    endResetModel();
}

int ExplanationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ExplanationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ExplanationModel::unitsText(qint64 amount)
{
    const qint64 hundredths = amount / (ScoreBoard::one() / 100);
    QString text = QLocale().toString(hundredths / 100);
    QString decimals = QStringLiteral("%1").arg(hundredths % 100, 2, 10, QLatin1Char('0'));
    while (decimals.endsWith(u'0'))
        decimals.chop(1);
    return decimals.isEmpty() ? text : text + QLocale().decimalPoint() + decimals;
}

QString ExplanationModel::answerText(const Line &line) const
{
    const QString word = symbolFor(line.level) + u' ' + wordFor(line.level);
    return m_topic == ScoreTopic::Range && line.couldChange ? tr("%1, could change the outcome").arg(word.trimmed())
                                                            : word.trimmed();
}

QString ExplanationModel::earnedText(const Line &line) const
{
    if (isAboutOpen())
        return QLocale().toString(line.weight);
    //: points earned of the points possible, e.g. "2.5 of 5"
    return line.score.isDefined() ? tr("%1 of %2").arg(unitsText(line.score.earned), unitsText(line.score.possible))
                                  : QStringLiteral("–");
}

QVariant ExplanationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    if (role == CriterionRole)
        return line.criterion.text();
    if (role == Qt::ToolTipRole)
        return QStringLiteral("<qt>%1</qt>").arg(line.text.toHtmlEscaped());
    if (role == Qt::TextAlignmentRole && index.column() >= EarnedColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == LevelToneRole && index.column() == AnswerColumn)
        return line.level == ResponseLevel::NotAssessed ? QVariant() : QVariant(int(line.level));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case CriterionColumn:
        return line.isGate ? line.criterion.text() + QStringLiteral(" ■") : line.criterion.text();
    case AnswerColumn:
        return answerText(line);
    case EarnedColumn:
        return earnedText(line);
    case LostColumn:
        return line.score.isDefined() ? unitsText(line.lost()) : QStringLiteral("–");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ExplanationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case CriterionColumn:
        return tr("Criterion");
    case AnswerColumn:
        return tr("Answer");
    case EarnedColumn:
        return isAboutOpen() ? tr("Weight") : tr("Earned");
    case LostColumn:
        return tr("Lost");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
