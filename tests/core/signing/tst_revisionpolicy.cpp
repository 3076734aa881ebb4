// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/revisionpolicy.h"

#include "core/signing/pdfverifier.h"
#include "tests/core/signing/attacks.h"
#include "tests/core/signing/forgedupdate.h"
#include "tests/core/signing/signingsamples.h"

#include <QTest>

#include <algorithm>

using namespace cq;
using namespace cq::samples;

Q_DECLARE_METATYPE(cq::samples::Attack)

class TestRevisionPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyAttackIsTold_data();
    void everyAttackIsTold();
    void honestReportsPass_data();
    void honestReportsPass();
    void whatWasChangedBeforeTheFirstSignatureIsSigned();
    void aPreparedFieldMayBeFilled();
    void aFilledFieldMustNotReachBeyondItself_data();
    void aFilledFieldMustNotReachBeyondItself();
    void aFirstSignatureMayCertify_data();
    void aFirstSignatureMayCertify();
    void aTimestampMayBeAdded();
    void dataForCheckingMayBeAdded();
    void dataForCheckingMustNotChangeAnythingElse_data();
    void dataForCheckingMustNotChangeAnythingElse();
    void signaturesThatEndWithNoRevisionAreUnsound();

private:
    static bool holds(const PdfVerdict &verdict);
    static QString told(const PdfVerdict &verdict);
    static QByteArray preparedPlaces();
    QByteArray preparedReport() const;
    /// What one more revision is taken for.
    static RevisionChange lastChange(const QByteArray &pdf);

    QByteArray m_signed;
};

namespace {

PdfVerdict verdictOn(const QByteArray &pdf)
{
    const auto verdict = verifyPdf(pdf, TrustStore(), fixedMoment());
    return verdict ? *verdict : PdfVerdict{};
}

// A signature value that nobody made: the policy judges what a revision does, not whether the signature in it holds.
QByteArray valueEnding(
    qint64 end, const QByteArray &type = "/Type /Sig /SubFilter /ETSI.CAdES.detached", const QByteArray &more = {})
{
    return "<< " + type + more + " /Filter /Adobe.PPKLite /ByteRange [0 10 20 " + QByteArray::number(end - 20)
        + "] /Contents <00> >>";
}

// The byte range names the revision's own end, so it is written again until the number of digits has settled.
template <class Make> QByteArray endingWithItself(Make make)
{
    QByteArray pdf = make(0);
    for (int i = 0; i < 3; ++i)
        pdf = make(pdf.size());
    return pdf;
}

} // namespace

bool TestRevisionPolicy::holds(const PdfVerdict &verdict)
{
    return !verdict.signatures.isEmpty()
        && std::all_of(verdict.signatures.begin(), verdict.signatures.end(),
            [](const SignatureVerdict &one) {
                return one.integrity == Integrity::Intact && one.coverage != Coverage::Partial;
            })
        && std::none_of(verdict.revisions.begin(), verdict.revisions.end(),
            [](const RevisionVerdict &one) { return one.change == RevisionChange::Forbidden; })
        && verdict.formFaults.isEmpty() && !verdict.laterChanges;
}

QString TestRevisionPolicy::told(const PdfVerdict &verdict)
{
    QString text;
    for (const SignatureVerdict &one : verdict.signatures)
        text += QStringLiteral("%1 %2 %3; ").arg(textOf(one.integrity), textOf(one.coverage), one.problem);
    for (const RevisionVerdict &one : verdict.revisions) {
        text += textOf(one.change) + u':';
        for (const ChangedPlace &place : one.places)
            text += QStringLiteral(" [%1 %2 %3]").arg(textOf(place.part)).arg(place.page).arg(place.name);
    }
    for (const FormFinding &one : verdict.formFaults)
        text += QStringLiteral(" %1 %2;").arg(textOf(one.fault), one.detail);
    return text;
}

