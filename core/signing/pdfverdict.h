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
/// timestamp: its authority, judged now or when a later timestamp was made. Says nothing on the bytes. What happened
/// since is told apart from what was so when it was signed, and only a proven time of a trusted authority can tell: a
/// claimed one could have been chosen afterwards.
enum class Trust {
    Trusted,
    UnknownSigner,
    SelfIssued,
    NotValidAtTime,
    NotForSigning,
    ExpiredSince, ///< Trusted when it was signed; has run out by today
    RevokedLater, ///< Trusted when it was signed; revoked after that
    Expired, ///< has run out by today, and nothing proves that it was signed before
    Revoked, ///< when it was signed, or nothing proves that it was signed before
};

template <> struct EnumText<Trust>
{
    static constexpr std::pair<Trust, const char *> table[] = {
        {Trust::Trusted, "trusted"},
        {Trust::UnknownSigner, "unknown-signer"},
        {Trust::SelfIssued, "self-issued"},
        {Trust::NotValidAtTime, "not-valid-at-time"},
        {Trust::NotForSigning, "not-for-signing"},
        {Trust::ExpiredSince, "expired-since"},
        {Trust::RevokedLater, "revoked-later"},
        {Trust::Expired, "expired"},
        {Trust::Revoked, "revoked"},
    };
};

/// Whether the signer was one to trust when it was signed, whatever happened since.
constexpr bool wasTrusted(Trust trust)
{
    return trust == Trust::Trusted || trust == Trust::ExpiredSince || trust == Trust::RevokedLater;
}

/// What is known of the revocation of a signer's certificate, and of those above it, at the proven time, else now. Only
/// what the document carries is looked at. NotChecked: it carries nothing on one of them. Unknown: what it carries does
/// not say, or not of that moment. RevokedLater: good at that moment.
enum class Revocation { NotChecked, Good, Revoked, RevokedLater, Unknown };

