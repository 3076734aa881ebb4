// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: identities, signed reports and what independent programs say of them.
#include "tests/app/cli/cliprogram.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace cq::testing;

namespace {

const QString passphrase = QStringLiteral("correct horse battery");
const Environment withPassphrase {{QStringLiteral("CENTREQUAL_PASSPHRASE"), passphrase}};

QString name(const char *key)
{
    return QString::fromLatin1(key);
}

// The last /ByteRange of a signed PDF: four numbers.
QList<qsizetype> byteRange(const QByteArray &pdf)
{
    static const QRegularExpression form(QStringLiteral("/ByteRange ?\\[ ?(\\d+) +(\\d+) +(\\d+) +(\\d+) *\\]"));
    QList<qsizetype> numbers;
    auto matches = form.globalMatch(QString::fromLatin1(pdf));
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        numbers.clear();
        for (int i = 1; i <= 4; ++i)
            numbers.append(match.captured(i).toLongLong());
    }
    return numbers;
}

QJsonObject onlySignature(const Ran &verified)
{
    const QJsonArray signatures = verified.json().value(name("signatures")).toArray();
    return signatures.size() == 1 ? signatures.first().toObject() : QJsonObject();
}

} // namespace

class TestCliReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anIdentityIsMadeForItsOwnerOnly_data();
    void anIdentityIsMadeForItsOwnerOnly();
    void anIdentityIsNeverOverwritten();
    void identitiesThatBreakARuleAreNotMade_data();
    void identitiesThatBreakARuleAreNotMade();
    void anUnsignedReportIsTheSameEachTime();
    void anUnsignedReportIsToldAsSuch();
    void reportsOverwriteNothing();
    void reportsThatCannotBeMadeLeaveNothingBehind_data();
    void reportsThatCannotBeMadeLeaveNothingBehind();
    void aSignedReportIsGood_data();
    void aSignedReportIsGood();
    void independentToolsAcceptTheReport_data();
    void independentToolsAcceptTheReport();
    void aFlippedByteIsTold_data();
    void aFlippedByteIsTold();
    void appendedBytesAreTold_data();
    void appendedBytesAreTold();
    void whatIsNoReportIsRefused_data();
    void whatIsNoReportIsRefused();
    void theSignersOwnCertificateMakesItTrusted();
    void aStrangersCertificateDoesNot();
    void theVerdictForPeopleSaysTheSame();
    void theRoleSaysWhereAReportIsSigned_data();
    void theRoleSaysWhereAReportIsSigned();
    void anObserverHasToNameAPlace();
    void threePeopleSignOneReport();
    void signaturesThatBreakARuleAreNotMade_data();
    void signaturesThatBreakARuleAreNotMade();
    void anAlteredReportIsNotSigned();

private:
    QString path(const QString &file) const { return m_folder.filePath(file); }
    QString path(const char *file) const { return path(name(file)); }
    QString signedReport(const QString &algorithm) const { return path(algorithm + QStringLiteral(".pdf")); }
    QString certificateOf(const QString &identity);

    QTemporaryDir m_folder;
    QString m_workspace;
    QString m_audit;
};

// One identity and one signed report of each kind; the tests below only read them.
void TestCliReport::initTestCase()
{
    m_workspace = path("demo.centrequal");
    const Ran made = cli({"demo", m_workspace});
    QVERIFY2(made.exitCode == 0, made.told());
    m_audit = auditInState(m_workspace, name("consolidation"))[name("id")].toString();
    QVERIFY(!m_audit.isEmpty());
    for (const char *algorithm : {"ec", "rsa"}) {
        const QString identity = path(name(algorithm) + QStringLiteral(".p12"));
        const Ran created = cli({"identity", "create", identity, "--name", "Helene Osei (fictional)", "--organisation",
                                    "Coalition audit team", "--algorithm", algorithm},
            withPassphrase);
        QVERIFY2(created.exitCode == 0, created.told());
        const Ran exported = cli(
            {"report", "export", m_workspace, m_audit, signedReport(name(algorithm)), "--sign", identity}, withPassphrase);
        QVERIFY2(exported.exitCode == 0, exported.told());
        QVERIFY2(exported.out.contains("signed by Helene Osei (fictional)"), exported.told());
    }
}

