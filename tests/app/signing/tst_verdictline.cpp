// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/verdictline.h"

#include <QRegularExpression>
#include <QTest>

using namespace cq;

Q_DECLARE_METATYPE(cq::ReportCheck)

class TestVerdictLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHeadlineTellsTheWhole_data();
    void theHeadlineTellsTheWhole();
    void everyLineHasSymbolWordAndSentence();
    void onlyWhatIsIntactIsGood();
    void everyChangedPartHasASentenceOfItsOwn();
    void whatWasAddedAfterTheFirstSignatureIsTold();
    void ofManyChangesTheFirstAreNamedAndTheRestCounted();
    void whatThePagesSayIsTold();
    void aStatementIsToldAsSuch();
    void aNameOnChangedContentIsNoComfort();
    void aSelfIssuedSignerIsExplained();
    void theClaimedTimeIsCalledAClaim();
    void aProvenTimeIsWorthItsAuthority();
    void aTimestampOfTheDocumentIsNobodysSignature();
    void whatBecameOfACertificateIsToldApart();
    void everyLevelAndRevocationHasWordsOfItsOwn();
    void nothingIsPromisedThatWasNotShown();
    void detailsNameEverythingThatWasFound();

private:
    static SignatureVerdict goodSignature()
    {
        SignatureVerdict one;
        one.name = QStringLiteral("Ada Example");
        one.fieldName = QStringLiteral("Signature1");
        one.meaning = QStringLiteral("Authored");
        one.integrity = Integrity::Intact;
        one.trust = Trust::Trusted;
        one.coverage = Coverage::WholeFile;
        one.time = Timestamp {1'790'000'000'000, 60};
        one.level = SignatureLevel::BaselineB;
        one.certificate.subjectName = QStringLiteral("Ada Example");
        one.certificate.issuerName = QStringLiteral("Example Authority");
        one.certificate.sha256 = QString(64, u'a');
        return one;
    }
    static ReportCheck goodCheck()
    {
        ReportCheck check;
        check.signatures.signatures = {goodSignature()};
        check.signatures.embeddedFiles = {{QStringLiteral("audit-record.json"), QStringLiteral("application/json"), "{}"}};
        check.rescored = Rescored::Matches;
        check.recorded = RecordedResult {};
        check.computed = check.recorded;
        check.trailHolds = true;
        check.trailHead = QString(64, u'b');
        check.printed.result = Printed::Identical;
        check.verdict = ReportVerdict::Good;
        return check;
    }
    static ReportCheck statementCheck()
    {
        ReportCheck check;
        check.signatures.signatures = {goodSignature()};
        check.statement = QualificationStatement {QStringLiteral("9999"), true, OutcomeKind::Qualified, QDate(2026, 11, 22),
            QDate(2028, 11, 21), QString(64, u'a')};
        check.printed.result = Printed::TextMatches;
        check.verdict = ReportVerdict::Good;
        return check;
    }
    /// Every line that can be said of any state.
    static QList<VerdictLine> allLines();
};

