// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QObject>

class QMenu;
class QPlainTextEdit;

namespace cq {

class Prompts;
class Settings;

/// The person's templates for recurring notes, as a menu at the field being written in: insert, keep what is written as a
/// new one, rename, delete.
class TemplatesMenu final : public QObject
{
    Q_OBJECT

public:
    TemplatesMenu(Settings &settings, Prompts &prompts, QObject *parent = nullptr);

    void setPerson(const PersonId &person);
    /// Fills a menu for the field. Nothing in it outlives the field.
    void fill(QMenu &menu, QPlainTextEdit &edit);

private:
    void add(QPlainTextEdit &edit);
    void rename(QWidget &window, const QString &name);
    void remove(const QString &name);

    Settings &m_settings;
    Prompts &m_prompts;
    PersonId m_person;
};

} // namespace cq
