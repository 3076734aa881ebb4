// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/verifydialog.h"

#include "app/dialogs/signedrevisiondialog.h"
#include "app/dialogs/signingexport.h"
#include "app/dialogs/signingverdictrow.h"
#include "tests/app/scriptedprompts.h"
#include "tests/app/signing/signingroom.h"

#include <QDropEvent>
#include <QFrame>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace cq;
using namespace cq::testing;

constexpr int patience = 60000; ///< milliseconds

class TestVerifyDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSelfIssuedReportIsUnchangedButNotConfirmed();
    void aTrustedSignerIsConfirmed();
    void aSignerIsPinnedAfterComparingTheFingerprint();
    void nobodyIsPinnedWhereTheSignatureDoesNotFit();
    void aDamagedBookIsToldAndMakesNobodyKnown();
    void aFlippedByteIsTold();
    void appendedBytesAreTold();
    void anUnsignedReportIsTold();
    void whatIsNoReportIsTold_data();
    void whatIsNoReportIsTold();
    void aDroppedFileIsChecked();
    void figuresStandSideBySide();
    void detailsFoldOut();
    void aFileWithoutCertificatesChangesNothing();
    void theOldVerdictGoesBeforeTheNewOneComes();
    void namesFromTheFileAreNoMarkup();
    void exactlyWhatEachPersonSignedIsOpened();
    void whatDoesNotHoldIsNotOpened();
    void aReportThatWentAwayIsToldWhereItsPagesWouldBe();

private:
    static TrustBook bookOf(const SigningRoom &room, const char *name)
    {
        return TrustBook(room.file(name), QStringLiteral("Ada Auditor (fictional)"), room.clock());
    }

    std::unique_ptr<SigningRoom> m_room;
    QString m_signed, m_unsigned;

    struct Window
    {
        ScriptedPrompts prompts;
        std::unique_ptr<VerifyDialog> dialog;

        explicit Window(const SigningRoom &room, const char *book = "trust.json")
            : dialog(std::make_unique<VerifyDialog>(bookOf(room, book), QString(), room.clock(), prompts))
        {
            dialog->show();
        }
        template <class T> T *part(const char *name) const { return dialog->findChild<T *>(QString::fromLatin1(name)); }
        const VerdictLine &row(const char *name) const { return part<SigningVerdictRow>(name)->line(); }
        void click(const char *name) const { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }
        /// Chooses the file by a click and waits for the verdict.
        [[nodiscard]] bool check(const QString &path)
        {
            QSignalSpy checked(dialog.get(), &VerifyDialog::checked);
            prompts.files = {path};
            click("chooseReportButton");
            return QTest::qWaitFor([&checked] { return checked.count() == 1; }, patience);
        }
    };
};

void TestVerifyDialog::initTestCase()
{
    m_room = std::make_unique<SigningRoom>();
    m_signed = m_room->signedReport();
    m_unsigned = m_room->unsignedReport();
}

void TestVerifyDialog::aSelfIssuedReportIsUnchangedButNotConfirmed()
{
    Window window(*m_room);
    QVERIFY(window.part<QLabel>("hintLabel")->isVisible());
    QVERIFY(window.check(m_signed));
    QVERIFY(!window.part<QLabel>("hintLabel")->isVisible());
    QCOMPARE(window.row("headlineRow").tone, VerdictTone::Caution);
    QCOMPARE(window.row("integrityRow").tone, VerdictTone::Good);
    QCOMPARE(window.row("trustRow").tone, VerdictTone::Caution);
    QVERIFY(window.row("trustRow").sentence.contains(QStringLiteral("Compare the fingerprint")));
    QVERIFY(window.part<QLabel>("fingerprintLabel")->text().remove(u' ').contains(m_room->certificate.sha256));
    QCOMPARE(window.row("coverageRow").word, QStringLiteral("Covers the whole file"));
    QCOMPARE(window.row("laterChangesRow").tone, VerdictTone::Good);
    QCOMPARE(window.row("revisionsRow").word, QStringLiteral("One state only"));
    QCOMPARE(window.row("plainFormRow").tone, VerdictTone::Good);
    QCOMPARE(window.row("rescoredRow").tone, VerdictTone::Good);
    QCOMPARE(window.row("printedRow").tone, VerdictTone::Good);
    QCOMPARE(window.row("trailRow").tone, VerdictTone::Good);
    QVERIFY(QString(window.row("trailRow").sentence).remove(u' ').contains(
        QString::fromLatin1(trailHead(m_room->session->trail().value()))));
    QCOMPARE(window.part<QLabel>("signerLabel")->text(), QStringLiteral("Test Signer"));
    const QString facts = window.part<QLabel>("factsLabel")->text();
    for (const char *words : {"Authored", "claims", "Test house", "B-B"})
        QVERIFY2(facts.contains(QString::fromLatin1(words)), words);
    QVERIFY(window.part<QLabel>("subjectLabel")->text().contains(QStringLiteral("Test Hospital")));
}

