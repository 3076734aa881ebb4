// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/declarationmodel.h"

#include "app/models/cellroles.h"
#include "app/support/visitwords.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/visitdesk.h"

namespace cq {

DeclarationModel::DeclarationModel(const AuditSession &session, QObject *parent)
    : RowModel(parent)
    , m_session(session)
{
    connect(&session.visit(), &VisitDesk::declarationChanged, this, &DeclarationModel::reload);
    connect(&session, &AuditSession::auditChanged, this, &DeclarationModel::reload);
    reload();
}

void DeclarationModel::reload()
{
    QList<DeclarationLine> lines;
    for (const TeamMember &member : m_session.audit().team)
        lines.append({member,
            m_session.visit().declaration(member.name).value_or(CoiDeclaration {member.name, CoiStatement::None, {}, {}})});
    setRows(lines);
}

QStringList DeclarationModel::statementWords() const
{
    QStringList words {tr("Nothing declared yet")};
    for (const auto &[statement, word] : EnumText<CoiStatement>::table)
        words.append(wordFor(statement));
    return words;
}

int DeclarationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DeclarationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DeclarationLine &line = at(index.row());
    const CoiDeclaration &made = line.declaration;
    const bool isMade = made.declaredOn.isValid();
    if (role == ChoicesRole)
        return index.column() == Statement ? statementWords() : QStringList();
    if (role == WarningRole)
        return index.column() == Statement && (!isMade || made.statement == CoiStatement::Declared);
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    switch (Column(index.column())) {
    case Name:
        return line.member.name;
    case TeamRole:
        return wordFor(line.member.role);
    case Domain:
        return line.member.domain;
    case Statement: {
        const int place = isMade ? 1 + int(made.statement) : 0;
        return role == Qt::EditRole ? QVariant(place) : QVariant(statementWords().at(place));
    }
    case Tie:
        return made.text;
    case DeclaredOn:
        return isMade ? dateText(made.declaredOn) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

bool DeclarationModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole)
        return false;
    const DeclarationLine line = at(index.row());
    const QString member = line.member.name;
    CoiDeclaration declaration = line.declaration;
    declaration.declaredOn = {};
    switch (Column(index.column())) {
    case Domain:
        Q_EMIT domainEntered(member, value.toString().trimmed());
        return true;
    case Statement:
        if (value.toInt() == 0) {
            Q_EMIT declarationEntered(member, std::nullopt);
            return true;
        }
        declaration.statement = value.toInt() == 1 ? CoiStatement::None : CoiStatement::Declared;
        break;
    case Tie:
        declaration.text = value.toString().trimmed();
        break;
    case Name:
    case TeamRole:
    case DeclaredOn:
    case ColumnCount:
        return false;
    }
    Q_EMIT declarationEntered(member, declaration);
    return true;
}

Qt::ItemFlags DeclarationModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = RowModel::flags(index);
    const bool isEditable = index.isValid()
        && (index.column() == Domain || index.column() == Statement || index.column() == Tie);
    return isEditable ? flags | Qt::ItemIsEditable : flags;
}

QVariant DeclarationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Name");
    case TeamRole:
        return tr("Role");
    case Domain:
        return tr("Domain");
    case Statement:
        return tr("Conflict of interest");
    case Tie:
        //: what ties an auditor to the centre
        return tr("What it is");
    case DeclaredOn:
        return tr("Declared on");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
