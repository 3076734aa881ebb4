// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/pdfverdict.h"
#include "core/signing/signatureclaim.h"
#include "core/signing/validationdata.h"

#include <QByteArrayView>
#include <QList>

#include <memory>

class QPDF;

namespace cq {

/// Reads what one revision of a PDF says of its signatures and attachments: hand it the bytes up to the end of that
/// revision. Takes nothing from damaged cross references (no repair), so that two readers cannot see two documents.
class PdfRevisionReader
{
public:
    static constexpr int maxSignatures = 64;
    static constexpr int maxFormFields = 20'000;

    /// The bytes have to outlive the reader. Malformed where they are no PDF with a sound cross reference.
    static Result<PdfRevisionReader> open(QByteArrayView revision);

    /// Signature fields that hold a value. TooLarge over the limits.
    Result<QList<SignatureClaim>> signatureClaims() const;
    QList<EmbeddedFile> embeddedFiles() const;
    /// See validationreader.h.
    ValidationData validationData() const;
    /// See plainform.h.
    QList<FormFinding> formFaults() const;

private:
    explicit PdfRevisionReader(std::shared_ptr<QPDF> pdf);

    std::shared_ptr<QPDF> m_pdf;
};

} // namespace cq
