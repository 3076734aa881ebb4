// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/pdfrevisionlist.h"
#include "core/signing/pdfverdict.h"

#include <QSet>

#include <optional>

class QPDF;

namespace cq {

/// A document before and after one revision, and which objects that revision wrote.
struct RevisionStep
{
    QPDF &before;
    QPDF &after;
    const PdfRevision &previous;
    const PdfRevision &revision;
    QSet<int> changed; ///< were there before
    QSet<int> added;
};

/// What the revision is, where it is one of the forms that may follow a signature and nothing else besides; nothing
/// otherwise. Throws what libqpdf throws.
std::optional<RevisionChange> allowedChange(const RevisionStep &step);

/// What the revision touched, in the words of people. Says more rather than less, and never nothing. Throws what
/// libqpdf throws.
QList<ChangedPlace> changedPlaces(const RevisionStep &step);

} // namespace cq
