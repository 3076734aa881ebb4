// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/identitydialog.h"

#include "core/session/identityfile.h"
#include "tests/app/scriptedprompts.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;

class TestIdentityDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIdentityIsMadeByTyping();
    void anRsaKeyCanBeChosen();
    void whatIsMissingIsSaidInlineAndNothingIsMade_data();
    void whatIsMissingIsSaidInlineAndNothingIsMade();
    void anExistingFileStaysAsItIs();
    void thePlaceIsChosenThroughThePrompts();
    void theRulesShowWhatIsKept();
    void itSaysWhatTheIdentityIsWorth();
    void theKeyboardReachesEverythingInOrder();

private:
    struct Room
    {
        QTemporaryDir folder;
        ScriptedPrompts prompts;
        IdentityDialog dialog {{QStringLiteral("Ada Example"), QStringLiteral("Example Hospital"), folder.path()},
            [] { return Timestamp {1'790'000'000'000, 60}; }, prompts};

        Room() { dialog.show(); }
        template <class T> T *part(const char *name) { return dialog.findChild<T *>(QString::fromLatin1(name)); }
        void type(const char *name, const char *text)
        {
            part<QLineEdit>(name)->clear();
            QTest::keyClicks(part<QLineEdit>(name), QString::fromLatin1(text));
        }
        void make() { QTest::mouseClick(part<QPushButton>("makeButton"), Qt::LeftButton); }
        QString path() { return QDir::fromNativeSeparators(part<QLineEdit>("pathEdit")->text()); }
    };
};

void TestIdentityDialog::anIdentityIsMadeByTyping()
{
    Room room;
    QSignalSpy made(&room.dialog, &IdentityDialog::identityMade);
    const QString path = room.path();
    room.type("passphraseEdit", "correct horse");
    room.type("repeatEdit", "correct horse");
    room.make();
    // Used and forgotten at once, before the key is there.
    QCOMPARE(room.part<QLineEdit>("passphraseEdit")->text(), QString());
    QCOMPARE(room.part<QLineEdit>("repeatEdit")->text(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(made.count(), 1, 60000);
    QCOMPARE(made.first().first().toString(), path);
    QVERIFY(!room.dialog.isVisible());

    const auto opened = openIdentityFile(path, Passphrase(QStringLiteral("correct horse")));
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text()));
    QCOMPARE(opened->certificate().subjectName, QStringLiteral("Ada Example"));
    QCOMPARE(opened->certificate().organisation, QStringLiteral("Example Hospital"));
    QCOMPARE(opened->certificate().algorithm, QStringLiteral("ECDSA P-256"));
    QVERIFY(opened->certificate().madeInProgram);
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
}

void TestIdentityDialog::anRsaKeyCanBeChosen()
{
    Room room;
    QSignalSpy made(&room.dialog, &IdentityDialog::identityMade);
    room.part<QComboBox>("algorithmCombo")->setCurrentIndex(1);
    room.type("passphraseEdit", "correct horse");
    room.type("repeatEdit", "correct horse");
    room.make();
    QVERIFY(room.part<QProgressBar>("progressBar")->isVisible());
    // Leaving while the key is made would leave it in doubt whether there is one.
    QTest::keyClick(&room.dialog, Qt::Key_Escape);
    QVERIFY(room.dialog.isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(made.count(), 1, 60000);
    QCOMPARE(made.first().at(1).value<CertificateInfo>().algorithm, QStringLiteral("RSA 3072"));
}

void TestIdentityDialog::whatIsMissingIsSaidInlineAndNothingIsMade_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("repeated");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *tag, const char *name, const char *passphrase, const char *repeated,
                         const char *file, const char *said) {
        QTest::newRow(tag) << QString::fromLatin1(name) << QString::fromLatin1(passphrase)
                           << QString::fromLatin1(repeated) << QString::fromLatin1(file) << QString::fromLatin1(said);
    };
    row("no name", " ", "correct horse", "correct horse", "new.p12", "name");
    row("seven characters", "Ada", "1234567", "1234567", "new.p12", "8 or more");
    row("no passphrase", "Ada", "", "", "new.p12", "8 or more");
    row("typed differently", "Ada", "correct horse", "correct house", "new.p12", "not the same");
    row("no file", "Ada", "correct horse", "correct horse", "", "where to keep");
    row("no such folder", "Ada", "correct horse", "correct horse", "gone/new.p12", "folder");
}

