// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/spelling/spellingmenu.h"

#include "app/settings/settings.h"
#include "app/spelling/spellchecker.h"

#include <QActionGroup>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTextBlock>

#include <optional>

namespace cq {

namespace {

// "de_AT" as "Deutsch (Österreich)"; a dictionary of another kind by the name of its files.
QString nameOf(const Dictionary &dictionary)
{
    const QLocale locale(dictionary.name);
    if (locale.language() == QLocale::C || locale.nativeLanguageName().isEmpty())
        return dictionary.name;
    //: A language and where it is spoken that way, e.g. Deutsch (Österreich), then the name of the dictionary
    return SpellingMenu::tr("%1 (%2), %3").arg(locale.nativeLanguageName(), locale.nativeTerritoryName(), dictionary.name);
}

std::optional<SpellChecker::Span> wordAt(const QString &text, int place)
{
    for (const SpellChecker::Span &word : SpellChecker::wordsOf(text))
        if (word.from <= place && place <= word.from + word.length)
            return word;
    return std::nullopt;
}

} // namespace

SpellingMenu::SpellingMenu(
    Settings &settings, SpellChecker &checker, const QList<Dictionary> &installed, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_checker(checker)
    , m_installed(installed)
{
}

void SpellingMenu::setPerson(const PersonId &person)
{
    m_person = person;
    m_checker.setOwnWords(m_settings.ownWords(person));
    apply();
}

QString SpellingMenu::language() const
{
    if (const auto chosen = m_settings.spellingLanguage(m_person))
        return *chosen;
    const QString window = QLocale().name();
    for (const Dictionary &dictionary : m_installed)
        if (dictionary.name == window)
            return window;
    for (const Dictionary &dictionary : m_installed)
        if (dictionary.name.section(u'_', 0, 0) == window.section(u'_', 0, 0))
            return dictionary.name;
    return {};
}

void SpellingMenu::apply()
{
    const QString name = language();
    for (const Dictionary &dictionary : m_installed)
        if (dictionary.name == name) {
            m_checker.use(dictionary);
            return;
        }
    m_checker.turnOff();
}

void SpellingMenu::fillForWord(QMenu &menu, QPlainTextEdit &edit, int position)
{
    const QTextBlock block = edit.document()->findBlock(position);
    const auto found = wordAt(block.text(), position - block.position());
    const QString word = found ? block.text().mid(found->from, found->length) : QString();
    if (m_checker.isRight(word))
        return;
    QAction *before = menu.actions().value(0);
    QTextCursor place(block);
    place.setPosition(block.position() + found->from);
    place.setPosition(block.position() + found->from + found->length, QTextCursor::KeepAnchor);
    for (const QString &suggestion : m_checker.suggestions(word)) {
        auto *replace = new QAction(QString(suggestion).replace(u'&', QStringLiteral("&&")), &menu);
        replace->setEnabled(!edit.isReadOnly());
        connect(replace, &QAction::triggered, &edit, [place, suggestion]() mutable { place.insertText(suggestion); });
        menu.insertAction(before, replace);
    }
    auto *own = new QAction(tr("&Add “%1” to my words").arg(QString(word).replace(u'&', QStringLiteral("&&"))), &menu);
    connect(own, &QAction::triggered, this, [this, word] {
        QStringList words = m_settings.ownWords(m_person);
        words.append(word);
        m_settings.setOwnWords(m_person, words);
        m_checker.setOwnWords(words);
    });
    menu.insertAction(before, own);
    menu.insertSeparator(before);
}

void SpellingMenu::fillLanguages(QMenu &menu)
{
    if (m_installed.isEmpty()) {
        menu.addAction(tr("No dictionary is installed on this computer"))->setEnabled(false);
        return;
    }
    auto *group = new QActionGroup(&menu);
    const auto add = [&](const QString &text, const QString &name) {
        QAction *choice = menu.addAction(text);
        choice->setCheckable(true);
        choice->setChecked(language() == name);
        group->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, name] {
            m_settings.setSpellingLanguage(m_person, name);
            apply();
        });
    };
    add(tr("&Off"), {});
    for (const Dictionary &dictionary : m_installed)
        add(nameOf(dictionary), dictionary.name);
}

} // namespace cq
