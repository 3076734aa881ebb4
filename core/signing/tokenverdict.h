// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/pdfverdict.h"
#include "core/signing/truststore.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace cq {

/// What is to be said of one timestamp token and of what it was made over.
struct TokenVerdict
{
    Integrity integrity = Integrity::Unreadable; ///< whether it holds for what it was made over
    Trust trust = Trust::UnknownSigner; ///< in its authority
    CertificateInfo authority; ///< empty where it could not be read
    std::optional<ProvenTime> time; ///< only where it holds
    qsizetype derLength = 0; ///< what follows is no part of it
    QString problem; ///< technical detail, empty where there is nothing to say
};

/// Judges a token over the parts one after the other; its authority at the moment given, for its word is worth as much
/// as is known of it then, not when it spoke.
TokenVerdict judgeToken(
    const QByteArray &token, const QList<QByteArrayView> &stamped, const TrustStore &trust, const Timestamp &moment);

} // namespace cq
