// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/tokenuri.h"

#include <QDialog>
#include <QStringList>

#include <memory>

namespace Ui {
class TokenDialog;
}

namespace cq {

class Prompts;
class SigningWork;

/// The certificates on the cards and tokens that are plugged in, to choose one. Looks for them off the window's thread: a
/// driver may take its time.
class TokenDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit TokenDialog(Prompts &prompts, QWidget *parent = nullptr);
    ~TokenDialog() override;

Q_SIGNALS:
    /// A PKCS#11 URI, with the driver's path where the system does not know that driver.
    void tokenChosen(const QString &uri);

private:
    struct Found
    {
        QList<TokenChoice> choices;
        QStringList problems;
    };

    void look();
    void take(const Found &found);
    void chooseDriver();
    void showState();
    void use();

    std::unique_ptr<Ui::TokenDialog> m_ui;
    Prompts &m_prompts;
    SigningWork *m_work;
    QString m_driver; ///< chosen by hand
    bool m_looksAgain = false; ///< asked for while a look was under way
    QList<TokenChoice> m_choices; ///< as they stand in the list
};

} // namespace cq
