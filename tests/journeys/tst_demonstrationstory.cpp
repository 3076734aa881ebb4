// SPDX-License-Identifier: GPL-3.0-or-later
// The story of domain.md section 9, played through the window: a centre assesses itself, auditors visit and are surprised,
// findings are raised and confirmed, an answer is returned once, and the outcome goes from conditionally qualified to
// qualified. By keys, with a click where a person would click.
#include "app/bootstrap.h"
#include "app/models/checklistmodel.h"
#include "app/models/comparisonmodel.h"
#include "app/models/findingsmodel.h"
#include "app/pages/auditpage.h"
#include "app/pages/checklistpage.h"
#include "app/pages/comparisonpage.h"
#include "app/pages/findingspage.h"
#include "app/settings/settings.h"
#include "app/shell/actiontable.h"
#include "app/shell/mainwindow.h"
#include "app/shell/workspaceview.h"
#include "app/support/words.h"
#include "core/scoring/scoreboard.h"
#include "core/scoring/scoringinput.h"
#include "core/session/auditsession.h"
#include "core/session/demostory.h"
#include "core/session/findingdesk.h"
#include "core/session/reportcheck.h"
#include "core/session/reportjob.h"
#include "core/session/responsedesk.h"
#include "tests/app/scriptedprompts.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include <algorithm>

using namespace cq;

namespace {

struct Answer
{
    int key = Qt::Key_1;
    QString text; ///< note, or justification of "not applicable"
};
using Answers = QHash<QString, Answer>;

enum FormTab { FindingTab, AnswerTab, ProofsTab };

} // namespace

class TestDemonstrationStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theCentreStartsAnAuditAndAssessesItself();
    void auditorsJudgeGatesWithoutSeeingWhatTheCentreSaid();
    void theComparisonPutsTheSurpriseFirst();
    void findingsAreRaisedAndTheRepeatIsRaisedByOne();
    void theReviewerConfirmsAndTheOutcomeIsConditional();
    void anAnswerIsReturnedOnceAndThenAccepted();
    void provenActionsAreClosed();
    void whatWasCorrectedIsVerifiedAndTheCentreIsQualified();
    void theReportTellsBothResults();
    void cleanupTestCase();

private:
    MainWindow &window() { return m_bootstrap->window(); }
    AuditSession &session() { return *window().view()->session(); }
    template <class W> W *find(const char *name)
    {
        for (W *found : window().findChildren<W *>(QLatin1String(name)))
            if (found->isVisible())
                return found;
        qWarning("nothing visible is called %s", name);
        return nullptr;
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window(), Qt::Key(key), modifiers);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void write(const char *field, const QString &text)
    {
        auto *edit = find<QWidget>(field);
        QVERIFY(edit);
        edit->setFocus();
        press(Qt::Key_A, Qt::ControlModifier);
        type(text);
    }
    void click(const QString &button)
    {
        auto *found = find<QPushButton>(qPrintable(button));
        QVERIFY2(found, qPrintable(button));
        QTest::mouseClick(found, Qt::LeftButton);
    }
    template <class Page> void showTab()
    {
        auto *tabs = find<QTabWidget>("tabs");
        for (int tab = 0; tab < tabs->count(); ++tab)
            if (qobject_cast<Page *>(tabs->widget(tab)))
                tabs->setCurrentIndex(tab);
        QVERIFY(qobject_cast<Page *>(tabs->currentWidget()));
    }
    // Where there is no window system, nobody gives the keyboard back once a dialog has closed.
    void takeKeyboard()
    {
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }
    void workAs(const QString &name, Role role);
    void moveAuditTo(AuditState state);
    void answer(const Answers &answers);
    void choose(const Finding &finding);
    QList<Finding> wanting();
    void answerFinding(const Finding &finding);

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_store;
    ScriptedPrompts m_prompts;
    std::unique_ptr<Bootstrap> m_bootstrap;
};