void TestVerifyDialog::aTrustedSignerIsConfirmed()
{
    const QString pem = m_room->file("signer.pem");
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
        {QStringLiteral("pkcs12"), QStringLiteral("-in"), m_room->identityFile(), QStringLiteral("-nokeys"),
            QStringLiteral("-passin"), QStringLiteral("pass:") + SigningRoom::passphrase(), QStringLiteral("-out"), pem});
    QVERIFY2(openssl.waitForFinished() && openssl.exitCode() == 0, "openssl is needed");

    Window window(*m_room);
    QVERIFY(window.check(m_signed));
    QSignalSpy checked(window.dialog.get(), &VerifyDialog::checked);
    window.prompts.files = {pem};
    window.click("chooseTrustButton");
    QTRY_COMPARE_WITH_TIMEOUT(checked.count(), 1, patience);
    QCOMPARE(window.row("headlineRow").tone, VerdictTone::Good);
    QCOMPARE(window.row("trustRow").word, QStringLiteral("Signer known"));
    // And taken back: that file alone, so the button says no more.
    QVERIFY(window.part<QLabel>("trustLabel")->text().contains(QStringLiteral(".pem")));
    QCOMPARE(window.part<QPushButton>("forgetTrustButton")->text().remove(u'&'), QStringLiteral("Without this file"));
    window.click("forgetTrustButton");
    QTRY_COMPARE_WITH_TIMEOUT(checked.count(), 2, patience);
    QCOMPARE(window.row("trustRow").tone, VerdictTone::Caution);
    QVERIFY(!window.part<QPushButton>("forgetTrustButton")->isVisible());
}

void TestVerifyDialog::aSignerIsPinnedAfterComparingTheFingerprint()
{
    Window window(*m_room, "pinned.json");
    const TrustBook book = bookOf(*m_room, "pinned.json");
    QVERIFY(window.check(m_signed));
    auto *button = window.part<QPushButton>("trustPersonButton");
    QVERIFY(button);
    QTRY_VERIFY(button->isVisible());
    // Who does not agree changes nothing.
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(book.read()->anchors.isEmpty());
    window.prompts.agrees = true;
    QSignalSpy checked(window.dialog.get(), &VerifyDialog::checked);
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(checked.count(), 1, patience);
    QCOMPARE(window.row("headlineRow").tone, VerdictTone::Good);
    QCOMPARE(window.row("trustRow").word, QStringLiteral("Signer known"));
    QTRY_VERIFY(!window.part<QPushButton>("trustPersonButton"));
    QVERIFY(window.part<QLabel>("trustLabel")->text() != QStringLiteral("Nobody yet"));
    QVERIFY(!window.part<QPushButton>("forgetTrustButton")->isVisible());
    const auto record = book.read();
    QCOMPARE(record->anchors.size(), 1);
    QCOMPARE(record->anchors.first().certificate, m_room->certificate);
    QCOMPARE(record->anchors.first().purpose, TrustPurpose::Person);
    QCOMPARE(record->anchors.first().source, (TrustSource {TrustOrigin::Report, QStringLiteral("signed.pdf"), std::nullopt}));
    QCOMPARE(record->anchors.first().addedBy, QStringLiteral("Ada Auditor (fictional)"));
    // The next window knows them by itself.
    Window next(*m_room, "pinned.json");
    QTRY_VERIFY(next.part<QLabel>("trustLabel")->text() != QStringLiteral("Nobody yet"));
    QVERIFY(next.check(m_signed));
    QCOMPARE(next.row("trustRow").tone, VerdictTone::Good);
}