void TestVerdictLine::theHeadlineTellsTheWhole_data()
{
    QTest::addColumn<ReportCheck>("check");
    QTest::addColumn<VerdictTone>("tone");
    QTest::addColumn<QString>("said");
    const auto add = [](const char *name, VerdictTone tone, const char *said, auto change) {
        ReportCheck check = goodCheck();
        change(check);
        QTest::newRow(name) << check << tone << QString::fromLatin1(said);
    };
    add("good", VerdictTone::Good, "you trust", [](ReportCheck &) {});
    add("self-issued", VerdictTone::Caution, "Who signed it is not confirmed",
        [](ReportCheck &check) { check.signatures.signatures[0].trust = Trust::SelfIssued; });
    add("one of two unknown", VerdictTone::Caution, "not confirmed", [](ReportCheck &check) {
        check.signatures.signatures.append(goodSignature());
        check.signatures.signatures[0].trust = Trust::UnknownSigner;
    });
    add("unsigned", VerdictTone::Neutral, "nothing shows who made it", [](ReportCheck &check) {
        check.signatures.signatures.clear();
        check.verdict = ReportVerdict::Unsigned;
    });
    const auto addBad = [&add](const char *name, const char *said, auto change) {
        add(name, VerdictTone::Bad, said, [change](ReportCheck &check) {
            check.verdict = ReportVerdict::Bad;
            change(check);
        });
    };
    addBad("altered", "not what was signed", [](ReportCheck &check) {
        check.signatures.signatures[0].integrity = Integrity::Altered;
        check.rescored = Rescored::Absent;
        check.trailHead.clear();
    });
    addBad("unreadable", "cannot be read",
        [](ReportCheck &check) { check.signatures.signatures[0].integrity = Integrity::Unreadable; });
    addBad("partial", "only a part", [](ReportCheck &check) { check.signatures.signatures[0].coverage = Coverage::Partial; });
    addBad("appended", "added to it after", [](ReportCheck &check) { check.signatures.laterChanges = true; });
    addBad("changed after the first signature", "changed after it was first signed", [](ReportCheck &check) {
        check.signatures.revisions = {{10, 20, RevisionChange::Forbidden, {{DocumentPart::PageContent, 3, {}}}}};
    });
    addBad("not plain", "may show something else",
        [](ReportCheck &check) { check.signatures.formFaults = {{FormFault::Layers, 0, {}}}; });
    addBad("differs", "does not follow", [](ReportCheck &check) { check.rescored = Rescored::Differs; });
    addBad("no record", "no audit record", [](ReportCheck &check) {
        check.rescored = Rescored::Absent;
        check.trailHead.clear();
    });
    addBad("trail", "audit trail in it is broken", [](ReportCheck &check) { check.trailHolds = false; });
    addBad("pages", "say something else than its record",
        [](ReportCheck &check) { check.printed = {Printed::TextDiffers, {PrintedPart::Outcome}, {}}; });
    add("pages not compared", VerdictTone::Caution, "could not be told",
        [](ReportCheck &check) { check.printed.result = Printed::NotCompared; });
    add("statement", VerdictTone::Good, "qualification statement", [](ReportCheck &check) { check = statementCheck(); });
    add("statement of a stranger", VerdictTone::Caution, "not confirmed", [](ReportCheck &check) {
        check = statementCheck();
        check.signatures.signatures[0].trust = Trust::SelfIssued;
    });
    add("unsigned statement", VerdictTone::Neutral, "nothing shows who made it", [](ReportCheck &check) {
        check = statementCheck();
        check.signatures.signatures.clear();
        check.verdict = ReportVerdict::Unsigned;
    });
    addBad("page of a statement", "something else than its code", [](ReportCheck &check) {
        check = statementCheck();
        check.verdict = ReportVerdict::Bad;
        check.printed = {Printed::TextDiffers, {PrintedPart::Code}, {}};
    });
}

void TestVerdictLine::theHeadlineTellsTheWhole()
{
    QFETCH(ReportCheck, check);
    QFETCH(QString, said);
    const VerdictLine line = headline(check);
    QTEST(line.tone, "tone");
    QVERIFY2((line.word + line.sentence).contains(said), qPrintable(line.sentence));
}

