// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/scoretopic.h"
#include "core/scoring/scoreboard.h"

#include <QAbstractTableModel>

namespace cq {

/// How a number comes about, criterion by criterion: what each weighs, earns and loses, the largest loss first. For
/// completeness and range: what is open, what could still change the outcome first.
class ExplanationModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { CriterionColumn, AnswerColumn, EarnedColumn, LostColumn, ColumnCount };
    enum Role { CriterionRole = Qt::UserRole + 1 }; ///< QString: id of the criterion

    explicit ExplanationModel(QObject *parent = nullptr);

    /// Takes all rows anew; an explanation is a picture of one moment.
    void explain(ScoreTopic topic, const ScoreBoard &board);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Sums over all rows, in the terms of Score.
    Score total() const { return m_total; }
    /// Weight units with up to two decimals, cut, never rounded up: "2.5".
    static QString unitsText(qint64 amount);

private:
    struct Line
    {
        CriterionId criterion;
        QString text;
        ResponseLevel level = ResponseLevel::NotAssessed;
        bool isGate = false;
        bool naClaimed = false;
        bool couldChange = false;
        Score score;
        qint64 weight = 0;
        qint64 lost() const { return score.possible - score.earned; }
    };
    bool isAboutOpen() const { return m_topic == ScoreTopic::Completeness || m_topic == ScoreTopic::Range; }
    QString answerText(const Line &line) const;
    QString earnedText(const Line &line) const;

    ScoreTopic m_topic = ScoreTopic::Graded;
    QList<Line> m_lines;
    Score m_total;
};

} // namespace cq