void TestVerifyDialog::nobodyIsPinnedWhereTheSignatureDoesNotFit()
{
    QByteArray bytes = SigningRoom::read(m_signed);
    const qsizetype place = SigningRoom::read(m_unsigned).size() / 2;
    bytes[place] = char(bytes[place] ^ 1);
    const QString path = m_room->file("altered.pdf");
    SigningRoom::write(path, bytes);
    Window window(*m_room);
    QVERIFY(window.check(path));
    QVERIFY(window.part<QFrame>("signatureCard"));
    QVERIFY(!window.part<QPushButton>("trustPersonButton"));
}

void TestVerifyDialog::aDamagedBookIsToldAndMakesNobodyKnown()
{
    SigningRoom::write(m_room->file("damaged.json"), "{\"format\":\"centrequal-trust\"}");
    Window window(*m_room, "damaged.json");
    const auto *message = window.part<QLabel>("trustMessageLabel");
    QTRY_VERIFY(message->isVisible());
    QVERIFY2(message->text().contains(QStringLiteral("line 1")), qPrintable(message->text()));
    QVERIFY(window.check(m_signed));
    QCOMPARE(window.row("integrityRow").tone, VerdictTone::Good);
    QCOMPARE(window.row("trustRow").tone, VerdictTone::Caution);
    // Adding to it would lose what may still be saved.
    window.prompts.agrees = true;
    window.part<QPushButton>("trustPersonButton")->setFocus();
    QTest::keyClick(window.part<QPushButton>("trustPersonButton"), Qt::Key_Space);
    QTRY_COMPARE(window.prompts.told.size(), 1);
    QCOMPARE(window.prompts.told.first().code, ErrorCode::Corrupt);
    QCOMPARE(SigningRoom::read(m_room->file("damaged.json")), QByteArray("{\"format\":\"centrequal-trust\"}"));
}

void TestVerifyDialog::aFlippedByteIsTold()
{
    QByteArray bytes = SigningRoom::read(m_signed);
    const qsizetype place = SigningRoom::read(m_unsigned).size() / 2;
    bytes[place] = char(bytes[place] ^ 1);
    const QString path = m_room->file("flipped.pdf");
    SigningRoom::write(path, bytes);
    Window window(*m_room);
    QVERIFY(window.check(path));
    QCOMPARE(window.row("headlineRow").tone, VerdictTone::Bad);
    QVERIFY(window.row("headlineRow").sentence.contains(QStringLiteral("not what was signed")));
    QCOMPARE(window.row("integrityRow").word, QStringLiteral("Content changed"));
    QCOMPARE(window.row("trustRow").tone, VerdictTone::Neutral);
    QVERIFY(!window.part<QTableView>("figuresView")->isVisible());
}

void TestVerifyDialog::appendedBytesAreTold()
{
    const QString path = m_room->file("appended.pdf");
    SigningRoom::write(path, SigningRoom::read(m_signed) + "\n% a later revision\n");
    Window window(*m_room);
    QVERIFY(window.check(path));
    QCOMPARE(window.row("headlineRow").tone, VerdictTone::Bad);
    QCOMPARE(window.row("integrityRow").tone, VerdictTone::Good);
    QCOMPARE(window.row("coverageRow").tone, VerdictTone::Caution);
    QCOMPARE(window.row("laterChangesRow").word, QStringLiteral("Added to after signing"));
    QCOMPARE(window.row("revisionsRow").tone, VerdictTone::Bad);
}

