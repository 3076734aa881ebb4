// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/writingaids.h"

#include "app/settings/settings.h"
#include "app/support/autosaveedit.h"
#include "tests/app/scriptedprompts.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;

class TestWritingAids : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ctrlTInsertsATemplateByKeys();
    void whatIsWrittenBecomesATemplate();
    void aChosenPartBecomesATemplate();
    void templatesAreRenamedAndDeleted();
    void aNameThatIsTakenIsNotTakenTwice();
    void aFieldOnlyReadTakesNothing();
    void templatesBelongToOnePerson();

private:
    struct Desk
    {
        Desk()
            : store(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
            , settings(store)
            , aids(settings, prompts)
        {
            aids.setPerson(person);
            edit.show();
            edit.activateWindow();
            edit.setFocus();
            if (!QTest::qWaitForWindowActive(&edit))
                throw std::runtime_error("the field did not become active");
        }
        QMenu *menu()
        {
            QTest::keyClick(&edit, Qt::Key_T, Qt::ControlModifier);
            return qobject_cast<QMenu *>(QApplication::activePopupWidget());
        }
        static QAction *action(QMenu &menu, const QString &start)
        {
            for (QAction *action : menu.actions())
                if (action->text().startsWith(start))
                    return action;
            return nullptr;
        }

        QTemporaryDir folder;
        QSettings store;
        Settings settings;
        ScriptedPrompts prompts;
        WritingAids aids;
        AutosaveEdit edit;
        PersonId person {QStringLiteral("p1")};
    };
};

void TestWritingAids::ctrlTInsertsATemplateByKeys()
{
    Desk desk;
    desk.settings.setNoteTemplates(desk.person,
        {{QStringLiteral("Seen & signed"), QStringLiteral("Seen and signed.")}, {QStringLiteral("B"), QStringLiteral("b")}});
    QTest::keyClicks(&desk.edit, QStringLiteral("Log: "));
    QMenu *menu = desk.menu();
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(desk.edit.toPlainText(), QStringLiteral("Log: Seen and signed."));
}

void TestWritingAids::whatIsWrittenBecomesATemplate()
{
    Desk desk;
    QMenu *menu = desk.menu();
    QVERIFY(menu);
    QVERIFY(!Desk::action(*menu, QStringLiteral("&Keep"))->isEnabled());
    menu->close();
    QTest::keyClicks(&desk.edit, QStringLiteral("No antidote."));
    desk.prompts.texts = {QStringLiteral(" Antidote ")};
    menu = desk.menu();
    Desk::action(*menu, QStringLiteral("&Keep"))->trigger();
    menu->close();
    QCOMPARE(desk.settings.noteTemplates(desk.person),
        (QList<NoteTemplate> {{QStringLiteral("Antidote"), QStringLiteral("No antidote.")}}));
    menu = desk.menu();
    Desk::action(*menu, QStringLiteral("&Keep"))->trigger(); // nothing laid ready: cancelled
    menu->close();
    QCOMPARE(desk.settings.noteTemplates(desk.person).size(), 1);
}

void TestWritingAids::aChosenPartBecomesATemplate()
{
    Desk desk;
    desk.edit.setPlainText(QStringLiteral("first\nsecond\nthird"));
    QTextCursor cursor = desk.edit.textCursor();
    cursor.setPosition(0);
    cursor.setPosition(12, QTextCursor::KeepAnchor);
    desk.edit.setTextCursor(cursor);
    desk.prompts.texts = {QStringLiteral("Two lines")};
    QMenu *menu = desk.menu();
    Desk::action(*menu, QStringLiteral("&Keep"))->trigger();
    menu->close();
    QCOMPARE(desk.settings.noteTemplates(desk.person).value(0).text, QStringLiteral("first\nsecond"));
}

void TestWritingAids::templatesAreRenamedAndDeleted()
{
    Desk desk;
    desk.settings.setNoteTemplates(
        desk.person, {{QStringLiteral("A"), QStringLiteral("a")}, {QStringLiteral("B"), QStringLiteral("b")}});
    desk.prompts.texts = {QStringLiteral("C")};
    QMenu *menu = desk.menu();
    Desk::action(*Desk::action(*menu, QStringLiteral("&Rename"))->menu(), QStringLiteral("A"))->trigger();
    Desk::action(*Desk::action(*menu, QStringLiteral("&Delete"))->menu(), QStringLiteral("B"))->trigger();
    menu->close();
    QCOMPARE(desk.settings.noteTemplates(desk.person),
        (QList<NoteTemplate> {{QStringLiteral("C"), QStringLiteral("a")}}));
}

void TestWritingAids::aNameThatIsTakenIsNotTakenTwice()
{
    Desk desk;
    const QList<NoteTemplate> before {{QStringLiteral("A"), QStringLiteral("a")}, {QStringLiteral("B"), QStringLiteral("b")}};
    desk.settings.setNoteTemplates(desk.person, before);
    desk.prompts.texts = {QStringLiteral("B")};
    QMenu *menu = desk.menu();
    Desk::action(*Desk::action(*menu, QStringLiteral("&Rename"))->menu(), QStringLiteral("A"))->trigger();
    menu->close();
    QCOMPARE(desk.settings.noteTemplates(desk.person), before);
    QCOMPARE(desk.prompts.informed.size(), 1);
}

void TestWritingAids::aFieldOnlyReadTakesNothing()
{
    Desk desk;
    desk.settings.setNoteTemplates(desk.person, {{QStringLiteral("A"), QStringLiteral("a")}});
    desk.edit.setReadOnly(true);
    QMenu *menu = desk.menu();
    QVERIFY(!Desk::action(*menu, QStringLiteral("A"))->isEnabled());
    menu->close();
}

void TestWritingAids::templatesBelongToOnePerson()
{
    Desk desk;
    desk.settings.setNoteTemplates(desk.person, {{QStringLiteral("A"), QStringLiteral("a")}});
    desk.aids.setPerson(PersonId(QStringLiteral("p2")));
    QMenu *menu = desk.menu();
    QVERIFY(!Desk::action(*menu, QStringLiteral("A")));
    menu->close();
}

QTEST_MAIN(TestWritingAids)
#include "tst_writingaids.moc"
