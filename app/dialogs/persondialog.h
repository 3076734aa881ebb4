// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/person.h"

#include <QDialog>

#include <memory>

class QComboBox;

namespace Ui {
class PersonDialog;
}

namespace cq {

/// Asks who is working from now on. A person without a name is not accepted.
class PersonDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PersonDialog(const Person &person, QWidget *parent = nullptr);
    ~PersonDialog() override;

    /// As entered; a new name is a new person with an id of its own.
    Person person() const;

private:
    std::unique_ptr<Ui::PersonDialog> m_ui;
    Person m_before;
};

/// Fills a box with the roles a person can work in; the data are the roles' file words.
void fillRoles(QComboBox &box, Role chosen);
Role chosenRole(const QComboBox &box);

} // namespace cq
