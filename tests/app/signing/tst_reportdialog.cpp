// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/reportdialog.h"

#include "app/dialogs/identitydialog.h"
#include "app/dialogs/signingidentitypanel.h"
#include "app/dialogs/signingpreview.h"
#include "app/dialogs/signingverdictrow.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
#include "core/session/evidencelinkdesk.h"
#include "core/session/reportcheck.h"
#include "tests/app/scriptedprompts.h"
#include "tests/app/signing/signingroom.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace cq;
using namespace cq::testing;

constexpr int patience = 60000; ///< milliseconds; a report is made in a fraction of a second on an idle machine

/// Stands in for the desktop's programs.
class OpenedUrls : public QObject
{
    Q_OBJECT

public:
    OpenedUrls() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "take"); }
    ~OpenedUrls() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QList<QUrl> urls;

public Q_SLOTS:
    void take(const QUrl &url) { urls.append(url); }
};

class TestReportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePreviewHasThePages();
    void aStoppedPreviewCanBeMadeAgain();
    void whatToKnowBeforeIsListedAndDoesNotBlock();
    void aPhotographThatTellsItsPlaceIsNamedBefore();
    void aReportIsExportedUnsigned();
    void aReportIsSignedByClicks();
    void theExportButtonUnlocksFirst();
    void aWrongPassphraseIsToldInline();
    void signingWithoutAnIdentityIsToldInline();
    void aKeyFileThatIsGoneIsToldInline();
    void anIdentityMadeHereIsUsed();
    void anExistingFileIsKeptWhereThePersonRefuses();
    void anExistingFileIsReplacedWhereThePersonAgrees();
    void cancellingLeavesNothingBehind();
    void leavingStopsTheExportFirst();
    void theReportAndItsFolderCanBeOpened();
    void theSuggestedNameIsFreeAndAFileName();
    void thePlaceGoesWithTheRole_data();
    void thePlaceGoesWithTheRole();
    void theMeaningFollowsThePlaceChosen();
    void threePeopleSignOneAfterTheOther();
    void theSecondPersonSignsByKeysAlone();
    void aSecondSignatureThatFailsLeavesTheFirst();
    void stoppingAfterTheFirstSignatureLeavesItWhole();
    void anUnsignedReportIsNotHandedOver();

private:
    /// Remembers the name suggested, besides answering.
    class Answers final : public Prompts
    {
    public:
        std::optional<QString> saveFile(QWidget *, const QString &, const QString &name, const QString &) override
        {
            suggested = name;
            return target.isEmpty() ? std::nullopt : std::optional(target);
        }
        std::optional<QString> openFile(QWidget *, const QString &, const QString &) override { return chosen; }
        bool confirm(QWidget *, const QString &, const QString &, const QString &) override
        {
            ++asked;
            return agrees;
        }
        QString suggested, target, chosen;
        bool agrees = false;
        int asked = 0;
    };

    struct Room : SigningRoom
    {
        Answers prompts;
        std::unique_ptr<ReportDialog> dialog;

        explicit Room(bool remembersIdentity = false, Role role = Role::LeadAuditor)
        {
            if (role != person.role)
                becomes(role);
            ReportDialog::Start start;
            start.clock = clock();
            start.folder = folder();
            start.identityFile = remembersIdentity ? identityFile() : QString();
            dialog = std::make_unique<ReportDialog>(*session, start, prompts);
            dialog->show();
        }
        template <class T> T *part(const char *name) const { return dialog->findChild<T *>(QString::fromLatin1(name)); }
        void click(const char *name) const { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }
        void type(const char *text) const
        {
            QTest::keyClicks(part<QLineEdit>("passphraseEdit"), QString::fromLatin1(text));
        }
        SigningVerdictRow *result() const { return part<SigningVerdictRow>("resultRow"); }
        QString message() const { return part<QLabel>("identityMessageLabel")->text(); }
        ReportCheck check(const QString &path) const { return checkReport(path, {}, now).value(); }
        /// Signs as the person who works here, by clicks.
        bool signsFirst()
        {
            QSignalSpy exported(dialog.get(), &ReportDialog::reportExported);
            prompts.target = inFolder("out.pdf");
            type("correct horse");
            click("exportButton");
            return QTest::qWaitFor([&] { return exported.count() == 1; }, patience);
        }
        /// Another person's identity file.
        QString identityOf(const char *name)
        {
            const QString path = file(name) + QStringLiteral(".p12");
            createIdentityFile(path, {QString::fromUtf8(name), {}, KeyAlgorithm::EcP256}, Passphrase(passphrase()), now)
                .value();
            return path;
        }
        /// Hands over; the next person chooses their file and signs, by clicks.
        bool nextSigns(const char *name)
        {
            QSignalSpy exported(dialog.get(), &ReportDialog::reportExported);
            click("handOverButton");
            prompts.chosen = identityOf(name);
            click("chooseIdentityButton");
            type("correct horse");
            click("exportButton");
            return QTest::qWaitFor([&] { return exported.count() == 1; }, patience);
        }
        QStringList places() const
        {
            QStringList names;
            for (int i = 0; i < part<QComboBox>("placeCombo")->count(); ++i)
                names.append(part<QComboBox>("placeCombo")->itemData(i).toString());
            return names;
        }
    };
};

