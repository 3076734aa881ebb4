// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/packspage.h"

#include "tests/app/scriptedprompts.h"
#include "tests/app/shortworkspace.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

using namespace cq;

class TestPacksPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPackThatIsBrokenShowsAllItsFaultsAndIsNotTaken();
    void aPackFromAFileIsAddedAndChosen();
    void cancellingTheChoiceChangesNothing();
    void aCriterionIsReadInFull();
    void theSearchFindsACriterionByItsCode();

private:
    static QString written(ShortWorkspace &workspace, const QByteArray &bytes);
};

QString TestPacksPage::written(ShortWorkspace &workspace, const QByteArray &bytes)
{
    QFile file(workspace.folder() + QStringLiteral("/new.cqpack.json"));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        throw std::runtime_error("cannot write the pack");
    return file.fileName();
}

void TestPacksPage::aPackThatIsBrokenShowsAllItsFaultsAndIsNotTaken()
{
    ShortWorkspace workspace;
    ScriptedPrompts prompts;
    QByteArray bytes = workspace->packs().first().bytes;
    bytes.replace("\"critical\"", "\"crucial\"");
    prompts.files = {written(workspace, bytes)};
    PacksPage page(*workspace, prompts);
    page.show();
    auto *frame = page.findChild<QWidget *>(QStringLiteral("faultsFrame"));
    QVERIFY(!frame->isVisible());
    const auto before = workspace->packs().size();
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("addPackButton")), Qt::LeftButton);
    QVERIFY(frame->isVisible());
    QVERIFY(page.findChild<QTableView *>(QStringLiteral("faultsView"))->model()->rowCount() > 1);
    QCOMPARE(workspace->packs().size(), before);
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("closeFaultsButton")), Qt::LeftButton);
    QVERIFY(!frame->isVisible());
}

void TestPacksPage::aPackFromAFileIsAddedAndChosen()
{
    ShortWorkspace workspace;
    const CriteriaPack pack = workspace->packs().first();
    QByteArray bytes = pack.bytes;
    const QByteArray version = "\"version\": \"" + pack.version.text().toLatin1() + '"';
    QVERIFY(bytes.contains(version));
    bytes.replace(bytes.indexOf(version), version.size(), "\"version\": \"99.0.0\"");
    ScriptedPrompts prompts;
    prompts.files = {written(workspace, bytes)};
    PacksPage page(*workspace, prompts);
    page.show();
    const auto before = workspace->packs().size();
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("addPackButton")), Qt::LeftButton);
    QVERIFY(prompts.told.isEmpty());
    QCOMPARE(workspace->packs().size(), before + 1);
    auto *view = page.findChild<QTableView *>(QStringLiteral("packsView"));
    const QModelIndex current = view->currentIndex();
    QCOMPARE(current.siblingAtColumn(1).data().toString(), QStringLiteral("99.0.0"));
}

void TestPacksPage::cancellingTheChoiceChangesNothing()
{
    ShortWorkspace workspace;
    ScriptedPrompts prompts;
    PacksPage page(*workspace, prompts);
    const auto before = workspace->packs().size();
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("addPackButton")), Qt::LeftButton);
    QCOMPARE(workspace->packs().size(), before);
    QVERIFY(prompts.told.isEmpty());
}

void TestPacksPage::aCriterionIsReadInFull()
{
    ShortWorkspace workspace;
    ScriptedPrompts prompts;
    PacksPage page(*workspace, prompts);
    page.show();
    auto *view = page.findChild<QTreeView *>(QStringLiteral("criteriaView"));
    auto *browser = page.findChild<QTextBrowser *>(QStringLiteral("criterionBrowser"));
    view->setCurrentIndex(view->model()->index(0, 0));
    const QString section = browser->toPlainText();
    QTest::keyClick(view, Qt::Key_Down);
    QVERIFY(browser->toPlainText() != section);
    QVERIFY(browser->toPlainText().contains(view->currentIndex().siblingAtColumn(0).data().toString()));
    QVERIFY(browser->toPlainText().contains(QStringLiteral("When it applies")));
}

void TestPacksPage::theSearchFindsACriterionByItsCode()
{
    ShortWorkspace workspace;
    ScriptedPrompts prompts;
    PacksPage page(*workspace, prompts);
    page.show();
    auto *view = page.findChild<QTreeView *>(QStringLiteral("criteriaView"));
    QTest::keyClicks(page.findChild<QLineEdit *>(QStringLiteral("criterionSearchEdit")), QStringLiteral("tox-03"));
    int found = 0;
    for (int section = 0; section < view->model()->rowCount(); ++section)
        found += view->model()->rowCount(view->model()->index(section, 0));
    QCOMPARE(found, 1);
}

QTEST_MAIN(TestPacksPage)
#include "tst_packspage.moc"
