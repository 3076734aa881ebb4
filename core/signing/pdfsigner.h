// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/signing/pdfverdict.h"
#include "core/signing/signingidentity.h"
#include "core/signing/timestampservice.h"

#include <QByteArray>
#include <QRectF>
#include <QString>

#include <optional>

namespace cq {

/// What one signature says and where it stands.
struct SignatureRequest
{
    SignatureKind kind = SignatureKind::Approval; ///< a document timestamp says nothing but its time
    QString name; ///< printed name of the signer (21 CFR 11.50: name, time and meaning)
    QString meaning; ///< stands as /Reason
    QString location;
    QString contactInfo;
    Timestamp time; ///< claimed, written with its offset; not proven
    int page = 0; ///< counted from 1; 0 is the last page
    QRectF rect; ///< PDF points from the lower left corner of the page, y upwards; empty for an invisible signature
    /// An empty field of this name, prepared by the maker of the document, is filled, and page and rect are its own; where
    /// there is none, one is added. Empty: the first free "SignatureN" is added.
    QString fieldName;
    /// The first signature can certify the document: readers then tell every later change that is not filling in what is
    /// there (DocMDP, P 2).
    bool certifies = false;
    QByteArray appearance; ///< what it shows: a PDF of one page as large as its field; empty: nothing
};

constexpr qint64 maxPdfBytes = 512LL * 1024 * 1024;

/// Adds one PAdES baseline B-B signature (EN 319 142-1) as an incremental update: the bytes of input stay as they are.
/// Written beside output, flushed, reopened, verified, then renamed; on failure nothing is left. Never overwrites: an
/// existing output is a Conflict. A field name that is taken is a Conflict too, as is certifying what is signed already.
/// A document that is certified gets signatures in its prepared fields only: Refused.
Result<void> signPdf(
    const QString &input, const QString &output, const SigningIdentity &identity, const SignatureRequest &request);

/// How a document was signed with a timestamp asked for.
struct TimestampedSigning
{
    std::optional<Error> withoutTimestamp; ///< why there is none: the signature is B-B then, as good as without asking
};

/// The same at level B-T: the source is asked for a token over the signature (EN 319 142-1 section 6.3). A service that
/// fails costs the timestamp, not the signature; only Cancelled stops it all. Nothing is on disk while the source is
/// asked.
Result<TimestampedSigning> signPdf(const QString &input, const QString &output, const SigningIdentity &identity,
    const SignatureRequest &request, const TimestampSource &timestamps);

} // namespace cq