void TestReportDialog::thePreviewHasThePages()
{
    const Room room;
    auto *preview = room.part<SigningPreview>("preview");
    QSignalSpy changed(preview, &SigningPreview::pagesChanged);
    QCOMPARE(preview->pageCount(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, patience);
    QVERIFY2(preview->pageCount() > 5, qPrintable(QString::number(preview->pageCount())));
    QCOMPARE(changed.first().first().toInt(), preview->pageCount());
    QVERIFY(room.part<QLabel>("pageLabel")->text().contains(QString::number(preview->pageCount())));
    QVERIFY(room.filesInFolder().isEmpty());
}

void TestReportDialog::aStoppedPreviewCanBeMadeAgain()
{
    const Room room;
    auto *preview = room.part<SigningPreview>("preview");
    room.click("stopPreviewButton");
    QVERIFY(room.part<QLabel>("previewMessageLabel")->isVisible());
    QVERIFY(room.part<QLabel>("previewMessageLabel")->text().contains(QStringLiteral("stopped")));
    QCOMPARE(preview->pageCount(), 0);
    room.click("makePreviewButton");
    QTRY_VERIFY_WITH_TIMEOUT(preview->pageCount() > 5, patience);
}

void TestReportDialog::whatToKnowBeforeIsListedAndDoesNotBlock()
{
    const Room room;
    const auto *label = room.part<QLabel>("cautionsLabel");
    QVERIFY(label->isVisible());
    QVERIFY(label->text().contains(QStringLiteral("not answered")));
    QVERIFY(room.part<QPushButton>("exportButton")->isEnabled());
}

void TestReportDialog::aPhotographThatTellsItsPlaceIsNamedBefore()
{
    static const QByteArray photograph(
        "\xff\xd8\xff\xe1\0\x34" "Exif\0\0" "MM\0\x2a\0\0\0\x08" "\0\x01" "\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a" "\0\0\0\0"
        "\0\x01" "\0\x02\0\x05\0\0\0\x03\0\0\0\0" "\0\0\0\0" "\xff\xc0\0\x0b\x08\0\x20\0\x20\x01\x01\x11\0"
        "\xff\xda\0\x08\x01\x01\0\0\x3f\0" "x\xff\xd9", 82);
    SigningRoom room;
    SigningRoom::write(room.inFolder("ward.jpg"), photograph);
    Evidence draft;
    draft.centre = room.centre;
    draft.title = QStringLiteral("Ward corridor");
    EvidenceDesk &library = room.workspace->evidence();
    const auto added = library.add(draft, room.inFolder("ward.jpg"), EvidenceDesk::Photographs::Untouched);
    QVERIFY(added);
    QVERIFY(room.session->evidence().link({added->id, room.session->packs().criteria().first().id, {}}));
    Answers prompts;
    ReportDialog::Start start;
    start.clock = room.clock();
    start.folder = room.folder();
    ReportDialog dialog(*room.session, start, prompts);
    const auto *label = dialog.findChild<QLabel *>(QStringLiteral("cautionsLabel"));
    QTRY_VERIFY_WITH_TIMEOUT(label->text().contains(QStringLiteral("Ward corridor")), patience);
    QVERIFY(label->text().contains(QStringLiteral("not answered"))); // what was said before still stands
}

void TestReportDialog::aReportIsExportedUnsigned()
{
    Room room;
    QSignalSpy exported(room.dialog.get(), &ReportDialog::reportExported);
    QVERIFY(room.part<QRadioButton>("unsignedRadio")->isChecked());
    QVERIFY(room.part<QLabel>("unsignedHintLabel")->isVisible());
    room.prompts.target = room.inFolder("out"); // without a suffix
    room.click("exportButton");
    QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, patience);
    QCOMPARE(exported.first().first().toString(), room.inFolder("out.pdf"));
    QCOMPARE(room.filesInFolder(), QStringList(QStringLiteral("out.pdf")));
    QCOMPARE(room.check(room.inFolder("out.pdf")).verdict, ReportVerdict::Unsigned);
    QVERIFY(room.result()->isVisible());
    QCOMPARE(room.result()->line().tone, VerdictTone::Good);
    QVERIFY(room.result()->line().word.contains(QStringLiteral("without a signature")));
    QCOMPARE(room.prompts.asked, 0);
}