RevisionChange TestRevisionPolicy::lastChange(const QByteArray &pdf)
{
    const QList<qsizetype> range = lastByteRange(pdf.first(pdf.indexOf("%%EOF", pdf.indexOf("/ByteRange ["))));
    const auto verdicts = judgeRevisions(pdf, range.value(2) + range.value(3));
    return verdicts.isEmpty() ? RevisionChange::Forbidden : verdicts.last().change;
}

void TestRevisionPolicy::initTestCase()
{
    m_signed = signedBytes(plainReport(), identity(), request());
    QVERIFY2(holds(verdictOn(m_signed)), qPrintable(told(verdictOn(m_signed))));
}

void TestRevisionPolicy::everyAttackIsTold_data()
{
    QTest::addColumn<Attack>("attack");
    for (const Attack &attack : structureAttacks() + contentAttacks())
        QTest::newRow(attack.name) << attack;
}

void TestRevisionPolicy::everyAttackIsTold()
{
    QFETCH(Attack, attack);
    const QByteArray pdf = attack.make(m_signed);
    QVERIFY(!pdf.isEmpty() && pdf != m_signed);
    const PdfVerdict verdict = verdictOn(pdf);
    QVERIFY2(!holds(verdict), "the attack passes");
    QVERIFY(!verdict.signatures.isEmpty());
    if (!attack.part)
        return;
    const bool isTold =
        std::any_of(verdict.revisions.begin(), verdict.revisions.end(), [&](const RevisionVerdict &one) {
            return one.change == RevisionChange::Forbidden
                && std::any_of(one.places.begin(), one.places.end(), [&](const ChangedPlace &place) {
                       return place.part == *attack.part && (attack.page == 0 || attack.page == place.page)
                           && (*attack.file == '\0' || place.name == QLatin1String(attack.file));
                   });
        });
    QVERIFY2(isTold, qPrintable(told(verdict)));
}

void TestRevisionPolicy::honestReportsPass_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<int>("later");
    SignatureRequest visible = request();
    visible.rect = QRectF(60, 60, 200, 50);
    const QByteArray twice = signedBytes(m_signed, identity(KeyAlgorithm::Rsa3072), visible);
    QTest::newRow("one signature") << m_signed << 0;
    QTest::newRow("two signatures") << twice << 1;
    QTest::newRow("three signatures") << signedBytes(twice, identity(), request()) << 2;
    QByteArray open = plainReport();
    open.chop(1);
    const QByteArray without = signedBytes(open, identity(), request());
    QTest::newRow("without a last line end") << signedBytes(without, identity(), request()) << 1;
}

void TestRevisionPolicy::honestReportsPass()
{
    QFETCH(QByteArray, pdf);
    QFETCH(int, later);
    const PdfVerdict verdict = verdictOn(pdf);
    QVERIFY2(holds(verdict), qPrintable(told(verdict)));
    QCOMPARE(verdict.signatures.size(), later + 1);
    QCOMPARE(verdict.revisions.size(), later);
    qint64 at = pdf.size();
    for (auto one = verdict.revisions.crbegin(); one != verdict.revisions.crend(); ++one) {
        QCOMPARE(one->change, RevisionChange::SignatureAdded);
        QVERIFY(one->places.isEmpty());
        QCOMPARE(one->end, at);
        at = one->begin;
    }
}

void TestRevisionPolicy::whatWasChangedBeforeTheFirstSignatureIsSigned()
{
    ForgedUpdate update(plainReport());
    update.put(contentId(plainReport(), 1), streamOf({}, "BT ET"));
    const QByteArray pdf = signedBytes(update.finish(), identity(), request());
    QVERIFY2(holds(verdictOn(pdf)), qPrintable(told(verdictOn(pdf))));
    QVERIFY(verdictOn(pdf).revisions.isEmpty());
}