void TestVerifyDialog::anUnsignedReportIsTold()
{
    Window window(*m_room);
    QVERIFY(window.check(m_unsigned));
    QCOMPARE(window.row("headlineRow").word, QStringLiteral("Not signed"));
    QTRY_VERIFY(window.part<QLabel>("noSignatureLabel")->isVisible());
    for (const char *row : {"laterChangesRow", "revisionsRow", "plainFormRow"})
        QVERIFY2(!window.part<SigningVerdictRow>(row)->isVisible(), row);
    QCOMPARE(window.row("rescoredRow").tone, VerdictTone::Good);
    QVERIFY(!window.part<QFrame>("signatureCard"));
}

void TestVerifyDialog::whatIsNoReportIsTold_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("no PDF") << m_room->identityFile();
    QTest::newRow("gone") << m_room->file("gone.pdf");
    QTest::newRow("empty") << m_room->file("empty.pdf");
    SigningRoom::write(m_room->file("empty.pdf"), {});
}

void TestVerifyDialog::whatIsNoReportIsTold()
{
    QFETCH(QString, path);
    Window window(*m_room);
    QVERIFY(window.check(m_signed));
    QVERIFY(window.check(path));
    QCOMPARE(window.row("headlineRow").tone, VerdictTone::Bad);
    QVERIFY(!window.part<QWidget>("judgementWidget")->isVisible());
    QVERIFY(!window.part<QFrame>("signatureCard"));
}

void TestVerifyDialog::aDroppedFileIsChecked()
{
    Window window(*m_room);
    QSignalSpy checked(window.dialog.get(), &VerifyDialog::checked);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_signed)});
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.dialog.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.dialog.get(), &drop);
    QTRY_COMPARE_WITH_TIMEOUT(checked.count(), 1, patience);
    QCOMPARE(window.row("integrityRow").tone, VerdictTone::Good);
    // Two files at once are not taken: it would be open which one is meant.
    data.setUrls({QUrl::fromLocalFile(m_signed), QUrl::fromLocalFile(m_unsigned)});
    QDragEnterEvent two(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    two.ignore();
    QCoreApplication::sendEvent(window.dialog.get(), &two);
    QVERIFY(!two.isAccepted());
}

void TestVerifyDialog::figuresStandSideBySide()
{
    Window window(*m_room);
    QVERIFY(window.check(m_signed));
    const auto *view = window.part<QTableView>("figuresView");
    QVERIFY(view->isVisible());
    QCOMPARE(view->model()->rowCount(), 5);
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        QCOMPARE(view->model()->index(row, 1).data(), view->model()->index(row, 2).data());
        QVERIFY(view->model()->index(row, 3).data().toString().contains(QStringLiteral("same")));
    }
}

void TestVerifyDialog::detailsFoldOut()
{
    Window window(*m_room);
    QVERIFY(window.check(m_signed));
    auto *button = window.part<QToolButton>("detailsButton");
    auto *details = window.part<QPlainTextEdit>("detailsEdit");
    QVERIFY(!details->isVisible());
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(details->isVisible());
    QVERIFY(details->toPlainText().contains(m_room->certificate.sha256));
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(!details->isVisible());
}

void TestVerifyDialog::aFileWithoutCertificatesChangesNothing()
{
    Window window(*m_room);
    QVERIFY(window.check(m_signed));
    window.prompts.files = {m_unsigned};
    window.click("chooseTrustButton");
    QVERIFY(window.part<QLabel>("trustMessageLabel")->isVisible());
    QCOMPARE(window.part<QLabel>("trustLabel")->text(), QStringLiteral("Nobody yet"));
    QCOMPARE(window.row("trustRow").tone, VerdictTone::Caution);
}