QList<VerdictLine> TestVerdictLine::allLines()
{
    QList<VerdictLine> lines;
    for (const auto &[integrity, integrityWord] : EnumText<Integrity>::table) {
        for (const auto &[trust, trustWord] : EnumText<Trust>::table) {
            SignatureVerdict one = goodSignature();
            one.integrity = integrity;
            one.trust = trust;
            lines << integrityLine(one) << trustLine(one);
            one.kind = SignatureKind::DocumentTimestamp;
            lines << trustLine(one);
        }
    }
    for (const auto &[coverage, word] : EnumText<Coverage>::table) {
        SignatureVerdict one = goodSignature();
        one.coverage = coverage;
        ReportCheck check = goodCheck();
        check.signatures.signatures = {one};
        lines << coverageLine(check, 0);
        check.signatures.laterChanges = true;
        lines << coverageLine(check, 0);
    }
    for (const auto &[printed, word] : EnumText<Printed>::table) {
        ReportCheck check = goodCheck();
        check.printed.result = printed;
        if (printed == Printed::TextDiffers)
            for (const auto &[part, partWord] : EnumText<PrintedPart>::table)
                check.printed.differing.append(part);
        ReportCheck stated = statementCheck();
        stated.printed = check.printed;
        lines << printedLine(check) << trailLine(check) << printedLine(stated) << rescoredLine(stated);
    }
    for (const auto &[rescored, word] : EnumText<Rescored>::table) {
        ReportCheck check = goodCheck();
        check.rescored = rescored;
        lines << rescoredLine(check) << headline(check);
        check.computed.reset();
        check.signatures.embeddedFiles.clear();
        check.signatures.laterChanges = true;
        check.verdict = ReportVerdict::Bad;
        lines << rescoredLine(check) << laterChangesLine(check) << headline(check);
    }
    for (const auto &[change, word] : EnumText<RevisionChange>::table) {
        ReportCheck check = goodCheck();
        check.signatures.revisions = {{10, 20, change, {}}};
        lines << revisionsLine(check);
    }
    for (const auto &[part, word] : EnumText<DocumentPart>::table) {
        ReportCheck check = goodCheck();
        check.signatures.revisions = {{10, 20, RevisionChange::Forbidden, {{part, 3, QStringLiteral("a name")}}}};
        lines << revisionsLine(check);
    }
    for (const auto &[fault, word] : EnumText<FormFault>::table) {
        ReportCheck check = goodCheck();
        check.signatures.formFaults = {{fault, 2, {}}};
        lines << plainFormLine(check);
    }
    lines << revisionsLine(goodCheck()) << revisionsLine({}) << plainFormLine(goodCheck());
    ReportCheck broken = goodCheck();
    broken.trailHolds = false;
    lines << laterChangesLine(goodCheck()) << trailLine(goodCheck()) << trailLine(broken) << trailLine({});
    lines << unreadableLine({ErrorCode::Malformed, QStringLiteral("x"), {}});
    return lines;
}

void TestVerdictLine::everyLineHasSymbolWordAndSentence()
{
    QSet<QString> symbols;
    for (const VerdictLine &line : allLines()) {
        QVERIFY(!line.word.isEmpty());
        QVERIFY2(line.sentence.endsWith(u'.') || line.sentence.contains(u':'), qPrintable(line.sentence));
        symbols.insert(symbolFor(line.tone));
    }
    QCOMPARE(symbols.size(), 4);
}

void TestVerdictLine::onlyWhatIsIntactIsGood()
{
    for (const auto &[integrity, word] : EnumText<Integrity>::table) {
        SignatureVerdict one = goodSignature();
        one.integrity = integrity;
        const VerdictTone wanted = integrity == Integrity::Intact ? VerdictTone::Good : VerdictTone::Bad;
        QCOMPARE(integrityLine(one).tone, wanted);
    }
    for (const auto &[trust, word] : EnumText<Trust>::table) {
        SignatureVerdict one = goodSignature();
        one.trust = trust;
        QCOMPARE(trustLine(one).tone == VerdictTone::Good, trust == Trust::Trusted);
        // Told apart: who signed does not change whether the content is what was signed.
        QCOMPARE(integrityLine(one).tone, VerdictTone::Good);
    }
}

void TestVerdictLine::everyChangedPartHasASentenceOfItsOwn()
{
    QSet<QString> sentences;
    for (const auto &[part, word] : EnumText<DocumentPart>::table) {
        ReportCheck check = goodCheck();
        check.signatures.revisions = {{10, 20, RevisionChange::Forbidden, {{part, 3, QStringLiteral("a name")}}}};
        QCOMPARE(revisionsLine(check).tone, VerdictTone::Bad);
        sentences.insert(revisionsLine(check).sentence);
    }
    QCOMPARE(sentences.size(), qsizetype(std::size(EnumText<DocumentPart>::table)));
    for (const auto &[fault, word] : EnumText<FormFault>::table) {
        ReportCheck check = goodCheck();
        check.signatures.formFaults = {{fault, 2, {}}};
        QCOMPARE(plainFormLine(check).tone, VerdictTone::Bad);
        sentences.insert(plainFormLine(check).sentence);
    }
    QCOMPARE(sentences.size(), qsizetype(std::size(EnumText<DocumentPart>::table) + std::size(EnumText<FormFault>::table)));
    QCOMPARE(plainFormLine(goodCheck()).tone, VerdictTone::Good);
}

