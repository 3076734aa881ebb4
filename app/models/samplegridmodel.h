// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/visit/sample.h"

#include <QAbstractTableModel>

namespace cq {

class AuditSession;

/// One sample as a grid: a row for each case, with its label and its place in the centre's list before the checks. Holds
/// the sample as last announced. Changes nothing itself: what is entered is asked for by signals.
class SampleGridModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LabelColumn, PlaceColumn, FirstCheckColumn };
    enum Role { AnswerRole = Qt::UserRole + 1 }; ///< int: CellAnswer; none for label and place

    explicit SampleGridModel(const AuditSession &session, QObject *parent = nullptr);

    /// An empty id shows nothing.
    void show(const SampleId &sample);
    const std::optional<Sample> &sample() const { return m_sample; }
    /// The check of a column, or -1.
    int checkAt(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void labelEntered(int caseAt, const QString &label);

private:
    void takeCell(const SampleId &sample, int caseAt, int checkAt);
    void takeLabel(const SampleId &sample, int caseAt);

    const AuditSession &m_session;
    std::optional<Sample> m_sample;
};

} // namespace cq
