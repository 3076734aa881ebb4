// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/spelling/dictionaries.h"

#include <QDir>
#include <QMap>
#include <QStandardPaths>

namespace cq {

QStringList dictionaryFolders()
{
    return QStandardPaths::locateAll(
        QStandardPaths::GenericDataLocation, QStringLiteral("hunspell"), QStandardPaths::LocateDirectory);
}

QList<Dictionary> dictionariesIn(const QStringList &folders)
{
    QMap<QString, Dictionary> found;
    for (const QString &folder : folders) {
        const QDir dir(folder);
        for (const QFileInfo &words : dir.entryInfoList({QStringLiteral("*.dic")}, QDir::Files | QDir::Readable)) {
            const QString name = words.completeBaseName();
            const QString affixes = dir.filePath(name + QStringLiteral(".aff"));
            // Hyphenation patterns lie there too, without affixes.
            if (!found.contains(name) && QFileInfo(affixes).isReadable())
                found.insert(name, {name, affixes, words.filePath()});
        }
    }
    return found.values();
}

} // namespace cq