void TestVerdictLine::whatWasAddedAfterTheFirstSignatureIsTold()
{
    ReportCheck check = goodCheck();
    QCOMPARE(revisionsLine(check).word, QStringLiteral("One state only"));
    check.signatures.revisions = {{10, 20, RevisionChange::SignatureAdded, {}}};
    QCOMPARE(revisionsLine(check).word, QStringLiteral("Only signatures were added"));
    QCOMPARE(revisionsLine(check).tone, VerdictTone::Good);
    check.signatures.revisions.append({20, 30, RevisionChange::Forbidden, {{DocumentPart::PageContent, 3, {}}}});
    QVERIFY(revisionsLine(check).sentence.contains(QStringLiteral("The content of page 3 was changed.")));
    check.signatures.signatures[0].integrity = Integrity::Altered;
    check.signatures.revisions.clear();
    QCOMPARE(revisionsLine(check).tone, VerdictTone::Neutral);
    // Data for checking may follow the last signature; nothing is said of a whole file then.
    check = goodCheck();
    check.signatures.signatures[0].coverage = Coverage::EarlierRevision;
    check.signatures.revisions = {{10, 20, RevisionChange::ValidationData, {}}};
    QCOMPARE(laterChangesLine(check).tone, VerdictTone::Good);
    QVERIFY(laterChangesLine(check).sentence.contains(QStringLiteral("data for checking")));
    // Whoever signed first is not to blame for whoever signed next, but for what nobody may add.
    QCOMPARE(coverageLine(check, 0).tone, VerdictTone::Neutral);
    check.signatures.revisions.append({20, 30, RevisionChange::Forbidden, {{DocumentPart::PageContent, 3, {}}}});
    QCOMPARE(coverageLine(check, 0).tone, VerdictTone::Caution);
}

void TestVerdictLine::ofManyChangesTheFirstAreNamedAndTheRestCounted()
{
    ReportCheck check = goodCheck();
    RevisionVerdict revision {10, 20, RevisionChange::Forbidden, {}};
    for (int page = 1; page <= 9; ++page)
        revision.places.append({DocumentPart::PageContent, page, {}});
    revision.places.append({DocumentPart::PageContent, 9, {}}); // the same again
    check.signatures.revisions = {revision};
    const QString said = revisionsLine(check).sentence;
    QVERIFY2(said.contains(QStringLiteral("page 6 ")) && !said.contains(QStringLiteral("page 7 ")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("3 more place")), qPrintable(said));
}

void TestVerdictLine::whatThePagesSayIsTold()
{
    ReportCheck check = goodCheck();
    QCOMPARE(printedLine(check).tone, VerdictTone::Good);
    QVERIFY(printedLine(check).sentence.contains(QStringLiteral("last byte")));
    check.printed.result = Printed::TextMatches;
    QCOMPARE(printedLine(check).tone, VerdictTone::Good);
    QVERIFY(printedLine(check).sentence.contains(QStringLiteral("not compared"))); // no more is claimed than was done
    check.printed = {Printed::TextDiffers, {PrintedPart::Outcome, PrintedPart::TrailHead}, {}};
    QCOMPARE(printedLine(check).tone, VerdictTone::Bad);
    QVERIFY(printedLine(check).sentence.contains(QStringLiteral("outcome printed")));
    QCOMPARE(trailLine(check).tone, VerdictTone::Bad);
    QVERIFY(technicalDetails(check).contains(QStringLiteral("differs: trail-head")));
    check.printed = {};
    QCOMPARE(printedLine(check).tone, VerdictTone::Caution);
    QVERIFY(printedLine(check).sentence.contains(QStringLiteral("figures below")));
    check.recorded = std::nullopt;
    check.computed = std::nullopt;
    QCOMPARE(printedLine(check).tone, VerdictTone::Neutral);
    QVERIFY(!printedLine(check).sentence.contains(QStringLiteral("below")));
}

