// SPDX-License-Identifier: GPL-3.0-or-later
// The window that makes and signs a report, with a timestamp service that is honest, lying, out of order or not there.
#include "app/dialogs/reportdialog.h"

#include "app/dialogs/signingverdictrow.h"
#include "app/dialogs/timestampservicedialog.h"
#include "core/session/issuedreportdesk.h"
#include "core/session/reportcheck.h"
#include "tests/app/scriptedprompts.h"
#include "tests/app/signing/signingroom.h"
#include "tests/support/timestampservice.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

constexpr int patience = 60000; ///< milliseconds; a report is made in a fraction of a second on an idle machine

class TestSigningTimestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theServiceConfirmsTheTime();
    void withoutTheServiceTheReportIsSignedAndWaits_data();
    void withoutTheServiceTheReportIsSignedAndWaits();
    void whoWantsNoTimestampGetsNone();
    void stoppingWhileTheServiceIsAskedLeavesNothing();
    void theServiceChosenHereIsTold();
    void aWorkspaceThatIsOnlyReadIsToldNotToRemember();

private:
    struct Room : SigningRoom
    {
        ScriptedPrompts prompts;
        std::unique_ptr<ReportDialog> dialog;

        explicit Room(const QString &timestampUrl = {}, bool isOnlyRead = false)
        {
            if (isOnlyRead) {
                session.reset();
                workspace.reset();
                workspace = Workspace::open(path(), person, Workspace::Access::ReadOnly, surroundings).value();
                session = workspace->openAudit(auditId).value();
            }
            ReportDialog::Start start;
            start.clock = clock();
            start.folder = folder();
            start.identityFile = identityFile();
            start.timestampUrl = timestampUrl;
            dialog = std::make_unique<ReportDialog>(*session, start, prompts);
            dialog->show();
        }
        template <class T> T *part(const char *name) const { return dialog->findChild<T *>(QString::fromLatin1(name)); }
        void click(const char *name) const { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }
        SigningVerdictRow *result() const { return part<SigningVerdictRow>("resultRow"); }
        QList<IssuedReport> waiting() const { return workspace->issuedReports().pending(); }
        ReportCheck check(const QString &path) const { return checkReport(path, {}, now).value(); }
        void startsToSign()
        {
            prompts.files = {inFolder("out.pdf")};
            QTest::keyClicks(part<QLineEdit>("passphraseEdit"), passphrase());
            click("exportButton");
        }
        bool signsFirst()
        {
            QSignalSpy exported(dialog.get(), &ReportDialog::reportExported);
            startsToSign();
            return QTest::qWaitFor([&] { return exported.count() == 1; }, patience);
        }
    };
};

void TestSigningTimestamp::theServiceConfirmsTheTime()
{
    const QTemporaryDir folder;
    const TimestampService service(folder.path());
    QVERIFY2(service.isRunning(), "python3 and openssl are needed");
    Room room(service.url());
    QVERIFY(room.part<QCheckBox>("timestampBox")->isChecked());
    QVERIFY(room.part<QLabel>("timestampHintLabel")->text().contains(QStringLiteral("127.0.0.1")));
    QVERIFY(room.signsFirst());
    QCOMPARE(room.check(room.inFolder("out.pdf")).signatures.signatures.first().level, SignatureLevel::BaselineT);
    QCOMPARE(room.result()->line().tone, VerdictTone::Good);
    QVERIFY2(room.result()->line().sentence.contains(QStringLiteral("Fictional Time Authority"))
            && room.result()->line().sentence.contains(QStringLiteral("B-T")),
        qPrintable(room.result()->line().sentence));
    QVERIFY(room.waiting().isEmpty());
    QCOMPARE(room.workspace->issuedReports().all().size(), 1);
    QCOMPARE(room.session->trail().value().last().action, QStringLiteral("report.issued"));
}

void TestSigningTimestamp::withoutTheServiceTheReportIsSignedAndWaits_data()
{
    QTest::addColumn<QString>("path"); // of the service; empty: nothing listens
    QTest::addColumn<QString>("said");
    QTest::newRow("down") << QString() << QStringLiteral("There is no network");
    QTest::newRow("lying about the question") << QStringLiteral("/nonce") << QStringLiteral("does not belong to what was asked");
    QTest::newRow("lying about the digest") << QStringLiteral("/digest") << QStringLiteral("does not belong to what was asked");
    QTest::newRow("out of order") << QStringLiteral("/500") << QStringLiteral("does not belong to what was asked");
}