void TestCliReport::anIdentityIsMadeForItsOwnerOnly_data()
{
    QTest::addColumn<QString>("algorithm");
    QTest::addColumn<QString>("key");
    QTest::newRow("ec") << name("ec") << QStringLiteral("Public-Key: (256 bit)");
    QTest::newRow("rsa") << name("rsa") << QStringLiteral("Public-Key: (3072 bit)");
}

void TestCliReport::anIdentityIsMadeForItsOwnerOnly()
{
    QFETCH(QString, algorithm);
    QFETCH(QString, key);
    const QString identity = path(algorithm + QStringLiteral(".p12"));
    QCOMPARE(QFile::permissions(identity) & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
    const QString pem = certificateOf(identity);
    QVERIFY(!pem.isEmpty());
    const Ran shown = tool("openssl", {"x509", "-in", pem, "-noout", "-text"});
    QVERIFY2(shown.out.contains(key.toUtf8()), shown.told());
    QVERIFY2(shown.out.contains("CN = Helene Osei (fictional)"), shown.told());
    QVERIFY2(shown.out.contains("O = Coalition audit team"), shown.told());
    QVERIFY2(!fileBytes(identity).contains(passphrase.toUtf8()), "the passphrase stands in the file");
    const Ran wrong = tool("openssl", {"pkcs12", "-in", identity, "-noout", "-passin", "pass:another one"});
    QVERIFY2(wrong.exitCode != 0, wrong.told());
}

void TestCliReport::anIdentityIsNeverOverwritten()
{
    const QString identity = path("ec.p12");
    const QByteArray before = fileBytes(identity);
    const Ran again = cli({"identity", "create", identity, "--name", "Somebody else"}, withPassphrase);
    QVERIFY2(again.exitCode == 2, again.told());
    QVERIFY2(again.complainsAbout(identity), again.told());
    QVERIFY2(again.complainsAbout(QStringLiteral("never overwritten")), again.told());
    QCOMPARE(fileBytes(identity), before);
}

void TestCliReport::identitiesThatBreakARuleAreNotMade_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("named");
    const QStringList named {name("--name"), name("N")};
    QTest::newRow("short passphrase") << named << QStringLiteral("7 chars") << QStringLiteral("passphrase");
    QTest::newRow("empty passphrase") << named << QStringLiteral("") << QStringLiteral("passphrase");
    QTest::newRow("no passphrase, no terminal") << named << QString() << QStringLiteral("CENTREQUAL_PASSPHRASE");
    QTest::newRow("no name") << QStringList() << passphrase << QStringLiteral("name");
    QTest::newRow("blank name") << QStringList {name("--name"), name(" ")} << passphrase << QStringLiteral("name");
    QTest::newRow("a name too long") << QStringList {name("--name"), QString(65, u'n')} << passphrase
                                     << QStringLiteral("name");
}

void TestCliReport::identitiesThatBreakARuleAreNotMade()
{
    QFETCH(QStringList, options);
    QFETCH(QString, secret);
    QFETCH(QString, named);
    const QString identity = path("refused.p12");
    const Ran ran = cli(Words {"identity", "create", identity} + Words(options.begin(), options.end()),
        {{QStringLiteral("CENTREQUAL_PASSPHRASE"), secret}});
    QVERIFY2(ran.exitCode == 2, ran.told());
    QVERIFY2(ran.complainsAbout(named), ran.told());
    QVERIFY(!QFile::exists(identity));
}

void TestCliReport::anUnsignedReportIsTheSameEachTime()
{
    for (const char *file : {"once.pdf", "twice.pdf"}) {
        const Ran exported = cli({"report", "export", m_workspace, m_audit, path(file)});
        QVERIFY2(exported.exitCode == 0, exported.told());
        QVERIFY2(exported.out.contains("not signed"), exported.told());
    }
    const QByteArray once = fileBytes(path("once.pdf"));
    QVERIFY(once.startsWith("%PDF-1."));
    QVERIFY(fileBytes(path("twice.pdf")) == once);
}