// A workspace with one earlier audit of the centre, in which the thaw device was found wanting, and confirmed.
void TestDemonstrationStory::initTestCase()
{
    QVERIFY(m_folder.isValid());
    const QString file = m_folder.filePath(QStringLiteral("northbridge.centrequal"));
    QVERIFY(createDemonstration(file, {1, 1, 1}));
    {
        const auto workspace
            = Workspace::open(file, {PersonId(), QStringLiteral("Ines Duarte (fictional)"), Role::Reviewer, {}});
        QVERIFY(workspace);
        const auto earlier = (*workspace)->openAudit((*workspace)->audits().first().id);
        QVERIFY(earlier);
        QVERIFY((*earlier)->moveTo(AuditState::Submitted, {}));
        QVERIFY((*earlier)->moveTo(AuditState::InReview, {}));
        for (const Finding &finding : (*earlier)->findings().all())
            if (finding.criteria.first().text() == QLatin1String("QMS-09"))
                QVERIFY((*earlier)->findings().moveTo(finding.id, FindingState::Confirmed, {}));
    }
    m_store = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    Settings(*m_store).setPerson(
        {PersonId(), QStringLiteral("Tomas Reuter (fictional)"), Role::QualityManager, QStringLiteral("Northbridge")});
    Bootstrap::Options options;
    options.file = file;
    options.places.dataFolder = m_folder.filePath(QStringLiteral("data"));
    m_bootstrap = std::make_unique<Bootstrap>(*qApp, *m_store, m_prompts, options);
    m_prompts.agrees = true;
    QVERIFY(m_bootstrap->start());
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QTRY_VERIFY(window().view());
}

void TestDemonstrationStory::workAs(const QString &name, Role role)
{
    bool done = false;
    QTimer watch;
    connect(&watch, &QTimer::timeout, this, [&] {
        QWidget *dialog = QApplication::activeModalWidget();
        if (!dialog || dialog->objectName() != QLatin1String("PersonDialog"))
            return;
        watch.stop();
        auto *nameEdit = dialog->findChild<QLineEdit *>(QStringLiteral("nameEdit"));
        nameEdit->selectAll();
        QTest::keyClicks(nameEdit, name);
        auto *roles = dialog->findChild<QComboBox *>(QStringLiteral("roleCombo"));
        QTest::keyClick(roles, Qt::Key_Home);
        for (int i = 0; i < roles->count() && roles->currentText() != wordFor(role); ++i)
            QTest::keyClick(roles, Qt::Key_Down);
        done = roles->currentText() == wordFor(role);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("acceptButton")), Qt::LeftButton);
    });
    watch.start(10);
    window().actions().at(ActionId::ChangePerson)->trigger();
    QVERIFY(done);
    QCOMPARE(session().workspace().person().role, role);
    QCOMPARE(session().workspace().person().name, name);
    takeKeyboard();
}

void TestDemonstrationStory::moveAuditTo(AuditState state)
{
    auto *button = find<QPushButton>("stateButton");
    QVERIFY(button);
    // Without a window system a menu that was open keeps the keyboard for good, so its action is chosen without showing it.
    QMenu *menu = button->menu();
    Q_EMIT menu->aboutToShow();
    const QString wanted = QStringLiteral("“%1”").arg(wordFor(state));
    const QList<QAction *> actions = menu->actions();
    const auto action = std::find_if(
        actions.begin(), actions.end(), [&](const QAction *offered) { return offered->text().contains(wanted); });
    QVERIFY2(action != actions.end(), qPrintable(wanted));
    (*action)->trigger();
    QCOMPARE(session().audit().state, state);
    QCoreApplication::processEvents();
    takeKeyboard();
}

// Every line of the checklist that may be written, from the first to the last.
void TestDemonstrationStory::answer(const Answers &answers)
{
    showTab<ChecklistPage>();
    auto *list = find<QListView>("criteriaView");
    QVERIFY(list);
    list->setFocus();
    press(Qt::Key_Home);
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex line = list->currentIndex();
        QCOMPARE(line.row(), row);
        if (line.data(ChecklistModel::WritableRole).toBool()) {
            const Answer answer = answers.value(line.data(ChecklistModel::CodeRole).toString());
            press(answer.key);
            if (answer.key == Qt::Key_4) { // asks why at once
                type(answer.text);
                press(Qt::Key_Return, Qt::ControlModifier);
            } else if (!answer.text.isEmpty()) {
                press(Qt::Key_N);
                type(answer.text);
                press(Qt::Key_Return, Qt::ControlModifier);
            }
            QVERIFY2(line.data(ChecklistModel::LevelRole).toInt() != int(ResponseLevel::NotAssessed),
                qPrintable(line.data(ChecklistModel::CodeRole).toString()));
        }
        list->setFocus();
        press(Qt::Key_J);
    }
}

