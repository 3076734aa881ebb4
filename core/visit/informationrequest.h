// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/base/ids.h"

#include <QDate>
#include <QString>

namespace cq {

/// Where a question to the centre stands.
enum class RequestState { Asked, Answered, Settled, Withdrawn };

template <> struct EnumText<RequestState>
{
    static constexpr std::pair<RequestState, const char *> table[] = {
        {RequestState::Asked, "asked"},
        {RequestState::Answered, "answered"},
        {RequestState::Settled, "settled"},
        {RequestState::Withdrawn, "withdrawn"},
    };
};

/// Information request: a question to the centre before or during the audit, with the day an answer is due.
struct InformationRequest
{
    RequestId id;
    int number = 0; ///< counted from 1 within its audit; shown as R-01
    CriterionId criterion; ///< empty: a question about the audit as a whole
    QString question;
    QDate askedOn;
    QDate dueOn; ///< null: none set
    QString answer;
    QDate answeredOn; ///< null while there is no answer
    RequestState state = RequestState::Asked;
    bool operator==(const InformationRequest &) const = default;
};

/// Still unanswered after its day.
bool isOverdue(const InformationRequest &request, const QDate &today);

} // namespace cq
