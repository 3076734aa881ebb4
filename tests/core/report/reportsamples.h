// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/reportcontent.h"

namespace cq::testing {

/// The packs that ship with the program.
PackSet shippedPacks();

/// An audit of a fictional centre against them: every applicable criterion answered, findings of each kind, claims, a
/// trail. Scored. The same at each call.
ReportContent sampleContent();

/// The same centre and packs, with no answer, no finding and an empty trail.
ReportContent emptyContent();

/// A core pack of one section with so many criteria, each answered with a note.
ReportContent largeContent(int criteria);

/// Computes both score sheets anew, after the record was changed.
void rescore(ReportContent &content);

/// Adds an entry to the end of the trail.
void addEntry(AuditRecord &record, const QString &action, const QString &target, const QString &oldValue,
    const QString &newValue, const QString &reason = {});

} // namespace cq::testing
