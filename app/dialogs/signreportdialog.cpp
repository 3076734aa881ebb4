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
    std::optional<Error> bookProblem; ///< why nobody is known
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

SignReportDialog::SignReportDialog(const Start &start, const TrustBook &book, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SignReportDialog>())
    , m_start(start)
    , m_book(book)
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
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &SignReportDialog::cancel);
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
    m_signsWhenOpened = false;
    m_ui->reportLabel->setText(QDir::toNativeSeparators(path));
    m_ui->resultRow->hide();
    m_ui->headlineRow->hide();
    m_ui->subjectLabel->hide();
    m_ui->signingWidget->hide();
    setBusy(true);
    m_work->start(
        [path, book = m_book, now = m_start.clock()](const JobProgress &) {
            const auto known = book.store();
            Looked found {path, checkReport(path, known ? *known : TrustStore(), now), {},
                known ? std::nullopt : std::optional(known.error())};
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
    sayVerdict(found);
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
    (maySign ? static_cast<QWidget *>(m_ui->statementPanel) : m_ui->chooseReportButton)->setFocus();
    Q_EMIT looked();
}

void SignReportDialog::sayVerdict(const Looked &found)
{
    VerdictLine line;
    if (!found.check)
        line = unreadableLine(found.check.error());
    else if (found.check->verdict != ReportVerdict::Bad && found.places.isEmpty())
        line = {VerdictTone::Neutral, tr("There is no place left to sign"),
            tr("Every place for a signature in this report is signed, or it has none, as reports of older versions of this "
               "program do. Ask whoever sent it for a report with a free place.")};
    else
        line = headline(*found.check);
    if (found.check && found.check->verdict == ReportVerdict::Good && line.tone == VerdictTone::Caution)
        line.sentence = tr("It is unchanged since it was signed. Who signed it is not confirmed: “Verify a report…” under “Tools” "
                           "shows what to compare."); // no fingerprint stands here
    // As when a report is verified: a book that cannot be read takes nothing from the rest.
    if (found.bookProblem)
        line.sentence += u' '
            + tr("Whom you trust could not be read, so nobody is known here: see “Whom you trust” in the menu Tools.");
    m_ui->headlineRow->say(line);
    m_ui->headlineRow->setToolTip(found.bookProblem ? found.bookProblem->text() : QString());
    m_ui->headlineRow->show();
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
    m_ui->resultRow->say(signedLine(*report, note(*report)));
    if (report->withoutTimestamp)
        m_ui->resultRow->setToolTip(report->withoutTimestamp->text());
    // That place is taken now; who signs next chooses the new file.
    m_report.clear();
    m_ui->identityPanel->letGo();
    m_ui->signingWidget->hide();
    m_ui->signButton->setEnabled(false);
    m_ui->closeButton->setFocus();
    Q_EMIT reportSigned(report->issued->path);
}

// A statement is no issued report: it carries no record of an audit.
Result<void> SignReportDialog::note(const PlacedReport &report) const
{
    if (!m_start.workspace || report.check.statement)
        return Error {ErrorCode::NotFound, QStringLiteral("no open workspace has its audit"), {}};
    return m_start.workspace->issuedReports().note(*report.issued);
}

void SignReportDialog::setBusy(bool isBusy)
{
    m_ui->optionsArea->setEnabled(!isBusy);
    m_ui->progressWidget->setVisible(isBusy);
    m_ui->closeButton->setEnabled(!isBusy);
    m_ui->signButton->setEnabled(!isBusy && !m_report.isEmpty());
    if (!isBusy)
        return;
    const QString what =
        m_report.isEmpty() ? tr("The report is being checked.") : tr("The report is being signed and checked.");
    m_ui->progressLabel->setText(what);
    m_ui->progressBar->setAccessibleName(what);
    m_ui->cancelButton->setFocus();
}

bool SignReportDialog::isChecking() const
{
    return m_work->isRunning() && m_report.isEmpty();
}

// Checking only reads, so nobody has to wait for its end; a signature ends by itself, as its file may be there by now.
void SignReportDialog::cancel()
{
    if (!isChecking()) {
        m_work->cancel();
        return;
    }
    m_work->abandon();
    m_ui->reportLabel->setText(tr("No report was chosen yet."));
    setBusy(false);
    m_ui->chooseReportButton->setFocus();
}

void SignReportDialog::reject()
{
    const bool isSigning = m_work->isRunning() && !isChecking();
    cancel();
    if (isSigning)
        return;
    m_ui->identityPanel->letGo();
    QDialog::reject();
}

} // namespace cq
