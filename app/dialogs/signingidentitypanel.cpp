// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signingidentitypanel.h"

#include "app/dialogs/identitydialog.h"
#include "app/dialogs/signingpassphrase.h"
#include "app/dialogs/signingwork.h"
#include "app/dialogs/tokendialog.h"
#include "app/models/signaturewords.h"
#include "app/support/errortext.h"
#include "app/support/prompts.h"
#include "app/support/theme.h"
#include "core/session/identityfile.h"
#include "core/signing/pkcs11module.h"
#include "core/signing/tokenuri.h"

#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace cq {

namespace {

QLabel *plainLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QPushButton *button(const QString &text, const char *name)
{
    auto *made = new QPushButton(text);
    made->setObjectName(QString::fromLatin1(name));
    made->setAutoDefault(false);
    return made;
}

QWidget *rowOf(const QList<QWidget *> &things)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    for (QWidget *thing : things)
        layout->addWidget(thing, qobject_cast<QLineEdit *>(thing) ? 1 : 0);
    if (!qobject_cast<QLineEdit *>(things.first()))
        layout->addStretch();
    return row;
}

Result<SigningIdentity> openIdentity(const QString &reference, Passphrase &secret)
{
    if (!isTokenUri(reference))
        return openIdentityFile(reference, secret);
    const auto choice = tokenChoice(reference, Pkcs11Module::installed());
    if (!choice)
        return choice.error();
    return SigningIdentity::fromToken(choice->token, choice->certificate.id, std::move(secret));
}

} // namespace

SigningIdentityPanel::SigningIdentityPanel(QWidget *parent)
    : QWidget(parent)
    , m_work(new SigningWork(this))
{
    build();
    showCertificate();
}

SigningIdentityPanel::~SigningIdentityPanel()
{
    forgetPassphrase();
}

void SigningIdentityPanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    m_file = plainLabel("identityFileLabel");
    layout->addWidget(m_file);
    layout->addWidget(fileRow());
    layout->addWidget(passphraseRow());
    m_message = plainLabel("identityMessageLabel");
    m_message->setProperty("look", QStringLiteral("warning"));
    m_message->hide();
    layout->addWidget(m_message);
    layout->addWidget(expiryRow());
    layout->addWidget(certificateCard());
}

QWidget *SigningIdentityPanel::fileRow()
{
    auto *choose = button(tr("Choose a &file…"), "chooseIdentityButton");
    auto *make = button(tr("Make an &identity…"), "makeIdentityButton");
    auto *token = button(tr("Ca&rd…"), "chooseTokenButton");
    token->setToolTip(tr("Sign with a card or token"));
    token->setAccessibleName(tr("Choose a card or token"));
    connect(choose, &QPushButton::clicked, this, &SigningIdentityPanel::chooseFile);
    connect(token, &QPushButton::clicked, this, &SigningIdentityPanel::chooseToken);
    connect(make, &QPushButton::clicked, this, &SigningIdentityPanel::makeIdentity);
    return rowOf({choose, make, token});
}

QWidget *SigningIdentityPanel::passphraseRow()
{
    m_passphrase = new QLineEdit;
    m_passphrase->setObjectName(QStringLiteral("passphraseEdit"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_open = button(tr("&Unlock"), "unlockButton");
    connect(m_open, &QPushButton::clicked, this, &SigningIdentityPanel::open);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &SigningIdentityPanel::open);
    return rowOf({m_passphrase, m_open});
}

QWidget *SigningIdentityPanel::expiryRow()
{
    m_expiry = plainLabel("expiryLabel");
    m_expiry->setProperty("look", QStringLiteral("warning"));
    m_renew = button(tr("Rene&w…"), "renewIdentityButton");
    m_renew->setAccessibleName(tr("Renew the identity"));
    connect(m_renew, &QPushButton::clicked, this, &SigningIdentityPanel::renew);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addWidget(m_expiry, 1);
    layout->addWidget(m_renew);
    return row;
}

QWidget *SigningIdentityPanel::certificateCard()
{
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("certificateCard"));
    card->setProperty("look", QStringLiteral("card"));
    auto *form = new QFormLayout(card);
    form->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    form->setHorizontalSpacing(2 * Theme::grid);
    form->setVerticalSpacing(Theme::grid);
    const auto line = [form](const QString &title, const char *name) {
        auto *value = plainLabel(name);
        form->addRow(title, value);
        return value;
    };
    m_name = line(tr("Name"), "certificateNameLabel");
    m_issuer = line(tr("Issued by"), "certificateIssuerLabel");
    m_validity = line(tr("Valid"), "certificateValidityLabel");
    m_fingerprint = line(tr("Fingerprint"), "certificateFingerprintLabel");
    m_worth = plainLabel("certificateWorthLabel");
    form->addRow(m_worth);
    m_card = card;
    return card;
}

