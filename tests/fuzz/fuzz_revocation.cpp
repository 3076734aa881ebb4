// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/certificatepath.h"
#include "core/signing/certificatereading.h"
#include "core/signing/httpexchange.h"
#include "core/signing/ocspquestion.h"
#include "core/signing/serviceaddresses.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

// Of a fictional signer and who issued it; the answers and lists in the corpus speak of them.
const cq::CertificateHandle &signer()
{
    static const cq::CertificateHandle certificate = cq::certificateFromDer(QByteArray::fromBase64(
    "MIICPzCCAeWgAwIBAgICEAMwCgYIKoZIzj0EAwIwJjEkMCIGA1UEAwwbRmljdGlvbmFsIElzc3VpbmcgQXV0aG9yaXR5MB4XDTI2MTEyMzAz"
    "MjA1N1oXDTI2MTIyMzAzMjA1N1owKTEZMBcGA1UECgwQRmljdGlvbmFsIENlbnRyZTEMMAoGA1UEAwwDYWRhMFkwEwYHKoZIzj0CAQYIKoZI"
    "zj0DAQcDQgAEivtcWygHVABR0qDwTqRkJJOdMKpk+s5T/B1drDsmBhHzoSdMUBhKxyePU52pRfQMNgSKZO4fupAEdEjgBq8lnqOB/zCB/DAM"
    "BgNVHRMBAf8EAjAAMA4GA1UdDwEB/wQEAwIGwDBnBggrBgEFBQcBAQRbMFkwJwYIKwYBBQUHMAGGG2h0dHA6Ly8xMjcuMC4wLjE6MzQ2Mzcv"
    "b2NzcDAuBggrBgEFBQcwAoYiaHR0cDovLzEyNy4wLjAuMTozNDYzNy9pc3N1aW5nLmNlcjAzBgNVHR8ELDAqMCigJqAkhiJodHRwOi8vMTI3"
    "LjAuMC4xOjM0NjM3L2lzc3VpbmcuY3JsMB0GA1UdDgQWBBT7AnVcvnPKASG3ZesX5DCjJxGB9TAfBgNVHSMEGDAWgBTAPfZRuB3oqRarwaWv"
    "hzg1mplf9zAKBggqhkjOPQQDAgNIADBFAiB9/9YWx0UbhnM6pmJKGFt2OUqdlJYeHM3ahyj+xUK+GwIhANgrt+H0sKbVPqiy/MZlOi8lF0fm"
    "17e7oiJmowfMG4K3"));
    return certificate;
}

const cq::CertificateHandle &issuer()
{
    static const cq::CertificateHandle certificate = cq::certificateFromDer(QByteArray::fromBase64(
    "MIICOzCCAeCgAwIBAgICEAAwCgYIKoZIzj0EAwIwITEfMB0GA1UEAwwWRmljdGlvbmFsIExhc3RpbmcgUm9vdDAeFw0yNjExMjMwMzIwNTZa"
    "Fw00MzA0MjgwMzIwNTZaMCYxJDAiBgNVBAMMG0ZpY3Rpb25hbCBJc3N1aW5nIEF1dGhvcml0eTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA"
    "BL6cpJwoZzHek78deBoBoppn1gC2EhI0fsPMI6nQJe1ylEuRQL+bPCHlOXr/8rIJx/UOdaYVqg1TCsaYgznch8OjggEBMIH+MA8GA1UdEwEB"
    "/wQFMAMBAf8wDgYDVR0PAQH/BAQDAgEGMGkGCCsGAQUFBwEBBF0wWzAsBggrBgEFBQcwAYYgaHR0cDovLzEyNy4wLjAuMTozNDYzNy9vY3Nw"
    "LXJvb3QwKwYIKwYBBQUHMAKGH2h0dHA6Ly8xMjcuMC4wLjE6MzQ2Mzcvcm9vdC5jZXIwMAYDVR0fBCkwJzAloCOgIYYfaHR0cDovLzEyNy4w"
    "LjAuMTozNDYzNy9yb290LmNybDAdBgNVHQ4EFgQUwD32Ubgd6KkWq8Glr4c4NZqZX/cwHwYDVR0jBBgwFoAUNQ0/XNyaC+ioG8iU7jUgU+mX"
    "FZUwCgYIKoZIzj0EAwIDSQAwRgIhALAD0Vfb4tRMiKIQ2xA/qX3Japf8sEt4/RiUikC81btKAiEAk+HNXLf7pCJ6IIJucmEgYEG/ImjdY6JM"
    "KVcKdwStz1c="));
    return certificate;
}

} // namespace

// Whatever the bytes are, as a certificate, a list or an answer: judging them ends and says the same again, a revocation
// has its moment, and no address is found that would not be asked.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (!signer() || !issuer())
        std::abort();
    const cq::Timestamp moment{1'795'440'000'000, 0}; // 23 November 2026, when the corpus was made
    const cq::ValidationEvidence evidence(cq::ValidationData{{bytes}, {bytes}, {bytes}});
    const cq::RevocationVerdict verdict = evidence.judge(signer().get(), issuer().get(), moment);
    const bool isRevoked = verdict.revocation == cq::Revocation::Revoked
        || verdict.revocation == cq::Revocation::RevokedLater;
    if (isRevoked != verdict.revokedAt.has_value() || !(evidence.judge(signer().get(), issuer().get(), moment) == verdict))
        std::abort();
    if (const auto question = cq::OcspQuestion::about(signer().get(), issuer().get()))
        (void)question->accept(bytes, moment);
    const cq::CertificateHandle certificate = cq::certificateFromDer(bytes);
    if (!certificate)
        return 0;
    const cq::ServiceAddresses addresses = cq::ServiceAddresses::of(certificate.get());
    for (const QString &url : addresses.responders + addresses.lists + addresses.issuers)
        if (!cq::checkServiceUrl(url))
            std::abort();
    const cq::CertificatePath path = cq::CertificatePath::from(evidence.certificates(), evidence, {});
    (void)path.isBackedAt(evidence, moment);
    return 0;
}