void TestIdentityDialog::whatIsMissingIsSaidInlineAndNothingIsMade()
{
    QFETCH(QString, name);
    QFETCH(QString, passphrase);
    QFETCH(QString, repeated);
    QFETCH(QString, file);
    QFETCH(QString, said);
    Room room;
    QSignalSpy made(&room.dialog, &IdentityDialog::identityMade);
    room.part<QLineEdit>("nameEdit")->setText(name);
    room.part<QLineEdit>("passphraseEdit")->setText(passphrase);
    room.part<QLineEdit>("repeatEdit")->setText(repeated);
    room.part<QLineEdit>("pathEdit")->setText(file.isEmpty() ? QString() : room.folder.filePath(file));
    room.make();
    QVERIFY(room.part<QLabel>("messageLabel")->isVisible());
    QVERIFY2(room.part<QLabel>("messageLabel")->text().contains(said),
        qPrintable(room.part<QLabel>("messageLabel")->text()));
    QVERIFY(room.part<QPushButton>("makeButton")->isEnabled());
    QCOMPARE(made.count(), 0);
    QVERIFY(QDir(room.folder.path()).isEmpty());
}

void TestIdentityDialog::anExistingFileStaysAsItIs()
{
    Room room;
    const QString path = room.folder.filePath(QStringLiteral("mine.p12"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("dear"), 4);
    file.close();
    room.part<QLineEdit>("pathEdit")->setText(path);
    room.type("passphraseEdit", "correct horse");
    room.type("repeatEdit", "correct horse");
    room.make();
    QVERIFY(room.part<QLabel>("messageLabel")->text().contains(QStringLiteral("never replaced")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("dear"));
}

void TestIdentityDialog::thePlaceIsChosenThroughThePrompts()
{
    Room room;
    room.prompts.files = {room.folder.filePath(QStringLiteral("elsewhere"))};
    QTest::mouseClick(room.part<QPushButton>("choosePathButton"), Qt::LeftButton);
    QCOMPARE(room.path(), room.folder.filePath(QStringLiteral("elsewhere.p12")));
    // Nothing chosen changes nothing.
    QTest::mouseClick(room.part<QPushButton>("choosePathButton"), Qt::LeftButton);
    QCOMPARE(room.path(), room.folder.filePath(QStringLiteral("elsewhere.p12")));
}

void TestIdentityDialog::theRulesShowWhatIsKept()
{
    Room room;
    const auto kept = [&room] { return room.part<QLabel>("rulesLabel")->text().count(QChar(0x2713)); };
    QCOMPARE(kept(), 0);
    room.type("passphraseEdit", "1234567");
    QCOMPARE(kept(), 0);
    room.type("repeatEdit", "1234567");
    QCOMPARE(kept(), 1);
    room.type("passphraseEdit", "12345678");
    QCOMPARE(kept(), 1);
    room.type("repeatEdit", "12345678");
    QCOMPARE(kept(), 2);
}

void TestIdentityDialog::itSaysWhatTheIdentityIsWorth()
{
    Room room;
    const QString said = room.part<QLabel>("explanationLabel")->text();
    QVERIFY(said.contains(QStringLiteral("self-issued")));
    QVERIFY(said.contains(QStringLiteral("not who you are")));
}

void TestIdentityDialog::theKeyboardReachesEverythingInOrder()
{
    Room room;
    room.dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&room.dialog));
    room.part<QLineEdit>("nameEdit")->setFocus();
    for (const char *name : {"organisationEdit", "algorithmCombo", "passphraseEdit", "repeatEdit", "pathEdit",
             "choosePathButton", "cancelButton", "makeButton"}) {
        QTest::keyClick(room.dialog.focusWidget(), Qt::Key_Tab);
        QCOMPARE(room.dialog.focusWidget()->objectName(), QString::fromLatin1(name));
    }
}

QTEST_MAIN(TestIdentityDialog)
#include "tst_identitydialog.moc"
