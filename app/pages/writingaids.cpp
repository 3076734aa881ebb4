// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/writingaids.h"

#include "app/pages/templatesmenu.h"
#include "app/spelling/spellchecker.h"
#include "app/spelling/spellinghighlighter.h"
#include "app/spelling/spellingmenu.h"
#include "app/support/autosaveedit.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>

namespace cq {

namespace {

constexpr char aidedProperty[] = "writingAids";

bool isTemplateKey(const QKeyEvent &event)
{
    return event.key() == Qt::Key_T && event.modifiers() == Qt::ControlModifier;
}

} // namespace

WritingAids::WritingAids(
    Settings &settings, Prompts &prompts, const QList<Dictionary> &dictionaries, QObject *parent)
    : QObject(parent)
    , m_templates(new TemplatesMenu(settings, prompts, this))
    , m_checker(new SpellChecker(this))
    , m_spelling(new SpellingMenu(settings, *m_checker, dictionaries, this))
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { aid(now); });
}

void WritingAids::setPerson(const PersonId &person)
{
    m_templates->setPerson(person);
    m_spelling->setPerson(person);
}

void WritingAids::aid(QWidget *field)
{
    auto *edit = qobject_cast<AutosaveEdit *>(field);
    if (!edit || edit->property(aidedProperty).toBool())
        return;
    edit->setProperty(aidedProperty, true);
    edit->installEventFilter(this);
    edit->viewport()->installEventFilter(this);
    new SpellingHighlighter(*m_checker, edit->document());
}

bool WritingAids::eventFilter(QObject *watched, QEvent *event)
{
    auto *edit = qobject_cast<QPlainTextEdit *>(watched);
    if (!edit)
        edit = qobject_cast<QPlainTextEdit *>(watched->parent());
    if (!edit)
        return false;
    if (event->type() == QEvent::KeyPress && isTemplateKey(*static_cast<QKeyEvent *>(event))) {
        showTemplates(*edit);
        return true;
    }
    if (event->type() == QEvent::ContextMenu) {
        const auto *menu = static_cast<QContextMenuEvent *>(event);
        const bool isKey = menu->reason() == QContextMenuEvent::Keyboard;
        showMenu(*edit, isKey ? edit->cursorRect().center() : edit->viewport()->mapFromGlobal(menu->globalPos()));
        return true;
    }
    return false;
}

void WritingAids::showTemplates(QPlainTextEdit &edit)
{
    auto *menu = new QMenu(&edit);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Templates"));
    m_templates->fill(*menu, edit);
    menu->popup(edit.viewport()->mapToGlobal(edit.cursorRect().bottomLeft()));
    if (!menu->actions().isEmpty())
        menu->setActiveAction(menu->actions().first());
}

void WritingAids::showMenu(QPlainTextEdit &edit, const QPoint &place)
{
    QMenu *menu = edit.createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_spelling->fillForWord(*menu, edit, edit.cursorForPosition(place).position());
    menu->addSeparator();
    m_templates->fill(*menu->addMenu(tr("&Templates (Ctrl+T)")), edit);
    m_spelling->fillLanguages(*menu->addMenu(tr("&Spelling")));
    menu->popup(edit.viewport()->mapToGlobal(place));
}

} // namespace cq