void TestVerdictLine::aStatementIsToldAsSuch()
{
    const VerdictLine stated = rescoredLine(statementCheck());
    QCOMPARE(stated.tone, VerdictTone::Neutral);
    for (const char *said : {"fictional centre 9999", "carries no answers", "statement verify"})
        QVERIFY2(stated.sentence.contains(QString::fromLatin1(said)), said);
    QCOMPARE(printedLine(statementCheck()).tone, VerdictTone::Good);
    ReportCheck bad = statementCheck();
    bad.verdict = ReportVerdict::Bad;
    QCOMPARE(headline(bad).word, QStringLiteral("Do not rely on this statement"));
}

void TestVerdictLine::aNameOnChangedContentIsNoComfort()
{
    SignatureVerdict one = goodSignature();
    one.integrity = Integrity::Altered;
    QCOMPARE(trustLine(one).tone, VerdictTone::Neutral);
    ReportCheck check = goodCheck();
    check.signatures.signatures = {one};
    QCOMPARE(coverageLine(check, 0).tone, VerdictTone::Neutral);
    QVERIFY(!trustLine(one).sentence.contains(one.name));
}

void TestVerdictLine::aSelfIssuedSignerIsExplained()
{
    SignatureVerdict one = goodSignature();
    one.trust = Trust::SelfIssued;
    const QString said = trustLine(one).sentence;
    QVERIFY(said.contains(QStringLiteral("unchanged since it was signed")));
    QVERIFY(said.contains(QStringLiteral("not confirmed")));
    QVERIFY(said.contains(QStringLiteral("fingerprint")));
}

void TestVerdictLine::theClaimedTimeIsCalledAClaim()
{
    SignatureVerdict one = goodSignature();
    QVERIFY(signatureFacts(one).join(u'\n').contains(QStringLiteral("claims")));
    one.time.reset();
    QVERIFY(signatureFacts(one).join(u'\n').contains(QStringLiteral("none is stated")));
}

void TestVerdictLine::aProvenTimeIsWorthItsAuthority()
{
    SignatureVerdict one = goodSignature();
    one.level = SignatureLevel::BaselineT;
    one.provenTime = ProvenTime {Timestamp {1'790'000'100'000, 0}, {}, true};
    one.provenTime->authority.subjectName = QStringLiteral("Fictional Authority");
    QString said = signatureFacts(one).join(u'\n');
    QVERIFY2(said.contains(QStringLiteral("“Fictional Authority” confirms")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("B-T")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("claims")), qPrintable(said)); // the two times stand side by side
    QVERIFY2(!said.contains(QStringLiteral("nobody else")), qPrintable(said));
    one.provenTime->authorityTrusted = false;
    said = signatureFacts(one).join(u'\n');
    QVERIFY2(said.contains(QStringLiteral("not chosen to trust")), qPrintable(said));
    QVERIFY2(!said.contains(QStringLiteral("confirms")), qPrintable(said));
}

void TestVerdictLine::aTimestampOfTheDocumentIsNobodysSignature()
{
    ReportCheck check = goodCheck();
    SignatureVerdict stamp = goodSignature();
    stamp.kind = SignatureKind::DocumentTimestamp;
    stamp.time.reset();
    stamp.provenTime = ProvenTime {Timestamp {1'790'000'100'000, 0}, {}, false};
    QVERIFY(signatureFacts(stamp).join(u'\n').contains(QStringLiteral("nobody's signature")));
    for (const auto &[trust, word] : EnumText<Trust>::table) {
        stamp.trust = trust;
        const VerdictLine line = trustLine(stamp);
        QVERIFY2(!line.sentence.contains(QStringLiteral("signer")), qPrintable(line.sentence));
        QCOMPARE(line.tone == VerdictTone::Good, trust == Trust::Trusted);
        // A stranger's timestamp takes nothing from a signer who is known.
        check.signatures.signatures = {goodSignature(), stamp};
        QCOMPARE(headline(check).tone, VerdictTone::Good);
    }
}

