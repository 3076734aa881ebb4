// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/certificateinfo.h"

#include <QByteArray>
#include <QList>

namespace cq {

/// The certificates a user decided to trust: roots, issuing authorities, or single self-issued signers.
/// Empty means that nobody is known. The system's own roots never take part.
class TrustStore
{
public:
    static constexpr qsizetype maxBytes = 4 * 1024 * 1024;
    static constexpr int maxCertificates = 1000;

    /// Adds every certificate of a PEM text; returns how many were new. Malformed where there is none or one is broken
    /// (then none is added), TooLarge over the limits.
    Result<int> addPem(const QByteArray &text);
    /// Adds one certificate in DER form; returns 0 where it was there already.
    Result<int> addDer(const QByteArray &der);

    bool isEmpty() const { return m_der.isEmpty(); }
    QList<CertificateInfo> certificates() const;
    /// DER forms, for the verifier.
    const QList<QByteArray> &derForms() const { return m_der; }

private:
    Result<int> addAll(const QList<QByteArray> &forms);

    QList<QByteArray> m_der;
};

} // namespace cq
