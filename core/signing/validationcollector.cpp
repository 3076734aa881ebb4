// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/validationcollector.h"

#include "core/signing/certificatepath.h"
#include "core/signing/certificatereading.h"
#include "core/signing/httpexchange.h"
#include "core/signing/ocspquestion.h"
#include "core/signing/revocationlist.h"
#include "core/signing/serviceaddresses.h"

#include <openssl/err.h>
#include <openssl/x509.h>

namespace cq {

namespace {

constexpr qint64 maxCertificateBytes = 64 * 1024;

Error nowhereToAsk(x509_st *certificate, const QString &what)
{
    return Error{ErrorCode::NotFound,
        QStringLiteral("the certificate of %1 names no place that tells %2")
            .arg(certificateInfo(certificate).subjectName, what),
        {}};
}

CertificateHandle copyOf(x509_st *certificate)
{
    X509_up_ref(certificate);
    return CertificateHandle(certificate);
}

} // namespace

ValidationCollector::ValidationCollector(const TrustStore &trust, const Timestamp &now,
    const std::atomic_bool *cancelled, std::chrono::milliseconds deadline)
    : m_trust(trust), m_now(now), m_cancelled(cancelled), m_deadline(deadline), m_known(sk_X509_new_null())
{
    for (const QByteArray &der : trust.derForms())
        if (const CertificateHandle certificate = certificateFromDer(der); m_known && certificate)
            X509_add_cert(m_known.get(), certificate.get(), X509_ADD_FLAG_UP_REF);
}

std::optional<Error> ValidationCollector::countQuestion()
{
    if (++m_questions > maxQuestions)
        return Error{
            ErrorCode::TooLarge, QStringLiteral("more than %1 services would have to be asked").arg(maxQuestions), {}};
    return std::nullopt;
}

Result<QByteArray> ValidationCollector::fetch(const QString &url, qint64 maxBytes)
{
    if (const auto over = countQuestion())
        return *over;
    HttpRequest request;
    request.url = url;
    request.maxBytes = maxBytes;
    request.deadline = m_deadline;
    return httpGet(request, m_cancelled);
}

Result<QByteArray> ValidationCollector::askResponder(const QString &url, x509_st *certificate, x509_st *issuer)
{
    if (const auto over = countQuestion())
        return *over;
    const auto question = OcspQuestion::about(certificate, issuer);
    if (!question)
        return question.error();
    HttpRequest request;
    request.url = url;
    request.contentType = "application/ocsp-request";
    request.body = question->bytes();
    request.expectedType = "application/ocsp-response";
    request.maxBytes = OcspAnswer::maxBytes;
    request.deadline = m_deadline;
    const auto answer = httpPost(request, m_cancelled);
    if (!answer)
        return answer.error();
    if (const auto accepted = question->accept(*answer, m_now); !accepted)
        return accepted.error().withContext(url);
    return answer;
}

Result<QByteArray> ValidationCollector::fetchList(const QString &url, x509_st *certificate, x509_st *issuer)
{
    const auto der = fetch(url, ValidationData::maxItemBytes);
    if (!der)
        return der.error();
    const auto list = RevocationList::parse(*der);
    if (!list)
        return list.error().withContext(url);
    const QList<StatusWord> words = list->on(certificate, issuer);
    if (words.isEmpty())
        return Error{ErrorCode::ServiceAnswerWrong,
            QStringLiteral("the revocation list is not by the issuer of %1, or not about such certificates")
                .arg(certificateInfo(certificate).subjectName),
            {url}};
    for (const StatusWord &word : words)
        if (const auto current = checkCurrent(word, m_now); !current)
            return current.error().withContext(url);
    return der;
}

Result<ValidationData> ValidationCollector::revocationOf(x509_st *certificate, x509_st *issuer)
{
    const QByteArray name = derOf(certificate);
    if (const auto known = m_revocations.constFind(name); known != m_revocations.constEnd())
        return *known;
    const ServiceAddresses addresses = ServiceAddresses::of(certificate);
    Error failure = nowhereToAsk(certificate, QStringLiteral("whether it was revoked"));
    ValidationData found;
    for (const QString &url : addresses.responders) {
        const auto answer = askResponder(url, certificate, issuer);
        if (answer) {
            found.ocspAnswers.append(*answer);
            return m_revocations[name] = found;
        }
        failure = answer.error();
        if (failure.code == ErrorCode::Cancelled)
            return failure;
    }
    for (const QString &url : addresses.lists) {
        const auto list = fetchList(url, certificate, issuer);
        if (list) {
            found.crls.append(*list);
            return m_revocations[name] = found;
        }
        failure = list.error();
        if (failure.code == ErrorCode::Cancelled)
            return failure;
    }
    return failure;
}

Result<CertificateHandle> ValidationCollector::issuerOf(x509_st *certificate, const stack_st_X509 *carried)
{
    for (const stack_st_X509 *candidates : {static_cast<const stack_st_X509 *>(m_known.get()), carried})
        if (x509_st *issuer = issuerAmong(candidates, certificate))
            return copyOf(issuer);
    Error failure = nowhereToAsk(certificate, QStringLiteral("who issued it"));
    for (const QString &url : ServiceAddresses::of(certificate).issuers) {
        const auto der = fetch(url, maxCertificateBytes);
        if (!der) {
            failure = der.error();
            if (failure.code == ErrorCode::Cancelled)
                return failure;
            continue;
        }
        const CertificateHandle issuer = certificateFromDer(*der);
        const CertificateStackHandle alone(sk_X509_new_null());
        if (issuer && alone && X509_add_cert(alone.get(), issuer.get(), X509_ADD_FLAG_UP_REF) == 1
            && issuerAmong(alone.get(), certificate)) {
            X509_add_cert(m_known.get(), issuer.get(), X509_ADD_FLAG_UP_REF);
            return copyOf(issuer.get());
        }
        ERR_clear_error();
        failure = Error{ErrorCode::ServiceAnswerWrong,
            QStringLiteral("what is served there is not the issuer of %1")
                .arg(certificateInfo(certificate).subjectName),
            {url}};
    }
    return failure;
}

Result<ValidationData> ValidationCollector::dataFor(const stack_st_X509 *carried)
{
    if (sk_X509_num(carried) == 0)
        return ValidationData();
    return collect(carried, m_trust.endsOfSigner(sk_X509_value(carried, 0)));
}

Result<ValidationData> ValidationCollector::dataForAuthority(const stack_st_X509 *carried)
{
    if (sk_X509_num(carried) == 0)
        return ValidationData();
    return collect(carried, m_trust.endsOfTimestamp());
}

Result<ValidationData> ValidationCollector::collect(const stack_st_X509 *carried, const QList<x509_st *> &ends)
{
    ValidationData data;
    CertificateHandle at = copyOf(sk_X509_value(carried, 0));
    for (int length = 1; length <= CertificatePath::maxLength; ++length) {
        data.certificates.append(derOf(at.get()));
        if (isAmong(ends, at.get()) || X509_self_signed(at.get(), 1) == 1)
            return data;
        auto issuer = issuerOf(at.get(), carried);
        if (!issuer)
            return issuer.error();
        const auto revocation = revocationOf(at.get(), issuer->get());
        if (!revocation)
            return revocation.error();
        data.add(*revocation);
        at = std::move(*issuer);
    }
    return Error{ErrorCode::TooLarge,
        QStringLiteral("more than %1 certificates stand above each other").arg(CertificatePath::maxLength), {}};
}

} // namespace cq
