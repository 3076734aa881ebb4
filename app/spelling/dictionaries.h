// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace cq {

/// A dictionary as hunspell keeps it: two files of the same name.
struct Dictionary
{
    QString name; ///< language as its files name it, e.g. "de_DE"
    QString affixes; ///< path of the .aff file
    QString words; ///< path of the .dic file
    bool operator==(const Dictionary &) const = default;
};

/// Where this system keeps hunspell's dictionaries; on Debian /usr/share/hunspell. May be empty.
QStringList dictionaryFolders();

/// The dictionaries in the folders, by name, each once: a folder that comes first wins.
QList<Dictionary> dictionariesIn(const QStringList &folders);

} // namespace cq
