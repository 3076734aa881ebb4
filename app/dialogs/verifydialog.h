// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/session/reportcheck.h"
#include "core/session/reportprolonging.h"
#include "core/session/trustbook.h"

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
struct VerdictLine;

/// Judges a report for people: is it unchanged, who signed, does its outcome follow from its answers. Integrity and trust
/// are told apart. Nothing of the file is shown as markup. Whom the person trusts stands in their trust book, where a
/// signer can be added after comparing the fingerprint; nothing else is kept. A report that holds can be made to last, in a
/// new file that is judged in turn.
class VerifyDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `timestampUrl` is asked when a report is made to last; empty where none was chosen.
    VerifyDialog(const TrustBook &book, const QString &timestampUrl, Clock clock, Prompts &prompts, QWidget *parent = nullptr);
    ~VerifyDialog() override;

    void reject() override;

    /// Judges the file at a path; what was under way is dropped.
    void check(const QString &path);
    /// The certificates to trust in this window besides the book's; an empty path is nobody. Judges anew where a report is
    /// chosen. A file without certificates changes nothing.
    void trust(const QString &path);

Q_SIGNALS:
    void checked(); ///< the verdict stands, or the sentence why there is none

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum class State { Idle, Checking, Prolonging };

    /// The verdict, and whom it rests on.
    struct Judged
    {
        Result<ReportCheck> check;
        Result<TrustStore> book; ///< an error where it took no part
    };

    void chooseReport();
    void chooseTrust();
    void stop();
    void setState(State state);
    void lookAtBook();
    void showJudged(const Judged &judged);
    void showTrust(const Result<TrustStore> &book);
    void sayOfTrust(const std::optional<Error> &problem);
    void pin(const TrustAnchor &person);
    void showCheck(const Result<ReportCheck> &check);
    void showSignatures(const ReportCheck &check);
    QWidget *signatureCard(const ReportCheck &check, int place);
    void openSigned(const SignatureVerdict &signature, int number);
    void showFigures(const ReportCheck &check);
    void clearSignatures();
    void prolong();
    bool agreesToProlong();
    void finishProlonging(const QString &path, const Result<void> &done);
    void sayOfProlonging(const VerdictLine &line);

    std::unique_ptr<Ui::VerifyDialog> m_ui;
    TrustBook m_book;
    QString m_timestampUrl;
    Clock m_clock;
    Prompts &m_prompts;
    SigningWork *m_work;
    VerdictFiguresModel *m_figures;
    QString m_path;
    QString m_trustPath; ///< of the file chosen for this window
    TrustStore m_trust; ///< what is in it
    State m_state = State::Idle;
    Prolongable m_prolongable = Prolongable::Hopeless; ///< of the report that is shown
    bool m_wasProlonged = false; ///< just now, into the report that is shown
};

} // namespace cq
