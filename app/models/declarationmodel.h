// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/audit/audit.h"
#include "core/visit/coideclaration.h"

namespace cq {

class AuditSession;

/// A member of the team with the declaration made; one without a day stands for none.
struct DeclarationLine
{
    TeamMember member;
    CoiDeclaration declaration;
    bool operator==(const DeclarationLine &) const = default;
};

/// The team with domains and declarations of interest. Follows the session; edits are asked for by signals.
class DeclarationModel final : public RowModel<DeclarationLine>
{
    Q_OBJECT

public:
    enum Column { Name, TeamRole, Domain, Statement, Tie, DeclaredOn, ColumnCount };

    explicit DeclarationModel(const AuditSession &session, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void domainEntered(const QString &member, const QString &domain);
    /// Nothing: the declaration is taken back. The day is left to the receiver where it is null.
    void declarationEntered(const QString &member, const std::optional<cq::CoiDeclaration> &declaration);

protected:
    QString keyOf(const DeclarationLine &line) const override { return line.member.name; }

private:
    void reload();
    QStringList statementWords() const;

    const AuditSession &m_session;
};

} // namespace cq
