// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/informationrequest.h"

namespace cq {

bool isOverdue(const InformationRequest &request, const QDate &today)
{
    return request.state == RequestState::Asked && request.dueOn.isValid() && request.dueOn < today;
}

} // namespace cq
