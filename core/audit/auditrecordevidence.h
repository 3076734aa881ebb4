// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditrecord.h"
#include "core/base/jsonobjectreader.h"

namespace cq {

/// How evidence stands in the canonical record, format version 2 on: its metadata and digest, with the criteria and
/// findings it is used for. What is linked to nothing is no evidence of this audit.
QJsonArray recordedEvidenceJson(const QList<Evidence> &evidence, const QList<EvidenceLink> &links);

/// Reads the list "evidence" into evidence and links of the record; each finding named is one of the findings (null: not
/// known, so not checked). Facilities are not checked: one may be younger than what the record knows of the centre.
void readRecordedEvidence(JsonObjectReader &root, const QList<Finding> *findings, AuditRecord &record);

} // namespace cq
