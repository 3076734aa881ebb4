// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/visit/informationrequest.h"

namespace cq {

class AuditSession;

/// The information requests of the audit by number. Follows the desk; a request that was edited is asked for by a signal.
class RequestModel final : public RowModel<InformationRequest>
{
    Q_OBJECT

public:
    enum Column { Number, Criterion, Question, DueOn, Answer, State, ColumnCount };

    explicit RequestModel(const AuditSession &session, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// An answer that came in has state Answered and today's day.
    void requestEdited(const cq::InformationRequest &request);

protected:
    QString keyOf(const InformationRequest &request) const override { return request.id.text(); }

private:
    QVariant cell(const InformationRequest &request, Column column, bool isEdit) const;

    const AuditSession &m_session;
};

} // namespace cq
