// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/sourcetree.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace cq::lint {

namespace {

QStringList captures(const QString &text, const QRegularExpression &pattern)
{
    QStringList found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        found.append(matches.next().captured(1));
    return found;
}

} // namespace

QString SourceFile::stem() const
{
    return QFileInfo(path).completeBaseName();
}

QString SourceFile::room() const
{
    return roomOf(path);
}

QStringList SourceFile::quotedIncludes() const
{
    static const QRegularExpression pattern(
        QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*\"([^\"\\n]+)\""), QRegularExpression::MultilineOption);
    return captures(text, pattern);
}

QStringList SourceFile::angledIncludes() const
{
    static const QRegularExpression pattern(
        QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*<([^>\\n]+)>"), QRegularExpression::MultilineOption);
    return captures(text, pattern);
}

SourceTree readTree(const QString &root, const QStringList &folders, const QStringList &nameFilters)
{
    SourceTree tree;
    for (const QString &folder : folders) {
        QDirIterator files(root + u'/' + folder, nameFilters, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                tree.push_back({QDir(root).relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
    }
    std::sort(tree.begin(), tree.end(), [](const SourceFile &a, const SourceFile &b) { return a.path < b.path; });
    return tree;
}

QString roomOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    const bool hasRooms = parts.front() == QLatin1String("core") || parts.front() == QLatin1String("app");
    return hasRooms && parts.size() > 2 ? parts.at(0) + u'/' + parts.at(1) : parts.front();
}

} // namespace cq::lint
