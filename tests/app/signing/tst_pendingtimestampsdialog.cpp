// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/pendingtimestampsdialog.h"

#include "app/dialogs/timestampservicedialog.h"
#include "core/session/issuedreportdesk.h"
#include "core/session/reportplacing.h"
#include "tests/app/scriptedprompts.h"
#include "tests/app/signing/signingroom.h"
#include "tests/support/timestampservice.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace cq;
using namespace cq::testing;

constexpr int patience = 60000; ///< milliseconds; a timestamp takes a fraction of a second on an idle machine

class TestPendingTimestampsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatWaitsGetsItsTimestamp();
    void aReportThatIsGoneIsToldFoundAndStamped();
    void whatWasChangedIsLeftAlone();
    void aServiceThatIsDownIsToldForEach();
    void everyLineOfAStateCanBeRead();
    void stoppingLeavesTheOthersWaiting();
    void aReportIsTakenOffTheListOnlyWhereThePersonAgrees();
    void withoutAServiceNobodyIsAsked();
    void nothingWaitsIsSaid();

private:
    struct Room : SigningRoom
    {
        ScriptedPrompts prompts;
        std::unique_ptr<PendingTimestampsDialog> dialog;

        /// Signs as many reports that wait for their timestamp.
        explicit Room(const QStringList &names)
        {
            for (const QString &name : names) {
                ReportPlacing placing;
                placing.path = folder() + u'/' + name;
                placing.wantsTimestamp = true;
                placing.now = now;
                const auto placed = placeReport(placing, {}, [&](const QString &fresh) {
                    return job().writeSigned(fresh, *identity(), {.time = now, .name = {}});
                });
                if (!placed || !workspace->issuedReports().note(*placed->issued))
                    throw std::runtime_error("no report that waits");
            }
        }
        void open(const QString &url)
        {
            dialog = std::make_unique<PendingTimestampsDialog>(*workspace, url, true, clock(), prompts);
            dialog->show();
        }
        template <class T> T *part(const char *name) const { return dialog->findChild<T *>(QString::fromLatin1(name)); }
        void click(const char *name) const { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }
        bool stamps() const
        {
            QSignalSpy tried(dialog.get(), &PendingTimestampsDialog::allTried);
            click("stampButton");
            return QTest::qWaitFor([&] { return tried.count() == 1; }, patience);
        }
        QString state(int row) const
        {
            const auto *model = part<QTableView>("reportsView")->model();
            return model->index(row, PendingReportsModel::State).data().toString();
        }
        qsizetype waiting() const { return workspace->issuedReports().pending().size(); }
        ReportCheck check(const char *name) const { return checkReport(inFolder(name), {}, now).value(); }
    };

    QTemporaryDir m_authority;
    std::unique_ptr<TimestampService> m_service;
};

void TestPendingTimestampsDialog::initTestCase()
{
    m_service = std::make_unique<TimestampService>(m_authority.path());
    QVERIFY2(m_service->isRunning(), "python3 and openssl are needed");
}

void TestPendingTimestampsDialog::whatWaitsGetsItsTimestamp()
{
    Room room({QStringLiteral("a.pdf"), QStringLiteral("b.pdf")});
    room.open(m_service->url());
    QTRY_COMPARE_WITH_TIMEOUT(room.state(0), QStringLiteral("Waits for its timestamp."), patience);
    QVERIFY(room.part<QLabel>("serviceLabel")->text().contains(QStringLiteral("127.0.0.1")));
    QVERIFY(room.stamps());
    for (const int row : {0, 1})
        QVERIFY2(room.state(row).contains(QStringLiteral("B-T")), qPrintable(room.state(row)));
    QCOMPARE(room.waiting(), 0);
    QVERIFY(!room.part<QPushButton>("stampButton")->isEnabled());
    QCOMPARE(room.check("a.pdf").verdict, ReportVerdict::Good);
    QCOMPARE(room.check("a.pdf").signatures.signatures.first().level, SignatureLevel::BaselineT);
    QCOMPARE(room.filesInFolder(), (QStringList {QStringLiteral("a.pdf"), QStringLiteral("b.pdf")}));
}

void TestPendingTimestampsDialog::aReportThatIsGoneIsToldFoundAndStamped()
{
    Room room({QStringLiteral("a.pdf")});
    QVERIFY(QFile::rename(room.inFolder("a.pdf"), room.inFolder("moved.pdf")));
    room.open(m_service->url());
    QTRY_VERIFY_WITH_TIMEOUT(room.state(0).startsWith(QStringLiteral("It is not there")), patience);
    QVERIFY(room.stamps());
    QVERIFY2(room.state(0).contains(QStringLiteral("Find the file")), qPrintable(room.state(0)));
    QCOMPARE(room.waiting(), 1);
    // Another file is not taken for it.
    SigningRoom::write(room.inFolder("other.pdf"), "dear");
    room.prompts.files = {room.inFolder("other.pdf"), room.inFolder("moved.pdf")};
    room.click("findButton");
    QTRY_VERIFY_WITH_TIMEOUT(room.part<QLabel>("messageLabel")->isVisible(), patience);
    QVERIFY(room.workspace->issuedReports().pending().first().path.endsWith(QStringLiteral("a.pdf")));
    room.click("findButton");
    QTRY_VERIFY_WITH_TIMEOUT(
        room.workspace->issuedReports().pending().first().path.endsWith(QStringLiteral("moved.pdf")), patience);
    QTRY_COMPARE_WITH_TIMEOUT(room.state(0), QStringLiteral("Waits for its timestamp."), patience);
    QVERIFY(room.stamps());
    QCOMPARE(room.waiting(), 0);
    QCOMPARE(room.check("moved.pdf").signatures.signatures.first().level, SignatureLevel::BaselineT);
}