void TestCliReport::anUnsignedReportIsToldAsSuch()
{
    const QString report = path("unsigned.pdf");
    const Ran exported = cli({"report", "export", m_workspace, m_audit, report, "--language", "en"});
    QVERIFY2(exported.exitCode == 0, exported.told());
    const Ran verified = cli({"report", "verify", report, "--json"});
    QVERIFY2(verified.exitCode == 1, verified.told());
    QVERIFY2(verified.isOneObject(), verified.told());
    QCOMPARE(verified.json().value(name("verdict")).toString(), name("unsigned"));
    QCOMPARE(verified.json().value(name("signatures")).toArray().size(), 0);
    QCOMPARE(verified.json().value(name("rescored")).toString(), name("matches"));
    QCOMPARE(verified.json().value(name("laterChanges")), QJsonValue(false));
}

void TestCliReport::reportsOverwriteNothing()
{
    const QString taken = path("taken.pdf");
    QVERIFY(writeBytes(taken, "mine"));
    for (const Words &more : {Words {}, Words {"--sign", path("ec.p12")}}) {
        const Ran ran = cli(Words {"report", "export", m_workspace, m_audit, taken} + more, withPassphrase);
        QVERIFY2(ran.exitCode == 2, ran.told());
        QVERIFY2(ran.complainsAbout(taken), ran.told());
        QCOMPARE(fileBytes(taken), QByteArray("mine"));
    }
}

void TestCliReport::reportsThatCannotBeMadeLeaveNothingBehind_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("named");
    const QString sign = name("--sign");
    QTest::newRow("wrong passphrase") << QStringList {sign, path("ec.p12")} << QStringLiteral("not the right one")
                                      << QStringLiteral("passphrase");
    QTest::newRow("no passphrase") << QStringList {sign, path("ec.p12")} << QString()
                                   << QStringLiteral("CENTREQUAL_PASSPHRASE");
    QTest::newRow("no such identity") << QStringList {sign, path("nobody.p12")} << passphrase
                                      << QStringLiteral("nobody.p12");
    QVERIFY(writeBytes(path("notes.p12"), "these are notes and no identity"));
    QTest::newRow("no identity at all") << QStringList {sign, path("notes.p12")} << passphrase
                                        << QStringLiteral("PKCS#12");
    QTest::newRow("far too large for an identity") << QStringList {sign, m_workspace} << passphrase
                                                   << QStringLiteral("too large");
    QTest::newRow("unknown language") << QStringList {name("--language"), name("tlh")} << passphrase
                                      << QStringLiteral("tlh");
}

void TestCliReport::reportsThatCannotBeMadeLeaveNothingBehind()
{
    QFETCH(QStringList, options);
    QFETCH(QString, secret);
    QFETCH(QString, named);
    QTemporaryDir folder;
    const Ran ran = cli(Words {"report", "export", m_workspace, m_audit, folder.filePath(name("out.pdf"))}
            + Words(options.begin(), options.end()),
        {{QStringLiteral("CENTREQUAL_PASSPHRASE"), secret}});
    QVERIFY2(ran.exitCode == 2, ran.told());
    QVERIFY2(ran.complainsAbout(named), ran.told());
    QVERIFY2(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), ran.told());
}

void TestCliReport::aSignedReportIsGood_data()
{
    QTest::addColumn<QString>("algorithm");
    QTest::newRow("ec") << name("ec");
    QTest::newRow("rsa") << name("rsa");
}

