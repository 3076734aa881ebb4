// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/signing/certificateinfo.h"

#include <QDialog>

#include <memory>

namespace Ui {
class IdentityDialog;
}

namespace cq {

class Prompts;
class SigningWork;

/// Makes a signing identity and keeps it in a file under a passphrase. Says what it is worth. Never replaces a file.
class IdentityDialog final : public QDialog
{
    Q_OBJECT

public:
    /// What stands in the fields at first.
    struct Suggestion
    {
        QString name;
        QString organisation;
        QString folder;
    };

    IdentityDialog(const Suggestion &suggestion, Clock clock, Prompts &prompts, QWidget *parent = nullptr);
    ~IdentityDialog() override;

    void reject() override;

Q_SIGNALS:
    void identityMade(const QString &path, const cq::CertificateInfo &certificate);

private:
    void choosePath();
    void showRules();
    QString missing() const;
    void make();
    void setBusy(bool isBusy);
    void complain(const QString &sentence, const QString &detail = {});

    std::unique_ptr<Ui::IdentityDialog> m_ui;
    Clock m_clock;
    Prompts &m_prompts;
    SigningWork *m_work;
};

} // namespace cq