void TestSigningTimestamp::withoutTheServiceTheReportIsSignedAndWaits()
{
    QFETCH(const QString, path);
    QFETCH(const QString, said);
    const QTemporaryDir folder;
    const TimestampService service(folder.path());
    QVERIFY2(service.isRunning(), "python3 and openssl are needed");
    Room room(
        path.isEmpty() ? QStringLiteral("http://127.0.0.1:1/") : service.url(path.toLatin1().constData()));
    QVERIFY(room.signsFirst());
    const VerdictLine line = room.result()->line();
    QCOMPARE(line.tone, VerdictTone::Caution);
    QVERIFY2(line.word.contains(QStringLiteral("without a timestamp")), qPrintable(line.word));
    QVERIFY2(line.sentence.contains(said) && line.sentence.contains(QStringLiteral("My work")), qPrintable(line.sentence));
    QCOMPARE(room.check(room.inFolder("out.pdf")).verdict, ReportVerdict::Good);
    QCOMPARE(room.filesInFolder(), QStringList(QStringLiteral("out.pdf")));
    QCOMPARE(room.waiting().size(), 1);
    QCOMPARE(room.waiting().first().path, room.inFolder("out.pdf"));
    // The next person signs on all the same.
    QVERIFY(room.part<QPushButton>("handOverButton")->isVisible());
}

void TestSigningTimestamp::whoWantsNoTimestampGetsNone()
{
    Room room(QStringLiteral("http://127.0.0.1:1/"));
    QTest::keyClick(room.part<QCheckBox>("timestampBox"), Qt::Key_Space);
    QVERIFY(room.part<QLabel>("timestampHintLabel")->text().contains(QStringLiteral("nobody else confirms it")));
    QVERIFY(room.signsFirst());
    QCOMPARE(room.result()->line().tone, VerdictTone::Good);
    QVERIFY(room.result()->line().sentence.contains(QStringLiteral("B-B")));
    QVERIFY(room.waiting().isEmpty());
    QCOMPARE(room.workspace->issuedReports().all().size(), 1);
}

void TestSigningTimestamp::stoppingWhileTheServiceIsAskedLeavesNothing()
{
    const QTemporaryDir folder;
    TimestampService service(folder.path());
    QVERIFY2(service.isRunning(), "python3 and openssl are needed");
    Room room(service.url("/slow"));
    room.startsToSign();
    QTRY_VERIFY_WITH_TIMEOUT(room.part<QWidget>("progressWidget")->isVisible(), patience);
    QVERIFY(service.keepsSomebodyWaiting());
    room.click("cancelButton");
    QTRY_VERIFY_WITH_TIMEOUT(room.result()->isVisible(), patience);
    QCOMPARE(room.result()->line().tone, VerdictTone::Neutral);
    QVERIFY(room.filesInFolder().isEmpty());
    QVERIFY(room.workspace->issuedReports().all().isEmpty());
}

void TestSigningTimestamp::theServiceChosenHereIsTold()
{
    Room room;
    QVERIFY(!room.part<QCheckBox>("timestampBox")->isEnabled());
    QSignalSpy chosen(room.dialog.get(), &ReportDialog::timestampServiceChosen);
    room.click("timestampServiceButton");
    auto *service = room.dialog->findChild<TimestampServiceDialog *>();
    QVERIFY(service && service->isVisible());
    QTest::keyClicks(service->findChild<QLineEdit *>(), QStringLiteral("http://tsa.example.org/"));
    QTest::keyClick(service->findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first(), (QVariantList {QStringLiteral("http://tsa.example.org/"), true}));
    QVERIFY(room.part<QCheckBox>("timestampBox")->isChecked());
}

void TestSigningTimestamp::aWorkspaceThatIsOnlyReadIsToldNotToRemember()
{
    Room room({}, true);
    QVERIFY(room.signsFirst());
    QCOMPARE(room.result()->line().tone, VerdictTone::Good);
    QVERIFY2(room.result()->line().sentence.contains(QStringLiteral("does not remember")),
        qPrintable(room.result()->line().sentence));
    QCOMPARE(room.check(room.inFolder("out.pdf")).verdict, ReportVerdict::Good);
}

QTEST_MAIN(TestSigningTimestamp)
#include "tst_signingtimestamp.moc"
