// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/actiontable.h"

#include <QMenuBar>
#include <QTest>

using namespace cq;

class TestActionTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionStandsInAMenu();
    void noTwoActionsShareAKey();
    void everyActionHasAMnemonicOfItsOwnInItsMenu();
    void actionsAreEnabledByWhatIsThere_data();
    void actionsAreEnabledByWhatIsThere();
    void undoIsLeftToTheUndoStack();
    void theSheetOfKeysHasNoMarks();

private:
    static QList<QAction *> all(const ActionTable &table);
};

QList<QAction *> TestActionTable::all(const ActionTable &table)
{
    QList<QAction *> actions;
    for (int number = 0; number <= int(ActionId::About); ++number)
        actions.append(table.at(ActionId(number)));
    return actions;
}

void TestActionTable::everyActionStandsInAMenu()
{
    ActionTable table;
    QMenuBar bar;
    table.populate(bar);
    QList<QAction *> found;
    for (const QAction *menu : bar.actions())
        found.append(menu->menu()->actions());
    for (QAction *action : all(table)) {
        QVERIFY(action);
        QCOMPARE(found.count(action), 1);
    }
}

void TestActionTable::noTwoActionsShareAKey()
{
    ActionTable table;
    QStringList keys;
    for (const QAction *action : all(table))
        if (!action->shortcut().isEmpty())
            keys.append(action->shortcut().toString());
    QVERIFY(keys.size() > 10);
    QCOMPARE(keys.removeDuplicates(), 0);
}

void TestActionTable::everyActionHasAMnemonicOfItsOwnInItsMenu()
{
    ActionTable table;
    QMenuBar bar;
    table.populate(bar);
    for (const QAction *menu : bar.actions()) {
        QStringList letters;
        for (const QAction *action : menu->menu()->actions()) {
            if (action->isSeparator())
                continue;
            const qsizetype mark = action->text().indexOf(u'&');
            QVERIFY2(mark >= 0, qPrintable(action->text()));
            letters.append(action->text().mid(mark + 1, 1).toLower());
        }
        QVERIFY2(letters.removeDuplicates() == 0, qPrintable(menu->text()));
    }
}

void TestActionTable::actionsAreEnabledByWhatIsThere_data()
{
    QTest::addColumn<int>("present");
    QTest::addColumn<int>("action");
    QTest::addColumn<bool>("enabled");
    const int none = 0;
    const int file = int(Need::OpenFile);
    const int writable = int(Need::OpenFile) | int(Need::WritableFile);
    const int audit = writable | int(Need::OpenAudit);
    QTest::newRow("a file can always be opened") << none << int(ActionId::OpenFile) << true;
    QTest::newRow("no copy without a file") << none << int(ActionId::SaveCopy) << false;
    QTest::newRow("a copy of a file that is only read") << file << int(ActionId::SaveCopy) << true;
    QTest::newRow("no audit in a file that is only read") << file << int(ActionId::NewAudit) << false;
    QTest::newRow("an audit in a writable file") << writable << int(ActionId::NewAudit) << true;
    QTest::newRow("no report without an audit") << writable << int(ActionId::Report) << false;
    QTest::newRow("a report of an open audit") << audit << int(ActionId::Report) << true;
    QTest::newRow("a report is verified without a file") << none << int(ActionId::VerifyReport) << true;
    QTest::newRow("whom one trusts is shown without a file") << none << int(ActionId::TrustedCertificates) << true;
    QTest::newRow("no demonstration where none is made") << audit << int(ActionId::OpenDemonstration) << false;
}

void TestActionTable::actionsAreEnabledByWhatIsThere()
{
    QFETCH(int, present);
    QFETCH(int, action);
    QFETCH(bool, enabled);
    ActionTable table;
    table.enable(Needs(present));
    QCOMPARE(table.at(ActionId(action))->isEnabled(), enabled);
}

void TestActionTable::undoIsLeftToTheUndoStack()
{
    ActionTable table;
    table.at(ActionId::Undo)->setEnabled(false);
    table.enable(Needs(Need::OpenFile) | Need::WritableFile | Need::OpenAudit);
    QVERIFY(!table.at(ActionId::Undo)->isEnabled());
}

void TestActionTable::theSheetOfKeysHasNoMarks()
{
    const ActionTable table;
    const auto keys = table.keys();
    QVERIFY(keys.size() > 10);
    for (const auto &[key, words] : keys) {
        QVERIFY(!key.isEmpty());
        QVERIFY2(!words.contains(u'&') && !words.contains(QChar(0x2026)), qPrintable(words));
    }
}

QTEST_MAIN(TestActionTable)
#include "tst_actiontable.moc"
