// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QObject>
#include <QPoint>

class QContextMenuEvent;
class QPlainTextEdit;
class QWidget;

namespace cq {

class Prompts;
class Settings;
class TemplatesMenu;

/// What helps to write notes: templates (Ctrl+T). Every note field gets it when it is first entered, so that no page
/// needs to know.
class WritingAids final : public QObject
{
    Q_OBJECT

public:
    WritingAids(Settings &settings, Prompts &prompts, QObject *parent = nullptr);

    /// Whose templates are offered.
    void setPerson(const PersonId &person);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void aid(QWidget *field);
    void showTemplates(QPlainTextEdit &edit);
    void showMenu(QPlainTextEdit &edit, const QPoint &place);

    TemplatesMenu *m_templates;
};

} // namespace cq
