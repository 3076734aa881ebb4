// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signreportdialog.h"

#include "app/dialogs/signingexport.h"
#include "app/dialogs/signingverdictrow.h"
#include "core/session/issuedreportdesk.h"
#include "tests/app/scriptedprompts.h"
#include "tests/app/signing/signingroom.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

constexpr int patience = 60000; ///< milliseconds; a report is signed in a fraction of a second on an idle machine

class TestSignReportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportIsCheckedAndSignedInAFreePlace();
    void theSignedReportCanTakeThePlaceOfTheOldOne();
    void anExistingFileIsKeptWhereThePersonRefuses();
    void anUnsignedReportIsSignedAsTheFirst();
    void whatDoesNotHoldIsNotSigned_data();
    void whatDoesNotHoldIsNotSigned();
    void aReportWithoutAFreePlaceIsTold();
    void aReportChangedMeanwhileIsNotSigned();
    void withoutAWorkspaceNobodyRemembersIt();
    void aReportSignedOfflineWaits();

private:
    struct Room : SigningRoom
    {
        ScriptedPrompts prompts;
        std::unique_ptr<SignReportDialog> dialog;

        void open(bool hasWorkspace = true, const QString &timestampUrl = {})
        {
            SignReportDialog::Start start;
            start.clock = clock();
            start.person = person;
            start.person.role = Role::QualityManager;
            start.identityFile = identityFile();
            start.folder = folder();
            start.timestampUrl = timestampUrl;
            start.workspace = hasWorkspace ? workspace.get() : nullptr;
            dialog = std::make_unique<SignReportDialog>(start, prompts);
            dialog->show();
        }
        template <class T> T *part(const char *name) const { return dialog->findChild<T *>(QString::fromLatin1(name)); }
        void click(const char *name) const { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }
        const VerdictLine &row(const char *name) const { return part<SigningVerdictRow>(name)->line(); }
        QStringList places() const
        {
            QStringList names;
            for (int i = 0; i < part<QComboBox>("placeCombo")->count(); ++i)
                names.append(part<QComboBox>("placeCombo")->itemData(i).toString());
            return names;
        }
        bool chooses(const QString &path)
        {
            QSignalSpy looked(dialog.get(), &SignReportDialog::looked);
            prompts.files = {path};
            click("chooseReportButton");
            return QTest::qWaitFor([&] { return looked.count() == 1; }, patience);
        }
        void signsTo(const QString &path)
        {
            prompts.files = {path};
            QTest::keyClicks(part<QLineEdit>("passphraseEdit"), passphrase());
            click("signButton");
        }
        bool isSigned(const QString &path)
        {
            QSignalSpy done(dialog.get(), &SignReportDialog::reportSigned);
            signsTo(path);
            return QTest::qWaitFor([&] { return done.count() == 1; }, patience);
        }
        ReportCheck check(const QString &path) const { return checkReport(path, {}, now).value(); }
    };
};

void TestSignReportDialog::aReportIsCheckedAndSignedInAFreePlace()
{
    Room room;
    const QString report = room.signedReport();
    const QByteArray before = SigningRoom::read(report);
    room.open();
    QVERIFY(!room.part<QPushButton>("signButton")->isEnabled());
    QVERIFY(!room.part<QWidget>("signingWidget")->isVisible());
    QVERIFY(room.chooses(report));
    QCOMPARE(room.row("headlineRow").tone, VerdictTone::Caution); // nobody is trusted here
    QVERIFY(!room.row("headlineRow").sentence.contains(QStringLiteral("below"))); // no fingerprint stands there
    QVERIFY(room.part<QLabel>("subjectLabel")->text().contains(QStringLiteral("Test Hospital")));
    QCOMPARE(room.places(), (QStringList {QStringLiteral("centre"), QStringLiteral("reviewer")}));
    QCOMPARE(room.part<QComboBox>("placeCombo")->currentData().toString(), QStringLiteral("centre"));
    QCOMPARE(room.part<QComboBox>("meaningCombo")->currentData().toString(), QStringLiteral("Acknowledged"));
    QVERIFY(room.isSigned(room.inFolder("out.pdf")));
    QCOMPARE(room.row("resultRow").tone, VerdictTone::Good);
    QVERIFY(room.row("resultRow").sentence.contains(QStringLiteral("out.pdf")));
    const ReportCheck check = room.check(room.inFolder("out.pdf"));
    QCOMPARE(check.verdict, ReportVerdict::Good);
    QCOMPARE(check.signatures.signatures.size(), 2);
    QCOMPARE(check.signatures.signatures.last().fieldName, QStringLiteral("centre"));
    QCOMPARE(SigningRoom::read(report), before);
    QVERIFY(!room.part<QPushButton>("signButton")->isEnabled()); // that place is taken
    QCOMPARE(room.workspace->issuedReports().all().size(), 1);
    QCOMPARE(room.workspace->issuedReports().all().first().signers.size(), 2);
}

