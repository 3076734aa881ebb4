// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/signing/truststore.h"

#include <QDialog>

#include <memory>

class QVBoxLayout;

namespace Ui {
class VerifyDialog;
}

namespace cq {

class Prompts;
class SigningWork;
class VerdictFiguresModel;
struct ReportCheck;
struct SignatureVerdict;

/// Judges a report for people: is it unchanged, who signed, does its outcome follow from its answers. Integrity and trust
/// are told apart. Nothing of the file is shown as markup, and nothing is kept.
class VerifyDialog final : public QDialog
{
    Q_OBJECT

public:
    VerifyDialog(Clock clock, Prompts &prompts, QWidget *parent = nullptr);
    ~VerifyDialog() override;

    /// Judges the file at a path; what was under way is dropped.
    void check(const QString &path);
    /// The certificates to trust from now on; an empty path is nobody. Judges anew where a report is chosen. A file without
    /// certificates changes nothing.
    void trust(const QString &path);

Q_SIGNALS:
    void checked(); ///< the verdict stands, or the sentence why there is none

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void chooseReport();
    void chooseTrust();
    void stop();
    void setBusy(bool isBusy);
    void showCheck(const Result<ReportCheck> &check);
    void showSignatures(const ReportCheck &check);
    QWidget *signatureCard(const SignatureVerdict &signature, int number);
    void openSigned(const SignatureVerdict &signature, int number);
    void showFigures(const ReportCheck &check);
    void clearSignatures();

    std::unique_ptr<Ui::VerifyDialog> m_ui;
    Clock m_clock;
    Prompts &m_prompts;
    SigningWork *m_work;
    VerdictFiguresModel *m_figures;
    QString m_path;
    TrustStore m_trust;
};

} // namespace cq
