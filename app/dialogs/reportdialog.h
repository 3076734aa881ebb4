// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/signaturewords.h"
#include "core/base/clock.h"
#include "core/base/result.h"

#include <QDialog>
#include <QStringList>

#include <memory>

namespace Ui {
class ReportDialog;
}

namespace cq {

class AuditSession;
class Prompts;
class SigningWork;
struct PlacedReport;

/// The report of an audit: its pages, what to know before it leaves the house, and its export, signed or not. The file
/// is checked before it is put in place; nothing that was there is lost unless the person agreed. After a signature the
/// next person can sign the same file in another place; whenever they stop, the last whole file stays.
class ReportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// What the program remembers or offers.
    struct Start
    {
        Clock clock = systemClock();
        QString identityFile; ///< used last; may be empty
        QString folder; ///< where reports and identities go; the person's documents where empty
        QStringList languages {QStringLiteral("en")}; ///< a report can be printed in; ISO 639-1
        QString timestampUrl; ///< of the timestamp service; empty: none was chosen
        bool asksForTimestamp = true; ///< unless the person says otherwise
    };

    ReportDialog(AuditSession &session, const Start &start, Prompts &prompts, QWidget *parent = nullptr);
    ~ReportDialog() override;

    void reject() override;

Q_SIGNALS:
    void identityFileChosen(const QString &path); ///< to be remembered
    void identityEndSeen(const cq::Timestamp &validUntil, bool isRenewable); ///< of the identity that is remembered
    void timestampServiceChosen(const QString &url, bool asks); ///< to be remembered
    void reportExported(const QString &path);

private:
    void fillLanguages(const QStringList &languages);
    /// placeTellers: titles of photographs that say where they were taken.
    void showCautions(const QStringList &placeTellers = {});
    void lookIntoPhotographs();
    void connectForm();
    void showChoice();
    void makePreview();
    void exportReport();
    std::optional<QString> askForPath(bool &mayReplace);
    void startExport(const QString &path, bool mayReplace);
    void startNextSignature();
    void finishExport(const QString &path, const Result<PlacedReport> &report);
    void sayDone(const QString &path, const PlacedReport &report);
    void offerNextSignature(const PlacedReport &report);
    void handOver();
    void setBusy(bool isBusy);
    QString suggestedName() const;
    SignatureStatement statement() const;
    bool signs() const;

    std::unique_ptr<Ui::ReportDialog> m_ui;
    AuditSession &m_session;
    Clock m_clock;
    QString m_folder;
    Prompts &m_prompts;
    SigningWork *m_work;
    SigningWork *m_photographWork;
    QString m_exported;
    QList<SignaturePlace> m_emptyPlaces; ///< of the report that was exported
    bool m_isHandedOver = false; ///< the next person signs what was exported
    bool m_exportsWhenOpened = false; ///< the person asked for the export and the identity is being opened for it
};

} // namespace cq
