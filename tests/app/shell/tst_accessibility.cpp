// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader and a person without a mouse find: on every page and dialog each thing that can be worked with has a
// role and a name, and the Tab key reaches all of it and comes back.
#include "app/bootstrap.h"
#include "app/dialogs/firststartdialog.h"
#include "app/dialogs/helpwindow.h"
#include "app/dialogs/identitydialog.h"
#include "app/dialogs/keyswindow.h"
#include "app/dialogs/packpolicydialog.h"
#include "app/dialogs/pendingtimestampsdialog.h"
#include "app/dialogs/persondialog.h"
#include "app/dialogs/reportdialog.h"
#include "app/dialogs/signreportdialog.h"
#include "app/dialogs/timestampservicedialog.h"
#include "app/dialogs/trustdialog.h"
#include "app/dialogs/verifydialog.h"
#include "app/settings/settings.h"
#include "app/shell/actiontable.h"
#include "app/shell/mainwindow.h"
#include "app/shell/workspaceview.h"
#include "core/session/auditsession.h"
#include "core/session/demostory.h"
#include "tests/app/scriptedprompts.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QAccessible>
#include <QApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace cq;

namespace {

/// What a person works with or moves to; the rest only has to be named where it says something.
bool isWorkedWith(const QAccessibleInterface &thing)
{
    switch (thing.role()) {
    case QAccessible::PushButton:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::PageTab:
    case QAccessible::ButtonMenu:
    case QAccessible::MenuItem:
        return true;
    default: {
        // What hands the keyboard on to something else, as tab widgets do to their bar, is no stop itself.
        const auto *widget = qobject_cast<const QWidget *>(thing.object());
        return thing.state().focusable && !(widget && widget->focusProxy());
    }
    }
}

bool isView(const QAccessibleInterface &thing)
{
    return thing.role() == QAccessible::List || thing.role() == QAccessible::Table || thing.role() == QAccessible::Tree;
}

QString nameOf(const QObject *object)
{
    QStringList path;
    for (const QObject *at = object; at && path.size() < 4; at = at->parent())
        path.prepend(QString::fromLatin1(at->metaObject()->className()) + u' ' + at->objectName());
    return path.join(QStringLiteral(" / "));
}

/// Things without a role or a name under `thing`; the cells of views are the models' and not walked.
QStringList nameless(QAccessibleInterface &thing)
{
    QStringList faults;
    if (thing.state().invisible)
        return faults;
    if (thing.role() == QAccessible::NoRole)
        faults.append(QStringLiteral("no role: ") + nameOf(thing.object()));
    // The line of a box that can be typed in is told by the name of its box.
    const bool isPartOfBox = thing.parent() && thing.parent()->role() == QAccessible::ComboBox;
    if (isWorkedWith(thing) && !isPartOfBox && thing.text(QAccessible::Name).trimmed().isEmpty())
        faults.append(QStringLiteral("no name, role %1: ").arg(int(thing.role())) + nameOf(thing.object()));
    if (isView(thing) || isPartOfBox || thing.role() == QAccessible::ComboBox)
        return faults;
    for (int i = 0; i < thing.childCount(); ++i)
        if (QAccessibleInterface *child = thing.child(i))
            faults.append(nameless(*child));
    return faults;
}

QStringList nameless(QWidget &widget)
{
    QAccessibleInterface *tree = QAccessible::queryAccessibleInterface(&widget);
    return tree ? nameless(*tree) : QStringList {QStringLiteral("no tree")};
}

/// A group of buttons of which one is chosen is one stop of the Tab key; the arrows choose within it.
bool isOneOfMany(const QWidget &widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return button && button->isCheckable()
        && (button->autoExclusive() || (button->group() && button->group()->exclusive()));
}

bool isReachedWith(const QWidget &widget, const QSet<QWidget *> &reached)
{
    if (!isOneOfMany(widget))
        return reached.contains(const_cast<QWidget *>(&widget));
    return std::any_of(reached.cbegin(), reached.cend(), [&](const QWidget *other) {
        return other->parentWidget() == widget.parentWidget() && isOneOfMany(*other);
    });
}

QList<QWidget *> stops(QWidget &window)
{
    QList<QWidget *> found;
    for (QWidget *widget : window.findChildren<QWidget *>())
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy()
            && widget->window() == &window)
            found.append(widget);
    return found;
}