void TestCliReport::aSignedReportIsGood()
{
    QFETCH(QString, algorithm);
    const Ran verified = cli({"report", "verify", signedReport(algorithm), "--json"});
    QVERIFY2(verified.exitCode == 0, verified.told());
    QVERIFY2(verified.isOneObject(), verified.told());
    const QJsonObject answer = verified.json();
    QCOMPARE(answer[name("verdict")].toString(), name("good"));
    QCOMPARE(answer[name("rescored")].toString(), name("matches"));
    QCOMPARE(answer[name("laterChanges")], QJsonValue(false));
    QVERIFY2(answer[name("revisions")].isArray() && answer[name("revisions")].toArray().isEmpty(), verified.told());
    QVERIFY2(answer[name("formFaults")].isArray() && answer[name("formFaults")].toArray().isEmpty(), verified.told());
    const QJsonObject signature = onlySignature(verified);
    QCOMPARE(signature[name("name")].toString(), QStringLiteral("Helene Osei (fictional)"));
    QCOMPARE(signature[name("integrity")].toString(), name("intact"));
    QCOMPARE(signature[name("trust")].toString(), name("self-issued"));
    QCOMPARE(signature[name("coverage")].toString(), name("whole-file"));
    QCOMPARE(signature[name("level")].toString(), name("B-B"));
    const QDateTime time = QDateTime::fromString(signature[name("time")].toString(), Qt::ISODate);
    QVERIFY2(time.isValid() && qAbs(time.secsTo(QDateTime::currentDateTimeUtc())) < 3600, verified.told());
    const QJsonObject score = cli({"audit", "score", m_workspace, m_audit, "--json"}).json();
    for (const char *figure : {"graded", "strict", "completeness", "outcome"})
        QCOMPARE(answer[name("computed")][name(figure)], score[name(figure)]);
}

void TestCliReport::independentToolsAcceptTheReport_data()
{
    aSignedReportIsGood_data();
}

void TestCliReport::independentToolsAcceptTheReport()
{
    QFETCH(QString, algorithm);
    const QString report = signedReport(algorithm);
    const Ran structure = tool("qpdf", {"--check", report});
    QVERIFY2(structure.exitCode == 0, structure.told());
    const Ran poppler = tool("pdfsig", {"-nocert", report});
    QVERIFY2(poppler.out.contains("Signature is Valid"), poppler.told());
    QVERIFY2(poppler.out.contains("Total document signed"), poppler.told());
    QVERIFY2(poppler.out.contains("ETSI.CAdES.detached"), poppler.told());

    const QByteArray pdf = fileBytes(report);
    const QList<qsizetype> range = byteRange(pdf);
    QCOMPARE(range.size(), 4);
    QCOMPARE(range[0], 0);
    QCOMPARE(range[2] + range[3], pdf.size());
    const QByteArray hole = pdf.mid(range[1], range[2] - range[1]);
    QVERIFY(hole.startsWith('<') && hole.endsWith('>'));
    QVERIFY(writeBytes(path("cms.der"), QByteArray::fromHex(hole.mid(1, hole.size() - 2))));
    QVERIFY(writeBytes(path("content.bin"), pdf.left(range[1]) + pdf.mid(range[2])));
    const QString pem = certificateOf(path(algorithm + QStringLiteral(".p12")));
    const Ran openssl = tool("openssl", {"cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", path("cms.der"),
                                            "-content", path("content.bin"), "-CAfile", pem, "-purpose", "any", "-out",
                                            path("verified.bin")});
    QVERIFY2(openssl.exitCode == 0, openssl.told());
    QVERIFY(fileBytes(path("verified.bin")) == fileBytes(path("content.bin")));
}

void TestCliReport::aFlippedByteIsTold_data()
{
    QTest::addColumn<qsizetype>("place");
    const QByteArray pdf = fileBytes(signedReport(name("ec")));
    const QList<qsizetype> range = byteRange(pdf);
    QCOMPARE(range.size(), 4);
    const qsizetype record = pdf.indexOf("stream\n", range[1] / 2) + 20;
    QTest::newRow("the version in the header") << qsizetype(7);
    QTest::newRow("a stream in the first half") << qsizetype(pdf.indexOf("stream\n") + 20);
    QTest::newRow("a stream in the second half") << record;
    QTest::newRow("a quarter in") << pdf.size() / 4;
    QTest::newRow("three quarters in") << pdf.size() / 4 * 3;
    QTest::newRow("in the signature itself") << range[1] + 401;
    QTest::newRow("right behind the signature") << range[2] + 2;
}

