// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/centrepartmodel.h"
#include "core/base/error.h"

namespace cq {

/// The certificates, licences and authorisations one centre holds, with the days each is still valid. Editing asks the
/// centre desk; refusals are told and change nothing.
class CertificateModel final : public CentrePartModel<Certificate>
{
    Q_OBJECT

public:
    enum Column { Scheme, Issuer, Number, Scope, ValidFrom, ValidUntil, Remaining, ColumnCount };

    explicit CertificateModel(CentreDesk &desk, QObject *parent = nullptr);

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
    QList<Certificate> rowsOf(const Centre &centre) const override;
    bool isColumnEditable(int column) const override;

private:
    static QString display(const Certificate &certificate, int column);
    static QVariant editValue(const Certificate &certificate, int column);
};

} // namespace cq
