// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfverifier.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// Whatever the bytes are, verifying ends, and never takes files from what no signature holds for.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto verdict = cq::verifyPdf(bytes, cq::TrustStore(), cq::Timestamp{1'795'352'709'000, 60});
    if (!verdict || verdict->signatures.isEmpty() || verdict->embeddedFiles.isEmpty())
        return 0;
    for (const cq::SignatureVerdict &signature : verdict->signatures)
        if (signature.integrity == cq::Integrity::Intact && signature.coverage != cq::Coverage::Partial)
            return 0;
    std::abort();
}