void TestVerifyDialog::theOldVerdictGoesBeforeTheNewOneComes()
{
    Window window(*m_room);
    QVERIFY(window.check(m_signed));
    window.prompts.files = {m_unsigned};
    window.click("chooseReportButton");
    QVERIFY(!window.part<QWidget>("resultArea")->isVisible());
    QVERIFY(window.part<QWidget>("progressWidget")->isVisible());
    window.click("stopButton");
    QVERIFY(!window.part<QWidget>("progressWidget")->isVisible());
    QVERIFY(!window.part<QWidget>("resultArea")->isVisible());
    QVERIFY(window.part<QLabel>("hintLabel")->isVisible());
}

void TestVerifyDialog::namesFromTheFileAreNoMarkup()
{
    Window window(*m_room);
    QVERIFY(window.check(m_signed));
    for (const char *name : {"signerLabel", "factsLabel", "subjectLabel", "fingerprintLabel", "reportLabel"})
        QCOMPARE(window.part<QLabel>(name)->textFormat(), Qt::PlainText);
    for (const QLabel *label : window.part<SigningVerdictRow>("trustRow")->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestVerifyDialog::exactlyWhatEachPersonSignedIsOpened()
{
    const QString path = m_room->inFolder("twice.pdf");
    SigningRoom::write(path, SigningRoom::read(m_signed));
    const FurtherSignature second {path, path, true, m_room->identity(),
        {SignaturePlace::Centre, SignatureMeaning::Acknowledged, m_room->now, {}}};
    QVERIFY(second.run({}));
    Window window(*m_room);
    QVERIFY(window.check(path));
    const auto buttons = window.dialog->findChildren<QPushButton *>(QStringLiteral("openSignedButton"));
    QCOMPARE(buttons.size(), 2);
    for (int place = 0; place < 2; ++place) {
        QVERIFY(buttons[place]->accessibleName().contains(QStringLiteral("Test Signer")));
        QTest::mouseClick(buttons[place], Qt::LeftButton);
        auto *shown = window.dialog->findChild<SignedRevisionDialog *>();
        QVERIFY(shown && shown->isVisible());
        QVERIFY2(shown->windowTitle().contains(QString::number(place + 1)), qPrintable(shown->windowTitle()));
        QTRY_VERIFY_WITH_TIMEOUT(shown->pageCount() > 5, patience);
        QVERIFY(shown->findChild<QLabel *>(QStringLiteral("explanationLabel"))->text().contains(QStringLiteral("Test Signer")));
        QTest::mouseClick(shown->findChild<QPushButton *>(QStringLiteral("closeButton")), Qt::LeftButton);
        delete shown;
    }
}

void TestVerifyDialog::whatDoesNotHoldIsNotOpened()
{
    QByteArray bytes = SigningRoom::read(m_signed);
    bytes[bytes.size() / 3] = char(bytes[bytes.size() / 3] ^ 1);
    const QString path = m_room->inFolder("altered.pdf");
    SigningRoom::write(path, bytes);
    Window window(*m_room);
    QVERIFY(window.check(path));
    QVERIFY(!window.part<QPushButton>("openSignedButton"));
}

void TestVerifyDialog::aReportThatWentAwayIsToldWhereItsPagesWouldBe()
{
    const QString path = m_room->inFolder("gone.pdf");
    SigningRoom::write(path, SigningRoom::read(m_signed));
    Window window(*m_room);
    QVERIFY(window.check(path));
    QVERIFY(QFile::remove(path));
    window.click("openSignedButton");
    auto *shown = window.dialog->findChild<SignedRevisionDialog *>();
    QVERIFY(shown);
    const auto *message = shown->findChild<QLabel *>(QStringLiteral("previewMessageLabel"));
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), patience);
    // The cause, a way out, and which file.
    for (const char *said : {"not there any more", "Connect the disk", "gone.pdf"})
        QVERIFY2(message->text().contains(QString::fromLatin1(said)), qPrintable(message->text()));
    QCOMPARE(shown->pageCount(), 0);
}

QTEST_MAIN(TestVerifyDialog)
#include "tst_verifydialog.moc"