void TestCliReport::aFlippedByteIsTold()
{
    QFETCH(qsizetype, place);
    QByteArray pdf = fileBytes(signedReport(name("ec")));
    QVERIFY(place > 0 && place < pdf.size());
    pdf[place] = char(pdf[place] ^ 1);
    const QString changed = path("flipped.pdf");
    QVERIFY(writeBytes(changed, pdf));
    const Ran verified = cli({"report", "verify", changed, "--json"});
    QVERIFY2(verified.exitCode == 1, verified.told());
    QCOMPARE(verified.json().value(name("verdict")).toString(), name("bad"));
    QVERIFY2(onlySignature(verified)[name("integrity")].toString() != name("intact"), verified.told());
}

void TestCliReport::appendedBytesAreTold_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("a comment") << QByteArray("\n% nothing but a comment\n");
    QTest::newRow("one byte") << QByteArray("\n");
    const QByteArray pdf = fileBytes(signedReport(name("ec")));
    const QByteArray place = pdf.mid(pdf.lastIndexOf("startxref") + 9).trimmed().split('\n').first();
    QTest::newRow("an empty revision") << QByteArray("\nxref\n0 0\ntrailer\n<< /Prev " + place
        + " /Size 1 /Root 1 0 R >>\nstartxref\n" + QByteArray::number(pdf.size() + 1) + "\n%%EOF\n");
}

void TestCliReport::appendedBytesAreTold()
{
    QFETCH(QByteArray, more);
    const QString longer = path("longer.pdf");
    QVERIFY(writeBytes(longer, fileBytes(signedReport(name("ec"))) + more));
    const Ran verified = cli({"report", "verify", longer, "--json"});
    QVERIFY2(verified.exitCode == 1, verified.told());
    QCOMPARE(verified.json().value(name("laterChanges")), QJsonValue(true));
    const QJsonArray revisions = verified.json().value(name("revisions")).toArray();
    QCOMPARE(revisions.size(), 1);
    QCOMPARE(revisions.first().toObject()[name("change")].toString(), name("forbidden"));
    const QString sentence = revisions.first().toObject()[name("sentence")].toString();
    QVERIFY2(sentence.startsWith(name("This is not what was signed first")), verified.told());
    const Ran inWords = cli({"report", "verify", longer});
    QVERIFY2(inWords.out.contains(sentence.toUtf8()), inWords.told());
    QVERIFY2(verified.json().value(name("verdict")).toString() != name("good"), verified.told());
    // What was signed is still whole: the two are told apart.
    QCOMPARE(onlySignature(verified)[name("integrity")].toString(), name("intact"));
    QCOMPARE(onlySignature(verified)[name("coverage")].toString(), name("earlier-revision"));
}

void TestCliReport::whatIsNoReportIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("not a report\n");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a workspace") << fileBytes(m_workspace);
}

void TestCliReport::whatIsNoReportIsRefused()
{
    QFETCH(QByteArray, bytes);
    const QString file = path("no report.pdf");
    QVERIFY(writeBytes(file, bytes));
    const Ran verified = cli({"report", "verify", file, "--json"});
    QVERIFY2(verified.exitCode == 2, verified.told());
    QVERIFY2(verified.complainsAbout(file), verified.told());
    QVERIFY2(verified.out.isEmpty(), verified.told());
}

void TestCliReport::theSignersOwnCertificateMakesItTrusted()
{
    for (const char *algorithm : {"ec", "rsa"}) {
        const QString pem = certificateOf(path(name(algorithm) + QStringLiteral(".p12")));
        const QString der = pem + QStringLiteral(".der");
        QCOMPARE(QProcess::execute(QStringLiteral("openssl"),
                     {QStringLiteral("x509"), QStringLiteral("-in"), pem, QStringLiteral("-outform"), QStringLiteral("DER"),
                         QStringLiteral("-out"), der}),
            0);
        for (const QString &certificate : {pem, der}) {
            const Ran verified = cli({"report", "verify", signedReport(name(algorithm)), "--trust", certificate, "--json"});
            QVERIFY2(verified.exitCode == 0, verified.told());
            QCOMPARE(onlySignature(verified)[name("trust")].toString(), name("trusted"));
            QCOMPARE(verified.json().value(name("verdict")).toString(), name("good"));
        }
    }
}

