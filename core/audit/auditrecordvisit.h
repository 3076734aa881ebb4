// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsonobjectreader.h"
#include "core/visit/coideclaration.h"
#include "core/visit/informationrequest.h"
#include "core/visit/meeting.h"
#include "core/visit/planslot.h"
#include "core/visit/sample.h"

namespace cq {

// How samples and what belongs to a visit stand in the canonical record, format version 2 on.

/// With the result each sample's cells give, so that no reader has to count.
QJsonArray recordedSamplesJson(const QList<Sample> &samples);
QJsonArray recordedPlanJson(const QList<PlanSlot> &plan);
QJsonArray recordedDeclarationsJson(const QList<CoiDeclaration> &declarations);
QJsonArray recordedRequestsJson(const QList<InformationRequest> &requests);
QJsonArray recordedMeetingsJson(const QList<Meeting> &meetings);

/// A recorded result that does not follow from the cells is a fault. Facilities are among those given.
QList<Sample> readRecordedSamples(JsonObjectReader &root, const QSet<QString> &facilities);
QList<PlanSlot> readRecordedPlan(JsonObjectReader &root, const QSet<QString> &facilities);
QList<CoiDeclaration> readRecordedDeclarations(JsonObjectReader &root);
QList<InformationRequest> readRecordedRequests(JsonObjectReader &root);
QList<Meeting> readRecordedMeetings(JsonObjectReader &root);

} // namespace cq