// Two signature fields with an empty picture, as a report that several people sign has them from the start.
QByteArray TestRevisionPolicy::preparedPlaces()
{
    ForgedUpdate update(plainReport());
    const int page = pageId(plainReport(), 2);
    const QByteArray picture =
        update.add(streamOf("/Subtype /Form /BBox [0 0 200 60] /Resources << >> /Filter /FlateDecode", {}));
    const auto field = [&](const char *name, const char *rect) {
        return update.add(QByteArray("<< /Type /Annot /Subtype /Widget /FT /Sig /T (") + name + ") /F 132 /Rect ["
            + rect + "] /P " + QByteArray::number(page) + " 0 R /AP << /N " + picture + " >> >>");
    };
    const QByteArray fields = '[' + field("Lead", "50 50 250 110") + ' ' + field("Time", "50 150 250 210") + ']';
    update.put(page, withEntry(update.body(page), "Annots", fields));
    const int root = catalogueId(plainReport());
    update.put(root, withEntry(update.body(root), "AcroForm", "<< /SigFlags 3 /Fields " + fields + " >>"));
    return update.finish();
}

QByteArray TestRevisionPolicy::preparedReport() const
{
    return signedBytes(preparedPlaces(), identity(), request());
}

void TestRevisionPolicy::aPreparedFieldMayBeFilled()
{
    const QByteArray pdf = preparedReport();
    QVERIFY2(holds(verdictOn(pdf)), qPrintable(told(verdictOn(pdf))));
    const int field = objectHolding(pdf, "/T (Lead)");
    for (const bool hasPicture : {false, true}) {
        const QByteArray filled = endingWithItself([&](qint64 end) {
            ForgedUpdate update(pdf);
            QByteArray body = withEntry(update.body(field), "V", update.add(valueEnding(end)));
            if (hasPicture)
                body = withEntry(body, "AP",
                    "<< /N "
                        + update.add(
                            streamOf("/Type /XObject /Subtype /Form /BBox [0 0 200 60] /Resources << >>", "q Q"))
                        + " >>");
            update.put(field, body);
            return update.finish();
        });
        QCOMPARE(lastChange(filled), RevisionChange::SignatureFilled);
    }
}

void TestRevisionPolicy::aFilledFieldMustNotReachBeyondItself_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("added");
    const QByteArray none;
    const QByteArray form = "/Type /XObject /Subtype /Form /Resources << >> ";
    QTest::newRow("moved") << QByteArray("Rect") << QByteArray("[0 0 595 842]") << none;
    QTest::newRow("hidden") << QByteArray("F") << QByteArray("2") << none;
    QTest::newRow("named anew") << QByteArray("T") << QByteArray("(Boss)") << none;
    QTest::newRow("with an action") << QByteArray("A") << QByteArray("<< /S /URI /URI (http://example.org) >>") << none;
    QTest::newRow("with a border") << QByteArray("MK") << QByteArray("<< /BG [1 1 1] >>") << none;
    QTest::newRow("picture of another size")
        << QByteArray("AP") << none << streamOf(form + "/BBox [0 0 100 30]", "q Q");
    QTest::newRow("picture moved") << QByteArray("AP") << none
                                   << streamOf(form + "/BBox [0 0 200 60] /Matrix [9 0 0 9 0 0]", "q Q");
    QTest::newRow("picture in a layer") << QByteArray("AP") << none
                                        << streamOf(form + "/BBox [0 0 200 60] /OC << /Type /OCG >>", "q Q");
    QTest::newRow("picture that uses what was signed") << QByteArray(
        "AP") << none << streamOf("/Subtype /Form /BBox [0 0 200 60] /Resources << /Font << /F1 4 0 R >> >>", "q Q");
    QTest::newRow("no picture but a dictionary") << QByteArray("AP") << none << QByteArray("<< >>");
    QTest::newRow("with one object more") << QByteArray() << none << QByteArray("<< /Unused true >>");
}

void TestRevisionPolicy::aFilledFieldMustNotReachBeyondItself()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, added);
    const QByteArray pdf = preparedReport();
    const int field = objectHolding(pdf, "/T (Lead)");
    const QByteArray filled = endingWithItself([&](qint64 end) {
        ForgedUpdate update(pdf);
        QByteArray body = withEntry(update.body(field), "V", update.add(valueEnding(end)));
        const QByteArray more = added.isEmpty() ? QByteArray() : update.add(added);
        if (!key.isEmpty())
            body = withEntry(body, key, more.isEmpty() ? value : "<< /N " + more + " >>");
        update.put(field, body);
        return update.finish();
    });
    QCOMPARE(lastChange(filled), RevisionChange::Forbidden);
}