void TestSignReportDialog::theSignedReportCanTakeThePlaceOfTheOldOne()
{
    Room room;
    const QString report = room.signedReport();
    const QByteArray before = SigningRoom::read(report);
    room.open();
    QVERIFY(room.chooses(report));
    room.prompts.agrees = true;
    QVERIFY(room.isSigned(report));
    QVERIFY(SigningRoom::read(report).startsWith(before));
    QCOMPARE(room.check(report).signatures.signatures.size(), 2);
    QCOMPARE(room.filesInFolder(), QStringList(QStringLiteral("signed.pdf")));
}

void TestSignReportDialog::anExistingFileIsKeptWhereThePersonRefuses()
{
    Room room;
    const QString report = room.signedReport();
    SigningRoom::write(room.inFolder("out.pdf"), "dear");
    room.open();
    QVERIFY(room.chooses(report));
    room.signsTo(room.inFolder("out.pdf"));
    QTRY_VERIFY_WITH_TIMEOUT(room.part<QWidget>("certificateCard")->isVisible(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(room.prompts.files.isEmpty(), patience);
    QVERIFY(!room.part<QWidget>("resultRow")->isVisible());
    QCOMPARE(SigningRoom::read(room.inFolder("out.pdf")), QByteArray("dear"));
}

void TestSignReportDialog::anUnsignedReportIsSignedAsTheFirst()
{
    Room room;
    const QString report = room.unsignedReport();
    room.open();
    QVERIFY(room.chooses(report));
    QCOMPARE(room.places().size(), 3);
    QVERIFY(room.isSigned(room.inFolder("out.pdf")));
    QCOMPARE(room.check(room.inFolder("out.pdf")).verdict, ReportVerdict::Good);
}

void TestSignReportDialog::whatDoesNotHoldIsNotSigned_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"altered", "appended", "no report", "not there"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestSignReportDialog::whatDoesNotHoldIsNotSigned()
{
    QFETCH(const QString, kind);
    Room room;
    QByteArray bytes = SigningRoom::read(room.signedReport());
    if (kind == QLatin1String("altered"))
        bytes[bytes.size() / 3] = char(bytes[bytes.size() / 3] ^ 1);
    else if (kind == QLatin1String("appended"))
        bytes += "% more\n";
    else
        bytes = "dear";
    const QString path = room.inFolder("bad.pdf");
    if (kind != QLatin1String("not there"))
        SigningRoom::write(path, bytes);
    room.open();
    QVERIFY(room.chooses(path));
    QCOMPARE(room.row("headlineRow").tone, VerdictTone::Bad);
    QVERIFY(!room.row("headlineRow").sentence.isEmpty());
    QVERIFY(!room.part<QWidget>("signingWidget")->isVisible());
    QVERIFY(!room.part<QPushButton>("signButton")->isEnabled());
    QVERIFY(room.workspace->issuedReports().all().isEmpty());
}

void TestSignReportDialog::aReportWithoutAFreePlaceIsTold()
{
    Room room;
    const QString report = room.signedReport();
    for (const SignaturePlace place : {SignaturePlace::Centre, SignaturePlace::Reviewer}) {
        const FurtherSignature next {
            report, report, true, room.identity(), {place, SignatureMeaning::Acknowledged, room.now, {}}};
        QVERIFY(next.run({}));
    }
    room.open();
    QVERIFY(room.chooses(report));
    QCOMPARE(room.row("headlineRow").tone, VerdictTone::Neutral);
    QVERIFY(room.row("headlineRow").word.contains(QStringLiteral("no place left")));
    QVERIFY(!room.part<QPushButton>("signButton")->isEnabled());
}

void TestSignReportDialog::aReportChangedMeanwhileIsNotSigned()
{
    Room room;
    const QString report = room.signedReport();
    room.open();
    QVERIFY(room.chooses(report));
    QByteArray altered = SigningRoom::read(report);
    altered[altered.size() / 3] = char(altered[altered.size() / 3] ^ 1);
    SigningRoom::write(report, altered);
    room.signsTo(room.inFolder("out.pdf"));
    QTRY_VERIFY_WITH_TIMEOUT(room.part<QWidget>("resultRow")->isVisible(), patience);
    QCOMPARE(room.row("resultRow").tone, VerdictTone::Bad);
    QVERIFY(!QFile::exists(room.inFolder("out.pdf")));
}

void TestSignReportDialog::withoutAWorkspaceNobodyRemembersIt()
{
    Room room;
    const QString report = room.signedReport();
    room.open(false);
    QVERIFY(room.chooses(report));
    QVERIFY(room.isSigned(room.inFolder("out.pdf")));
    QCOMPARE(room.row("resultRow").tone, VerdictTone::Good);
    QVERIFY(room.row("resultRow").sentence.contains(QStringLiteral("no file remembers")));
    QVERIFY(room.workspace->issuedReports().all().isEmpty());
}

void TestSignReportDialog::aReportSignedOfflineWaits()
{
    Room room;
    const QString report = room.signedReport();
    room.open(true, QStringLiteral("http://127.0.0.1:1/"));
    QVERIFY(room.chooses(report));
    QVERIFY(room.isSigned(room.inFolder("out.pdf")));
    QCOMPARE(room.row("resultRow").tone, VerdictTone::Caution);
    QCOMPARE(room.workspace->issuedReports().pending().size(), 1);
}

QTEST_MAIN(TestSignReportDialog)
#include "tst_signreportdialog.moc"
