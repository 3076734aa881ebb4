// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/signing/signingidentity.h"

#include <QWidget>

#include <memory>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace cq {

class Prompts;
class SigningWork;

/// Who signs: chooses or makes an identity file, or chooses a card; opens it under its passphrase or PIN, and shows what the
/// certificate says and what signing with it is worth. What was typed is wiped as soon as it was used; the key stays in
/// memory, or the card open, until it is let go, another is chosen or this goes away.
class SigningIdentityPanel final : public QWidget
{
    Q_OBJECT

public:
    /// What a new identity is suggested for, and where.
    struct Owner
    {
        QString name;
        QString organisation;
        QString folder;
    };

    explicit SigningIdentityPanel(QWidget *parent = nullptr);
    ~SigningIdentityPanel() override;

    /// For each person who signs; the key of the one before is forgotten. `path` may be empty, a file that is gone, or a
    /// PKCS#11 URI.
    void setUp(const QString &path, Owner owner, Clock clock, Prompts &prompts);
    /// Nothing until the file was opened with its passphrase and may sign now.
    std::shared_ptr<const SigningIdentity> identity() const { return m_identity; }
    QString path() const { return m_path; }
    bool isBusy() const;
    /// Opens the file with what was typed; ends in identityOpened() or identityRefused().
    void open();
    void forgetPassphrase();
    /// Lets the key go, and what was typed; to sign once more it has to be opened again.
    void letGo();

Q_SIGNALS:
    void pathChosen(const QString &path);
    void identityOpened();
    /// Of the identity that was opened; one that the program made can be renewed here.
    void endSeen(const cq::Timestamp &validUntil, bool isRenewable);
    void identityRefused();

private:
    using Opened = Result<std::shared_ptr<const SigningIdentity>>;

    void build();
    QWidget *fileRow();
    QWidget *passphraseRow();
    QWidget *expiryRow();
    QWidget *certificateCard();
    void chooseFile();
    void chooseToken();
    bool isToken() const;
    void makeIdentity();
    void renew();
    void openIdentityDialog(const QString &name, const QString &organisation, const QString &folder);
    void setPath(const QString &path);
    void take(const Opened &opened);
    void refuse(const QString &sentence, const QString &detail = {});
    void showCertificate();
    void showExpiry(const CertificateInfo &certificate);
    void say(const QString &sentence);
    bool isGone() const;
    static QString fileIsGone();

    Owner m_owner;
    Clock m_clock;
    Prompts *m_prompts = nullptr;
    QString m_path;
    std::shared_ptr<const SigningIdentity> m_identity;
    SigningWork *m_work;
    QLabel *m_file = nullptr;
    QLineEdit *m_passphrase = nullptr;
    QPushButton *m_open = nullptr;
    QLabel *m_message = nullptr;
    QWidget *m_card = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_issuer = nullptr;
    QLabel *m_validity = nullptr;
    QLabel *m_fingerprint = nullptr;
    QLabel *m_worth = nullptr;
    QLabel *m_expiry = nullptr;
    QPushButton *m_renew = nullptr;
    CertificateInfo m_ending; ///< that is to be renewed
};

} // namespace cq