void TestCliReport::aStrangersCertificateDoesNot()
{
    const QString pem = certificateOf(path("rsa.p12"));
    const Ran verified = cli({"report", "verify", signedReport(name("ec")), "--trust", pem, "--json"});
    QVERIFY2(verified.exitCode == 1, verified.told());
    QVERIFY2(onlySignature(verified)[name("trust")].toString() != name("trusted"), verified.told());
    QCOMPARE(onlySignature(verified)[name("integrity")].toString(), name("intact"));
    const QString noPem = path("no certificate.pem");
    QVERIFY(writeBytes(noPem, "no certificate\n"));
    const Ran refused = cli({"report", "verify", signedReport(name("ec")), "--trust", noPem, "--json"});
    QVERIFY2(refused.exitCode == 2, refused.told());
    QVERIFY2(refused.complainsAbout(noPem), refused.told());
}

void TestCliReport::theVerdictForPeopleSaysTheSame()
{
    const Ran verified = cli({"report", "verify", signedReport(name("ec"))});
    QVERIFY2(verified.exitCode == 0, verified.told());
    for (const char *words : {"Helene Osei (fictional)", "integrity  intact", "trust      self-issued",
             "coverage   whole-file", "level      B-B", "later changes  no", "rescored       matches",
             "verdict        good"})
        QVERIFY2(verified.out.contains(words), verified.told());
}

void TestCliReport::theRoleSaysWhereAReportIsSigned_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("field");
    QTest::newRow("lead auditor") << name("lead-auditor") << name("auditor");
    QTest::newRow("technical expert") << name("technical-expert") << name("auditor");
    QTest::newRow("quality manager") << name("quality-manager") << name("centre");
    QTest::newRow("reviewer") << name("reviewer") << name("reviewer");
}

void TestCliReport::theRoleSaysWhereAReportIsSigned()
{
    QFETCH(QString, role);
    QFETCH(QString, field);
    const QString out = path(role + QStringLiteral(".pdf"));
    Environment around = withPassphrase;
    around.insert(name("CENTREQUAL_ROLE"), role);
    const Ran exported = cli({"report", "export", m_workspace, m_audit, out, "--sign", path("ec.p12")}, around);
    QVERIFY2(exported.exitCode == 0, exported.told());
    const Ran verified = cli({"report", "verify", out, "--json"});
    QVERIFY2(verified.exitCode == 0, verified.told());
    QCOMPARE(onlySignature(verified)[name("field")].toString(), field);
    QCOMPARE(onlySignature(verified)[name("meaning")].toString(), name("Authored"));
}

void TestCliReport::anObserverHasToNameAPlace()
{
    const QString out = path("observer.pdf");
    Environment around = withPassphrase;
    around.insert(name("CENTREQUAL_ROLE"), name("observer"));
    const Ran refused = cli({"report", "export", m_workspace, m_audit, out, "--sign", path("ec.p12")}, around);
    QVERIFY2(refused.exitCode == 2, refused.told());
    QVERIFY2(refused.complainsAbout(name("--field")), refused.told());
    QVERIFY(!QFile::exists(out));
    const Ran exported =
        cli({"report", "export", m_workspace, m_audit, out, "--sign", path("ec.p12"), "--field", "centre"}, around);
    QVERIFY2(exported.exitCode == 0, exported.told());
    QCOMPARE(onlySignature(cli({"report", "verify", out, "--json"}))[name("field")].toString(), name("centre"));
}

