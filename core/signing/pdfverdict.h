// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/base/timestamp.h"
#include "core/signing/certificateinfo.h"
#include "core/signing/proventime.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace cq {

/// Whether the signed bytes are the ones that were signed. Says nothing on who signed.
enum class Integrity { Intact, Altered, Unreadable };

template <> struct EnumText<Integrity>
{
    static constexpr std::pair<Integrity, const char *> table[] = {
        {Integrity::Intact, "intact"},
        {Integrity::Altered, "altered"},
        {Integrity::Unreadable, "unreadable"},
    };
};

/// What an entry of a PDF's signature form is: a person's signature, or an authority's word that the document was
/// there.
enum class SignatureKind { Approval, DocumentTimestamp };

template <> struct EnumText<SignatureKind>
{
    static constexpr std::pair<SignatureKind, const char *> table[] = {
        {SignatureKind::Approval, "approval"},
        {SignatureKind::DocumentTimestamp, "document-timestamp"},
    };
};

/// Whether the signer is known, judged at the proven time where its authority is trusted, else at the claimed one; of a
/// timestamp: its authority, judged now or when a later timestamp was made. Says nothing on the bytes.
enum class Trust { Trusted, UnknownSigner, SelfIssued, NotValidAtTime, NotForSigning };

template <> struct EnumText<Trust>
{
    static constexpr std::pair<Trust, const char *> table[] = {
        {Trust::Trusted, "trusted"},
        {Trust::UnknownSigner, "unknown-signer"},
        {Trust::SelfIssued, "self-issued"},
        {Trust::NotValidAtTime, "not-valid-at-time"},
        {Trust::NotForSigning, "not-for-signing"},
    };
};

/// How much of the file the signature speaks for. EarlierRevision: all up to the end of its revision, bytes follow.
/// Partial: a gap, or a /Contents hole that is not exactly the signature and zeros.
enum class Coverage { WholeFile, EarlierRevision, Partial };

template <> struct EnumText<Coverage>
{
    static constexpr std::pair<Coverage, const char *> table[] = {
        {Coverage::WholeFile, "whole-file"},
        {Coverage::EarlierRevision, "earlier-revision"},
        {Coverage::Partial, "partial"},
    };
};

/// The PAdES baseline level reached: B-B only where all of its rules hold, B-T where a timestamp that holds besides
/// proves when it was there (EN 319 142-1 section 6.3). Whether the timestamp's authority is trusted is told apart.
enum class SignatureLevel { None, BaselineB, BaselineT };

template <> struct EnumText<SignatureLevel>
{
    static constexpr std::pair<SignatureLevel, const char *> table[] = {
        {SignatureLevel::None, "none"},
        {SignatureLevel::BaselineB, "B-B"},
        {SignatureLevel::BaselineT, "B-T"},
    };
};

/// What is to be said of one signature.
struct SignatureVerdict
{
    SignatureKind kind = SignatureKind::Approval;
    QString name; ///< from the certificate, else /Name
    QString fieldName;
    QString meaning; ///< /Reason, as it stood in the revision that was signed
    Integrity integrity = Integrity::Unreadable;
    Trust trust = Trust::UnknownSigner;
    Coverage coverage = Coverage::Partial;
    std::optional<Timestamp> time; ///< claimed (/M), not proven
    std::optional<ProvenTime> provenTime; ///< by its own timestamp, or a later one of the document; only one that holds
    SignatureLevel level = SignatureLevel::None;
    CertificateInfo certificate; ///< empty where it could not be read
    QString problem; ///< technical detail, empty where there is nothing to say

    bool operator==(const SignatureVerdict &) const = default;
};

struct EmbeddedFile
{
    QString name;
    QString mime;
    QByteArray bytes;

    bool operator==(const EmbeddedFile &) const = default;
};

/// What is to be said of a PDF. Signatures stand in the order of their revisions.
struct PdfVerdict
{
    QList<SignatureVerdict> signatures;
    bool laterChanges = false; ///< bytes follow the last intact signature
    /// From the revision covered by the last signature that is intact and not Partial, never from later bytes; of the
    /// whole file where it has no signatures; none where it has but none of them holds.
    QList<EmbeddedFile> embeddedFiles;

    bool operator==(const PdfVerdict &) const = default;
};

} // namespace cq
