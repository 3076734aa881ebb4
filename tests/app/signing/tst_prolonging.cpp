// SPDX-License-Identifier: GPL-3.0-or-later
// The window that verifies a report and makes it last, with services that answer, lie, keep waiting or are not there.
#include "app/dialogs/verifydialog.h"

#include "app/dialogs/signingverdictrow.h"
#include "core/signing/timestampservice.h"
#include "tests/app/scriptedprompts.h"
#include "tests/app/signing/signingroom.h"
#include "tests/support/revocationservice.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

constexpr int patience = 60000; ///< milliseconds; an answer takes a fraction of a second on an idle machine

class TestProlonging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void underATimestampItReachesLta_data();
    void underATimestampItReachesLta();
    void withoutAServiceWhatHasAProvenTimeReachesLt();
    void withoutAServiceTheOthersAreToldWhatTheyNeed();
    void whatCannotLastIsToldWithItsCause_data();
    void whatCannotLastIsToldWithItsCause();
    void aCertificateThatNamesNobodyCanBeTrustedInstead();
    void stoppingLeavesNothing();
    void noFileIsReplaced_data();
    void noFileIsReplaced();
    void whoDoesNotAgreeAsksNobody();
    void onlyASignedReportThatHoldsCanLast_data();
    void onlyASignedReportThatHoldsCanLast();

private:
    QString pki(const QString &name) const { return m_authority.filePath(name); }
    /// The report signed by somebody the authority knows, with a timestamp or without.
    QString signedBy(const QString &name, bool withTime) const;

    struct Window
    {
        ScriptedPrompts prompts;
        std::unique_ptr<VerifyDialog> dialog;

        Window(const SigningRoom &room, const QString &timestampUrl)
            : dialog(std::make_unique<VerifyDialog>(
                TrustBook(room.file("trust.json"), QStringLiteral("Ada Auditor (fictional)"), room.clock()), timestampUrl,
                room.clock(), prompts))
        {
            prompts.agrees = true;
            dialog->show();
        }
        template <class T> T *part(const char *name) const { return dialog->findChild<T *>(QString::fromLatin1(name)); }
        void click(const char *name) const { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }
        /// Clicks a button that ends in a verdict on a file, and waits for it.
        [[nodiscard]] bool judges(const char *button, const QString &path)
        {
            QSignalSpy checked(dialog.get(), &VerifyDialog::checked);
            prompts.files = {path};
            click(button);
            return QTest::qWaitFor([&checked] { return checked.count() == 1; }, patience);
        }
        void startsToProlong(const QString &path)
        {
            prompts.files = {path};
            part<QPushButton>("prolongButton")->setFocus();
            QTest::keyClick(part<QPushButton>("prolongButton"), Qt::Key_Space);
        }
        [[nodiscard]] bool isTold() const
        {
            return QTest::qWaitFor([this] { return part<QWidget>("prolongRow")->isVisible(); }, patience);
        }
        const VerdictLine &told() const { return part<SigningVerdictRow>("prolongRow")->line(); }
    };

    QTemporaryDir m_authority;
    std::unique_ptr<RevocationService> m_service;
    std::unique_ptr<SigningRoom> m_room;
    QString m_out;
};

void TestProlonging::initTestCase()
{
    m_service = std::make_unique<RevocationService>(m_authority.path());
    QVERIFY2(m_service->isRunning(), "python3 and openssl are needed");
    m_room = std::make_unique<SigningRoom>();
    m_room->now = systemClock()(); // the services answer for today
    m_out = m_room->inFolder("lasting.pdf");
}

QString TestProlonging::signedBy(const QString &name, bool withTime) const
{
    const QString path = m_room->inFolder("by-somebody.pdf");
    QFile::remove(path);
    const auto identity = SigningIdentity::fromPkcs12(
        SigningRoom::read(pki(name + QStringLiteral(".p12"))), Passphrase(QByteArray("correct horse")));
    const auto timestamps = timestampService(m_service->timestampUrl());
    const auto done = m_room->job().writeSigned(
        path, identity.value(), {.time = m_room->now, .name = {}}, {}, withTime ? timestamps.value() : TimestampSource());
    if (!done || done->withoutTimestamp)
        throw std::runtime_error("no signed report");
    return path;
}

void TestProlonging::underATimestampItReachesLta_data()
{
    QTest::addColumn<QString>("signer"); // empty: the identity the program made
    QTest::newRow("by an authority's certificate") << QStringLiteral("ada");
    QTest::newRow("by a certificate of one's own") << QString();
}

