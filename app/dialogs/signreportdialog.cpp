// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signreportdialog.h"

#include "app/dialogs/signingexport.h"
#include "app/dialogs/signingresult.h"
#include "app/dialogs/signingwork.h"
#include "app/models/verdictline.h"
#include "app/support/errortext.h"
#include "app/support/prompts.h"
#include "core/session/issuedreportdesk.h"
#include "core/session/workspace.h"
#include "core/signing/signatureform.h"

#include <QDir>
#include <QFileInfo>

#include "ui_signreportdialog.h"

namespace cq {

struct SignReportDialog::Looked
{
    QString path;
    Result<ReportCheck> check;
    QList<SignaturePlace> places; ///< free ones
};

namespace {

QList<SignaturePlace> freePlaces(const QString &path)
{
    QList<SignaturePlace> places;
    const auto form = readSignatureForm(path);
    for (const SignatureField &field : form ? form->fields : QList<SignatureField>())
        if (const auto place = fromText<SignaturePlace>(field.name); place && !field.isSigned && !field.rect.isEmpty())
            places.append(*place);
    return places;
}

} // namespace

SignReportDialog::SignReportDialog(const Start &start, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SignReportDialog>())
    , m_start(start)
    , m_prompts(prompts)
    , m_work(new SigningWork(this))
{
    m_ui->setupUi(this);
    m_ui->identityPanel->setUp(
        start.identityFile, {start.person.name, start.person.organisation, start.folder}, start.clock, prompts);
    m_ui->timestampPanel->setUp(start.timestampUrl, start.asksForTimestamp);
    for (QWidget *later : QList<QWidget *> {m_ui->headlineRow, m_ui->subjectLabel, m_ui->signingWidget, m_ui->resultRow})
        later->hide();
    connect(m_ui->chooseReportButton, &QPushButton::clicked, this, &SignReportDialog::chooseReport);
    connect(m_ui->signButton, &QPushButton::clicked, this, &SignReportDialog::sign);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &SignReportDialog::reject);
    connect(m_ui->cancelButton, &QPushButton::clicked, m_work, &SigningWork::cancel);
    connect(m_ui->identityPanel, &SigningIdentityPanel::endSeen, this, &SignReportDialog::identityEndSeen);
    connect(m_ui->timestampPanel, &SigningTimestampPanel::serviceChosen, this, &SignReportDialog::timestampServiceChosen);
    connect(m_ui->identityPanel, &SigningIdentityPanel::pathChosen, this, &SignReportDialog::identityFileChosen);
    connect(m_ui->identityPanel, &SigningIdentityPanel::identityRefused, this, [this] { m_signsWhenOpened = false; });
    connect(m_ui->identityPanel, &SigningIdentityPanel::identityOpened, this, [this] {
        if (std::exchange(m_signsWhenOpened, false))
            sign();
    });
    setBusy(false);
    m_ui->chooseReportButton->setFocus();
}

SignReportDialog::~SignReportDialog() = default;

void SignReportDialog::chooseReport()
{
    if (const auto path = m_prompts.openFile(this, tr("Choose the report to sign"), tr("PDF documents (*.pdf)")))
        look(*path);
}

void SignReportDialog::look(const QString &path)
{
    m_report.clear();
    m_ui->reportLabel->setText(QDir::toNativeSeparators(path));
    m_ui->resultRow->hide();
    m_ui->headlineRow->hide();
    m_ui->subjectLabel->hide();
    m_ui->signingWidget->hide();
    setBusy(true);
    m_work->start(
        [path, now = m_start.clock()](const JobProgress &) {
            Looked found {path, checkReport(path, {}, now), {}};
            if (found.check && found.check->verdict != ReportVerdict::Bad)
                found.places = freePlaces(path);
            return found;
        },
        [this](const Looked &found) { take(found); });
}

