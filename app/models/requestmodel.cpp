// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/requestmodel.h"

#include "app/models/cellroles.h"
#include "app/support/visitwords.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/visitdesk.h"

namespace cq {

namespace {

QStringList stateWords()
{
    QStringList words;
    for (const auto &[state, word] : EnumText<RequestState>::table)
        words.append(wordFor(state));
    return words;
}

} // namespace

RequestModel::RequestModel(const AuditSession &session, QObject *parent)
    : RowModel(parent)
    , m_session(session)
{
    connect(&session.visit(), &VisitDesk::requestChanged, this, [this] { setRows(m_session.visit().requests()); });
    setRows(session.visit().requests());
}

int RequestModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RequestModel::cell(const InformationRequest &request, Column column, bool isEdit) const
{
    switch (column) {
    case Number:
        //: number of an information request, e.g. R-01
        return tr("R-%1").arg(request.number, 2, 10, QLatin1Char('0'));
    case Criterion:
        return request.criterion.text();
    case Question:
        return request.question;
    case DueOn:
        if (isEdit)
            return request.dueOn;
        return isOverdue(request, QDate::currentDate()) ? tr("%1, overdue").arg(dateText(request.dueOn))
                                                        : dateText(request.dueOn);
    case Answer:
        return request.answer;
    case State:
        return isEdit ? QVariant(int(request.state)) : QVariant(wordFor(request.state));
    case ColumnCount:
        break;
    }
    return {};
}

QVariant RequestModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const InformationRequest &request = at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::ToolTipRole:
        return cell(request, column, role == Qt::EditRole);
    case ChoicesRole:
        return column == State ? stateWords() : QStringList();
    case WarningRole:
        return column == DueOn && isOverdue(request, QDate::currentDate());
    case IdRole:
        return request.id.text();
    default:
        return {};
    }
}

bool RequestModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole)
        return false;
    InformationRequest request = at(index.row());
    const QString text = value.toString().trimmed();
    switch (Column(index.column())) {
    case Criterion:
        request.criterion = CriterionId(text.toUpper());
        break;
    case Question:
        request.question = text;
        break;
    case DueOn:
        request.dueOn = value.toDate();
        break;
    case Answer:
        request.answer = text;
        request.answeredOn = text.isEmpty() ? QDate() : QDate::currentDate();
        if (request.state == RequestState::Asked || request.state == RequestState::Answered)
            request.state = text.isEmpty() ? RequestState::Asked : RequestState::Answered;
        break;
    case State:
        request.state = RequestState(value.toInt());
        break;
    case Number:
    case ColumnCount:
        return false;
    }
    if (request == at(index.row()))
        return true;
    Q_EMIT requestEdited(request);
    return m_session.visit().request(request.id) == request;
}

Qt::ItemFlags RequestModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = RowModel::flags(index);
    return index.isValid() && index.column() != Number ? flags | Qt::ItemIsEditable : flags;
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Number:
        return tr("No.");
    case Criterion:
        return tr("Criterion");
    case Question:
        return tr("Question");
    case DueOn:
        return tr("Due");
    case Answer:
        return tr("Answer");
    case State:
        return tr("State");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
