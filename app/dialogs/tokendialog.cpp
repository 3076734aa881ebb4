// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/tokendialog.h"

#include "app/dialogs/signingwork.h"
#include "app/support/errortext.h"
#include "app/support/prompts.h"
#include "app/support/words.h"
#include "core/signing/pkcs11module.h"

#include "ui_tokendialog.h"

#include <utility>

namespace cq {

TokenDialog::TokenDialog(Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::TokenDialog>())
    , m_prompts(prompts)
    , m_work(new SigningWork(this))
{
    m_ui->setupUi(this);
    connect(m_ui->certificatesView, &QTreeWidget::itemSelectionChanged, this, &TokenDialog::showState);
    connect(m_ui->certificatesView, &QTreeWidget::itemActivated, this, &TokenDialog::use);
    connect(m_ui->againButton, &QPushButton::clicked, this, &TokenDialog::look);
    connect(m_ui->driverButton, &QPushButton::clicked, this, &TokenDialog::chooseDriver);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->useButton, &QPushButton::clicked, this, &TokenDialog::use);
    look();
}

TokenDialog::~TokenDialog() = default;

void TokenDialog::look()
{
    // One after the other: a driver is not asked twice at once, it may not be made for that.
    if (m_work->isRunning()) {
        m_looksAgain = true;
        return;
    }
    m_work->start(
        [driver = m_driver](const JobProgress &) {
            Found found;
            for (const QString &module : Pkcs11Module::installed() + (driver.isEmpty() ? QStringList() : QStringList {driver})) {
                const auto tokens = tokensOf(module);
                if (!tokens) {
                    // Only the driver that a person chose has to be there.
                    if (module == driver)
                        found.problems.append(tokens.error().text());
                    continue;
                }
                for (const Token &token : *tokens)
                    for (const TokenCertificate &certificate : token.certificates)
                        found.choices.append({token, certificate});
            }
            return found;
        },
        [this](const Found &found) {
            take(found);
            if (std::exchange(m_looksAgain, false))
                look();
        });
    showState();
}

void TokenDialog::take(const Found &found)
{
    m_choices = found.choices;
    m_ui->certificatesView->clear();
    for (const TokenChoice &choice : m_choices) {
        const CertificateInfo &info = choice.certificate.info;
        auto *line = new QTreeWidgetItem(m_ui->certificatesView,
            {info.subjectName, info.issuerName, choice.token.label, dateText(info.notAfter.localDate())});
        for (int column = 0; column < line->columnCount(); ++column)
            line->setToolTip(column, line->text(column));
    }
    for (int column = 0; column < m_ui->certificatesView->columnCount(); ++column)
        m_ui->certificatesView->resizeColumnToContents(column);
    if (!m_choices.isEmpty())
        m_ui->certificatesView->setCurrentItem(m_ui->certificatesView->topLevelItem(0));
    m_ui->problemLabel->setText(found.problems.isEmpty()
            ? QString()
            : tr("This driver does not answer. Choose the file that came with your card; its name ends in .so."));
    m_ui->problemLabel->setToolTip(found.problems.join(u'\n'));
    m_ui->problemLabel->setVisible(!found.problems.isEmpty());
    showState();
    if (!m_choices.isEmpty())
        m_ui->certificatesView->setFocus(); // it was hidden while nothing stood in it
}

void TokenDialog::showState()
{
    const bool isLooking = m_work->isRunning();
    m_ui->stateLabel->setText(isLooking ? tr("Looking for cards and tokens …")
            : m_choices.isEmpty()
            ? tr("No card or token with a certificate for signing was found. Put it in and look again. If it is in, its "
                 "driver is missing: install what came with it, or choose the driver's file.")
            : tr("Choose the certificate to sign with. Its PIN is asked for next."));
    m_ui->certificatesView->setVisible(!m_choices.isEmpty());
    m_ui->useButton->setEnabled(!isLooking && m_ui->certificatesView->currentItem());
}

void TokenDialog::chooseDriver()
{
    const auto path = m_prompts.openFile(this, tr("Choose the driver of your card"), tr("Drivers (*.so)"));
    if (!path)
        return;
    m_driver = *path;
    look();
}

void TokenDialog::use()
{
    const int place = m_ui->certificatesView->indexOfTopLevelItem(m_ui->certificatesView->currentItem());
    if (place < 0 || place >= m_choices.size())
        return;
    const TokenChoice choice = m_choices.at(place);
    accept();
    Q_EMIT tokenChosen(tokenUri(choice, choice.token.modulePath == m_driver ? m_driver : QString()));
}

} // namespace cq
