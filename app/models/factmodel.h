// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/centre/centre.h"

#include <QAbstractItemModel>

namespace cq {

class CentreDesk;
class Workspace;

/// The facts of one centre's profile under the headings of their definitions, unknown ones included. Editing asks the
/// centre desk; refusals are told and change nothing.
class FactModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Fact, Value, AsOf, StatedBy, ColumnCount };

    explicit FactModel(Workspace &workspace, QObject *parent = nullptr);

    void showCentre(const CentreId &centre);
    int knownCount() const;
    int factCount() const;
    /// What the pack says about the fact at the index; empty at headings.
    QString helpFor(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void refused(const cq::Error &error);
    void countsChanged();

private:
    struct Group
    {
        QString title;
        QList<ProfileFactDefinition> facts;
    };

    void readDefinitions();
    void takeFact(const CentreId &centre, const FactId &fact);
    const ProfileFactDefinition *definitionAt(const QModelIndex &index) const;
    ProfileFact factOf(const FactId &id) const;
    QVariant groupData(const QModelIndex &index, int role) const;
    QVariant editData(const ProfileFactDefinition &definition, int column) const;
    QString display(const ProfileFactDefinition &definition, int column) const;
    Result<ProfileFact> edited(const ProfileFactDefinition &definition, int column, const QVariant &value) const;

    Workspace &m_workspace;
    CentreDesk &m_desk;
    QList<Group> m_groups;
    CentreId m_centre;
    CentreProfile m_profile;
};

/// A fact's value as people read it: "Yes", "12 patients", the label of a choice, a date; "Unknown" where there is none.
QString factWords(const ProfileFactDefinition &definition, const std::optional<FactValue> &value);

} // namespace cq
