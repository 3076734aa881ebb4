// SPDX-License-Identifier: GPL-3.0-or-later
// From the first start to a signed report, by keys alone: no mouse, no slot called by hand.
#include "app/bootstrap.h"
#include "app/dialogs/firststartdialog.h"
#include "app/shell/mainwindow.h"
#include "app/shell/workspaceview.h"
#include "core/session/auditsession.h"
#include "core/session/demostory.h"
#include "core/session/findingdesk.h"
#include "core/session/reportcheck.h"
#include "core/session/responsedesk.h"
#include "tests/app/scriptedprompts.h"

#include <QApplication>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace cq;

class TestFirstStartToSignedReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFirstStartAsksThreeThings();
    void theVisitUnderWayIsContinued();
    void openCriteriaAreAnsweredByKeys();
    void anAnswerIsUndoneAndDoneAgain();
    void aFindingIsRaisedInOneKey();
    void theReportIsSignedAndHolds();
    void cleanupTestCase();

private:
    static void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
        QTest::keyClick(target, Qt::Key(key), modifiers);
    }
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    // Walks by Tab, as a person without a mouse; false where the thing cannot be reached.
    static bool tabTo(const char *name)
    {
        QStringList passed;
        for (int i = 0; i < 60; ++i) {
            const QWidget *focus = QApplication::focusWidget();
            if (focus && focus->objectName() == QLatin1String(name))
                return true;
            passed.append(focus ? focus->objectName() : QStringLiteral("nothing"));
            press(Qt::Key_Tab);
        }
        qWarning("%s was not reached; passed %s", name, qPrintable(passed.join(u' ')));
        return false;
    }
    static bool replaceText(const char *field, const QString &text)
    {
        if (!tabTo(field))
            return false;
        press(Qt::Key_A, Qt::ControlModifier);
        type(text);
        return true;
    }
    static QWidget *dialog(const char *name)
    {
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (widget->isVisible() && widget->objectName() == QLatin1String(name))
                return widget;
        return nullptr;
    }
    // A window system gives a dialog that opens the keyboard; offscreen there is none to do it.
    static bool takesKeyboard(const char *name)
    {
        QWidget *window = dialog(name);
        if (!window)
            return false;
        window->activateWindow();
        return QTest::qWaitFor([window] {
            const QWidget *focus = QApplication::focusWidget();
            return QApplication::activeWindow() == window && (!focus || window->isAncestorOf(focus));
        });
    }
    AuditSession &session() { return *m_bootstrap->window().view()->session(); }
    int open() { return session().board().overall().applicable - session().board().overall().answered; }

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_store;
    ScriptedPrompts m_prompts;
    std::unique_ptr<Bootstrap> m_bootstrap;
};

void TestFirstStartToSignedReport::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_store = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    Bootstrap::Options options;
    options.places = Bootstrap::places();
    options.places.dataFolder = m_folder.filePath(QStringLiteral("data"));
    m_bootstrap = std::make_unique<Bootstrap>(*qApp, *m_store, m_prompts, options);
}

void TestFirstStartToSignedReport::aFirstStartAsksThreeThings()
{
    bool answered = false;
    QTimer watch;
    connect(&watch, &QTimer::timeout, this, [&] {
        if (!dialog("FirstStartDialog") || !QApplication::focusWidget())
            return;
        watch.stop();
        answered = replaceText("nameEdit", QStringLiteral("Ada Auditor"))
            && replaceText("organisationEdit", QStringLiteral("Coalition (fictional)"));
        // Radio buttons are one stop of the Tab key; the arrows choose.
        for (int i = 0; i < 60 && !QApplication::focusWidget()->inherits("QRadioButton"); ++i)
            press(Qt::Key_Tab);
        for (int i = 0; i < 3 && QApplication::focusWidget()->objectName() != QLatin1String("demonstrationRadio"); ++i)
            press(Qt::Key_Down);
        answered = answered && QApplication::focusWidget()->objectName() == QLatin1String("demonstrationRadio");
        press(Qt::Key_Space);
        answered = answered && tabTo("beginButton");
        press(Qt::Key_Space);
    });
    watch.start(10);
    QVERIFY(m_bootstrap->start());
    QVERIFY(answered);
    QVERIFY(QTest::qWaitForWindowActive(&m_bootstrap->window()));
    QTRY_VERIFY_WITH_TIMEOUT(m_bootstrap->window().view(), 120000);
    QVERIFY(m_prompts.told.isEmpty());
}

void TestFirstStartToSignedReport::theVisitUnderWayIsContinued()
{
    press(Qt::Key_2, Qt::ControlModifier); // Audits
    QVERIFY(tabTo("auditsView"));
    press(Qt::Key_Home);
    press(Qt::Key_Down); // latest first: the self-assessment, then the visit
    press(Qt::Key_Return);
    QTRY_VERIFY(m_bootstrap->window().view()->session());
    QVERIFY(session().audit().title.startsWith(QLatin1String("Surveillance")));
    QVERIFY(open() > 10);
}

