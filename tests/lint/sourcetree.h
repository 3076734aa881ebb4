// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace cq::lint {

/// One file of the tree: where it lies, from the root of the tree, and what it says.
struct SourceFile
{
    QString path;
    QString text;

    bool isHeader() const { return path.endsWith(QLatin1String(".h")); }
    bool isSource() const { return isHeader() || path.endsWith(QLatin1String(".cpp")); }
    /// The name without folder and ending.
    QString stem() const;
    /// "core/pack" for core/pack/criterion.h, "app" for app/main.cpp, "resources" for all below resources.
    QString room() const;
    /// What stands between quotes (or angle brackets) after #include, in order.
    QStringList quotedIncludes() const;
    QStringList angledIncludes() const;
};

using SourceTree = std::vector<SourceFile>;

/// Reads the files with the given endings below the folders named; says nothing of files it cannot read.
SourceTree readTree(const QString &root, const QStringList &folders, const QStringList &nameFilters);

/// The room a path from the root belongs to.
QString roomOf(const QString &path);

} // namespace cq::lint
