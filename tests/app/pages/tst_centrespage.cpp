// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/centrespage.h"

#include "app/models/cellroles.h"
#include "tests/app/scriptedprompts.h"
#include "tests/app/shortworkspace.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace cq;

class TestCentresPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCentreIsAddedAndNamedByKeys();
    void anEmptyNameIsRefusedToldAndPutBack();
    void aFactIsChangedByOneClickOnItsValue();
    void aFactIsChangedByKeysAlone();
    void aFacilityIsAddedInPlace();
    void theCentreChosenOnTheLeftIsShownOnTheRight();
};

void TestCentresPage::aCentreIsAddedAndNamedByKeys()
{
    ShortWorkspace workspace;
    ScriptedPrompts prompts;
    CentresPage page(*workspace, prompts);
    page.resize(1200, 640);
    page.show();
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("addCentreButton")), Qt::LeftButton);
    QCOMPARE(workspace->centres().all().size(), 1);
    auto *name = page.findChild<QLineEdit *>(QStringLiteral("nameEdit"));
    QTest::keyClicks(name, QStringLiteral("Northbridge University Hospital"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(workspace->centres().all().first().name, QStringLiteral("Northbridge University Hospital"));
    auto *country = page.findChild<QComboBox *>(QStringLiteral("countryCombo"));
    QTest::keyClicks(country, QStringLiteral("Germany"));
    QTest::keyClick(country, Qt::Key_Return);
    Q_EMIT country->activated(country->currentIndex());
    QCOMPARE(workspace->centres().all().first().country, QStringLiteral("DE"));
    QVERIFY(prompts.told.isEmpty());
}

void TestCentresPage::anEmptyNameIsRefusedToldAndPutBack()
{
    ShortWorkspace workspace;
    workspace.addCentre(QStringLiteral("Northbridge"));
    ScriptedPrompts prompts;
    CentresPage page(*workspace, prompts);
    page.show();
    auto *name = page.findChild<QLineEdit *>(QStringLiteral("nameEdit"));
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(prompts.told.size(), 1);
    QCOMPARE(name->text(), QStringLiteral("Northbridge"));
    QCOMPARE(workspace->centres().all().first().name, QStringLiteral("Northbridge"));
}

namespace {

// The first value of a fact with "Yes" and "No".
QModelIndex yesNoValue(const QTreeView &view)
{
    for (int group = 0; group < view.model()->rowCount(); ++group)
        for (int row = 0; row < view.model()->rowCount(view.model()->index(group, 0)); ++row) {
            const QModelIndex value = view.model()->index(row, 1, view.model()->index(group, 0));
            if (value.data(ChoicesRole).toStringList().contains(QStringLiteral("Yes")))
                return value;
        }
    return {};
}

} // namespace

void TestCentresPage::aFactIsChangedByOneClickOnItsValue()
{
    ShortWorkspace workspace;
    workspace.addCentre(QStringLiteral("Northbridge"));
    ScriptedPrompts prompts;
    CentresPage page(*workspace, prompts);
    page.resize(1200, 640);
    page.show();
    auto *view = page.findChild<QTreeView *>(QStringLiteral("factsView"));
    const QModelIndex value = yesNoValue(*view);
    view->scrollTo(value);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(value).center());
    auto *editor = view->viewport()->findChild<QComboBox *>();
    QVERIFY(editor);
    editor->setCurrentIndex(1);
    Q_EMIT editor->activated(1);
    QCOMPARE(value.data().toString(), QStringLiteral("Yes"));
    QCOMPARE(workspace->centres().all().first().profile.size(), 1);
}

void TestCentresPage::aFactIsChangedByKeysAlone()
{
    ShortWorkspace workspace;
    workspace.addCentre(QStringLiteral("Northbridge"));
    ScriptedPrompts prompts;
    CentresPage page(*workspace, prompts);
    page.show();
    auto *view = page.findChild<QTreeView *>(QStringLiteral("factsView"));
    const QModelIndex value = yesNoValue(*view);
    view->setCurrentIndex(value);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_F2);
    auto *editor = view->viewport()->findChild<QComboBox *>();
    QVERIFY(editor);
    QTest::keyClick(editor, Qt::Key_Down);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(value.data().toString(), QStringLiteral("Yes"));
}

void TestCentresPage::aFacilityIsAddedInPlace()
{
    ShortWorkspace workspace;
    workspace.addCentre(QStringLiteral("Northbridge"));
    ScriptedPrompts prompts;
    CentresPage page(*workspace, prompts);
    page.resize(1200, 640);
    page.show();
    page.findChild<QTabWidget *>()->setCurrentIndex(2);
    auto *view = page.findChild<QTableView *>(QStringLiteral("facilitiesView"));
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("addFacilityButton")), Qt::LeftButton);
    auto *editor = view->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("Apheresis"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(workspace->centres().all().first().facilities.last().name, QStringLiteral("Apheresis"));
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("removeFacilityButton")), Qt::LeftButton);
    QCOMPARE(workspace->centres().all().first().facilities.size(), 1);
}

void TestCentresPage::theCentreChosenOnTheLeftIsShownOnTheRight()
{
    ShortWorkspace workspace;
    workspace.addCentre(QStringLiteral("Northbridge"));
    workspace.addCentre(QStringLiteral("Southport"));
    ScriptedPrompts prompts;
    CentresPage page(*workspace, prompts);
    page.show();
    auto *list = page.findChild<QListView *>(QStringLiteral("centresView"));
    auto *name = page.findChild<QLineEdit *>(QStringLiteral("nameEdit"));
    QCOMPARE(name->text(), QStringLiteral("Northbridge"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(name->text(), QStringLiteral("Southport"));
    QTest::keyClicks(page.findChild<QLineEdit *>(QStringLiteral("searchEdit")), QStringLiteral("north"));
    QCOMPARE(list->model()->rowCount(), 1);
}

QTEST_MAIN(TestCentresPage)
#include "tst_centrespage.moc"