void TestReportDialog::aReportIsSignedByClicks()
{
    Room room;
    QSignalSpy chosen(room.dialog.get(), &ReportDialog::identityFileChosen);
    QSignalSpy exported(room.dialog.get(), &ReportDialog::reportExported);
    QTest::mouseClick(room.part<QRadioButton>("signRadio"), Qt::LeftButton, {}, QPoint(8, 8));
    room.prompts.chosen = room.identityFile();
    room.click("chooseIdentityButton");
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), room.identityFile());
    QVERIFY(!room.part<QWidget>("certificateCard")->isVisible());
    room.type("correct horse");
    room.click("unlockButton");
    QCOMPARE(room.part<QLineEdit>("passphraseEdit")->text(), QString());
    QTRY_VERIFY_WITH_TIMEOUT(room.part<QWidget>("certificateCard")->isVisible(), patience);
    QVERIFY(room.part<QLabel>("certificateNameLabel")->text().contains(QStringLiteral("Test Signer")));
    QVERIFY(room.part<QLabel>("certificateIssuerLabel")->text().contains(QStringLiteral("itself")));
    QVERIFY(!room.part<QLabel>("certificateValidityLabel")->text().isEmpty());
    QCOMPARE(room.part<QLabel>("certificateFingerprintLabel")->text().remove(u' '), room.certificate.sha256);
    QVERIFY(room.part<QLabel>("certificateWorthLabel")->text().contains(QStringLiteral("not who signed it")));

    room.part<QComboBox>("meaningCombo")->setCurrentIndex(2);
    room.prompts.target = room.inFolder("out.pdf");
    room.click("exportButton");
    QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, patience);
    const ReportCheck check = room.check(room.inFolder("out.pdf"));
    QCOMPARE(check.verdict, ReportVerdict::Good);
    QCOMPARE(check.signatures.signatures.first().meaning, QStringLiteral("Approved"));
    QCOMPARE(check.signatures.signatures.first().name, QStringLiteral("Test Signer"));
    QVERIFY(room.result()->line().sentence.contains(QStringLiteral("Test Signer")));
    QCOMPARE(room.filesInFolder(), QStringList(QStringLiteral("out.pdf")));
}

