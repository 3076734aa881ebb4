// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/support/prompts.h"

#include <QList>
#include <QPrinter>

#include <utility>

namespace cq {

/// Prompts that answer from what a test has laid ready, and remember what was told. Nothing laid ready: cancelled.
class ScriptedPrompts final : public Prompts
{
public:
    void tell(QWidget *, const Error &error) override { told.append(error); }
    void inform(QWidget *, const QString &title, const QString &) override { informed.append(title); }
    bool confirm(QWidget *, const QString &, const QString &, const QString &) override { return agrees; }
    std::optional<QString> text(QWidget *, const QString &, const QString &sentence, const QString &) override
    {
        asked.append(sentence);
        return texts.isEmpty() ? std::nullopt : std::optional(texts.takeFirst());
    }
    std::optional<QString> openFile(QWidget *, const QString &, const QString &) override { return next(); }
    QStringList openFiles(QWidget *, const QString &, const QString &) override { return std::exchange(files, {}); }
    std::optional<QString> openFolder(QWidget *, const QString &) override { return next(); }
    bool choosePrinter(QWidget *, QPrinter &printer) override
    {
        const auto file = next(); // a printer of paper is not at hand
        if (file)
            printer.setOutputFileName(*file);
        return file.has_value();
    }
    std::optional<QString> saveFile(QWidget *, const QString &, const QString &, const QString &) override { return next(); }

    QList<Error> told;
    QStringList informed;
    QStringList asked; ///< sentences over a text to be given
    QStringList texts;
    QStringList files;
    bool agrees = false;

private:
    std::optional<QString> next() { return files.isEmpty() ? std::nullopt : std::optional(files.takeFirst()); }
};

} // namespace cq