void TestRevisionPolicy::aFirstSignatureMayCertify_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QByteArray>("permission");
    QTest::addColumn<QByteArray>("besides"); // in the dictionary of permissions
    QTest::addColumn<QByteArray>("language"); // of the catalogue
    QTest::addColumn<RevisionChange>("change");
    const auto row = [](const char *name, const QByteArray &pdf, const char *permission, const char *besides,
                         const char *language, RevisionChange change) {
        QTest::newRow(name) << pdf << QByteArray(permission) << QByteArray(besides) << QByteArray(language) << change;
    };
    row("the first one", preparedPlaces(), "2", "", "", RevisionChange::SignatureFilled);
    row("that forbids all", preparedPlaces(), "1", "", "", RevisionChange::Forbidden);
    row("that allows notes", preparedPlaces(), "3", "", "", RevisionChange::Forbidden);
    row("with other rights", preparedPlaces(), "2", "/UR3 null /UR true", "", RevisionChange::Forbidden);
    row("with a change of the catalogue", preparedPlaces(), "2", "", "(xx)", RevisionChange::Forbidden);
    row("the second one", preparedReport(), "2", "", "", RevisionChange::Forbidden);
}

void TestRevisionPolicy::aFirstSignatureMayCertify()
{
    QFETCH(QByteArray, pdf);
    QFETCH(QByteArray, permission);
    QFETCH(QByteArray, besides);
    QFETCH(QByteArray, language);
    QFETCH(RevisionChange, change);
    const int field = objectHolding(pdf, "/T (Lead)");
    const int root = catalogueId(pdf);
    const QByteArray reference = " /Reference [ << /Type /SigRef /TransformMethod /DocMDP /TransformParams"
                                 " << /Type /TransformParams /P " + permission + " /V /1.2 >> >> ]";
    const QByteArray certified = endingWithItself([&](qint64 end) {
        ForgedUpdate update(pdf);
        const QByteArray value =
            update.add(valueEnding(end, "/Type /Sig /SubFilter /ETSI.CAdES.detached", reference));
        update.put(field, withEntry(update.body(field), "V", value));
        QByteArray catalogue = withEntry(update.body(root), "Perms", "<< /DocMDP " + value + ' ' + besides + " >>");
        if (!language.isEmpty())
            catalogue = withEntry(catalogue, "Lang", language);
        update.put(root, catalogue);
        return update.finish();
    });
    const auto verdicts = judgeRevisions(certified, pdf.size());
    QCOMPARE(verdicts.size(), 1);
    QCOMPARE(verdicts.first().change, change);
}

void TestRevisionPolicy::aTimestampMayBeAdded()
{
    const QByteArray pdf = preparedReport();
    const int field = objectHolding(pdf, "/T (Time)");
    const auto stamped = [&](const QByteArray &type, qint64 shift) {
        return endingWithItself([&](qint64 end) {
            ForgedUpdate update(pdf);
            update.put(field, withEntry(update.body(field), "V", update.add(valueEnding(end + shift, type))));
            return update.finish();
        });
    };
    QCOMPARE(lastChange(stamped("/Type /DocTimeStamp /SubFilter /ETSI.RFC3161", 0)), RevisionChange::TimestampAdded);
    QCOMPARE(lastChange(stamped("/Type /DocTimeStamp /SubFilter /ETSI.RFC3161", -1)), RevisionChange::Forbidden);
    QCOMPARE(lastChange(stamped("/Type /DocTimeStamp /SubFilter /adbe.pkcs7.sha1", 0)), RevisionChange::Forbidden);
    QCOMPARE(lastChange(stamped("/Type /Sig /SubFilter /ETSI.RFC3161", 0)), RevisionChange::Forbidden);
}