void TestDemonstrationStory::theCentreStartsAnAuditAndAssessesItself()
{
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    auto *kind = find<QComboBox>("kindCombo"); // a quality manager is offered a self-assessment first
    kind->setFocus();
    press(Qt::Key_Home);
    for (int i = 0; i < kind->count() && kind->currentText() != wordFor(AuditKind::Initial); ++i)
        press(Qt::Key_Down);
    write("titleEdit", QStringLiteral("Qualification audit, the whole story"));
    click(QStringLiteral("startButton"));
    QTRY_VERIFY(window().view()->session());
    QCOMPARE(session().audit().title, QStringLiteral("Qualification audit, the whole story"));
    QCOMPARE(session().audit().kind, AuditKind::Initial);
    moveAuditTo(AuditState::SelfAssessment);
    answer({{QStringLiteral("LAB-04"),
                {Qt::Key_4, QStringLiteral("Counting and viability are done by the contracted store.")}},
        {QStringLiteral("GOV-08"), {Qt::Key_2, QStringLiteral("The plan for a low-volume year is a draft.")}}});
    const ScoreSheet own = *session().sheetFor(Party::Centre);
    QCOMPARE(own.overall.completeness(), (Score {1, 1}));
    QCOMPARE(own.overall.naClaimed, 1);
}

void TestDemonstrationStory::auditorsJudgeGatesWithoutSeeingWhatTheCentreSaid()
{
    workAs(QStringLiteral("Helene Osei (fictional)"), Role::LeadAuditor);
    moveAuditTo(AuditState::OnSite);
    const ResponseKey gate {CriterionId(QStringLiteral("OUT-03")), {}, Party::Centre};
    QVERIFY(session().responses().isHidden(gate));
    answer({{QStringLiteral("OUT-03"), {Qt::Key_2, QStringLiteral("Test call on Saturday 22:40: not answered.")}},
        {QStringLiteral("QMS-09"), {Qt::Key_2, QStringLiteral("The thaw device has no signed validation report.")}},
        {QStringLiteral("LAB-04"), {Qt::Key_2, QStringLiteral("The claim does not hold: counts are done on site.")}},
        {QStringLiteral("FAC-10"), {Qt::Key_3, QStringLiteral("The plan for loss of IT was never tested.")}}});
    QVERIFY(!session().responses().isHidden(gate));
    QCOMPARE(session().board().overall().completeness(), (Score {1, 1}));
}

void TestDemonstrationStory::theComparisonPutsTheSurpriseFirst()
{
    showTab<ComparisonPage>();
    auto *rows = find<QTableView>("rowsView");
    QVERIFY(rows);
    const QModelIndex first = rows->model()->index(0, 0);
    QCOMPARE(first.data(ComparisonModel::CriterionRole).toString(), QStringLiteral("OUT-03"));
    QVERIFY(first.siblingAtColumn(ComparisonModel::ClassColumn).data().toString().contains(QStringLiteral("Surprise")));
    const Comparison comparison = session().comparison();
    QCOMPARE(comparison.overall.applicabilityDisagreements, 1); // LAB-04
    QVERIFY(comparison.overall.overRated >= 3);
    QCOMPARE(comparison.overall.underRated, 1); // GOV-08
}

void TestDemonstrationStory::findingsAreRaisedAndTheRepeatIsRaisedByOne()
{
    showTab<FindingsPage>();
    find<QTreeView>("findingsView")->setFocus();
    const qsizetype missing = session().findings().withoutFinding().size();
    QVERIFY(missing >= 4);
    for (int i = 0; i < 50 && !session().findings().withoutFinding().isEmpty(); ++i) {
        press(Qt::Key_F);
        find<QTreeView>("findingsView")->setFocus();
    }
    QCOMPARE(session().findings().withoutFinding().size(), 0);
    for (const Finding &finding : session().findings().all()) {
        const QString code = finding.criteria.first().text();
        QVERIFY2(!finding.statement.isEmpty(), qPrintable(code));
        QCOMPARE(finding.isRepeat, code == QLatin1String("QMS-09"));
        if (finding.isRepeat)
            QCOMPARE(finding.severity, Severity::Major); // a minor one, one step up
        choose(finding);
        click(QStringLiteral("move-proposed"));
        QCOMPARE(session().findings().find(finding.id)->state, FindingState::Proposed);
    }
    moveAuditTo(AuditState::Consolidation);
    moveAuditTo(AuditState::Submitted);
}

