// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/firststartdialog.h"

#include "core/base/idsource.h"

#include "app/dialogs/persondialog.h"

#include <QDir>
#include <QIcon>
#include <QLocale>

#include "ui_firststartdialog.h"

namespace cq {

FirstStartDialog::FirstStartDialog(bool hasDemonstration, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::FirstStartDialog>())
    , m_id(randomIds()())
{
    m_ui->setupUi(this);
    m_ui->logoLabel->setPixmap(QIcon(QStringLiteral(":/icons/centrequal.svg")).pixmap(QSize(112, 112)));
    fillRoles(*m_ui->roleCombo, Role::Auditor);
    fillLanguages();
    m_ui->choiceCard->setVisible(hasDemonstration); // without it there is nothing to choose
    const auto enable = [this] { m_ui->beginButton->setEnabled(!m_ui->nameEdit->text().trimmed().isEmpty()); };
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, enable);
    connect(m_ui->beginButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->quitButton, &QPushButton::clicked, this, &QDialog::reject);
    enable();
    m_ui->nameEdit->setFocus();
    setMinimumWidth(560);
}

FirstStartDialog::~FirstStartDialog() = default;

void FirstStartDialog::fillLanguages()
{
    // The languages the program was built with; its own texts are English.
    QStringList codes {QStringLiteral("en")};
    const QStringList files = QDir(QStringLiteral(":/i18n")).entryList({QStringLiteral("centrequal_*.qm")});
    for (const QString &file : files)
        codes.append(file.mid(11, file.size() - 14));
    codes.removeDuplicates();
    for (const QString &code : codes)
        m_ui->languageCombo->addItem(code == QLatin1String("en") ? QStringLiteral("English")
                                                                 : QLocale(code).nativeLanguageName(), code);
}

Person FirstStartDialog::person() const
{
    return {m_id, m_ui->nameEdit->text().trimmed(), chosenRole(*m_ui->roleCombo),
        m_ui->organisationEdit->text().trimmed()};
}

QString FirstStartDialog::language() const
{
    return m_ui->languageCombo->currentData().toString();
}

FirstStartDialog::Beginning FirstStartDialog::beginning() const
{
    return m_ui->demonstrationRadio->isChecked() ? Beginning::Demonstration : Beginning::OwnCentre;
}

} // namespace cq
