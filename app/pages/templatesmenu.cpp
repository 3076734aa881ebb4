// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/templatesmenu.h"

#include "app/settings/settings.h"
#include "app/support/prompts.h"

#include <QMenu>
#include <QPlainTextEdit>

#include <algorithm>

namespace cq {

namespace {

// A name may hold what a menu would take for a mark.
QString asItStands(const QString &name)
{
    return QString(name).replace(u'&', QStringLiteral("&&"));
}

QList<NoteTemplate>::iterator named(QList<NoteTemplate> &templates, const QString &name)
{
    return std::find_if(
        templates.begin(), templates.end(), [&](const NoteTemplate &known) { return known.name == name; });
}

} // namespace

TemplatesMenu::TemplatesMenu(Settings &settings, Prompts &prompts, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_prompts(prompts)
{
}

void TemplatesMenu::setPerson(const PersonId &person)
{
    m_person = person;
}

void TemplatesMenu::fill(QMenu &menu, QPlainTextEdit &edit)
{
    const QList<NoteTemplate> templates = m_settings.noteTemplates(m_person);
    for (const NoteTemplate &known : templates) {
        QAction *insert = menu.addAction(asItStands(known.name));
        insert->setEnabled(!edit.isReadOnly());
        connect(insert, &QAction::triggered, &edit, [&edit, text = known.text] { edit.insertPlainText(text); });
    }
    if (!templates.isEmpty())
        menu.addSeparator();
    QAction *keep = menu.addAction(tr("&Keep this text as a template…"));
    keep->setEnabled(!edit.toPlainText().trimmed().isEmpty());
    connect(keep, &QAction::triggered, &edit, [this, &edit] { add(edit); });
    if (templates.isEmpty())
        return;
    QMenu *renaming = menu.addMenu(tr("&Rename"));
    QMenu *deleting = menu.addMenu(tr("&Delete"));
    for (const NoteTemplate &known : templates) {
        connect(renaming->addAction(asItStands(known.name)), &QAction::triggered, &edit,
            [this, &edit, name = known.name] { rename(*edit.window(), name); });
        connect(deleting->addAction(asItStands(known.name)), &QAction::triggered, this,
            [this, name = known.name] { remove(name); });
    }
}

void TemplatesMenu::add(QPlainTextEdit &edit)
{
    // Qt tells a selection's lines apart by a sign of its own.
    const QString chosen = edit.textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n');
    const QString text = chosen.trimmed().isEmpty() ? edit.toPlainText() : chosen;
    const auto given = m_prompts.text(edit.window(), tr("Keep a template"),
        tr("Under which name? A template of that name is replaced. Write nothing into a template that points to a patient."),
        text.simplified().left(40));
    if (!given)
        return;
    const QString name = given->simplified();
    QList<NoteTemplate> templates = m_settings.noteTemplates(m_person);
    if (const auto known = named(templates, name); known != templates.end())
        known->text = text;
    else
        templates.append({name, text});
    m_settings.setNoteTemplates(m_person, templates);
}

void TemplatesMenu::rename(QWidget &window, const QString &name)
{
    const auto given = m_prompts.text(&window, tr("Rename a template"), tr("Its new name:"), name);
    if (!given || given->simplified() == name)
        return;
    QList<NoteTemplate> templates = m_settings.noteTemplates(m_person);
    if (named(templates, given->simplified()) != templates.end()) {
        m_prompts.inform(&window, tr("There is such a template already"),
            tr("Choose another name, or delete the other template first."));
        return;
    }
    if (const auto known = named(templates, name); known != templates.end())
        known->name = given->simplified();
    m_settings.setNoteTemplates(m_person, templates);
}

void TemplatesMenu::remove(const QString &name)
{
    QList<NoteTemplate> templates = m_settings.noteTemplates(m_person);
    templates.removeIf([&](const NoteTemplate &known) { return known.name == name; });
    m_settings.setNoteTemplates(m_person, templates);
}

} // namespace cq