void TestPendingTimestampsDialog::whatWasChangedIsLeftAlone()
{
    Room room({QStringLiteral("a.pdf")});
    SigningRoom::write(room.inFolder("a.pdf"), "dear");
    room.open(m_service->url());
    QTRY_VERIFY_WITH_TIMEOUT(room.state(0).contains(QStringLiteral("changed")), patience);
    QVERIFY(room.stamps());
    QVERIFY2(room.state(0).contains(QStringLiteral("left alone")), qPrintable(room.state(0)));
    QCOMPARE(SigningRoom::read(room.inFolder("a.pdf")), QByteArray("dear"));
    QCOMPARE(room.waiting(), 1);
}

void TestPendingTimestampsDialog::aServiceThatIsDownIsToldForEach()
{
    Room room({QStringLiteral("a.pdf"), QStringLiteral("b.pdf")});
    const QByteArray before = SigningRoom::read(room.inFolder("a.pdf"));
    room.open(QStringLiteral("http://127.0.0.1:1/"));
    QVERIFY(room.stamps());
    for (const int row : {0, 1})
        QVERIFY2(room.state(row).startsWith(QStringLiteral("The service cannot be reached")), qPrintable(room.state(row)));
    QCOMPARE(SigningRoom::read(room.inFolder("a.pdf")), before);
    QCOMPARE(room.waiting(), 2);
    // When the network is back.
    room.open(m_service->url());
    QVERIFY(room.stamps());
    QCOMPARE(room.waiting(), 0);
}

void TestPendingTimestampsDialog::everyLineOfAStateCanBeRead()
{
    Room room({QStringLiteral("a.pdf")});
    room.open(QStringLiteral("http://127.0.0.1:1/"));
    QVERIFY(room.stamps());
    const auto *view = room.part<QTableView>("reportsView");
    for (int width = 800; width < 1200; width += 10) {
        room.dialog->resize(width, room.dialog->height());
        const auto needed = [&] {
            const int inner = view->columnWidth(PendingReportsModel::State) - 22; // the theme's margins, in pixels
            return view->fontMetrics().boundingRect(QRect(0, 0, inner, 1000), Qt::TextWordWrap, room.state(0)).height();
        };
        QTRY_VERIFY2(view->rowHeight(0) >= needed(), qPrintable(QString::number(width)));
    }
}

void TestPendingTimestampsDialog::stoppingLeavesTheOthersWaiting()
{
    Room room({QStringLiteral("a.pdf"), QStringLiteral("b.pdf")});
    room.open(m_service->url("/slow"));
    QSignalSpy tried(room.dialog.get(), &PendingTimestampsDialog::allTried);
    room.click("stampButton");
    QVERIFY(m_service->keepsSomebodyWaiting());
    QVERIFY(room.part<QWidget>("progressWidget")->isVisible());
    QTest::keyClick(room.dialog.get(), Qt::Key_Escape);
    QVERIFY(room.dialog->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(tried.count(), 1, patience);
    QCOMPARE(room.waiting(), 2);
    QCOMPARE(room.filesInFolder(), (QStringList {QStringLiteral("a.pdf"), QStringLiteral("b.pdf")}));
    QTest::keyClick(room.dialog.get(), Qt::Key_Escape);
    QVERIFY(!room.dialog->isVisible());
}

void TestPendingTimestampsDialog::aReportIsTakenOffTheListOnlyWhereThePersonAgrees()
{
    Room room({QStringLiteral("a.pdf")});
    room.open(m_service->url());
    room.click("waiveButton");
    QCOMPARE(room.waiting(), 1);
    room.prompts.agrees = true;
    room.click("waiveButton");
    QCOMPARE(room.waiting(), 0);
    QCOMPARE(room.part<QTableView>("reportsView")->model()->rowCount(), 0);
    QCOMPARE(room.session->trail().value().last().action, QStringLiteral("report.timestamp-waived"));
    QVERIFY(QFile::exists(room.inFolder("a.pdf")));
}

void TestPendingTimestampsDialog::withoutAServiceNobodyIsAsked()
{
    Room room({QStringLiteral("a.pdf")});
    room.open({});
    QVERIFY(!room.part<QPushButton>("stampButton")->isEnabled());
    QSignalSpy chosen(room.dialog.get(), &PendingTimestampsDialog::timestampServiceChosen);
    room.click("serviceButton");
    auto *service = room.dialog->findChild<TimestampServiceDialog *>();
    QVERIFY(service);
    QTest::keyClicks(service->findChild<QLineEdit *>(), m_service->url());
    QTest::keyClick(service->findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QVERIFY(room.part<QPushButton>("stampButton")->isEnabled());
}

void TestPendingTimestampsDialog::nothingWaitsIsSaid()
{
    Room room({});
    room.open(m_service->url());
    QVERIFY(room.part<QLabel>("stateLabel")->text().startsWith(QStringLiteral("No signed report waits")));
    for (const char *button : {"stampButton", "findButton", "waiveButton"})
        QVERIFY(!room.part<QPushButton>(button)->isEnabled());
}

QTEST_MAIN(TestPendingTimestampsDialog)
#include "tst_pendingtimestampsdialog.moc"