void SigningIdentityPanel::setUp(const QString &path, Owner owner, Clock clock, Prompts &prompts)
{
    m_owner = std::move(owner);
    m_clock = std::move(clock);
    m_prompts = &prompts;
    setPath(path);
    if (isGone())
        say(fileIsGone());
}

bool SigningIdentityPanel::isToken() const
{
    return isTokenUri(m_path);
}

bool SigningIdentityPanel::isGone() const
{
    return !m_path.isEmpty() && !isToken() && !QFileInfo::exists(m_path);
}

bool SigningIdentityPanel::isBusy() const
{
    return m_work->isRunning();
}

void SigningIdentityPanel::chooseFile()
{
    const auto path = m_prompts->openFile(
        window(), tr("Choose the file with your key"), tr("Key and certificate (*.p12 *.pfx)"));
    if (!path)
        return;
    setPath(*path);
    m_passphrase->setFocus();
    Q_EMIT pathChosen(*path);
}

void SigningIdentityPanel::chooseToken()
{
    auto *dialog = new TokenDialog(*m_prompts, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TokenDialog::tokenChosen, this, [this](const QString &uri) {
        setPath(uri);
        m_passphrase->setFocus();
        Q_EMIT pathChosen(uri);
    });
    dialog->open();
}

void SigningIdentityPanel::makeIdentity()
{
    openIdentityDialog(m_owner.name, m_owner.organisation, m_owner.folder);
}

// The new one gets a file of its own beside the old one, which still opens what it signed.
void SigningIdentityPanel::renew()
{
    openIdentityDialog(m_ending.subjectName, m_ending.organisation, QFileInfo(m_path).absolutePath());
}

void SigningIdentityPanel::openIdentityDialog(const QString &name, const QString &organisation, const QString &folder)
{
    auto *dialog = new IdentityDialog({name, organisation, folder}, m_clock, *m_prompts, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &IdentityDialog::identityMade, this, [this](const QString &path) {
        setPath(path);
        say(tr("The identity was made. Type its passphrase once more to sign with it."));
        m_passphrase->setFocus();
        Q_EMIT pathChosen(path);
    });
    dialog->open();
}

void SigningIdentityPanel::setPath(const QString &path)
{
    m_work->abandon();
    m_path = path;
    m_identity.reset();
    forgetPassphrase();
    m_file->setText(path.isEmpty() ? tr("No identity was chosen yet.")
            : isToken()            ? tr("Identity on a card or token.")
                                   : tr("Identity: %1").arg(QDir::toNativeSeparators(path)));
    m_file->setToolTip(isToken() ? path : QString());
    m_passphrase->setPlaceholderText(isToken() ? tr("PIN of this card") : tr("Passphrase of this file"));
    m_passphrase->setAccessibleName(isToken() ? tr("PIN of the card") : tr("Passphrase of the identity file"));
    m_passphrase->parentWidget()->setVisible(!path.isEmpty());
    m_open->setEnabled(true);
    m_expiry->parentWidget()->hide(); // until it was opened, nobody knows
    say({});
    showCertificate();
}

