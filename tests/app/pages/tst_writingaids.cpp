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
#include <QTextBlock>
#include <QTextLayout>

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
    void aWrongWordIsReplacedByKeys();
    void anOwnWordIsKept();
    void theLanguageIsChosenAmongThoseInstalled();
    void withoutADictionaryTheMenuSaysSo();

private:
    static Dictionary write(const QTemporaryDir &folder, const char *name, const QByteArray &words)
    {
        const QString stem = folder.filePath(QString::fromLatin1(name));
        for (const auto &[ending, content] : {std::pair(".aff", QByteArray("SET UTF-8\nTRY esianrto\n")), std::pair(".dic", words)}) {
            QFile file(stem + QLatin1String(ending));
            if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
                qFatal("cannot write the dictionary");
        }
        return {QString::fromLatin1(name), stem + QStringLiteral(".aff"), stem + QStringLiteral(".dic")};
    }

    struct Desk
    {
        explicit Desk(const QList<Dictionary> &dictionaries = {})
            : store(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
            , settings(store)
            , aids(settings, prompts, dictionaries)
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
        QMenu *contextMenu()
        {
            QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
            QApplication::sendEvent(&edit, &event);
            return qobject_cast<QMenu *>(QApplication::activePopupWidget());
        }
        /// Something is wrong in the field, and it is seen.
        bool hasWave() const { return !edit.document()->firstBlock().layout()->formats().isEmpty(); }
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

void TestWritingAids::aWrongWordIsReplacedByKeys()
{
    const QTemporaryDir folder;
    Desk desk({write(folder, "xx_YY", "2\ndoor\nthe\n")});
    desk.settings.setSpellingLanguage(desk.person, QStringLiteral("xx_YY"));
    desk.aids.setPerson(desk.person);
    QTest::keyClicks(&desk.edit, QStringLiteral("the dooor"));
    QTRY_VERIFY(desk.hasWave());
    QMenu *menu = desk.contextMenu();
    QVERIFY(menu);
    QCOMPARE(menu->actions().first()->text(), QStringLiteral("door"));
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(desk.edit.toPlainText(), QStringLiteral("the door"));
    QTRY_VERIFY(!desk.hasWave());
}

void TestWritingAids::anOwnWordIsKept()
{
    const QTemporaryDir folder;
    Desk desk({write(folder, "xx_YY", "1\ndoor\n")});
    desk.settings.setSpellingLanguage(desk.person, QStringLiteral("xx_YY"));
    desk.aids.setPerson(desk.person);
    QTest::keyClicks(&desk.edit, QStringLiteral("apheresis"));
    QTRY_VERIFY(desk.hasWave());
    QMenu *menu = desk.contextMenu();
    QAction *own = Desk::action(*menu, QStringLiteral("&Add"));
    QVERIFY(own);
    own->trigger();
    menu->close();
    QCOMPARE(desk.settings.ownWords(desk.person), QStringList {QStringLiteral("apheresis")});
    QTRY_VERIFY(!desk.hasWave());
    menu = desk.contextMenu();
    QVERIFY(!Desk::action(*menu, QStringLiteral("&Add")));
    menu->close();
}

void TestWritingAids::theLanguageIsChosenAmongThoseInstalled()
{
    const QTemporaryDir folder;
    Desk desk({write(folder, "xx_AA", "1\nrojo\n"), write(folder, "xx_BB", "1\nrouge\n")});
    QTest::keyClicks(&desk.edit, QStringLiteral("rouge"));
    QVERIFY(!desk.hasWave()); // no dictionary for the window's language, so it is off
    QMenu *menu = desk.contextMenu();
    QMenu *languages = Desk::action(*menu, QStringLiteral("&Spelling"))->menu();
    QCOMPARE(languages->actions().size(), 3);
    QVERIFY(languages->actions().first()->isChecked());
    languages->actions().at(1)->trigger();
    menu->close();
    QCOMPARE(desk.settings.spellingLanguage(desk.person), std::optional(QStringLiteral("xx_AA")));
    QTRY_VERIFY(desk.hasWave());
    menu = desk.contextMenu();
    languages = Desk::action(*menu, QStringLiteral("&Spelling"))->menu();
    QVERIFY(languages->actions().at(1)->isChecked());
    languages->actions().first()->trigger();
    menu->close();
    QTRY_VERIFY(!desk.hasWave());
}

void TestWritingAids::withoutADictionaryTheMenuSaysSo()
{
    Desk desk;
    QTest::keyClicks(&desk.edit, QStringLiteral("xqzzy"));
    QMenu *menu = desk.contextMenu();
    QVERIFY(!Desk::action(*menu, QStringLiteral("&Add")));
    const QList<QAction *> languages = Desk::action(*menu, QStringLiteral("&Spelling"))->menu()->actions();
    QCOMPARE(languages.size(), 1);
    QVERIFY(!languages.first()->isEnabled());
    menu->close();
    QVERIFY(!desk.hasWave());
}

QTEST_MAIN(TestWritingAids)
#include "tst_writingaids.moc"