void TestCliReport::threePeopleSignOneReport()
{
    const QString two = path("two.pdf");
    const QString three = path("three.pdf");
    const Ran second = cli({"report", "sign", signedReport(name("rsa")), two, "--field", "centre", "--sign",
                               path("ec.p12"), "--meaning", "acknowledged", "--name", "Ελένη Παπαδοπούλου"},
        withPassphrase);
    QVERIFY2(second.exitCode == 0, second.told());
    QVERIFY2(second.out.contains("\"centre\""), second.told());
    const Ran third = cli({"report", "sign", two, three, "--field", "reviewer", "--sign", path("ec.p12"), "--meaning",
                              "Approved"},
        withPassphrase);
    QVERIFY2(third.exitCode == 0, third.told());
    const Ran verified = cli({"report", "verify", three, "--json"});
    QVERIFY2(verified.exitCode == 0, verified.told());
    const QJsonArray signatures = verified.json()[name("signatures")].toArray();
    QCOMPARE(signatures.size(), 3);
    QStringList told;
    for (const QJsonValue &signature : signatures) {
        QCOMPARE(signature[name("integrity")].toString(), name("intact"));
        told.append(signature[name("field")].toString() + u' ' + signature[name("meaning")].toString());
    }
    QCOMPARE(told, (QStringList {name("auditor Authored"), name("centre Acknowledged"), name("reviewer Approved")}));
    QVERIFY(fileBytes(two).startsWith(fileBytes(signedReport(name("rsa")))));
    QVERIFY(fileBytes(three).startsWith(fileBytes(two)));
    const Ran poppler = tool("pdfsig", {"-nocert", "-no-ocsp", three});
    QVERIFY2(poppler.out.count("Signature is Valid") == 3, poppler.told());
    const Ran structure = tool("qpdf", {"--check", three});
    QVERIFY2(structure.exitCode == 0, structure.told());
}

void TestCliReport::signaturesThatBreakARuleAreNotMade_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("named");
    const QString field = name("--field"), sign = name("--sign"), meaning = name("--meaning");
    const QString key = path("ec.p12"), centre = name("centre"), approved = name("approved");
    QTest::newRow("unknown place") << QStringList {field, name("nurse"), sign, key, meaning, approved} << name("auditor");
    QTest::newRow("unknown meaning") << QStringList {field, centre, sign, key, meaning, name("liked")} << name("approved");
    QTest::newRow("no place") << QStringList {sign, key, meaning, approved} << field;
    QTest::newRow("no key") << QStringList {field, centre, meaning, approved} << sign;
    QTest::newRow("no meaning") << QStringList {field, centre, sign, key} << meaning;
    QTest::newRow("no key file") << QStringList {field, centre, sign, path("none.p12"), meaning, approved}
                                 << path("none.p12");
    QTest::newRow("a place that is taken") << QStringList {field, name("auditor"), sign, key, meaning, approved}
                                           << name("signed already");
}

void TestCliReport::signaturesThatBreakARuleAreNotMade()
{
    QFETCH(QStringList, options);
    QFETCH(QString, named);
    const QString out = path("never.pdf");
    Words words {"report", "sign", signedReport(name("ec")), out};
    for (const QString &option : options)
        words.append(option);
    const Ran refused = cli(words, withPassphrase);
    QVERIFY2(refused.exitCode == 2, refused.told());
    QVERIFY2(refused.complainsAbout(named), refused.told());
    QVERIFY(!QFile::exists(out));
}

void TestCliReport::anAlteredReportIsNotSigned()
{
    QByteArray pdf = fileBytes(signedReport(name("ec")));
    pdf[pdf.size() / 4] = char(pdf[pdf.size() / 4] ^ 1);
    QVERIFY(writeBytes(path("altered.pdf"), pdf));
    const QString out = path("altered-signed.pdf");
    const Ran refused = cli({"report", "sign", path("altered.pdf"), out, "--field", "reviewer", "--sign", path("ec.p12"),
                                "--meaning", "approved"},
        withPassphrase);
    QVERIFY2(refused.exitCode == 2, refused.told());
    QVERIFY(!QFile::exists(out));
}

// The certificate of a PKCS#12 file as PEM, the way somebody else would take it out; empty where that failed.
QString TestCliReport::certificateOf(const QString &identity)
{
    const QString pem = identity + QStringLiteral(".pem");
    const Ran taken = tool("openssl",
        {"pkcs12", "-in", identity, "-nokeys", "-out", pem, "-passin", "env:CENTREQUAL_PASSPHRASE"}, withPassphrase);
    return taken.exitCode == 0 ? pem : QString();
}

QTEST_GUILESS_MAIN(TestCliReport)
#include "tst_clireport.moc"
