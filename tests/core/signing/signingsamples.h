// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/pdfsigner.h"
#include "core/signing/pdfverdict.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace cq::samples {

/// What another program answered. A program that is missing is told on stderr and gives exit code -1.
struct ToolAnswer
{
    int exitCode = -1;
    QString output; ///< both channels
};

ToolAnswer runTool(const QString &program, const QStringList &arguments);

/// What a hand-written document has from the start.
struct PdfShape
{
    int pages = 2;
    bool annotations = false; ///< every page has /Annots, directly
    bool annotationsByReference = false; ///< the same as an object of its own
    bool form = false; ///< /AcroForm as an object, /Fields directly
    bool formInCatalogue = false; ///< /AcroForm directly, /Fields as an object
    QByteArray attachment = {}; ///< "record.json", in the name tree and as an associated file
    qsizetype ballast = 0; ///< bytes of a stream nobody shows
    int places = 0; ///< empty signature fields "place1", ... of 200 x 60 points on the last page; no other form then
};

/// A small PDF 1.4 with a cross-reference table.
QByteArray handWrittenPdf(const PdfShape &shape = {});
/// The same with object streams and a cross-reference stream, made by qpdf; empty where that failed.
QByteArray withObjectStreams(const QByteArray &pdf);

/// The document with object `id` replaced by a later revision (cross-reference table).
QByteArray withReplacedObject(const QByteArray &pdf, int id, const QByteArray &body);
/// Number of the first object whose text holds the words; 0 where there is none.
int objectHolding(const QByteArray &pdf, const QByteArray &words);

bool writeFile(const QString &path, const QByteArray &bytes);
QByteArray readFile(const QString &path);

/// 2026-11-22T13:05:09Z, on a wall one hour ahead.
Timestamp fixedMoment();
SignatureRequest request();
/// A new identity that is valid from fixedMoment() on.
SigningIdentity newIdentity(KeyAlgorithm algorithm = KeyAlgorithm::EcP256);
/// The same, made once for each kind: making an RSA key takes its time.
const SigningIdentity &identity(KeyAlgorithm algorithm = KeyAlgorithm::EcP256);

/// Signs without asking whether the certificate allows it. Empty on failure.
QByteArray signedBytes(const QByteArray &pdf, const SigningIdentity &identity, const SignatureRequest &request);

/// The last signature's byte range, as four numbers, from the raw bytes.
QList<qsizetype> lastByteRange(const QByteArray &pdf);

/// A root, and a signer under it, made by the openssl program in a folder: root.pem, <name>.p12 with passphrase
/// "correct horse". The key usage is OpenSSL's configuration text.
bool makeRoot(const QString &folder);
bool makeSigner(const QString &folder, const QString &name, const QString &keyUsage);

} // namespace cq::samples
