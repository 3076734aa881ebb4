// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/persondialog.h"

#include "core/base/idsource.h"

#include "app/support/words.h"

#include <QComboBox>

#include "ui_persondialog.h"

namespace cq {

void fillRoles(QComboBox &box, Role chosen)
{
    for (const auto &[role, word] : EnumText<Role>::table)
        box.addItem(wordFor(role), QString::fromLatin1(word));
    box.setCurrentIndex(box.findData(textOf(chosen)));
}

Role chosenRole(const QComboBox &box)
{
    return fromText<Role>(box.currentData().toString()).value_or(Role::Observer);
}

PersonDialog::PersonDialog(const Person &person, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PersonDialog>())
    , m_before(person)
{
    m_ui->setupUi(this);
    fillRoles(*m_ui->roleCombo, person.role);
    m_ui->nameEdit->setText(person.name);
    m_ui->organisationEdit->setText(person.organisation);
    const auto enable = [this] { m_ui->acceptButton->setEnabled(!m_ui->nameEdit->text().trimmed().isEmpty()); };
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, enable);
    connect(m_ui->acceptButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    enable();
    m_ui->nameEdit->selectAll();
}

PersonDialog::~PersonDialog() = default;

Person PersonDialog::person() const
{
    Person person = m_before;
    person.name = m_ui->nameEdit->text().trimmed();
    person.role = chosenRole(*m_ui->roleCombo);
    person.organisation = m_ui->organisationEdit->text().trimmed();
    if (person.name != m_before.name || person.id.isEmpty())
        person.id = PersonId(randomIds()());
    return person;
}

} // namespace cq
