// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/packsignatureline.h"

#include <QTest>

using namespace cq;

Q_DECLARE_METATYPE(std::optional<cq::ContentSignature>)

class TestPackSignatureLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySignatureIsToldByToneAndWords_data();
    void everySignatureIsToldByToneAndWords();
    void whoIsNotKnownIsToldWithWhatToCompare();
};

namespace {

ContentSignature signature(Integrity integrity, Trust trust)
{
    ContentSignature signature{integrity, trust, {}, {}};
    signature.signer.subjectName = QStringLiteral("Ada Publisher");
    signature.signer.sha256 = QStringLiteral("00112233").repeated(8);
    return signature;
}

} // namespace

void TestPackSignatureLine::everySignatureIsToldByToneAndWords_data()
{
    QTest::addColumn<std::optional<ContentSignature>>("signature");
    QTest::addColumn<VerdictTone>("tone");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const std::optional<ContentSignature> &signature, VerdictTone tone,
                         const char *word) { QTest::newRow(name) << signature << tone << QString::fromLatin1(word); };
    row("none", {}, VerdictTone::Neutral, "Not signed");
    row("trusted", signature(Integrity::Intact, Trust::Trusted), VerdictTone::Good, "Signed by Ada Publisher");
    const char *notConfirmed = "Signed, but the signer is not confirmed";
    row("unknown", signature(Integrity::Intact, Trust::UnknownSigner), VerdictTone::Caution, notConfirmed);
    row("self-issued", signature(Integrity::Intact, Trust::SelfIssued), VerdictTone::Caution, notConfirmed);
    row("expired", signature(Integrity::Intact, Trust::NotValidAtTime), VerdictTone::Caution, notConfirmed);
    row("wrong usage", signature(Integrity::Intact, Trust::NotForSigning), VerdictTone::Caution, notConfirmed);
    const char *doesNotFit = "The signature does not fit";
    row("altered", signature(Integrity::Altered, Trust::Trusted), VerdictTone::Bad, doesNotFit);
    row("unreadable", signature(Integrity::Unreadable, Trust::UnknownSigner), VerdictTone::Bad, doesNotFit);
}

void TestPackSignatureLine::everySignatureIsToldByToneAndWords()
{
    QFETCH(std::optional<ContentSignature>, signature);
    QFETCH(VerdictTone, tone);
    QFETCH(QString, word);
    const VerdictLine line = packSignatureLine(signature);
    QCOMPARE(line.tone, tone);
    QCOMPARE(line.word, word);
    QVERIFY(line.sentence.endsWith(u'.'));
}

void TestPackSignatureLine::whoIsNotKnownIsToldWithWhatToCompare()
{
    const QString sentence = packSignatureLine(signature(Integrity::Intact, Trust::UnknownSigner)).sentence;
    QVERIFY(sentence.contains(QStringLiteral("Ada Publisher")));
    QVERIFY(sentence.contains(QStringLiteral("0011 2233 0011 2233")));
}

QTEST_GUILESS_MAIN(TestPackSignatureLine)
#include "tst_packsignatureline.moc"