void TestVerdictLine::whatBecameOfACertificateIsToldApart()
{
    ReportCheck check = goodCheck();
    SignatureVerdict &one = check.signatures.signatures[0];
    one.revokedAt = Timestamp {1'790'500'000'000, 0};
    one.provenTime = ProvenTime {Timestamp {1'790'000'100'000, 0}, {}, true};
    QSet<QString> sentences;
    for (const Trust trust : {Trust::ExpiredSince, Trust::RevokedLater}) {
        one.trust = trust;
        QVERIFY2(trustLine(one).sentence.contains(QStringLiteral("takes nothing from this signature")),
            qPrintable(trustLine(one).sentence));
        QCOMPARE(headline(check).tone, VerdictTone::Good); // it was good when it was signed
        sentences.insert(trustLine(one).sentence);
    }
    for (const Trust trust : {Trust::Expired, Trust::Revoked}) {
        one.trust = trust;
        QCOMPARE(headline(check).tone, VerdictTone::Caution);
        sentences.insert(trustLine(one).sentence);
    }
    QVERIFY(trustLine(one).sentence.contains(QStringLiteral("before it was signed")));
    one.provenTime.reset();
    QVERIFY(trustLine(one).sentence.contains(QStringLiteral("no timestamp you trust")));
    sentences.insert(trustLine(one).sentence);
    QCOMPARE(sentences.size(), 5);
}

void TestVerdictLine::everyLevelAndRevocationHasWordsOfItsOwn()
{
    QSet<QString> forms;
    for (const auto &[level, word] : EnumText<SignatureLevel>::table) {
        SignatureVerdict one = goodSignature();
        one.level = level;
        const QString said = signatureFacts(one).last();
        QVERIFY2(level == SignatureLevel::None || said.contains(QString::fromLatin1(word)), qPrintable(said));
        forms.insert(said);
    }
    QCOMPARE(forms.size(), qsizetype(std::size(EnumText<SignatureLevel>::table)));
    QSet<QString> facts;
    for (const auto &[revocation, word] : EnumText<Revocation>::table) {
        SignatureVerdict one = goodSignature();
        one.revocation = revocation;
        const QString said = signatureFacts(one).join(u'\n');
        QCOMPARE(said.contains(QStringLiteral("Revocation:")), revocation != Revocation::NotChecked);
        facts.insert(said);
        one.integrity = Integrity::Altered;
        QVERIFY(!signatureFacts(one).join(u'\n').contains(QStringLiteral("Revocation:")));
    }
    QCOMPARE(facts.size(), qsizetype(std::size(EnumText<Revocation>::table)));
}

void TestVerdictLine::nothingIsPromisedThatWasNotShown()
{
    // domain.md, rules 1 and 5; and no form is attested to a signature that does not fit.
    static const QRegularExpression reserved(
        QStringLiteral("accredit|validat|compliant|genuine|guarantee"), QRegularExpression::CaseInsensitiveOption);
    for (const VerdictLine &line : allLines())
        QVERIFY2(!(line.word + line.sentence).contains(reserved), qPrintable(line.sentence));
    SignatureVerdict one = goodSignature();
    QVERIFY(signatureFacts(one).join(u'\n').contains(QStringLiteral("B-B")));
    one.integrity = Integrity::Altered;
    QVERIFY(!signatureFacts(one).join(u'\n').contains(QStringLiteral("B-B")));
}

void TestVerdictLine::detailsNameEverythingThatWasFound()
{
    ReportCheck check = goodCheck();
    check.problem = QStringLiteral("something odd");
    check.signatures.signatures[0].problem = QStringLiteral("padding");
    check.signatures.revisions = {{10, 20, RevisionChange::Forbidden, {{DocumentPart::Font, 3, {}}}}};
    check.signatures.formFaults = {{FormFault::Action, 0, QStringLiteral("/AA")}};
    const QString details = technicalDetails(check);
    for (const char *words : {"verdict: good", "rescored: matches", "something odd", "padding", "integrity: intact",
             "trust: trusted", "coverage: whole-file", "level: B-B", "revocation: not-checked", "Example Authority", "audit-record.json",
             "revision 10 to 20: forbidden", "font, page 3", "form: action, page 0, /AA"})
        QVERIFY2(details.contains(QString::fromLatin1(words)), words);
    QVERIFY(details.contains(check.trailHead));
    QVERIFY(details.contains(check.signatures.signatures[0].certificate.sha256));
}

QTEST_MAIN(TestVerdictLine)
#include "tst_verdictline.moc"