void TestProlonging::underATimestampItReachesLta()
{
    QFETCH(const QString, signer);
    QFile::remove(m_out);
    const QString report = signer.isEmpty() ? m_room->signedReport() : signedBy(signer, false);
    const QByteArray before = SigningRoom::read(report);
    Window window(*m_room, m_service->timestampUrl());
    QVERIFY(window.judges("chooseReportButton", report));
    QVERIFY(!window.part<QWidget>("prolongRow")->isVisible());
    QVERIFY2(window.judges("prolongButton", m_out), qPrintable(window.told().sentence));
    QCOMPARE(window.told().tone, VerdictTone::Good);
    QVERIFY2(window.told().sentence.contains(QStringLiteral("B-LTA")), qPrintable(window.told().sentence));
    QVERIFY(window.part<QWidget>("prolongRow")->isVisible());
    QVERIFY(window.part<QLabel>("reportLabel")->text().endsWith(QStringLiteral("lasting.pdf")));
    QVERIFY(window.part<QLabel>("factsLabel")->text().contains(QStringLiteral("B-LTA")));
    QCOMPARE(SigningRoom::read(report), before);
    QVERIFY(SigningRoom::read(m_out).startsWith(before));
    const auto check = checkReport(m_out, {}, m_room->now);
    QCOMPARE(check->verdict, ReportVerdict::Good);
    QCOMPARE(check->signatures.signatures.first().level, SignatureLevel::BaselineLTA);
    // The next verdict is on another report: it takes the sentence away.
    QVERIFY(window.judges("chooseReportButton", report));
    QVERIFY(!window.part<QWidget>("prolongRow")->isVisible());
}

void TestProlonging::withoutAServiceWhatHasAProvenTimeReachesLt()
{
    QFile::remove(m_out);
    Window window(*m_room, {});
    QVERIFY(window.judges("chooseReportButton", signedBy(QStringLiteral("ada"), true)));
    // A name without an ending gets one.
    QVERIFY2(window.judges("prolongButton", m_room->inFolder("lasting")), qPrintable(window.told().sentence));
    QCOMPARE(window.told().tone, VerdictTone::Good);
    QVERIFY2(window.told().sentence.contains(QStringLiteral("B-LT)")), qPrintable(window.told().sentence));
    QCOMPARE(checkReport(m_out, {}, m_room->now)->signatures.signatures.first().level, SignatureLevel::BaselineLT);
}

void TestProlonging::withoutAServiceTheOthersAreToldWhatTheyNeed()
{
    QFile::remove(m_out);
    Window window(*m_room, {});
    QVERIFY(window.judges("chooseReportButton", signedBy(QStringLiteral("ada"), false)));
    window.startsToProlong(m_out);
    QVERIFY(window.part<QWidget>("prolongRow")->isVisible());
    QCOMPARE(window.told().tone, VerdictTone::Caution);
    QVERIFY2(window.told().sentence.contains(QStringLiteral("Choose a timestamp service")), qPrintable(window.told().sentence));
    QCOMPARE(window.prompts.files.size(), 1); // no name was asked for
    QVERIFY(!QFile::exists(m_out));
}

void TestProlonging::whatCannotLastIsToldWithItsCause_data()
{
    QTest::addColumn<QString>("signer");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QString>("detail");
    const QString honest = m_service->timestampUrl();
    QTest::newRow("no network") << QStringLiteral("ada") << QStringLiteral("http://127.0.0.1:1/")
                                << QStringLiteral("There is no network") << QStringLiteral("127.0.0.1:1");
    QTest::newRow("no such address") << QStringLiteral("ada") << QStringLiteral("https://127.0.0.1/")
                                     << QStringLiteral("Correct it under") << QStringLiteral("http://");
    QTest::newRow("revoked") << QStringLiteral("ben") << honest << QStringLiteral("was revoked before")
                             << QStringLiteral("certificate of ben was revoked on");
    QTest::newRow("lying service") << QStringLiteral("wrong-nonce") << honest << QStringLiteral("does not fit the question")
                                   << QStringLiteral("nonce");
}

void TestProlonging::whatCannotLastIsToldWithItsCause()
{
    QFETCH(const QString, signer);
    QFETCH(const QString, url);
    QFETCH(const QString, cause);
    QFETCH(const QString, detail);
    QFile::remove(m_out);
    QVERIFY(m_service->revoke("ben", {m_room->now.utcMs / 1000 * 1000 - 3600LL * 1000, 0}));
    Window window(*m_room, url);
    QVERIFY(window.judges("chooseReportButton", signedBy(signer, false)));
    const QStringList files = m_room->filesInFolder();
    window.startsToProlong(m_out);
    QVERIFY(window.isTold());
    QCOMPARE(window.told().tone, VerdictTone::Bad);
    QVERIFY2(window.told().sentence.contains(cause), qPrintable(window.told().sentence));
    QVERIFY2(window.told().sentence.contains(detail), qPrintable(window.told().sentence));
    QCOMPARE(m_room->filesInFolder(), files);
    // The verdict still stands, and it can be tried again.
    QVERIFY(window.part<QWidget>("resultArea")->isVisible());
    QVERIFY(window.part<QPushButton>("prolongButton")->hasFocus());
}

