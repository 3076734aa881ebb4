// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/spelling/dictionaries.h"
#include "core/base/ids.h"

#include <QObject>

class QMenu;
class QPlainTextEdit;

namespace cq {

class Settings;
class SpellChecker;

/// What the menu of a field offers for the spelling of a word: suggestions, taking it among the person's own words, and
/// which installed dictionary is used. Says so where none is installed.
class SpellingMenu final : public QObject
{
    Q_OBJECT

public:
    SpellingMenu(Settings &settings, SpellChecker &checker, const QList<Dictionary> &installed, QObject *parent = nullptr);

    /// Whose language and words count. Who chose nothing gets the dictionary of the window's language, where it is there.
    void setPerson(const PersonId &person);
    /// Suggestions for the word at a place of the text, and the person's words: before the first action of the menu.
    void fillForWord(QMenu &menu, QPlainTextEdit &edit, int position);
    void fillLanguages(QMenu &menu);

private:
    void apply();
    QString language() const; ///< name of a dictionary; empty: off

    Settings &m_settings;
    SpellChecker &m_checker;
    QList<Dictionary> m_installed;
    PersonId m_person;
};

} // namespace cq
