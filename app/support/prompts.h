// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QPrinter;

namespace cq {

/// Every question the program asks in a window of its own goes through here, so that tests can answer.
class Prompts
{
public:
    virtual ~Prompts() = default;

    virtual void tell(QWidget *parent, const Error &error);
    virtual void inform(QWidget *parent, const QString &title, const QString &sentence);
    /// True where the person agrees; `action` names the button.
    virtual bool confirm(QWidget *parent, const QString &title, const QString &sentence, const QString &action);
    /// A text of one or more lines; nothing where cancelled. Empty answers are not accepted.
    virtual std::optional<QString> text(
        QWidget *parent, const QString &title, const QString &sentence, const QString &suggestion = {});
    virtual std::optional<QString> openFile(QWidget *parent, const QString &title, const QString &filter);
    /// Empty where cancelled.
    virtual QStringList openFiles(QWidget *parent, const QString &title, const QString &filter);
    virtual std::optional<QString> openFolder(QWidget *parent, const QString &title);
    /// Sets the printer up as the person wants it; false where cancelled.
    virtual bool choosePrinter(QWidget *parent, QPrinter &printer);
    virtual std::optional<QString> saveFile(
        QWidget *parent, const QString &title, const QString &suggestedName, const QString &filter);
};

} // namespace cq