void SigningIdentityPanel::open()
{
    if (m_work->isRunning())
        return;
    if (isGone()) {
        refuse(fileIsGone());
        return;
    }
    if (m_path.isEmpty()) {
        refuse(tr("Choose the file with your key, or make an identity, to sign. Or leave the report unsigned."));
        return;
    }
    if (m_passphrase->text().isEmpty()) {
        refuse(isToken() ? tr("Type the PIN of this card. Where its reader has keys of its own, type anything here and the PIN "
                              "there.")
                         : tr("Type the passphrase of this file."));
        m_passphrase->setFocus();
        return;
    }
    say({});
    m_open->setEnabled(false);
    m_work->start(
        [path = m_path, passphrase = std::make_shared<Passphrase>(takePassphrase(*m_passphrase))](
            const JobProgress &) -> Opened {
            auto opened = openIdentity(path, *passphrase);
            if (!opened)
                return opened.error();
            return std::shared_ptr<const SigningIdentity>(
                std::make_shared<SigningIdentity>(std::move(*opened)));
        },
        [this](const Opened &opened) { take(opened); });
}

void SigningIdentityPanel::take(const Opened &opened)
{
    m_open->setEnabled(true);
    if (!opened) {
        const ErrorText said = errorText(opened.error());
        refuse(tr("%1: %2").arg(said.title, said.sentence), said.detail);
        m_passphrase->setFocus();
        return;
    }
    showExpiry((*opened)->certificate());
    if (const auto usable = (*opened)->usableAt(m_clock()); !usable) {
        const ErrorText said = errorText(usable.error());
        refuse(tr("%1: %2").arg(said.title, said.sentence), said.detail);
        return;
    }
    m_identity = *opened;
    m_passphrase->parentWidget()->hide();
    showCertificate();
    Q_EMIT identityOpened();
}

void SigningIdentityPanel::showExpiry(const CertificateInfo &certificate)
{
    m_ending = certificate;
    const QString ending = expiryText(certificate.notAfter, m_clock());
    const bool isOwn = certificate.madeInProgram && !isToken();
    m_expiry->setText(ending.isEmpty() ? QString()
            : isOwn                    ? ending + u' ' + tr("A new one gets a file of its own; the old one stays.")
                                       : ending + u' ' + tr("Ask “%1” for a new certificate.").arg(certificate.issuerName));
    m_expiry->parentWidget()->setVisible(!ending.isEmpty());
    m_renew->setVisible(isOwn);
    Q_EMIT endSeen(certificate.notAfter, isOwn);
}

void SigningIdentityPanel::refuse(const QString &sentence, const QString &detail)
{
    say(sentence);
    m_message->setToolTip(detail);
    Q_EMIT identityRefused();
}

void SigningIdentityPanel::showCertificate()
{
    m_card->setVisible(bool(m_identity));
    if (!m_identity)
        return;
    const CertificateInfo certificate = m_identity->certificate();
    m_name->setText(certificate.organisation.isEmpty()
            ? certificate.subjectName
            : tr("%1, %2").arg(certificate.subjectName, certificate.organisation));
    m_issuer->setText(certificate.madeInProgram ? tr("itself: made in CentreQual")
            : certificate.selfIssued            ? tr("itself")
                                                : certificate.issuerName);
    m_validity->setText(validityText(certificate));
    m_fingerprint->setText(fingerprintText(certificate.sha256));
    m_worth->setText(worthOf(certificate));
}

QString SigningIdentityPanel::fileIsGone()
{
    return tr("The file with your key is not there now. Connect the stick or disk it is on, or choose another.");
}

void SigningIdentityPanel::say(const QString &sentence)
{
    m_message->setText(sentence);
    m_message->setToolTip({});
    m_message->setVisible(!sentence.isEmpty());
}

void SigningIdentityPanel::letGo()
{
    setPath(QString(m_path));
}

void SigningIdentityPanel::forgetPassphrase()
{
    wipePassphrase(*m_passphrase);
}

} // namespace cq
