// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/signing/opensslhandle.h"
#include "core/signing/truststore.h"
#include "core/signing/validationdata.h"

#include <QMap>

#include <atomic>
#include <chrono>
#include <optional>

namespace cq {

constexpr std::chrono::milliseconds revocationDeadline{15'000}; ///< for each question

/// Asks the services that certificates name, over HTTP, for what it takes to judge those certificates later: who issued
/// them, and whether they were revoked (a responder first, else a list). Every answer is checked before it is kept.
/// Only the numbers of certificates leave this computer. Blocks; one collector asks everything once. The flag has to
/// outlive it.
class ValidationCollector
{
public:
    static constexpr int maxQuestions = 64;

    ValidationCollector(const TrustStore &trust, const Timestamp &now, const std::atomic_bool *cancelled = nullptr,
        std::chrono::milliseconds deadline = revocationDeadline);

    /// For the first of the carried certificates and all above it, to one that issued itself or is trusted for it. NotFound
    /// where a certificate names no place to ask, TooLarge over the limits, else the error of the last place asked:
    /// that of httpexchange.h, or ServiceAnswerWrong.
    Result<ValidationData> dataFor(const stack_st_X509 *carried);
    /// The same of an authority for timestamps, which others are trusted for.
    Result<ValidationData> dataForAuthority(const stack_st_X509 *carried);

private:
    Result<ValidationData> collect(const stack_st_X509 *carried, const QList<x509_st *> &ends);
    Result<CertificateHandle> issuerOf(x509_st *certificate, const stack_st_X509 *carried);
    Result<ValidationData> revocationOf(x509_st *certificate, x509_st *issuer);
    Result<QByteArray> askResponder(const QString &url, x509_st *certificate, x509_st *issuer);
    Result<QByteArray> fetchList(const QString &url, x509_st *certificate, x509_st *issuer);
    Result<QByteArray> fetch(const QString &url, qint64 maxBytes);
    std::optional<Error> countQuestion();

    TrustStore m_trust;
    Timestamp m_now;
    const std::atomic_bool *m_cancelled;
    std::chrono::milliseconds m_deadline;
    int m_questions = 0;
    CertificateStackHandle m_known; ///< trusted ones, and what was fetched
    QMap<QByteArray, ValidationData> m_revocations; ///< by the certificate's DER form
};

} // namespace cq