void TestReportDialog::theExportButtonUnlocksFirst()
{
    Room room(true);
    QSignalSpy exported(room.dialog.get(), &ReportDialog::reportExported);
    QVERIFY(room.part<QRadioButton>("signRadio")->isChecked());
    room.prompts.target = room.inFolder("out.pdf");
    room.type("correct horse");
    room.click("exportButton");
    QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, patience);
    QCOMPARE(room.check(room.inFolder("out.pdf")).verdict, ReportVerdict::Good);
}

void TestReportDialog::aWrongPassphraseIsToldInline()
{
    Room room(true);
    room.prompts.target = room.inFolder("out.pdf");
    room.type("wrong horse");
    room.click("exportButton");
    QTRY_VERIFY_WITH_TIMEOUT(room.part<QLabel>("identityMessageLabel")->isVisible(), patience);
    QVERIFY2(room.message().contains(QStringLiteral("passphrase or PIN does not fit")), qPrintable(room.message()));
    QCOMPARE(room.part<QLineEdit>("passphraseEdit")->text(), QString());
    QVERIFY(!room.part<SigningIdentityPanel>("identityPanel")->identity());
    QVERIFY(room.prompts.suggested.isEmpty());
    // The right one afterwards only unlocks: the export is asked for anew.
    room.type("correct horse");
    QTest::keyClick(room.part<QLineEdit>("passphraseEdit"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(room.part<QWidget>("certificateCard")->isVisible(), patience);
    QVERIFY(room.prompts.suggested.isEmpty());
    QVERIFY(room.filesInFolder().isEmpty());
}

void TestReportDialog::signingWithoutAnIdentityIsToldInline()
{
    Room room;
    room.part<QRadioButton>("signRadio")->setChecked(true);
    room.prompts.target = room.inFolder("out.pdf");
    room.click("exportButton");
    QVERIFY(room.message().contains(QStringLiteral("make an identity")));
    QVERIFY(room.prompts.suggested.isEmpty());
    QVERIFY(room.filesInFolder().isEmpty());
}

void TestReportDialog::aKeyFileThatIsGoneIsToldInline()
{
    Room room(true);
    QVERIFY(QFile::remove(room.identityFile()));
    room.type("correct horse");
    room.click("exportButton");
    QVERIFY2(room.message().contains(QStringLiteral("is not there now")), qPrintable(room.message()));
    QVERIFY(room.filesInFolder().isEmpty());
}

void TestReportDialog::anIdentityMadeHereIsUsed()
{
    Room room;
    QSignalSpy chosen(room.dialog.get(), &ReportDialog::identityFileChosen);
    room.part<QRadioButton>("signRadio")->setChecked(true);
    room.click("makeIdentityButton");
    auto *made = room.dialog->findChild<IdentityDialog *>();
    QVERIFY(made && made->isVisible());
    QCOMPARE(made->findChild<QLineEdit *>(QStringLiteral("nameEdit"))->text(), room.person.name);
    for (const char *name : {"passphraseEdit", "repeatEdit"})
        QTest::keyClicks(made->findChild<QLineEdit *>(QString::fromLatin1(name)), QStringLiteral("battery staple"));
    QTest::mouseClick(made->findChild<QPushButton *>(QStringLiteral("makeButton")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
    QVERIFY(room.part<QLabel>("identityFileLabel")->text().contains(chosen.first().first().toString()));
    room.type("battery staple");
    room.click("unlockButton");
    QTRY_VERIFY_WITH_TIMEOUT(room.part<QWidget>("certificateCard")->isVisible(), patience);
}

void TestReportDialog::anExistingFileIsKeptWhereThePersonRefuses()
{
    Room room;
    SigningRoom::write(room.inFolder("out.pdf"), "dear");
    room.prompts.target = room.inFolder("out.pdf");
    room.click("exportButton");
    QCOMPARE(room.prompts.asked, 1);
    QVERIFY(room.part<QPushButton>("exportButton")->isEnabled());
    QCOMPARE(SigningRoom::read(room.inFolder("out.pdf")), QByteArray("dear"));
    QCOMPARE(room.filesInFolder(), QStringList(QStringLiteral("out.pdf")));
    QVERIFY(!room.result()->isVisible());
}

void TestReportDialog::anExistingFileIsReplacedWhereThePersonAgrees()
{
    Room room;
    QSignalSpy exported(room.dialog.get(), &ReportDialog::reportExported);
    SigningRoom::write(room.inFolder("out.pdf"), "dear");
    room.prompts.target = room.inFolder("out.pdf");
    room.prompts.agrees = true;
    room.click("exportButton");
    QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, patience);
    QCOMPARE(room.check(room.inFolder("out.pdf")).verdict, ReportVerdict::Unsigned);
    QCOMPARE(room.filesInFolder(), QStringList(QStringLiteral("out.pdf")));
}

void TestReportDialog::cancellingLeavesNothingBehind()
{
    Room room(true);
    room.type("correct horse");
    room.click("unlockButton");
    QTRY_VERIFY_WITH_TIMEOUT(room.part<QWidget>("certificateCard")->isVisible(), patience);
    SigningRoom::write(room.inFolder("out.pdf"), "dear");
    room.prompts.target = room.inFolder("out.pdf");
    room.prompts.agrees = true;
    room.click("exportButton");
    QVERIFY(room.part<QWidget>("progressWidget")->isVisible());
    QVERIFY(!room.part<QPushButton>("exportButton")->isEnabled());
    room.click("cancelButton");
    QTRY_VERIFY_WITH_TIMEOUT(room.result()->isVisible(), patience);
    QCOMPARE(room.result()->line().tone, VerdictTone::Neutral);
    QCOMPARE(room.filesInFolder(), QStringList(QStringLiteral("out.pdf")));
    QCOMPARE(SigningRoom::read(room.inFolder("out.pdf")), QByteArray("dear"));
    QVERIFY(!room.part<QPushButton>("openButton")->isVisible());
}

void TestReportDialog::leavingStopsTheExportFirst()
{
    Room room;
    room.prompts.target = room.inFolder("out.pdf");
    room.click("exportButton");
    QTest::keyClick(room.dialog.get(), Qt::Key_Escape);
    QVERIFY(room.dialog->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(room.result()->isVisible(), patience);
    QVERIFY(room.filesInFolder().isEmpty());
    QTest::keyClick(room.dialog.get(), Qt::Key_Escape);
    QVERIFY(!room.dialog->isVisible());
}

void TestReportDialog::theReportAndItsFolderCanBeOpened()
{
    OpenedUrls opened;
    Room room;
    room.prompts.target = room.inFolder("out.pdf");
    QVERIFY(!room.part<QPushButton>("openButton")->isVisible());
    room.click("exportButton");
    QTRY_VERIFY_WITH_TIMEOUT(room.part<QPushButton>("openButton")->isVisible(), patience);
    room.click("openButton");
    room.click("folderButton");
    QCOMPARE(opened.urls,
        (QList<QUrl> {QUrl::fromLocalFile(room.inFolder("out.pdf")), QUrl::fromLocalFile(room.folder())}));
}

void TestReportDialog::theSuggestedNameIsFreeAndAFileName()
{
    Room room;
    room.click("exportButton");
    const QString first = room.prompts.suggested;
    QVERIFY(first.startsWith(room.folder()));
    QVERIFY(first.endsWith(QStringLiteral(".pdf")));
    SigningRoom::write(first, "dear");
    room.click("exportButton");
    QVERIFY(room.prompts.suggested != first);
    QVERIFY(!QFile::exists(room.prompts.suggested));
}

void TestReportDialog::thePlaceGoesWithTheRole_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<QString>("place");
    QTest::newRow("auditor") << Role::Auditor << QStringLiteral("auditor");
    QTest::newRow("quality manager") << Role::QualityManager << QStringLiteral("centre");
    QTest::newRow("reviewer") << Role::Reviewer << QStringLiteral("reviewer");
}

void TestReportDialog::thePlaceGoesWithTheRole()
{
    QFETCH(Role, role);
    const Room room(true, role);
    QTEST(room.part<QComboBox>("placeCombo")->currentData().toString(), "place");
    QCOMPARE(room.places().size(), 3);
}

void TestReportDialog::theMeaningFollowsThePlaceChosen()
{
    const Room room(true);
    auto *place = room.part<QComboBox>("placeCombo");
    const auto meaning = [&room] { return room.part<QComboBox>("meaningCombo")->currentData().toString(); };
    QCOMPARE(meaning(), QStringLiteral("Authored"));
    place->setFocus();
    QTest::keyClick(place, Qt::Key_Down);
    QCOMPARE(place->currentData().toString(), QStringLiteral("centre"));
    QCOMPARE(meaning(), QStringLiteral("Acknowledged"));
    QTest::keyClick(place, Qt::Key_Down);
    QCOMPARE(meaning(), QStringLiteral("Approved"));
    QVERIFY(room.part<QLabel>("meaningHintLabel")->text().contains(QStringLiteral("acted upon")));
}

void TestReportDialog::threePeopleSignOneAfterTheOther()
{
    Room room(true);
    QSignalSpy chosen(room.dialog.get(), &ReportDialog::identityFileChosen);
    QVERIFY(!room.part<QPushButton>("handOverButton")->isVisible());
    QVERIFY(room.signsFirst());
    const QByteArray first = SigningRoom::read(room.inFolder("out.pdf"));
    QVERIFY(room.part<QPushButton>("handOverButton")->isVisible());
    QVERIFY(room.nextSigns("Second Person"));
    const QByteArray second = SigningRoom::read(room.inFolder("out.pdf"));
    QVERIFY(second.startsWith(first));
    QVERIFY(room.result()->line().sentence.contains(QStringLiteral("Second Person")));
    QVERIFY(!room.part<QPushButton>("exportButton")->isEnabled()); // that place is taken now
    QVERIFY(room.nextSigns("Third Person"));
    QVERIFY(SigningRoom::read(room.inFolder("out.pdf")).startsWith(second));
    QVERIFY(!room.part<QPushButton>("handOverButton")->isVisible()); // every place is signed

    const ReportCheck check = room.check(room.inFolder("out.pdf"));
    QCOMPARE(check.verdict, ReportVerdict::Good);
    QStringList told;
    for (const SignatureVerdict &signature : check.signatures.signatures)
        told.append(signature.name + u' ' + signature.fieldName + u' ' + signature.meaning);
    QCOMPARE(told,
        (QStringList {QStringLiteral("Test Signer auditor Authored"), QStringLiteral("Second Person centre Acknowledged"),
            QStringLiteral("Third Person reviewer Approved")}));
    QCOMPARE(room.filesInFolder(), QStringList(QStringLiteral("out.pdf")));
    QCOMPARE(chosen.count(), 0); // other people's keys are not remembered
    QCOMPARE(room.prompts.asked, 0);
}

void TestReportDialog::theSecondPersonSignsByKeysAlone()
{
    Room room(true);
    QVERIFY(room.signsFirst());
    QSignalSpy exported(room.dialog.get(), &ReportDialog::reportExported);
    room.dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(room.dialog.get()));
    QCOMPARE(room.dialog->focusWidget(), room.part<QPushButton>("handOverButton"));
    QTest::keyClick(room.dialog->focusWidget(), Qt::Key_Space);
    QCOMPARE(room.dialog->focusWidget(), room.part<QComboBox>("placeCombo"));
    QCOMPARE(room.places(), (QStringList {QStringLiteral("centre"), QStringLiteral("reviewer")}));
    QVERIFY(!room.part<SigningIdentityPanel>("identityPanel")->identity()); // the first key is gone
    QVERIFY(!room.part<QRadioButton>("unsignedRadio")->isEnabled());
    QCOMPARE(room.result()->line().tone, VerdictTone::Neutral);
    QTest::keyClick(room.dialog->focusWidget(), Qt::Key_Down);
    QCOMPARE(room.part<QComboBox>("placeCombo")->currentData().toString(), QStringLiteral("reviewer"));
    QTest::keyClick(room.dialog->focusWidget(), Qt::Key_Tab);
    QCOMPARE(room.dialog->focusWidget(), room.part<QComboBox>("meaningCombo"));
    QTest::keyClick(room.dialog->focusWidget(), Qt::Key_Tab);
    QCOMPARE(room.dialog->focusWidget(), room.part<QPushButton>("chooseIdentityButton"));
    room.prompts.chosen = room.identityOf("Second Person");
    QTest::keyClick(room.dialog->focusWidget(), Qt::Key_Space);
    QCOMPARE(room.dialog->focusWidget(), room.part<QLineEdit>("passphraseEdit"));
    QTest::keyClicks(room.dialog->focusWidget(), QStringLiteral("correct horse"));
    QTest::keyClick(room.dialog->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(room.part<QWidget>("certificateCard")->isVisible(), patience);
    QTest::keyClick(room.dialog.get(), Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, patience);
    const ReportCheck check = room.check(room.inFolder("out.pdf"));
    QCOMPARE(check.verdict, ReportVerdict::Good);
    QCOMPARE(check.signatures.signatures.last().fieldName, QStringLiteral("reviewer"));
}

void TestReportDialog::aSecondSignatureThatFailsLeavesTheFirst()
{
    Room room(true);
    QVERIFY(room.signsFirst());
    const QByteArray first = SigningRoom::read(room.inFolder("out.pdf"));
    room.click("handOverButton");
    room.prompts.chosen = room.identityOf("Second Person");
    room.click("chooseIdentityButton");
    room.type("correct horse");
    room.click("unlockButton");
    QTRY_VERIFY_WITH_TIMEOUT(room.part<QWidget>("certificateCard")->isVisible(), patience);
    QByteArray altered = first;
    altered[altered.size() / 2] = char(altered[altered.size() / 2] ^ 1);
    SigningRoom::write(room.inFolder("out.pdf"), altered); // somebody changed it meanwhile
    room.click("exportButton");
    QTRY_VERIFY_WITH_TIMEOUT(room.result()->isVisible(), patience);
    QCOMPARE(room.result()->line().tone, VerdictTone::Bad);
    QCOMPARE(SigningRoom::read(room.inFolder("out.pdf")), altered);
    QCOMPARE(room.filesInFolder(), QStringList(QStringLiteral("out.pdf")));
    // Once it is whole again, the same person can go on.
    SigningRoom::write(room.inFolder("out.pdf"), first);
    QSignalSpy exported(room.dialog.get(), &ReportDialog::reportExported);
    room.click("exportButton");
    QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, patience);
    QCOMPARE(room.check(room.inFolder("out.pdf")).signatures.signatures.size(), 2);
}

void TestReportDialog::stoppingAfterTheFirstSignatureLeavesItWhole()
{
    Room room(true);
    QVERIFY(room.signsFirst());
    room.click("handOverButton");
    room.click("closeButton");
    QVERIFY(!room.dialog->isVisible());
    const ReportCheck check = room.check(room.inFolder("out.pdf"));
    QCOMPARE(check.verdict, ReportVerdict::Good);
    QCOMPARE(check.signatures.signatures.size(), 1);
    QCOMPARE(room.filesInFolder(), QStringList(QStringLiteral("out.pdf")));
}

void TestReportDialog::anUnsignedReportIsNotHandedOver()
{
    Room room;
    room.prompts.target = room.inFolder("out.pdf");
    room.click("exportButton");
    QTRY_VERIFY_WITH_TIMEOUT(room.result()->isVisible(), patience);
    QVERIFY(!room.part<QPushButton>("handOverButton")->isVisible());
}

QTEST_MAIN(TestReportDialog)
#include "tst_reportdialog.moc"
