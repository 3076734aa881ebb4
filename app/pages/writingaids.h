// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/spelling/dictionaries.h"
#include "core/base/ids.h"

#include <QObject>
#include <QPoint>

class QPlainTextEdit;
class QWidget;

namespace cq {

class Prompts;
class Settings;
class SpellChecker;
class SpellingMenu;
class TemplatesMenu;

/// What helps to write notes: templates (Ctrl+T) and spelling (in the field, and in its menu). Every note field gets it
/// when it is first entered, so that no page needs to know.
class WritingAids final : public QObject
{
    Q_OBJECT

public:
    WritingAids(Settings &settings, Prompts &prompts, const QList<Dictionary> &dictionaries, QObject *parent = nullptr);

    /// Whose templates, language and words count.
    void setPerson(const PersonId &person);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void aid(QWidget *field);
    void showTemplates(QPlainTextEdit &edit);
    void showMenu(QPlainTextEdit &edit, const QPoint &place);

    TemplatesMenu *m_templates;
    SpellChecker *m_checker;
    SpellingMenu *m_spelling;
};

} // namespace cq