/// What the Tab key does not reach; and where it does not come back, that.
QStringList unreached(QWidget &window)
{
    const QList<QWidget *> wanted = stops(window);
    if (wanted.size() < 2)
        return {};
    wanted.first()->setFocus();
    QSet<QWidget *> reached;
    QWidget *first = QApplication::focusWidget();
    if (!first)
        return {QStringLiteral("nothing takes the keyboard")};
    bool isBack = false;
    int stays = 0;
    constexpr int mostStops = 40; // within one: links of a text, parts of a date
    for (qsizetype i = 0; i < 4 * wanted.size() + 200 && !isBack; ++i) {
        QWidget *focus = QApplication::focusWidget();
        for (QWidget *at = focus; at; at = at->parentWidget())
            reached.insert(at);
        QTest::keyClick(focus, Qt::Key_Tab);
        stays = QApplication::focusWidget() == focus ? stays + 1 : 0;
        if (stays > mostStops)
            return {QStringLiteral("Tab does not leave ") + nameOf(focus)};
        isBack = QApplication::focusWidget() == first && stays == 0;
    }
    QStringList faults;
    if (!isBack)
        faults.append(QStringLiteral("Tab does not come back to ") + nameOf(first));
    for (QWidget *widget : wanted)
        if (!isReachedWith(*widget, reached) && widget->isVisible() && widget->isEnabled())
            faults.append(QStringLiteral("Tab does not reach ") + nameOf(widget));
    return faults;
}

/// Tells each fault on a line of its own.
bool isFine(const QStringList &faults, const QString &where = {})
{
    for (const QString &fault : faults)
        qWarning("%s", qPrintable(where + fault));
    return faults.isEmpty();
}

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPageHasNamesRolesAndAWayByTab_data();
    void everyPageHasNamesRolesAndAWayByTab();
    void everyTabOfAnAuditHasNamesRolesAndAWayByTab_data();
    void everyTabOfAnAuditHasNamesRolesAndAWayByTab();
    void everyDialogHasNamesRolesAndAWayByTab_data();
    void everyDialogHasNamesRolesAndAWayByTab();
    void whatLacksANameOrAWayIsTold();
    void cleanupTestCase();

private:
    MainWindow &window() { return m_bootstrap->window(); }
    AuditId audit(AuditKind kind) const;

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_store;
    ScriptedPrompts m_prompts;
    std::unique_ptr<Bootstrap> m_bootstrap;
};

void TestAccessibility::initTestCase()
{
    QVERIFY(m_folder.isValid());
    const QString file = m_folder.filePath(QStringLiteral("demonstration.centrequal"));
    QVERIFY(createDemonstration(file, {}));
    m_store = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    Settings(*m_store).setPerson({PersonId(QStringLiteral("p")), QStringLiteral("Ada Auditor"), Role::LeadAuditor, {}});
    Bootstrap::Options options;
    options.file = file;
    options.places.dataFolder = m_folder.filePath(QStringLiteral("data"));
    m_bootstrap = std::make_unique<Bootstrap>(*qApp, *m_store, m_prompts, options);
    QVERIFY(m_bootstrap->start());
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QTRY_VERIFY(window().view());
}

AuditId TestAccessibility::audit(AuditKind kind) const
{
    for (const AuditSummary &audit : m_bootstrap->window().view()->workspace().audits())
        if (audit.kind == kind)
            return audit.id;
    return {};
}

void TestAccessibility::everyPageHasNamesRolesAndAWayByTab_data()
{
    QTest::addColumn<int>("place");
    QTest::newRow("home") << int(Place::Home);
    QTest::newRow("audits") << int(Place::Audits);
    QTest::newRow("centres") << int(Place::Centres);
    QTest::newRow("criteria packs") << int(Place::Packs);
    QTest::newRow("findings and actions") << int(Place::Findings);
    QTest::newRow("new audit") << int(Place::NewAudit);
}

void TestAccessibility::everyPageHasNamesRolesAndAWayByTab()
{
    QFETCH(const int, place);
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    window().view()->go(Place(place));
    QCoreApplication::processEvents();
    QVERIFY(isFine(nameless(window())));
    QVERIFY(isFine(unreached(window())));
    // Tabs within the page: what is behind them counts as well.
    for (QTabWidget *tabs : window().view()->findChildren<QTabWidget *>()) {
        if (!tabs->isVisible())
            continue;
        for (int tab = 1; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QVERIFY(isFine(nameless(window())));
            QVERIFY(isFine(unreached(window())));
        }
    }
}

void TestAccessibility::everyTabOfAnAuditHasNamesRolesAndAWayByTab_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("role");
    QTest::newRow("a finished audit, for its lead auditor") << int(AuditKind::Initial) << int(Role::LeadAuditor);
    QTest::newRow("a visit under way, for its lead auditor") << int(AuditKind::Surveillance) << int(Role::LeadAuditor);
    QTest::newRow("corrective actions, for the quality manager") << int(AuditKind::ForCause) << int(Role::QualityManager);
    QTest::newRow("a self-assessment, for the quality manager") << int(AuditKind::SelfAssessment)
                                                               << int(Role::QualityManager);
}