void TestDemonstrationStory::choose(const Finding &finding)
{
    showTab<FindingsPage>();
    auto *view = find<QTreeView>("findingsView");
    for (int row = 0; row < view->model()->rowCount(); ++row)
        if (view->model()->index(row, 0).data(FindingsModel::FindingRole).toString() == finding.id.text())
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(row, 0)).center());
    QCOMPARE(view->currentIndex().data(FindingsModel::FindingRole).toString(), finding.id.text());
}

QList<Finding> TestDemonstrationStory::wanting()
{
    QList<Finding> found;
    for (const Finding &finding : session().findings().all())
        if (finding.kind == FindingKind::Nonconformity)
            found.append(finding);
    return found;
}

void TestDemonstrationStory::theReviewerConfirmsAndTheOutcomeIsConditional()
{
    workAs(QStringLiteral("Ines Duarte (fictional)"), Role::Reviewer);
    moveAuditTo(AuditState::InReview);
    for (const Finding &finding : session().findings().all()) {
        choose(finding);
        click(QStringLiteral("move-confirmed"));
        QCOMPARE(session().findings().find(finding.id)->state, FindingState::Confirmed);
    }
    moveAuditTo(AuditState::ActionsOpen);
    QCOMPARE(session().board().outcomeKind(), OutcomeKind::ConditionallyQualified);
    workAs(QStringLiteral("Helene Osei (fictional)"), Role::LeadAuditor);
    for (const Finding &finding : wanting()) {
        choose(finding);
        click(QStringLiteral("move-response-requested"));
        QCOMPARE(session().findings().find(finding.id)->state, FindingState::ResponseRequested);
    }
}

void TestDemonstrationStory::answerFinding(const Finding &finding)
{
    choose(finding);
    find<QTabWidget>("formTabs")->setCurrentIndex(AnswerTab);
    if (finding.severity == Severity::Critical)
        write("containmentEdit", QStringLiteral("Until then two people look at every case together."));
    write("correctionEdit", QStringLiteral("The record was completed and checked by a second person."));
    write("rootCauseEdit", QStringLiteral("No owner is named, so nobody tests a change with its users."));
    write("actionEdit", QStringLiteral("The procedure names an owner; a change is tried on three cases."));
    write("ownerEdit", QStringLiteral("Head of quality management"));
    auto *day = find<QDateEdit>("doneByEdit");
    day->setFocus();
    day->setDate(QDate::currentDate().addDays(20));
    press(Qt::Key_Return);
    find<QTreeView>("findingsView")->setFocus();
    QCoreApplication::processEvents();
    click(QStringLiteral("move-response-received"));
    QCOMPARE(session().findings().find(finding.id)->state, FindingState::ResponseReceived);
}

void TestDemonstrationStory::anAnswerIsReturnedOnceAndThenAccepted()
{
    workAs(QStringLiteral("Tomas Reuter (fictional)"), Role::QualityManager);
    for (const Finding &finding : wanting())
        answerFinding(finding);
    workAs(QStringLiteral("Helene Osei (fictional)"), Role::LeadAuditor);
    const Finding first = wanting().first();
    choose(first);
    write("remarkEdit", QStringLiteral("Who trains the team that works at night?"));
    click(QStringLiteral("move-returned"));
    QCOMPARE(session().findings().find(first.id)->state, FindingState::Returned);
    workAs(QStringLiteral("Tomas Reuter (fictional)"), Role::QualityManager);
    choose(first);
    find<QTabWidget>("formTabs")->setCurrentIndex(AnswerTab);
    write("actionEdit", QStringLiteral("The procedure names an owner, who trains the night team as well."));
    find<QTreeView>("findingsView")->setFocus();
    click(QStringLiteral("move-response-received"));
    workAs(QStringLiteral("Helene Osei (fictional)"), Role::LeadAuditor);
    for (const Finding &finding : wanting()) {
        choose(finding);
        click(QStringLiteral("move-accepted"));
        QCOMPARE(session().findings().find(finding.id)->state, FindingState::Accepted);
    }
}

