// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a real report that was attacked after it was signed.
#include "core/session/reportcheck.h"
#include "core/session/reportjob.h"
#include "tests/core/signing/attacks.h"
#include "tests/core/signing/forgedupdate.h"
#include "tests/core/signing/signingsamples.h"
#include "tests/support/sessionroom.h"

#include <QGuiApplication>
#include <QTest>

#include <algorithm>

using namespace cq;
using namespace cq::samples;
using namespace cq::testing;

Q_DECLARE_METATYPE(cq::samples::Attack)

class TestReportAttacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyAttackMakesTheReportBad_data();
    void everyAttackMakesTheReportBad();
    void aReportPreparedToShowSomethingElseIsBad();
    void signedByTwoItIsGood();

private:
    ReportCheck check(const QByteArray &pdf) const
    {
        const QString path = m_room->file("checked.pdf");
        if (!writeFile(path, pdf))
            return {};
        return checkReport(path, {}, m_room->now).value();
    }

    std::unique_ptr<SessionRoom> m_room;
    QByteArray m_unsigned;
    QByteArray m_signed;
};

void TestReportAttacks::initTestCase()
{
    m_room = std::make_unique<SessionRoom>();
    QVERIFY(m_room->answer("GOV-01", ResponseLevel::Met));
    const auto job = ReportJob::prepare(*m_room->session, QStringLiteral("en"));
    QVERIFY2(job, job ? "" : qPrintable(job.error().text()));
    const auto signer = SigningIdentity::create(
        {QStringLiteral("Test Signer"), QStringLiteral("Test house"), KeyAlgorithm::EcP256}, m_room->now);
    QVERIFY(signer);
    const QString plain = m_room->file("unsigned.pdf");
    QVERIFY(job->write(plain));
    m_unsigned = readFile(plain);
    const QString path = m_room->file("signed.pdf");
    const auto written = job->writeSigned(path, *signer, {.time = m_room->now, .name = {}});
    QVERIFY2(written, written ? "" : qPrintable(written.error().text()));
    m_signed = readFile(path);
    const ReportCheck judged = check(m_signed);
    QCOMPARE(judged.verdict, ReportVerdict::Good);
    QVERIFY(judged.signatures.revisions.isEmpty());
    QVERIFY(judged.signatures.formFaults.isEmpty());
}

void TestReportAttacks::everyAttackMakesTheReportBad_data()
{
    QTest::addColumn<Attack>("attack");
    for (const Attack &attack : structureAttacks() + contentAttacks())
        QTest::newRow(attack.name) << attack;
}

void TestReportAttacks::everyAttackMakesTheReportBad()
{
    QFETCH(Attack, attack);
    const QByteArray pdf = attack.make(m_signed);
    QVERIFY(!pdf.isEmpty() && pdf != m_signed);
    const ReportCheck judged = check(pdf);
    QCOMPARE(textOf(judged.verdict), QStringLiteral("bad"));
    QStringList told;
    bool isTold = !attack.part;
    for (const RevisionVerdict &revision : judged.signatures.revisions)
        for (const ChangedPlace &place : revision.places) {
            told.append(QStringLiteral("%1 %2 %3").arg(textOf(place.part)).arg(place.page).arg(place.name));
            // In a prepared place the field is the signature's own.
            const bool isPlace = attack.part == DocumentPart::Form && place.part == DocumentPart::Signature;
            isTold = isTold || isPlace
                || (place.part == *attack.part && (attack.page == 0 || place.page == attack.page));
        }
    QVERIFY2(isTold, qPrintable(told.join(u';')));
}

// Before anybody signs: no revision can tell then, only the form.
void TestReportAttacks::aReportPreparedToShowSomethingElseIsBad()
{
    QCOMPARE(check(resigned(m_unsigned)).verdict, ReportVerdict::Good);
    ForgedUpdate update(m_unsigned);
    const QByteArray layer = update.add("<< /Type /OCG /Name (Outcome) >>");
    const int root = catalogueId(m_unsigned);
    update.put(root, withEntry(update.body(root), "OCProperties", "<< /OCGs [" + layer + "] /D << >> >>"));
    const ReportCheck judged = check(resigned(update.finish()));
    QCOMPARE(judged.signatures.signatures.size(), 1);
    QCOMPARE(judged.signatures.signatures.first().integrity, Integrity::Intact);
    QVERIFY(judged.signatures.revisions.isEmpty());
    QCOMPARE(judged.signatures.formFaults.first().fault, FormFault::UnknownEntry);
    QCOMPARE(judged.rescored, Rescored::Matches);
    QCOMPARE(judged.verdict, ReportVerdict::Bad);
}

void TestReportAttacks::signedByTwoItIsGood()
{
    const ReportCheck judged = check(resigned(resigned(m_signed)));
    QCOMPARE(judged.problem, QString());
    QCOMPARE(textOf(judged.verdict), QStringLiteral("good"));
    QCOMPARE(judged.signatures.signatures.size(), 3);
    QCOMPARE(judged.signatures.revisions.size(), 2);
    for (const RevisionVerdict &revision : judged.signatures.revisions)
        QCOMPARE(revision.change, RevisionChange::SignatureFilled);
}

QTEST_MAIN(TestReportAttacks)
#include "tst_reportattacks.moc"