void TestAccessibility::everyTabOfAnAuditHasNamesRolesAndAWayByTab()
{
    QFETCH(const int, kind);
    QFETCH(const int, role);
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    WorkspaceView &view = *window().view();
    QVERIFY(view.workspace().setPerson({PersonId(QStringLiteral("p")), QStringLiteral("Ada Auditor"), Role(role), {}}));
    view.closeAudit();
    view.openAudit(audit(AuditKind(kind)));
    auto *tabs = view.findChild<QTabWidget *>(QStringLiteral("tabs"));
    QVERIFY(tabs);
    QVERIFY(tabs->count() > 3);
    bool isAllFine = true;
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QCoreApplication::processEvents();
        const QString on = tabs->tabText(tab) + QStringLiteral(": ");
        // Panels are filled once the window has painted.
        (void)QTest::qWaitFor([&] { return nameless(window()).isEmpty(); }, 2000);
        isAllFine = isFine(nameless(window()), on) && isAllFine;
        isAllFine = isFine(unreached(window()), on) && isAllFine;
    }
    QVERIFY(isAllFine);
}

void TestAccessibility::everyDialogHasNamesRolesAndAWayByTab_data()
{
    QTest::addColumn<QString>("dialog");
    for (const char *name : {"first start", "person", "keys", "help", "report", "identity", "pack policy", "trust",
             "timestamp service", "pending timestamps", "sign a report", "verification"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestAccessibility::everyDialogHasNamesRolesAndAWayByTab()
{
    QFETCH(const QString, dialog);
    const TrustBook book(m_folder.filePath(QStringLiteral("trust.json")), QStringLiteral("Ada Auditor"), systemClock());
    std::unique_ptr<QWidget> shown;
    if (dialog == QLatin1String("first start"))
        shown = std::make_unique<FirstStartDialog>(true);
    else if (dialog == QLatin1String("person"))
        shown = std::make_unique<PersonDialog>(window().view()->workspace().person());
    else if (dialog == QLatin1String("keys"))
        shown = std::make_unique<KeysWindow>(window().actions().keys());
    else if (dialog == QLatin1String("help"))
        shown = std::make_unique<HelpWindow>();
    else if (dialog == QLatin1String("report")) {
        window().view()->openAudit(audit(AuditKind::Surveillance));
        ReportDialog::Start start;
        start.folder = m_folder.path();
        shown = std::make_unique<ReportDialog>(*window().view()->session(), start, m_prompts);
    } else if (dialog == QLatin1String("identity"))
        shown = std::make_unique<IdentityDialog>(
            IdentityDialog::Suggestion {QStringLiteral("Ada Auditor"), QString(), m_folder.path()}, systemClock(), m_prompts);
    else if (dialog == QLatin1String("pack policy"))
        shown = std::make_unique<PackPolicyDialog>(PackSignaturePolicy(), true, m_prompts);
    else if (dialog == QLatin1String("trust"))
        shown = std::make_unique<TrustDialog>(book, systemClock(), m_prompts);
    else if (dialog == QLatin1String("timestamp service"))
        shown = std::make_unique<TimestampServiceDialog>(QString(), true);
    else if (dialog == QLatin1String("pending timestamps"))
        shown = std::make_unique<PendingTimestampsDialog>(
            window().view()->workspace(), QStringLiteral("http://tsa.example.org/"), true, systemClock(), m_prompts);
    else if (dialog == QLatin1String("sign a report"))
        shown = std::make_unique<SignReportDialog>(SignReportDialog::Start {}, book, m_prompts);
    else
        shown = std::make_unique<VerifyDialog>(book, QString(), systemClock(), m_prompts);
    shown->show();
    shown->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.get()));
    QVERIFY(isFine(nameless(*shown)));
    QVERIFY(isFine(unreached(*shown)));
}

// The check itself: it can fail.
void TestAccessibility::whatLacksANameOrAWayIsTold()
{
    QWidget page;
    new QPushButton(QStringLiteral("Named"), &page);
    auto *silent = new QPushButton(&page);
    silent->setObjectName(QStringLiteral("silent"));
    silent->move(0, 60);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QCOMPARE(nameless(page).size(), 1);
    QVERIFY(nameless(page).first().contains(QStringLiteral("silent")));
    QCOMPARE(unreached(page), QStringList());
    QPlainTextEdit greedy(&page); // keeps the Tab key for itself
    greedy.show();
    QCOMPARE(unreached(page).size(), 1);
    QVERIFY(unreached(page).first().contains(QStringLiteral("does not leave")));
}

void TestAccessibility::cleanupTestCase()
{
    m_bootstrap->window().close();
    m_bootstrap.reset();
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