void TestDemonstrationStory::provenActionsAreClosed()
{
    workAs(QStringLiteral("Tomas Reuter (fictional)"), Role::QualityManager);
    for (const Finding &finding : wanting()) {
        choose(finding);
        find<QTabWidget>("formTabs")->setCurrentIndex(ProofsTab);
        for (const auto &[proof, word] : EnumText<Proof>::table) {
            write(qPrintable(textOf(proof) + QStringLiteral("Edit")), QStringLiteral("Folder of actions"));
            press(Qt::Key_Return);
            QVERIFY(find<QCheckBox>(qPrintable(textOf(proof) + QStringLiteral("Box")))->isChecked());
        }
    }
    workAs(QStringLiteral("Helene Osei (fictional)"), Role::LeadAuditor);
    for (const Finding &finding : wanting()) {
        choose(finding);
        find<QTabWidget>("formTabs")->setCurrentIndex(ProofsTab);
        if (finding.severity != Severity::Minor) {
            m_prompts.texts = {QStringLiteral("Half a year of work under the new rule.")};
            auto *planned = find<QDateEdit>("plannedEdit");
            planned->setFocus();
            planned->setDate(QDate::currentDate().addMonths(6));
            press(Qt::Key_Return);
            QCoreApplication::processEvents();
            m_prompts.texts.clear();
        }
        click(QStringLiteral("move-closed"));
        QCOMPARE(session().findings().find(finding.id)->state, FindingState::Closed);
    }
}

void TestDemonstrationStory::whatWasCorrectedIsVerifiedAndTheCentreIsQualified()
{
    workAs(QStringLiteral("Tomas Reuter (fictional)"), Role::QualityManager);
    answer({});
    QCOMPARE(session().responses().at({CriterionId(QStringLiteral("OUT-03")), {}, Party::Correction}).level,
        ResponseLevel::Met);
    workAs(QStringLiteral("Helene Osei (fictional)"), Role::LeadAuditor);
    QCOMPARE(session().board().outcomeKind(), OutcomeKind::ConditionallyQualified); // a gate is still met in part only
    answer({});
    QCOMPARE(session().board().outcomeKind(), OutcomeKind::Qualified);
    const auto asAudited = ScoreBoard::make(ScoringInput::asAudited(session().record().value(), session().packs()));
    QVERIFY(asAudited->outcomeKind() != OutcomeKind::Qualified);
    QCOMPARE(session().responses().at({CriterionId(QStringLiteral("OUT-03")), {}, Party::Auditor}).level,
        ResponseLevel::PartiallyMet);
    workAs(QStringLiteral("Ines Duarte (fictional)"), Role::Reviewer);
    moveAuditTo(AuditState::Decided);
}

void TestDemonstrationStory::theReportTellsBothResults()
{
    const QString report = qEnvironmentVariable("CQ_KEEP_REPORT", m_folder.filePath(QStringLiteral("report.pdf")));
    const auto job = ReportJob::prepare(session(), QStringLiteral("en"));
    QVERIFY(job);
    QVERIFY(job->write(report));
    const auto check = checkReport(report, {}, systemClock()());
    QVERIFY(check);
    QCOMPARE(check->problem, QString());
    QCOMPARE(check->computed->outcome, OutcomeKind::Qualified);
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), report, QStringLiteral("-")});
    QVERIFY2(reader.waitForFinished(120000), "pdftotext (poppler-utils) is needed");
    const QString text = QString::fromUtf8(reader.readAllStandardOutput()).simplified();
    for (const QString &part : {QStringLiteral("Outcome: Qualified"), QStringLiteral("As audited and after actions"),
             QStringLiteral("Who trains the team that works at night?"), QStringLiteral("Test call on Saturday 22:40")})
        QVERIFY2(text.contains(part), qPrintable(part));
    QVERIFY(!text.contains(QStringLiteral("accredit"), Qt::CaseInsensitive));
}

void TestDemonstrationStory::cleanupTestCase()
{
    QVERIFY(m_prompts.told.isEmpty());
    QVERIFY(window().close());
    m_bootstrap.reset();
}

QTEST_MAIN(TestDemonstrationStory)
#include "tst_demonstrationstory.moc"