template <> struct EnumText<Revocation>
{
    static constexpr std::pair<Revocation, const char *> table[] = {
        {Revocation::NotChecked, "not-checked"},
        {Revocation::Good, "good"},
        {Revocation::Revoked, "revoked"},
        {Revocation::RevokedLater, "revoked-later"},
        {Revocation::Unknown, "unknown"},
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
/// proves when it was there, B-LT where the document besides carries what it takes to judge signer and authority up to
/// one that issued itself or is trusted, and it shows that none was revoked at the proven time, B-LTA where a later
/// document timestamp covers that (EN 319 142-1 section 6.3). Reached is only what holds here. Whether anybody of them
/// is trusted is told apart.
enum class SignatureLevel { None, BaselineB, BaselineT, BaselineLT, BaselineLTA };

template <> struct EnumText<SignatureLevel>
{
    static constexpr std::pair<SignatureLevel, const char *> table[] = {
        {SignatureLevel::None, "none"},
        {SignatureLevel::BaselineB, "B-B"},
        {SignatureLevel::BaselineT, "B-T"},
        {SignatureLevel::BaselineLT, "B-LT"},
        {SignatureLevel::BaselineLTA, "B-LTA"},
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
    Revocation revocation = Revocation::NotChecked;
    std::optional<Timestamp> revokedAt; ///< the earliest known, of the signer or of one above
    qint64 signedEnd = 0; ///< how many bytes from the beginning it speaks for; 0 unless it is intact and not Partial
    CertificateInfo certificate; ///< empty where it could not be read
    QByteArray certificateDer; ///< of a person's signature; empty where it could not be read
    QString problem; ///< technical detail, empty where there is nothing to say

    bool operator==(const SignatureVerdict &) const = default;
};

/// What a revision is that was added behind the first signature. All but Forbidden leave what was signed as it was.
enum class RevisionChange { SignatureAdded, SignatureFilled, TimestampAdded, ValidationData, Forbidden };

template <> struct EnumText<RevisionChange>
{
    static constexpr std::pair<RevisionChange, const char *> table[] = {
        {RevisionChange::SignatureAdded, "signature-added"},
        {RevisionChange::SignatureFilled, "signature-filled"},
        {RevisionChange::TimestampAdded, "timestamp-added"},
        {RevisionChange::ValidationData, "validation-data"},
        {RevisionChange::Forbidden, "forbidden"},
    };
};

/// A part of a document as people know it.
enum class DocumentPart {
    PageContent,
    Font,
    Picture,
    Annotation,
    Page, ///< its size, its turn and what else stands at the page itself
    PageAdded,
    PageRemoved,
    PageOrder,
    AttachedFile,
    Signature,
    Form,
    Layers,
    Description, ///< title, author, dates
    Catalogue, ///< how the document is opened and shown
    Structure, ///< the file is not built in the one way in which every reader sees the same document
    Other,
};

template <> struct EnumText<DocumentPart>
{
    static constexpr std::pair<DocumentPart, const char *> table[] = {
        {DocumentPart::PageContent, "page-content"},
        {DocumentPart::Font, "font"},
        {DocumentPart::Picture, "picture"},
        {DocumentPart::Annotation, "annotation"},
        {DocumentPart::Page, "page"},
        {DocumentPart::PageAdded, "page-added"},
        {DocumentPart::PageRemoved, "page-removed"},
        {DocumentPart::PageOrder, "page-order"},
        {DocumentPart::AttachedFile, "attached-file"},
        {DocumentPart::Signature, "signature"},
        {DocumentPart::Form, "form"},
        {DocumentPart::Layers, "layers"},
        {DocumentPart::Description, "description"},
        {DocumentPart::Catalogue, "catalogue"},
        {DocumentPart::Structure, "structure"},
        {DocumentPart::Other, "other"},
    };
};

/// A place that a forbidden revision changed.
struct ChangedPlace
{
    DocumentPart part = DocumentPart::Other;
    int page = 0; ///< counted from 1; 0 where the part stands on no page
    QString name; ///< of a file or a signature; for Catalogue, Structure and Other a technical detail

    bool operator==(const ChangedPlace &) const = default;
};

/// What is to be said of one revision behind the first signature.
struct RevisionVerdict
{
    qint64 begin = 0; ///< bytes of the file
    qint64 end = 0;
    RevisionChange change = RevisionChange::Forbidden;
    QList<ChangedPlace> places; ///< what was changed, for Forbidden only

    bool operator==(const RevisionVerdict &) const = default;
};

/// Something a signed document must not hold, as what is seen could then be something else than what was signed.
enum class FormFault {
    Layers, ///< content that can be switched on and off
    Action, ///< scripts and what else happens by itself or at a click, except a jump within the document
    DynamicForm, ///< form fields that are no signatures, or a form that draws itself
    Annotation, ///< something laid over a page that is neither a jump nor a signature
    SignatureAppearance, ///< a place for a signature shows something else, or could cover it later
    ExternalContent, ///< content that stands outside of the file or differs by medium
    FontNotEmbedded,
    UnknownEntry, ///< something that is in no report of this program
    Unreadable,
};

template <> struct EnumText<FormFault>
{
    static constexpr std::pair<FormFault, const char *> table[] = {
        {FormFault::Layers, "layers"},
        {FormFault::Action, "action"},
        {FormFault::DynamicForm, "dynamic-form"},
        {FormFault::Annotation, "annotation"},
        {FormFault::SignatureAppearance, "signature-appearance"},
        {FormFault::ExternalContent, "external-content"},
        {FormFault::FontNotEmbedded, "font-not-embedded"},
        {FormFault::UnknownEntry, "unknown-entry"},
        {FormFault::Unreadable, "unreadable"},
    };
};

struct FormFinding
{
    FormFault fault = FormFault::Unreadable;
    int page = 0; ///< counted from 1; 0 where it stands on no page
    QString detail; ///< technical

    bool operator==(const FormFinding &) const = default;
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
    /// Bytes follow the last intact signature, and they are more than data for validating it.
    bool laterChanges = false;
    QList<RevisionVerdict> revisions; ///< behind the first signature, oldest first; see revisionpolicy.h
    QList<FormFinding> formFaults; ///< of a signed document as it is now; see plainform.h
    /// From the revision covered by the last signature that is intact and not Partial, never from later bytes; of the
    /// whole file where it has no signatures; none where it has but none of them holds.
    QList<EmbeddedFile> embeddedFiles;
    qint64 vouchedEnd = 0; ///< bytes of the file up to the end of that revision; 0: there is none

    bool operator==(const PdfVerdict &) const = default;
};

} // namespace cq
