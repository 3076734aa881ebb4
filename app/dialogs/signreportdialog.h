// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/person.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/session/trustbook.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SignReportDialog;
}

namespace cq {

class Prompts;
class SigningWork;
class Workspace;
struct PlacedReport;

/// Signs a report that came from elsewhere, in one of its places that are still free. It is checked first: nobody signs
/// what does not hold. The file that came stays as it is unless the person agrees that the signed one takes its place. The
/// key is let go with each signature, and when this closes.
class SignReportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// What the program remembers.
    struct Start
    {
        Clock clock = systemClock();
        Person person; ///< who works here
        QString identityFile; ///< used last; may be empty
        QString folder; ///< where identities go
        QString timestampUrl; ///< of the timestamp service; empty: none was chosen
        bool asksForTimestamp = true;
        Workspace *workspace = nullptr; ///< the open one, which remembers reports of its audits; may be none
    };

    /// The book says who is known among those who signed before.
    SignReportDialog(const Start &start, const TrustBook &book, Prompts &prompts, QWidget *parent = nullptr);
    ~SignReportDialog() override;

    /// Judges the file at a path and offers its free places.
    void look(const QString &path);
    void reject() override;

Q_SIGNALS:
    void looked(); ///< the verdict stands
    void identityFileChosen(const QString &path); ///< to be remembered
    void identityEndSeen(const cq::Timestamp &validUntil, bool isRenewable); ///< of the identity that is remembered
    void timestampServiceChosen(const QString &url, bool asks); ///< to be remembered
    void reportSigned(const QString &path);

private:
    struct Looked;

    void chooseReport();
    void take(const Looked &found);
    void sayVerdict(const Looked &found);
    bool isChecking() const;
    void cancel();
    void sign();
    void finish(const Result<PlacedReport> &report);
    Result<void> note(const PlacedReport &report) const;
    void setBusy(bool isBusy);

    std::unique_ptr<Ui::SignReportDialog> m_ui;
    Start m_start;
    TrustBook m_book;
    Prompts &m_prompts;
    SigningWork *m_work;
    QString m_report; ///< that may be signed; empty where there is none
    bool m_signsWhenOpened = false; ///< the person asked to sign and the identity is being opened for it
};

} // namespace cq
