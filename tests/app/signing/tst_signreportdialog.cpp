// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signreportdialog.h"

#include "app/dialogs/signingexport.h"
#include "app/dialogs/signingidentitypanel.h"
#include "app/dialogs/signingverdictrow.h"
#include "core/session/issuedreportdesk.h"
#include "core/session/statementjob.h"
#include "tests/app/scriptedprompts.h"
#include "tests/app/signing/signingroom.h"
#include "tests/support/decidedaudit.h"

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
    void aSignerInTheTrustBookIsConfirmed();
    void aBookThatCannotBeReadIsTold();
    void checkingCanBeCancelledAtOnce();
    void leavingWhileItIsCheckedClosesAtOnce();
    void theKeyIsLetGoOnceItHasSigned();
    void theKeyIsLetGoWhenTheDialogCloses();
    void theFocusIsOnWhatComesNext();
    void aSignedStatementIsNoIssuedReport();

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
            dialog = std::make_unique<SignReportDialog>(start, book(), prompts);
            dialog->show();
        }
        TrustBook book() const { return TrustBook(file("trust.json"), QStringLiteral("Ada Auditor (fictional)"), clock()); }
        SigningIdentityPanel *panel() const { return part<SigningIdentityPanel>("identityPanel"); }
        /// A weak one: the test must not be what keeps the key.
        std::weak_ptr<const SigningIdentity> opensIdentity()
        {
            QTest::keyClicks(part<QLineEdit>("passphraseEdit"), passphrase());
            click("unlockButton");
            return QTest::qWaitFor([&] { return bool(panel()->identity()); }, patience)
                ? std::weak_ptr<const SigningIdentity>(panel()->identity())
                : std::weak_ptr<const SigningIdentity>();
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

void TestSignReportDialog::aSignerInTheTrustBookIsConfirmed()
{
    Room room;
    const QString report = room.signedReport();
    const auto person = trustAnchor(room.check(report).signatures.signatures.first().certificateDer, TrustPurpose::Person);
    QVERIFY(person);
    QVERIFY(room.book().add({*person}));
    room.open();
    QVERIFY(room.chooses(report));
    QCOMPARE(room.row("headlineRow").tone, VerdictTone::Good);
}

void TestSignReportDialog::aBookThatCannotBeReadIsTold()
{
    Room room;
    const QString report = room.signedReport();
    SigningRoom::write(room.file("trust.json"), "dear");
    room.open();
    QVERIFY(room.chooses(report));
    QCOMPARE(room.row("headlineRow").tone, VerdictTone::Caution);
    QVERIFY(room.row("headlineRow").sentence.contains(QStringLiteral("could not be read")));
    QVERIFY(room.part<QPushButton>("signButton")->isEnabled()); // it holds all the same
}

void TestSignReportDialog::checkingCanBeCancelledAtOnce()
{
    Room room;
    const QString report = room.signedReport();
    room.open();
    QSignalSpy looked(room.dialog.get(), &SignReportDialog::looked);
    room.prompts.files = {report};
    room.click("chooseReportButton");
    QVERIFY(room.part<QWidget>("progressWidget")->isVisible());
    room.click("cancelButton");
    QVERIFY(!room.part<QWidget>("progressWidget")->isVisible());
    QVERIFY(room.part<QLabel>("reportLabel")->text().startsWith(QStringLiteral("No report")));
    QCOMPARE(room.dialog->focusWidget()->objectName(), QStringLiteral("chooseReportButton"));
    // The verdict that was cancelled does not come behind the next one.
    QVERIFY(room.chooses(report));
    QCOMPARE(looked.count(), 1);
    QVERIFY(room.part<QPushButton>("signButton")->isEnabled());
}

void TestSignReportDialog::leavingWhileItIsCheckedClosesAtOnce()
{
    Room room;
    const QString report = room.signedReport();
    const QStringList before = room.filesInFolder();
    room.open();
    QSignalSpy looked(room.dialog.get(), &SignReportDialog::looked);
    room.prompts.files = {report};
    room.click("chooseReportButton");
    QTest::keyClick(room.dialog.get(), Qt::Key_Escape);
    QVERIFY(!room.dialog->isVisible());
    room.dialog.reset(); // waits for what was under way
    QVERIFY(looked.isEmpty());
    QCOMPARE(room.filesInFolder(), before);
}

void TestSignReportDialog::theKeyIsLetGoOnceItHasSigned()
{
    Room room;
    const QString report = room.signedReport();
    room.open();
    QVERIFY(room.chooses(report));
    const auto key = room.opensIdentity();
    QVERIFY(!key.expired());
    QSignalSpy done(room.dialog.get(), &SignReportDialog::reportSigned);
    room.prompts.files = {room.inFolder("out.pdf")};
    room.click("signButton");
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, patience);
    QVERIFY(!room.panel()->identity());
    QTRY_VERIFY(key.expired()); // the work that signed with it is put away as well
    // Whoever signs next types their own passphrase.
    QVERIFY(room.chooses(room.inFolder("out.pdf")));
    QVERIFY(room.part<QLineEdit>("passphraseEdit")->isVisible());
    QVERIFY(room.part<QLineEdit>("passphraseEdit")->text().isEmpty());
    QVERIFY(!room.part<QWidget>("certificateCard")->isVisible());
}

void TestSignReportDialog::theKeyIsLetGoWhenTheDialogCloses()
{
    Room room;
    const QString report = room.signedReport();
    room.open();
    QVERIFY(room.chooses(report));
    const auto key = room.opensIdentity();
    QVERIFY(!key.expired());
    room.click("closeButton");
    QVERIFY(!room.dialog->isVisible());
    QTRY_VERIFY(key.expired());
}

void TestSignReportDialog::theFocusIsOnWhatComesNext()
{
    Room room;
    const QString report = room.signedReport();
    SigningRoom::write(room.inFolder("bad.pdf"), "dear");
    room.open();
    const auto focus = [&room] { return room.dialog->focusWidget()->objectName(); };
    QVERIFY(room.chooses(room.inFolder("bad.pdf")));
    QCOMPARE(focus(), QStringLiteral("chooseReportButton"));
    QVERIFY(room.chooses(report));
    QCOMPARE(focus(), QStringLiteral("placeCombo"));
    QVERIFY(room.isSigned(room.inFolder("out.pdf")));
    QCOMPARE(focus(), QStringLiteral("closeButton"));
}

void TestSignReportDialog::aSignedStatementIsNoIssuedReport()
{
    Room room;
    decide(room);
    const auto job = StatementJob::prepare(*room.session, room.now.localDate().addDays(700), QStringLiteral("en"));
    QVERIFY2(job, job ? "" : qPrintable(job.error().text()));
    QVERIFY(job->write(room.inFolder("statement.pdf")));
    room.open();
    QVERIFY(room.chooses(room.inFolder("statement.pdf")));
    QVERIFY(room.isSigned(room.inFolder("out.pdf")));
    QCOMPARE(room.row("resultRow").tone, VerdictTone::Good);
    const QString said = room.row("resultRow").sentence;
    QVERIFY2(said.contains(QStringLiteral("statement is at")), qPrintable(said));
    QVERIFY2(!said.contains(QStringLiteral("answers")) && !said.contains(QStringLiteral("audit")), qPrintable(said));
    const ReportCheck check = room.check(room.inFolder("out.pdf"));
    QVERIFY(check.statement);
    QCOMPARE(check.verdict, ReportVerdict::Good);
    QVERIFY(room.workspace->issuedReports().all().isEmpty());
}

QTEST_MAIN(TestSignReportDialog)
#include "tst_signreportdialog.moc"