void TestProlonging::aCertificateThatNamesNobodyCanBeTrustedInstead()
{
    QFile::remove(m_out);
    Window window(*m_room, m_service->timestampUrl());
    QVERIFY(window.judges("chooseReportButton", signedBy(QStringLiteral("nowhere"), false)));
    window.startsToProlong(m_out);
    QVERIFY(window.isTold());
    QVERIFY2(window.told().sentence.contains(QStringLiteral("choose it above")), qPrintable(window.told().sentence));
    QVERIFY2(window.told().sentence.contains(QStringLiteral("nowhere")), qPrintable(window.told().sentence));
    QVERIFY(window.judges("chooseTrustButton", pki(QStringLiteral("nowhere.pem"))));
    QVERIFY2(window.judges("prolongButton", m_out), qPrintable(window.told().sentence));
    QCOMPARE(window.told().tone, VerdictTone::Good);
}

void TestProlonging::stoppingLeavesNothing()
{
    QFile::remove(m_out);
    Window window(*m_room, {});
    QVERIFY(window.judges("chooseReportButton", signedBy(QStringLiteral("slow"), true)));
    const QStringList files = m_room->filesInFolder();
    window.startsToProlong(m_out);
    QVERIFY(m_service->keepsSomebodyWaiting());
    QVERIFY(window.part<QWidget>("progressWidget")->isVisible());
    for (const char *other : {"chooseReportButton", "chooseTrustButton", "prolongButton", "closeButton"})
        QVERIFY2(!window.part<QPushButton>(other)->isEnabled(), other);
    QVERIFY(!window.dialog->acceptDrops());
    QTest::keyClick(window.dialog.get(), Qt::Key_Escape);
    QVERIFY(window.dialog->isVisible());
    QVERIFY(window.isTold());
    QCOMPARE(window.told().tone, VerdictTone::Neutral);
    QCOMPARE(m_room->filesInFolder(), files);
    // By the button as well.
    window.startsToProlong(m_out);
    QVERIFY(m_service->keepsSomebodyWaiting());
    QVERIFY(window.part<QPushButton>("stopButton")->hasFocus());
    window.click("stopButton");
    QVERIFY(window.isTold());
    QCOMPARE(m_room->filesInFolder(), files);
    QTest::keyClick(window.dialog.get(), Qt::Key_Escape);
    QVERIFY(!window.dialog->isVisible());
}

void TestProlonging::noFileIsReplaced_data()
{
    QTest::addColumn<bool>("isItself");
    QTest::newRow("the report itself") << true;
    QTest::newRow("another file") << false;
}

void TestProlonging::noFileIsReplaced()
{
    QFETCH(const bool, isItself);
    SigningRoom::write(m_out, "dear");
    const QString report = signedBy(QStringLiteral("ada"), true);
    const QByteArray before = SigningRoom::read(report);
    Window window(*m_room, {});
    QVERIFY(window.judges("chooseReportButton", report));
    window.startsToProlong(isItself ? report : m_out);
    QVERIFY(window.isTold());
    QVERIFY2(window.told().sentence.contains(QStringLiteral("a name that no file has")), qPrintable(window.told().sentence));
    QCOMPARE(SigningRoom::read(report), before);
    QCOMPARE(SigningRoom::read(m_out), QByteArray("dear"));
}

void TestProlonging::whoDoesNotAgreeAsksNobody()
{
    Window window(*m_room, m_service->timestampUrl());
    QVERIFY(window.judges("chooseReportButton", signedBy(QStringLiteral("ada"), false)));
    window.prompts.agrees = false;
    window.startsToProlong(m_out);
    QCOMPARE(window.prompts.files.size(), 1);
    QVERIFY(!window.part<QWidget>("progressWidget")->isVisible());
    QVERIFY(window.part<QPushButton>("prolongButton")->isEnabled());
}

void TestProlonging::onlyASignedReportThatHoldsCanLast_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("canLast");
    const QString report = signedBy(QStringLiteral("ada"), false);
    QTest::newRow("signed") << report << true;
    QTest::newRow("unsigned") << m_room->unsignedReport() << false;
    const QString altered = m_room->inFolder("altered.pdf");
    SigningRoom::write(altered, SigningRoom::read(report) + "\n% a later revision\n");
    QTest::newRow("added to") << altered << false;
    QTest::newRow("gone") << m_room->inFolder("gone.pdf") << false;
}

void TestProlonging::onlyASignedReportThatHoldsCanLast()
{
    QFETCH(const QString, path);
    QFETCH(const bool, canLast);
    Window window(*m_room, m_service->timestampUrl());
    QVERIFY(!window.part<QPushButton>("prolongButton")->isEnabled());
    QVERIFY(window.judges("chooseReportButton", path));
    QCOMPARE(window.part<QPushButton>("prolongButton")->isEnabled(), canLast);
}

QTEST_MAIN(TestProlonging)
#include "tst_prolonging.moc"
