// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/pdfverdict.h"
#include "core/signing/truststore.h"
#include "core/signing/validationevidence.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <memory>

namespace cq {

/// What is to be said of one timestamp token and of what it was made over.
struct TokenVerdict
{
    Integrity integrity = Integrity::Unreadable; ///< whether it holds for what it was made over
    Trust trust = Trust::UnknownSigner; ///< in its authority
    RevocationVerdict revocation; ///< of the authority
    CertificateInfo authority; ///< empty where it could not be read
    std::shared_ptr<stack_st_X509> certificates; ///< all it carries, the authority's first; null where unreadable
    std::optional<ProvenTime> time; ///< only where it holds
    qsizetype derLength = 0; ///< what follows is no part of it
    QString problem; ///< technical detail, empty where there is nothing to say
};

/// Judges a token over the parts one after the other; its authority at the moment given, for its word is worth as much
/// as is known of it then, not when it spoke. So an authority that was revoked by then is not trusted, whatever the
/// reason (RFC 3161 section 4 would let some count; the reason may be wrong).
TokenVerdict judgeToken(const QByteArray &token, const QList<QByteArrayView> &stamped, const TrustStore &trust,
    const ValidationEvidence &evidence, const Timestamp &moment);

} // namespace cq
