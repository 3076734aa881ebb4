// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/identitydialog.h"

#include "app/dialogs/signingexport.h"
#include "app/dialogs/signingpassphrase.h"
#include "app/dialogs/signingwork.h"
#include "app/support/errortext.h"
#include "app/support/prompts.h"
#include "core/session/identityfile.h"

#include <QDir>
#include <QFileInfo>

#include "ui_identitydialog.h"

namespace cq {

namespace {

// Of the fields of a certificate; see IdentityRequest.
constexpr int maxNameLength = 64;

} // namespace

IdentityDialog::IdentityDialog(const Suggestion &suggestion, Clock clock, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::IdentityDialog>())
    , m_clock(std::move(clock))
    , m_prompts(prompts)
    , m_work(new SigningWork(this))
{
    m_ui->setupUi(this);
    m_ui->nameEdit->setMaxLength(maxNameLength);
    m_ui->nameEdit->setText(suggestion.name);
    m_ui->organisationEdit->setMaxLength(maxNameLength);
    m_ui->organisationEdit->setText(suggestion.organisation);
    m_ui->algorithmCombo->addItem(tr("EC P-256: recommended, made at once"), textOf(KeyAlgorithm::EcP256));
    m_ui->algorithmCombo->addItem(tr("RSA 3072: for older readers, takes a few seconds"), textOf(KeyAlgorithm::Rsa3072));
    m_ui->pathEdit->setText(
        QDir::toNativeSeparators(freeName(suggestion.folder, tr("Signing identity") + QStringLiteral(".p12"))));
    complain({});
    setBusy(false);
    for (const QLineEdit *edit : {m_ui->passphraseEdit, m_ui->repeatEdit})
        connect(edit, &QLineEdit::textChanged, this, &IdentityDialog::showRules);
    connect(m_ui->choosePathButton, &QPushButton::clicked, this, &IdentityDialog::choosePath);
    connect(m_ui->makeButton, &QPushButton::clicked, this, &IdentityDialog::make);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &IdentityDialog::reject);
    showRules();
    m_ui->nameEdit->setFocus();
}

IdentityDialog::~IdentityDialog()
{
    wipePassphrase(*m_ui->passphraseEdit);
    wipePassphrase(*m_ui->repeatEdit);
}

void IdentityDialog::choosePath()
{
    const auto path = m_prompts.saveFile(
        this, tr("Where to keep the identity"), m_ui->pathEdit->text(), tr("Key and certificate (*.p12)"));
    if (!path)
        return;
    const bool hasSuffix = !QFileInfo(*path).suffix().isEmpty();
    m_ui->pathEdit->setText(QDir::toNativeSeparators(hasSuffix ? *path : *path + QStringLiteral(".p12")));
}

void IdentityDialog::showRules()
{
    const auto mark = [](bool holds) { return holds ? QStringLiteral("\u2713") : QStringLiteral("\u25CB"); };
    const Passphrase typed(m_ui->passphraseEdit->text());
    const bool isSame = typed.length() > 0 && m_ui->passphraseEdit->text() == m_ui->repeatEdit->text();
    //: Two rules for a passphrase, each behind its mark of being kept
    m_ui->rulesLabel->setText(tr("%1 8 or more characters; a few words are good     %2 Typed the same twice")
                                  .arg(mark(typed.length() >= SigningIdentity::minPassphraseLength), mark(isSame)));
}

QString IdentityDialog::missing() const
{
    if (m_ui->nameEdit->text().trimmed().isEmpty())
        return tr("Enter the name of the person who signs.");
    const Passphrase typed(m_ui->passphraseEdit->text());
    if (typed.length() < SigningIdentity::minPassphraseLength)
        return tr("The passphrase needs 8 or more characters.");
    if (m_ui->passphraseEdit->text() != m_ui->repeatEdit->text())
        return tr("The two passphrases are not the same. Type them again.");
    const QString path = QDir::fromNativeSeparators(m_ui->pathEdit->text().trimmed());
    if (path.isEmpty())
        return tr("Choose where to keep the file.");
    if (QFileInfo::exists(path))
        return tr("There is a file of this name already, and an identity is never replaced. Choose another name.");
    if (!QFileInfo(path).dir().exists())
        return tr("The folder for the file is not there. Choose another place.");
    return {};
}

void IdentityDialog::make()
{
    if (const QString sentence = missing(); !sentence.isEmpty()) {
        complain(sentence);
        return;
    }
    complain({});
    setBusy(true);
    const IdentityRequest request {m_ui->nameEdit->text().trimmed(), m_ui->organisationEdit->text().trimmed(),
        fromText<KeyAlgorithm>(m_ui->algorithmCombo->currentData().toString()).value_or(KeyAlgorithm::EcP256)};
    const QString path = QFileInfo(QDir::fromNativeSeparators(m_ui->pathEdit->text().trimmed())).absoluteFilePath();
    wipePassphrase(*m_ui->repeatEdit);
    m_work->start(
        [path, request, now = m_clock(),
            passphrase = std::make_shared<Passphrase>(takePassphrase(*m_ui->passphraseEdit))](
            const JobProgress &) { return createIdentityFile(path, request, *passphrase, now); },
        [this, path](const Result<CertificateInfo> &made) {
            setBusy(false);
            if (!made) {
                const ErrorText said = errorText(made.error());
                complain(tr("%1: %2").arg(said.title, said.sentence), said.detail);
                return;
            }
            Q_EMIT identityMade(path, *made);
            accept();
        });
}

void IdentityDialog::setBusy(bool isBusy)
{
    m_ui->fieldsWidget->setEnabled(!isBusy);
    m_ui->makeButton->setEnabled(!isBusy);
    m_ui->progressBar->setVisible(isBusy);
}

void IdentityDialog::complain(const QString &sentence, const QString &detail)
{
    m_ui->messageLabel->setText(sentence);
    m_ui->messageLabel->setToolTip(detail);
    m_ui->messageLabel->setVisible(!sentence.isEmpty());
    // Wrapped texts need the height that goes with this width, or the fields above get less than theirs.
    const int needed = layout()->totalHeightForWidth(width());
    if (height() < needed)
        resize(width(), needed);
}

void IdentityDialog::reject()
{
    // A key that is being made cannot be left half-made: the step is short, and the file is wanted or there is none.
    if (!m_work->isRunning())
        QDialog::reject();
}

} // namespace cq