void SignReportDialog::take(const Looked &found)
{
    const bool holds = found.check && found.check->verdict != ReportVerdict::Bad;
    const bool maySign = holds && !found.places.isEmpty();
    m_report = maySign ? found.path : QString();
    m_ui->headlineRow->show();
    if (!found.check)
        m_ui->headlineRow->say(unreadableLine(found.check.error()));
    else if (holds && !maySign)
        m_ui->headlineRow->say({VerdictTone::Neutral, tr("There is no place left to sign"),
            tr("Every place for a signature in this report is signed, or it has none, as reports of older versions of this "
               "program do. Ask whoever sent it for a report with a free place.")});
    else if (found.check->verdict == ReportVerdict::Good) // nobody is trusted for this check, and no fingerprint stands here
        m_ui->headlineRow->say({VerdictTone::Caution, tr("Unchanged since it was signed"),
            tr("Who signed it is not judged here. “Verify a report…” under “Tools” tells whether you trust them, and what to "
               "compare.")});
    else
        m_ui->headlineRow->say(headline(*found.check));
    const bool isNamed = found.check && !found.check->centreName.isEmpty();
    m_ui->subjectLabel->setVisible(isNamed);
    if (isNamed)
        m_ui->subjectLabel->setText(tr("%1, %2").arg(found.check->centreName, found.check->auditTitle));
    m_ui->signingWidget->setVisible(maySign);
    if (maySign) {
        m_ui->statementPanel->setPlaces(found.places);
        if (const auto own = placeOf(m_start.person.role))
            m_ui->statementPanel->choosePlace(*own);
    }
    setBusy(false);
    Q_EMIT looked();
}

void SignReportDialog::sign()
{
    if (m_report.isEmpty())
        return;
    m_ui->resultRow->hide();
    if (!m_ui->identityPanel->identity()) {
        m_signsWhenOpened = true;
        m_ui->identityPanel->open();
        return;
    }
    const QFileInfo report(m_report);
    auto path = m_prompts.saveFile(this, tr("Save the signed report"),
        freeName(report.absolutePath(), tr("%1 - signed.pdf").arg(report.completeBaseName())), tr("PDF documents (*.pdf)"));
    if (!path)
        return;
    if (!path->endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        *path += QLatin1String(".pdf");
    const bool mayReplace = QFileInfo::exists(*path);
    if (mayReplace
        && !m_prompts.confirm(this, tr("Replace the report that is there?"),
            tr("“%1” exists already. It is replaced only when the signed report was written and checked; until then it stays "
               "as it is.")
                .arg(QFileInfo(*path).fileName()),
            tr("Replace it")))
        return;
    setBusy(true);
    m_work->start(
        [order = FurtherSignature {m_report, *path, mayReplace, m_ui->identityPanel->identity(),
             m_ui->statementPanel->statementAt(m_start.clock()), m_ui->timestampPanel->wantedUrl()}](
            const JobProgress &progress) { return order.run(progress); },
        [this](const Result<PlacedReport> &placed) { finish(placed); });
}

void SignReportDialog::finish(const Result<PlacedReport> &report)
{
    setBusy(false);
    m_ui->resultRow->show();
    m_ui->resultRow->setToolTip({});
    if (!report) {
        const ErrorText said = errorText(report.error());
        const bool isCancelled = report.error().code == ErrorCode::Cancelled;
        m_ui->resultRow->say({isCancelled ? VerdictTone::Neutral : VerdictTone::Bad, said.title, said.sentence});
        m_ui->resultRow->setToolTip(said.detail);
        return;
    }
    const auto noted = m_start.workspace
        ? m_start.workspace->issuedReports().note(*report->issued)
        : Result<void>(Error {ErrorCode::NotFound, QStringLiteral("no workspace is open"), {}});
    m_ui->resultRow->say(signedLine(*report, noted));
    if (report->withoutTimestamp)
        m_ui->resultRow->setToolTip(report->withoutTimestamp->text());
    // That place is taken now; who signs next chooses the new file.
    m_report.clear();
    m_ui->signingWidget->hide();
    m_ui->signButton->setEnabled(false);
    m_ui->closeButton->setFocus();
    Q_EMIT reportSigned(report->issued->path);
}

void SignReportDialog::setBusy(bool isBusy)
{
    m_ui->optionsArea->setEnabled(!isBusy);
    m_ui->progressWidget->setVisible(isBusy);
    m_ui->closeButton->setEnabled(!isBusy);
    m_ui->signButton->setEnabled(!isBusy && !m_report.isEmpty());
    if (isBusy)
        m_ui->cancelButton->setFocus();
}

void SignReportDialog::reject()
{
    // Leaving means stopping what is under way; it ends by itself, and then the person can leave.
    if (m_work->isRunning())
        m_work->cancel();
    else
        QDialog::reject();
}

} // namespace cq
