// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/centrepartmodel.h"
#include "core/base/error.h"

namespace cq {

/// The people of one centre whom an audit team deals with. Editing asks the centre desk; refusals are told and change
/// nothing.
class ContactModel final : public CentrePartModel<Contact>
{
    Q_OBJECT

public:
    enum Column { Function, Name, Mail, ColumnCount };

    explicit ContactModel(CentreDesk &desk, QObject *parent = nullptr);

    /// Adds a row to be filled in; its place, or -1 where refused.
    int add();
    void remove(int row);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void refused(const cq::Error &error);

protected:
    QList<Contact> rowsOf(const Centre &centre) const override;

private:
    static QString display(const Contact &contact, int column);
    static QVariant editValue(const Contact &contact, int column);
};

} // namespace cq
