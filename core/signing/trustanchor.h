// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/base/result.h"
#include "core/signing/certificateinfo.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace cq {

/// What a certificate is trusted for. Purposes are apart: who vouches for times vouches for nobody's name.
enum class TrustPurpose {
    Root, ///< a self-issued authority: whoever it or an authority below it vouches for is known
    Issuer, ///< the same of any authority, be it below a root that is not trusted
    Person, ///< the holder of exactly this certificate
    TimestampAuthority, ///< an authority for timestamps, or one that vouches for such
};

template <> struct EnumText<TrustPurpose>
{
    static constexpr std::pair<TrustPurpose, const char *> table[] = {
        {TrustPurpose::Root, "root"},
        {TrustPurpose::Issuer, "issuer"},
        {TrustPurpose::Person, "person"},
        {TrustPurpose::TimestampAuthority, "timestamp-authority"},
    };
};

/// What somebody who adds a certificate wants to have judged by it.
enum class TrustUse { Signatures, Timestamps };

template <> struct EnumText<TrustUse>
{
    static constexpr std::pair<TrustUse, const char *> table[] = {
        {TrustUse::Signatures, "signatures"},
        {TrustUse::Timestamps, "timestamps"},
    };
};

/// Where an anchor came from.
enum class TrustOrigin { File, Report, TrustedList };

template <> struct EnumText<TrustOrigin>
{
    static constexpr std::pair<TrustOrigin, const char *> table[] = {
        {TrustOrigin::File, "file"},
        {TrustOrigin::Report, "report"},
        {TrustOrigin::TrustedList, "trusted-list"},
    };
};

/// Which edition of which national trusted list (ETSI TS 119 612 section 5.3).
struct TrustedListMark
{
    QString territory; ///< two capital letters, as ISO 3166-1 and "EL", "UK" and "EU"
    QString schemeOperator;
    qint64 sequenceNumber = 0; ///< from 1, grows with each edition
    Timestamp issued; ///< UTC
    std::optional<Timestamp> nextUpdate; ///< UTC, at the latest; none where the list is closed

    bool operator==(const TrustedListMark &) const = default;
};

struct TrustSource
{
    TrustOrigin origin = TrustOrigin::File;
    QString name; ///< of the file or report, without its folder; of the service in a trusted list
    std::optional<TrustedListMark> list; ///< only of TrustOrigin::TrustedList

    bool operator==(const TrustSource &) const = default;
};

/// A certificate somebody decided to trust, for what, who added it, when, and where from.
struct TrustAnchor
{
    QByteArray der;
    CertificateInfo certificate; ///< what the DER form says
    TrustPurpose purpose = TrustPurpose::Root;
    TrustSource source;
    QString addedBy;
    Timestamp addedAt;

    /// Tells anchors apart: one certificate can serve two purposes.
    QString key() const { return certificate.sha256 + u' ' + textOf(purpose); }
    bool operator==(const TrustAnchor &) const = default;
};

/// Larger than any certificate in use; in DER form, bytes.
constexpr qsizetype maxAnchorBytes = 12 * 1024;

/// A certificate as an anchor, with the purpose that suits it; who, when and whence are left to the caller. TooLarge;
/// Malformed where it is no certificate; KeyUnusable where it cannot be used for that.
Result<TrustAnchor> trustAnchor(const QByteArray &der, TrustUse use);

/// The same under a purpose that was chosen elsewhere, in a trusted list or when the anchor was stored.
Result<TrustAnchor> trustAnchor(const QByteArray &der, TrustPurpose purpose);

} // namespace cq
