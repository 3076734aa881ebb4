// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/validationevidence.h"

#include "core/signing/certificatereading.h"

#include <openssl/x509.h>

namespace cq {

namespace {

bool saysGoodAt(const StatusWord &word, qint64 second, qint64 runsOut)
{
    if (!word.isKnown || word.revokedAt || word.from.utcMs > runsOut)
        return false;
    return word.from.utcMs >= second || (word.until && second <= word.until->utcMs);
}

} // namespace

ValidationEvidence::ValidationEvidence(const ValidationData &data)
{
    for (const QByteArray &der : data.certificates) {
        const CertificateHandle certificate = certificateFromDer(der);
        if (!certificate)
            continue;
        if (!m_certificates)
            m_certificates.reset(sk_X509_new_null());
        if (m_certificates)
            X509_add_cert(m_certificates.get(), certificate.get(), X509_ADD_FLAG_UP_REF);
    }
    for (const QByteArray &der : data.ocspAnswers)
        if (auto answer = OcspAnswer::parse(der))
            m_answers.push_back(std::move(*answer));
    for (const QByteArray &der : data.crls)
        if (auto list = RevocationList::parse(der))
            m_lists.push_back(std::move(*list));
}

QList<StatusWord> ValidationEvidence::wordsOn(x509_st *certificate, x509_st *issuer) const
{
    const QByteArray pair = derOf(certificate) + derOf(issuer);
    if (const auto heard = m_heard.constFind(pair); heard != m_heard.constEnd())
        return *heard;
    QList<StatusWord> words;
    for (const OcspAnswer &answer : m_answers)
        words += answer.on(certificate, issuer);
    for (const RevocationList &list : m_lists)
        words += list.on(certificate, issuer);
    m_heard.insert(pair, words);
    return words;
}

RevocationVerdict ValidationEvidence::judge(x509_st *certificate, x509_st *issuer, const Timestamp &moment) const
{
    const QList<StatusWord> words = wordsOn(certificate, issuer);
    const qint64 second = moment.utcMs - moment.utcMs % 1000; // issuers count whole seconds
    const qint64 runsOut = momentOf(X509_get0_notAfter(certificate)).utcMs;
    RevocationVerdict verdict;
    if (!words.isEmpty())
        verdict.revocation = Revocation::Unknown;
    for (const StatusWord &word : words) {
        if (word.revokedAt && (!verdict.revokedAt || word.revokedAt->utcMs < verdict.revokedAt->utcMs))
            verdict.revokedAt = word.revokedAt;
        if (saysGoodAt(word, second, runsOut))
            verdict.revocation = Revocation::Good;
    }
    if (verdict.revokedAt)
        verdict.revocation = verdict.revokedAt->utcMs <= second ? Revocation::Revoked : Revocation::RevokedLater;
    return verdict;
}

} // namespace cq
