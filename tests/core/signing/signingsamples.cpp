// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/signing/signingsamples.h"

#include "core/signing/detachedsigner.h"
#include "core/signing/pdfrevisionwriter.h"

#include <QDebug>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <openssl/evp.h>

namespace cq::samples {

namespace {

/// Objects from 1 on, then the table.
QByteArray assemble(const QList<QByteArray> &bodies)
{
    QByteArray pdf("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n");
    QByteArray table = "xref\n0 " + QByteArray::number(bodies.size() + 1) + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < bodies.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + bodies[i] + "\nendobj\n";
    }
    const qsizetype begin = pdf.size();
    return pdf + table + "trailer\n<< /Size " + QByteArray::number(bodies.size() + 1)
        + " /Root 1 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] >>\nstartxref\n"
        + QByteArray::number(begin) + "\n%%EOF\n";
}

QByteArray stream(const QByteArray &entries, const QByteArray &data)
{
    return "<< " + entries + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

QByteArray reference(qsizetype id)
{
    return QByteArray::number(id) + " 0 R";
}

} // namespace

ToolAnswer runTool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForStarted(10'000)) {
        qCritical() << "missing program:" << program;
        return {};
    }
    process.waitForFinished(120'000);
    if (process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

QByteArray handWrittenPdf(const PdfShape &shape)
{
    QList<QByteArray> bodies{QByteArray(), QByteArray(), stream("", "BT /F1 24 Tf 72 720 Td (Fictional report) Tj ET"),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
    const auto add = [&bodies](const QByteArray &body) {
        bodies.append(body);
        return reference(bodies.size());
    };
    QByteArray fields;
    for (int place = 1; place <= shape.places; ++place)
        fields += add("<< /Type /Annot /Subtype /Widget /FT /Sig /T (place" + QByteArray::number(place)
                      + ") /TU (Place for a signature) /F 132 /Rect [72 " + QByteArray::number(700 - 80 * place)
                      + " 272 " + QByteArray::number(760 - 80 * place) + "] /AP << /N "
                      + add(stream("/Type /XObject /Subtype /Form /BBox [0 0 200 60] /Resources << >>", ""))
                      + " >> >>")
            + ' ';
    const QByteArray link = "<< /Type /Annot /Subtype /Link /Rect [10 10 50 50] /F 4 /Border [0 0 0] >>";
    QByteArray kids;
    for (int page = 0; page < shape.pages; ++page) {
        QByteArray entries = "/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R"
                             " /Resources << /Font << /F1 4 0 R >> >>";
        if (shape.annotations)
            entries += " /Annots [" + add(link) + ']';
        if (shape.annotationsByReference)
            entries += " /Annots " + add('[' + add(link) + ']');
        if (!fields.isEmpty() && page + 1 == shape.pages)
            entries += " /Annots [" + fields + ']';
        kids += add("<< " + entries + " >>") + ' ';
    }
    QByteArray catalogue = "/Type /Catalog /Pages 2 0 R";
    const auto textField = [&add] {
        return add("<< /FT /Tx /T (Remark) /V (none) /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /F 4 >>");
    };
    if (shape.form)
        catalogue += " /AcroForm " + add("<< /Fields [" + textField() + "] /DA (/F1 0 Tf) >>");
    if (!fields.isEmpty())
        catalogue += " /AcroForm " + add("<< /Fields [" + fields + "] /SigFlags 3 >>");
    if (shape.formInCatalogue)
        catalogue += " /AcroForm << /Fields " + add('[' + textField() + ']') + " >>";
    if (!shape.attachment.isEmpty()) {
        const QByteArray file = add(stream("/Type /EmbeddedFile /Subtype /application#2Fjson", shape.attachment));
        const QByteArray entry = add(
            "<< /Type /Filespec /F (record.json) /UF (record.json) /AFRelationship /Data /EF << /F " + file + " >> >>");
        catalogue += " /Names << /EmbeddedFiles << /Names [(record.json) " + entry + "] >> >> /AF [" + entry + ']';
    }
    if (shape.ballast > 0) {
        QByteArray noise(shape.ballast, '\0');
        quint32 state = 1;
        for (char &byte : noise)
            byte = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24);
        catalogue += " /Ballast " + add(stream("", noise));
    }
    bodies[0] = "<< " + catalogue + " >>";
    bodies[1] = "<< /Type /Pages /Count " + QByteArray::number(shape.pages) + " /Kids [" + kids + "] >>";
    return assemble(bodies);
}

QByteArray withObjectStreams(const QByteArray &pdf)
{
    const QTemporaryDir folder;
    const QString in = folder.filePath(QStringLiteral("in.pdf"));
    const QString out = folder.filePath(QStringLiteral("out.pdf"));
    if (!writeFile(in, pdf)
        || runTool(QStringLiteral("qpdf"), {QStringLiteral("--object-streams=generate"), in, out}).exitCode != 0)
        return {};
    return readFile(out);
}

QByteArray withReplacedObject(const QByteArray &pdf, int id, const QByteArray &body)
{
    static const QRegularExpression lastTable(QStringLiteral("startxref\\s+(\\d+)\\s+%%EOF\\s*$"));
    static const QRegularExpression trailer(QStringLiteral("/Size (\\d+)"));
    const QString text = QString::fromLatin1(pdf);
    const QByteArray previous = lastTable.match(text).captured(1).toLatin1();
    QByteArray size;
    for (auto match = trailer.globalMatch(text); match.hasNext();)
        size = match.next().captured(1).toLatin1();
    QByteArray out = pdf;
    const qsizetype object = out.size();
    out += QByteArray::number(id) + " 0 obj\n" + body + "\nendobj\n";
    const qsizetype table = out.size();
    return out + "xref\n" + QByteArray::number(id) + " 1\n" + QByteArray::number(object).rightJustified(10, '0')
        + " 00000 n \ntrailer\n<< /Size " + size + " /Root 1 0 R /Prev " + previous + " >>\nstartxref\n"
        + QByteArray::number(table) + "\n%%EOF\n";
}

int objectHolding(const QByteArray &pdf, const QByteArray &words)
{
    const qsizetype at = pdf.indexOf(words);
    const qsizetype head = at < 0 ? -1 : pdf.lastIndexOf(" 0 obj", at);
    if (head < 0)
        return 0;
    const qsizetype line = pdf.lastIndexOf('\n', head) + 1;
    return pdf.mid(line, head - line).toInt();
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Timestamp fixedMoment()
{
    return {1'795'352'709'000, 60};
}

SignatureRequest request()
{
    SignatureRequest wanted;
    wanted.name = QStringLiteral("Zo\u00EB \u0141ukasiewicz (fictional)");
    wanted.meaning = QStringLiteral("I take responsibility for this audit report");
    wanted.location = QStringLiteral("Examplestadt");
    wanted.time = fixedMoment();
    return wanted;
}

SigningIdentity newIdentity(KeyAlgorithm algorithm)
{
    auto made = SigningIdentity::create(
        {QStringLiteral("Zo\u00EB \u0141ukasiewicz"), QStringLiteral("Fictional Centre"), algorithm}, fixedMoment());
    if (!made)
        qFatal("no identity: %s", qPrintable(made.error().text()));
    return std::move(*made);
}

const SigningIdentity &identity(KeyAlgorithm algorithm)
{
    if (algorithm == KeyAlgorithm::EcP256) {
        static const SigningIdentity ec = newIdentity(KeyAlgorithm::EcP256);
        return ec;
    }
    static const SigningIdentity rsa = newIdentity(KeyAlgorithm::Rsa3072);
    return rsa;
}

QByteArray signedBytes(const QByteArray &pdf, const SigningIdentity &identity, const SignatureRequest &request)
{
    auto revision = buildSignatureRevision(pdf, request, detachedSizeLimit(identity.material()));
    if (!revision) {
        qCritical() << revision.error().text();
        return {};
    }
    const QByteArrayView added(revision->bytes);
    const auto cms = signDetached(identity.material(),
        digestOf({QByteArrayView(pdf), added.first(revision->gapBegin), added.sliced(revision->gapEnd)}, EVP_sha256()));
    if (!cms || !fillSignature(*revision, *cms))
        return {};
    return pdf + revision->bytes;
}

QList<qsizetype> lastByteRange(const QByteArray &pdf)
{
    const qsizetype at = pdf.lastIndexOf("/ByteRange [");
    if (at < 0)
        return {};
    const qsizetype begin = at + qsizetype(sizeof("/ByteRange [")) - 1;
    QList<qsizetype> numbers;
    for (const QByteArray &part : pdf.mid(begin, pdf.indexOf(']', begin) - begin).split(' '))
        numbers.append(part.toLongLong());
    return numbers;
}

bool makeRoot(const QString &folder)
{
    return runTool(QStringLiteral("openssl"),
               {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                   QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                   QStringLiteral("-keyout"), folder + QStringLiteral("/root.key"), QStringLiteral("-out"),
                   folder + QStringLiteral("/root.pem"), QStringLiteral("-days"), QStringLiteral("365"),
                   QStringLiteral("-subj"), QStringLiteral("/CN=Fictional Root"), QStringLiteral("-addext"),
                   QStringLiteral("keyUsage=critical,keyCertSign,cRLSign")})
               .exitCode
        == 0;
}

bool makeSigner(const QString &folder, const QString &name, const QString &keyUsage)
{
    const QString stem = folder + u'/' + name;
    const QString openssl = QStringLiteral("openssl");
    if (!writeFile(stem + QStringLiteral(".cnf"),
            QByteArray("basicConstraints=critical,CA:FALSE\nkeyUsage=critical,") + keyUsage.toLatin1() + '\n'))
        return false;
    const ToolAnswer asked = runTool(openssl,
        {QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-nodes"),
            QStringLiteral("-keyout"), stem + QStringLiteral(".key"), QStringLiteral("-out"),
            stem + QStringLiteral(".csr"), QStringLiteral("-subj"),
            QStringLiteral("/O=Fictional Centre/CN=Ada Example")});
    const ToolAnswer issued = runTool(openssl,
        {QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), stem + QStringLiteral(".csr"),
            QStringLiteral("-CA"), folder + QStringLiteral("/root.pem"), QStringLiteral("-CAkey"),
            folder + QStringLiteral("/root.key"), QStringLiteral("-CAcreateserial"), QStringLiteral("-days"),
            QStringLiteral("30"), QStringLiteral("-extfile"), stem + QStringLiteral(".cnf"), QStringLiteral("-out"),
            stem + QStringLiteral(".pem")});
    const ToolAnswer packed = runTool(openssl,
        {QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-inkey"), stem + QStringLiteral(".key"),
            QStringLiteral("-in"), stem + QStringLiteral(".pem"), QStringLiteral("-certfile"),
            folder + QStringLiteral("/root.pem"), QStringLiteral("-passout"), QStringLiteral("pass:correct horse"),
            QStringLiteral("-out"), stem + QStringLiteral(".p12")});
    return asked.exitCode == 0 && issued.exitCode == 0 && packed.exitCode == 0;
}

} // namespace cq::samples
