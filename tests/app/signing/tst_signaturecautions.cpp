// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/signaturecautions.h"

#include "app/models/signaturewords.h"
#include "tests/support/sessionroom.h"

#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestSignatureCautions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openCriteriaAreCounted();
    void shortcomingsWithoutANoteAreCounted();
    void claimsNobodyAcceptedAreCounted();
    void answersThatNoLongerCountAreLeftOut();
    void anAuditThatIsNotDecidedSaysSo();
    void everyMeaningHasAWordAndASentence();
    void everyPlaceHasAWordAndAUsualMeaning();
    void fingerprintsAreGrouped();
};

namespace {

QString all(const SessionRoom &room)
{
    return signatureCautions(*room.session).join(u'\n');
}

// The line that holds the words, or nothing.
QString line(const SessionRoom &room, const char *words)
{
    for (const QString &caution : signatureCautions(*room.session))
        if (caution.contains(QString::fromLatin1(words)))
            return caution;
    return {};
}

} // namespace

void TestSignatureCautions::openCriteriaAreCounted()
{
    SessionRoom room;
    const SectionScore before = room.session->board().overall();
    QVERIFY2(line(room, "not answered").startsWith(QString::number(before.applicable - before.answered)),
        qPrintable(all(room)));
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QVERIFY(line(room, "not answered").startsWith(QString::number(before.applicable - before.answered - 1)));
    QVERIFY(!line(room, "can still change").isEmpty());
}

void TestSignatureCautions::shortcomingsWithoutANoteAreCounted()
{
    SessionRoom room;
    QVERIFY(line(room, "no note").isEmpty());
    QVERIFY(room.answer("GOV-01", ResponseLevel::PartiallyMet));
    QVERIFY(room.answer("GOV-02", ResponseLevel::NotMet));
    QVERIFY(room.answer("GOV-03", ResponseLevel::Met));
    QVERIFY2(line(room, "no note").startsWith(u'2'), qPrintable(all(room)));
    QVERIFY(room.session->responses().setNote(room.key("GOV-01"), QStringLiteral("Site B is missing.")));
    QVERIFY2(line(room, "no note").startsWith(u'1'), qPrintable(all(room)));
    QVERIFY(room.session->responses().setNote(room.key("GOV-02"), QStringLiteral("Nothing is written.")));
    QVERIFY(line(room, "no note").isEmpty());
}

void TestSignatureCautions::claimsNobodyAcceptedAreCounted()
{
    SessionRoom room;
    QVERIFY(line(room, "not accepted").isEmpty());
    QVERIFY(room.answer("GOV-03", ResponseLevel::NotApplicable));
    QVERIFY2(line(room, "not accepted").startsWith(u'1'), qPrintable(all(room)));
    room.becomes(Role::Reviewer);
    const ResponseKey key {CriterionId(QStringLiteral("GOV-03")), {}, Party::Auditor};
    QVERIFY(room.session->responses().setNaAccepted(key, true, QStringLiteral("Plain to see.")));
    QVERIFY(line(room, "not accepted").isEmpty());
}

void TestSignatureCautions::answersThatNoLongerCountAreLeftOut()
{
    SessionRoom room;
    const FactId trials(QStringLiteral("clinical_trials"));
    room.setFact(trials, FactValue(true));
    QVERIFY(room.answer("CTR-01", ResponseLevel::NotMet));
    QVERIFY(line(room, "no note").startsWith(u'1'));
    room.setFact(trials, FactValue(false));
    QVERIFY2(line(room, "no note").isEmpty(), qPrintable(all(room)));
}

void TestSignatureCautions::anAuditThatIsNotDecidedSaysSo()
{
    const SessionRoom room;
    QVERIFY2(line(room, "not final").contains(QStringLiteral("Draft")), qPrintable(all(room)));
}

void TestSignatureCautions::everyMeaningHasAWordAndASentence()
{
    for (const auto &[meaning, text] : EnumText<SignatureMeaning>::table) {
        QCOMPARE(wordFor(meaning), QString::fromLatin1(text));
        QVERIFY(sentenceFor(meaning).startsWith(QStringLiteral("You state")));
    }
}

void TestSignatureCautions::everyPlaceHasAWordAndAUsualMeaning()
{
    QStringList words;
    QList<SignatureMeaning> meanings;
    for (const auto &[place, text] : EnumText<SignaturePlace>::table) {
        words.append(wordFor(place));
        meanings.append(usualMeaning(place));
    }
    QCOMPARE(words.removeDuplicates(), 0);
    QVERIFY(!words.contains(QString()));
    QCOMPARE(meanings,
        (QList<SignatureMeaning> {
            SignatureMeaning::Authored, SignatureMeaning::Acknowledged, SignatureMeaning::Approved}));
}

void TestSignatureCautions::fingerprintsAreGrouped()
{
    QCOMPARE(fingerprintText(QStringLiteral("0123456789abcd")), QStringLiteral("0123 4567 89ab cd"));
    QCOMPARE(fingerprintText({}), QString());
}

QTEST_MAIN(TestSignatureCautions)
#include "tst_signaturecautions.moc"