void TestFirstStartToSignedReport::openCriteriaAreAnsweredByKeys()
{
    const int keys[] = {Qt::Key_1, Qt::Key_1, Qt::Key_2, Qt::Key_1, Qt::Key_3, Qt::Key_1};
    press(Qt::Key_J, Qt::ControlModifier); // next open criterion
    int count = 0;
    while (open() > 0 && count < 300) {
        press(keys[count++ % 6]);
        press(Qt::Key_Space);
    }
    QCOMPARE(open(), 0);
    QCOMPARE(session().board().overall().completeness(), (Score {1, 1}));
    QVERIFY(session().board().outcomeKind() != OutcomeKind::Incomplete);
}

void TestFirstStartToSignedReport::anAnswerIsUndoneAndDoneAgain()
{
    const auto length = [&] { return session().trail().value().size(); };
    const qsizetype before = length();
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(open(), 1);
    QCOMPARE(length(), before + 1); // undoing is a change as well
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(open(), 0);
    QCOMPARE(length(), before + 2);
}

void TestFirstStartToSignedReport::aFindingIsRaisedInOneKey()
{
    const QList<CriterionId> missing = session().findings().withoutFinding();
    QVERIFY(!missing.isEmpty());
    press(Qt::Key_Home);
    for (int i = 0; i < 400 && session().findings().all().isEmpty(); ++i) {
        press(Qt::Key_F);
        press(Qt::Key_J);
    }
    QCOMPARE(session().findings().all().size(), 1);
    QVERIFY(missing.contains(session().findings().all().first().criteria.first()));
}

void TestFirstStartToSignedReport::theReportIsSignedAndHolds()
{
    const QString identity = m_folder.filePath(QStringLiteral("ada.p12"));
    const QString report = m_folder.filePath(QStringLiteral("report.pdf"));
    press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(dialog("ReportDialog"));
    QVERIFY(takesKeyboard("ReportDialog"));
    for (int i = 0; i < 60 && !QApplication::focusWidget()->inherits("QRadioButton"); ++i)
        press(Qt::Key_Tab);
    if (QApplication::focusWidget()->objectName() != QLatin1String("signRadio"))
        press(Qt::Key_Up);
    press(Qt::Key_Space);

    QVERIFY(tabTo("makeIdentityButton"));
    press(Qt::Key_Space);
    QTRY_VERIFY(dialog("IdentityDialog"));
    QVERIFY(takesKeyboard("IdentityDialog"));
    QVERIFY(replaceText("nameEdit", QStringLiteral("Ada Auditor")));
    QVERIFY(replaceText("passphraseEdit", QStringLiteral("correct horse")));
    QVERIFY(replaceText("repeatEdit", QStringLiteral("correct horse")));
    QVERIFY(replaceText("pathEdit", identity));
    QVERIFY(tabTo("makeButton"));
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog("IdentityDialog"), 60000);
    QVERIFY(QFile::exists(identity));

    QVERIFY(takesKeyboard("ReportDialog"));
    QVERIFY(replaceText("passphraseEdit", QStringLiteral("correct horse")));
    m_prompts.files = {report};
    QVERIFY(tabTo("exportButton"));
    const QString head = QString::fromLatin1(trailHead(session().trail().value())); // what the report can hold of it
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(report), 120000);

    const auto check = checkReport(report, {}, systemClock()());
    QVERIFY(check);
    QCOMPARE(check->problem, QString());
    QCOMPARE(check->verdict, ReportVerdict::Good);
    QCOMPARE(check->signatures.signatures.first().name, QStringLiteral("Ada Auditor"));
    QCOMPARE(check->trailHead, head);
    QProcess pdfsig;
    pdfsig.start(QStringLiteral("pdfsig"), {report});
    QVERIFY2(pdfsig.waitForFinished(), "pdfsig (poppler-utils) is needed");
    QVERIFY(pdfsig.readAllStandardOutput().contains("Signature is Valid"));
    // The file stands before the dialog has told so; until then Escape means "stop".
    QTRY_VERIFY(dialog("ReportDialog")->findChild<QWidget *>(QStringLiteral("closeButton"))->isEnabled());
    QCOMPARE(session().trail().value().last().action, QStringLiteral("report.issued"));
    QVERIFY(takesKeyboard("ReportDialog"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!dialog("ReportDialog"));
}

void TestFirstStartToSignedReport::cleanupTestCase()
{
    QVERIFY(m_prompts.told.isEmpty());
    QVERIFY(m_bootstrap->window().close());
    m_bootstrap.reset();
}

QTEST_MAIN(TestFirstStartToSignedReport)
#include "tst_firststarttosignedreport.moc"