void TestRevisionPolicy::dataForCheckingMayBeAdded()
{
    ForgedUpdate update(m_signed);
    const int root = catalogueId(m_signed);
    const QByteArray certificate = update.add(streamOf({}, "a certificate"));
    const QByteArray store = "<< /Certs [" + certificate + "] >>";
    update.put(root, withEntry(update.body(root), "DSS", store));
    const QByteArray once = update.finish();
    const PdfVerdict verdict = verdictOn(once);
    QCOMPARE(verdict.revisions.size(), 1);
    QCOMPARE(verdict.revisions.first().change, RevisionChange::ValidationData);
    QVERIFY2(holds(verdict), qPrintable(told(verdict)));
    QCOMPARE(verdict.signatures.first().coverage, Coverage::EarlierRevision);

    ForgedUpdate more(once);
    const QByteArray answer = more.add(streamOf({}, "an answer"));
    const QByteArray note = "<< /0123 << /Cert [" + certificate + "] /OCSP [" + answer + "] >> >>";
    more.put(root,
        withEntry(
            more.body(root), "DSS", "<< /Certs [" + certificate + "] /OCSPs [" + answer + "] /VRI " + note + " >>"));
    QVERIFY2(holds(verdictOn(more.finish())), qPrintable(told(verdictOn(more.finish()))));
}

void TestRevisionPolicy::dataForCheckingMustNotChangeAnythingElse_data()
{
    QTest::addColumn<QByteArray>("store");
    QTest::addColumn<QByteArray>("other");
    QTest::newRow("what was there is dropped") << QByteArray("<< /Certs [NEW] >>") << QByteArray();
    QTest::newRow("what was there comes second") << QByteArray("<< /Certs [NEW OLD] >>") << QByteArray();
    QTest::newRow("an object that is not listed") << QByteArray("<< /Certs [OLD] >>") << QByteArray();
    QTest::newRow("no list") << QByteArray("<< /Certs NEW >>") << QByteArray();
    QTest::newRow("something that is no stream") << QByteArray("<< /Certs [OLD NEW 1] >>") << QByteArray();
    QTest::newRow("an entry nobody knows") << QByteArray("<< /Certs [OLD NEW] /Pages 2 0 R >>") << QByteArray();
    QTest::newRow("another entry of the catalogue") << QByteArray("<< /Certs [OLD NEW] >>") << QByteArray("Lang");
    QTest::newRow("nothing left") << QByteArray("null") << QByteArray();
}

void TestRevisionPolicy::dataForCheckingMustNotChangeAnythingElse()
{
    QFETCH(QByteArray, store);
    QFETCH(QByteArray, other);
    const int root = catalogueId(m_signed);
    ForgedUpdate first(m_signed);
    const QByteArray old = first.add(streamOf({}, "a certificate"));
    first.put(root, withEntry(first.body(root), "DSS", "<< /Certs [" + old + "] >>"));
    ForgedUpdate second(first.finish());
    const QByteArray added = second.add(streamOf({}, "another certificate"));
    QByteArray body = withEntry(second.body(root), "DSS", store.replace("OLD", old).replace("NEW", added));
    if (!other.isEmpty())
        body = withEntry(body, other, "(tlh)");
    second.put(root, body);
    const QByteArray pdf = second.finish();
    QCOMPARE(lastChange(pdf), RevisionChange::Forbidden);
    QVERIFY(verdictOn(pdf).laterChanges);
}

void TestRevisionPolicy::signaturesThatEndWithNoRevisionAreUnsound()
{
    for (const qint64 end : {qint64(0), qint64(1), qint64(m_signed.size() - 1), qint64(m_signed.size() + 1)}) {
        const auto verdicts = judgeRevisions(m_signed, end);
        QCOMPARE(verdicts.size(), 1);
        QCOMPARE(verdicts.first().change, RevisionChange::Forbidden);
        QCOMPARE(verdicts.first().places.first().part, DocumentPart::Structure);
    }
    QVERIFY(judgeRevisions(m_signed, m_signed.size()).isEmpty());
    QCOMPARE(judgeRevisions({}, 0).first().change, RevisionChange::Forbidden);
}

QTEST_GUILESS_MAIN(TestRevisionPolicy)
#include "tst_revisionpolicy.moc"
