// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/reportdialog.h"

#include "app/dialogs/signingexport.h"
#include "app/dialogs/signingresult.h"
#include "app/dialogs/signingwork.h"
#include "app/models/signaturecautions.h"
#include "app/support/errortext.h"
#include "app/support/prompts.h"
#include "core/session/auditsession.h"
#include "core/session/issuedreportdesk.h"
#include "core/session/workspace.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>

#include "ui_reportdialog.h"

namespace cq {

namespace {

constexpr int mostNamed = 5; ///< of photographs

} // namespace

ReportDialog::ReportDialog(AuditSession &session, const Start &start, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ReportDialog>())
    , m_session(session)
    , m_clock(start.clock)
    , m_folder(start.folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                      : start.folder)
    , m_prompts(prompts)
    , m_work(new SigningWork(this))
    , m_photographWork(new SigningWork(this))
{
    m_ui->setupUi(this);
    // There is nothing to open before the first export.
    m_ui->openButton->hide();
    m_ui->folderButton->hide();
    m_ui->auditLabel->setText(tr("%1, %2").arg(session.centre().name, session.audit().title));
    m_ui->handOverButton->hide();
    fillLanguages(start.languages);
    m_ui->statementPanel->setPlaces(emptyPlacesOf({}));
    showCautions();
    const Person &person = session.workspace().person();
    // An observer has no place of their own: the first one stands there, and they have to choose.
    m_ui->statementPanel->choosePlace(placeOf(person.role).value_or(SignaturePlace::LeadAuditor));
    m_ui->identityPanel->setUp(start.identityFile, {person.name, person.organisation, m_folder}, m_clock, prompts);
    m_ui->timestampPanel->setUp(start.timestampUrl, start.asksForTimestamp);
    m_ui->signRadio->setChecked(!start.identityFile.isEmpty());
    m_ui->unsignedRadio->setChecked(start.identityFile.isEmpty());
    m_ui->resultRow->hide();
    connectForm();
    setBusy(false);
    showChoice();
    makePreview();
    lookIntoPhotographs();
}

ReportDialog::~ReportDialog() = default;

void ReportDialog::fillLanguages(const QStringList &languages)
{
    for (const QString &code : languages)
        m_ui->languageCombo->addItem(
            code == QLatin1String("en") ? QStringLiteral("English") : QLocale(code).nativeLanguageName(), code);
    const int wanted = m_ui->languageCombo->findData(m_session.audit().reportLanguage);
    m_ui->languageCombo->setCurrentIndex(qMax(0, wanted));
}

void ReportDialog::showCautions(const QStringList &placeTellers)
{
    QStringList cautions = signatureCautions(m_session);
    if (!placeTellers.isEmpty())
        cautions.append(tr("%n photographs say in their files where they were taken, and everybody who gets the report can read "
                           "it there: %1. To leave it out, add them again as evidence, scaled.",
            nullptr, int(placeTellers.size()))
                            .arg(placeTellers.mid(0, mostNamed).join(QStringLiteral(", "))));
    m_ui->cautionsLabel->setVisible(!cautions.isEmpty());
    m_ui->cautionsLabel->setText(
        tr("Before you export:") + QStringLiteral("\n\u2022 ") + cautions.join(QStringLiteral("\n\u2022 ")));
}

// Reads each photograph, so it goes on beside the work.
void ReportDialog::lookIntoPhotographs()
{
    if (const auto job = ReportJob::prepare(m_session, m_ui->languageCombo->currentData().toString()))
        m_photographWork->start([job = *job](const JobProgress &) { return job.photographsThatTellTheirPlace(); },
            [this](const QStringList &titles) {
                if (!titles.isEmpty())
                    showCautions(titles);
            });
}

void ReportDialog::connectForm()
{
    connect(m_ui->languageCombo, &QComboBox::currentIndexChanged, this, &ReportDialog::makePreview);
    connect(m_ui->signRadio, &QRadioButton::toggled, this, &ReportDialog::showChoice);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &ReportDialog::exportReport);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &ReportDialog::reject);
    connect(m_ui->handOverButton, &QPushButton::clicked, this, &ReportDialog::handOver);
    connect(m_ui->cancelButton, &QPushButton::clicked, m_work, &SigningWork::cancel);
    connect(m_work, &SigningWork::progressed, m_ui->progressBar, &QProgressBar::setValue);
    connect(m_ui->openButton, &QPushButton::clicked, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_exported)); });
    connect(m_ui->folderButton, &QPushButton::clicked, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_exported).absolutePath())); });
    connect(m_ui->identityPanel, &SigningIdentityPanel::pathChosen, this, [this](const QString &path) {
        if (!m_isHandedOver) // another person's file is not what the program remembers
            Q_EMIT identityFileChosen(path);
    });
    connect(m_ui->identityPanel, &SigningIdentityPanel::endSeen, this, [this](const Timestamp &validUntil, bool isRenewable) {
        if (!m_isHandedOver)
            Q_EMIT identityEndSeen(validUntil, isRenewable);
    });
    connect(m_ui->timestampPanel, &SigningTimestampPanel::serviceChosen, this, &ReportDialog::timestampServiceChosen);
    connect(m_ui->identityPanel, &SigningIdentityPanel::identityRefused, this, [this] { m_exportsWhenOpened = false; });
    connect(m_ui->identityPanel, &SigningIdentityPanel::identityOpened, this, [this] {
        m_ui->optionsArea->ensureWidgetVisible(m_ui->identityPanel);
        if (std::exchange(m_exportsWhenOpened, false))
            exportReport();
    });
}

bool ReportDialog::signs() const
{
    return m_ui->signRadio->isChecked();
}

SignatureStatement ReportDialog::statement() const
{
    return m_ui->statementPanel->statementAt(m_clock());
}

void ReportDialog::showChoice()
{
    m_ui->signingWidget->setVisible(signs());
    m_ui->unsignedHintLabel->setVisible(!signs());
    m_ui->exportButton->setText(m_isHandedOver ? tr("&Sign this report too")
            : signs()                          ? tr("&Sign and export…")
                                               : tr("&Export unsigned…"));
    if (!signs())
        m_ui->identityPanel->forgetPassphrase();
}

void ReportDialog::makePreview()
{
    const auto job = ReportJob::prepare(m_session, m_ui->languageCombo->currentData().toString());
    if (job)
        m_ui->preview->make(*job);
    else
        m_ui->preview->refuse(job.error());
}

void ReportDialog::exportReport()
{
    m_ui->resultRow->hide();
    m_ui->openButton->hide();
    m_ui->folderButton->hide();
    m_ui->handOverButton->hide();
    if (signs() && !m_ui->identityPanel->identity()) {
        m_exportsWhenOpened = true;
        m_ui->identityPanel->open();
        return;
    }
    if (m_isHandedOver) {
        startNextSignature();
        return;
    }
    bool mayReplace = false;
    if (const auto path = askForPath(mayReplace))
        startExport(*path, mayReplace);
}

QString ReportDialog::suggestedName() const
{
    QString name = tr("%1 - %2 - report").arg(m_session.centre().name, m_session.audit().title);
    static const QRegularExpression notInNames(QStringLiteral("[\\x00-\\x1f\\\\/:*?\"<>|]+"));
    name.replace(notInNames, QStringLiteral(" "));
    return freeName(m_folder, name.simplified().left(120) + QStringLiteral(".pdf"));
}

std::optional<QString> ReportDialog::askForPath(bool &mayReplace)
{
    auto chosen = m_prompts.saveFile(this, tr("Export the report"), suggestedName(), tr("PDF documents (*.pdf)"));
    if (!chosen)
        return std::nullopt;
    if (!chosen->endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        *chosen += QLatin1String(".pdf");
    mayReplace = QFileInfo::exists(*chosen);
    if (mayReplace
        && !m_prompts.confirm(this, tr("Replace the report that is there?"),
            tr("“%1” exists already. It is replaced only when the new report was written and checked; until then it stays "
               "as it is.")
                .arg(QFileInfo(*chosen).fileName()),
            tr("Replace it")))
        return std::nullopt;
    return chosen;
}

void ReportDialog::startExport(const QString &path, bool mayReplace)
{
    const auto job = ReportJob::prepare(m_session, m_ui->languageCombo->currentData().toString());
    if (!job) {
        finishExport(path, job.error());
        return;
    }
    setBusy(true);
    const SigningExport order {*job, path, mayReplace, signs() ? m_ui->identityPanel->identity() : nullptr, statement(),
        signs() ? m_ui->timestampPanel->wantedUrl() : QString()};
    m_work->start([order](const JobProgress &progress) { return order.run(progress); },
        [this, path](const Result<PlacedReport> &report) { finishExport(path, report); });
}

void ReportDialog::startNextSignature()
{
    setBusy(true);
    m_work->start(
        [order = FurtherSignature {m_exported, m_exported, true, m_ui->identityPanel->identity(), statement(),
             m_ui->timestampPanel->wantedUrl()}](const JobProgress &progress) { return order.run(progress); },
        [this, path = m_exported](const Result<PlacedReport> &report) { finishExport(path, report); });
}

// The key of who signed last is forgotten before anybody else sits down.
void ReportDialog::handOver()
{
    m_isHandedOver = true;
    m_ui->identityPanel->setUp({}, {{}, {}, m_folder}, m_clock, m_prompts);
    m_ui->signRadio->setChecked(true);
    for (QWidget *fixed : QList<QWidget *> {m_ui->signRadio, m_ui->unsignedRadio, m_ui->languageCombo})
        fixed->setEnabled(false);
    m_ui->cautionsLabel->hide();
    m_ui->handOverButton->hide();
    m_ui->exportButton->setEnabled(true);
    m_ui->statementPanel->setPlaces(m_emptyPlaces);
    showChoice();
    m_ui->resultRow->say({VerdictTone::Neutral, tr("For the next person"),
        tr("Choose your place, what you state, and your own key. The report stays as it is until your signature was checked. "
           "It is at %1")
            .arg(QDir::toNativeSeparators(m_exported))});
    m_ui->statementPanel->setFocus();
}

void ReportDialog::finishExport(const QString &path, const Result<PlacedReport> &report)
{
    setBusy(false);
    // Where a further signature failed, the report is as it was.
    if (!m_isHandedOver)
        m_exported = report ? path : QString();
    m_ui->openButton->setVisible(!m_exported.isEmpty());
    m_ui->folderButton->setVisible(!m_exported.isEmpty());
    m_ui->resultRow->show();
    if (!report) {
        const ErrorText said = errorText(report.error());
        const bool isCancelled = report.error().code == ErrorCode::Cancelled;
        m_ui->resultRow->say({isCancelled ? VerdictTone::Neutral : VerdictTone::Bad, said.title, said.sentence});
        m_ui->resultRow->setToolTip(said.detail);
        return;
    }
    sayDone(path, *report);
    Q_EMIT reportExported(path);
}

void ReportDialog::sayDone(const QString &path, const PlacedReport &report)
{
    m_ui->resultRow->setToolTip({});
    if (!report.issued) {
        m_ui->resultRow->say({VerdictTone::Good, tr("Exported without a signature, opened again and checked"),
            tr("The outcome follows from the answers. The report is at %1").arg(QDir::toNativeSeparators(path))});
        return;
    }
    const auto noted = m_session.workspace().issuedReports().note(*report.issued);
    m_ui->resultRow->say(signedLine(report, noted));
    if (report.withoutTimestamp)
        m_ui->resultRow->setToolTip(report.withoutTimestamp->text());
    offerNextSignature(report);
}

void ReportDialog::offerNextSignature(const PlacedReport &report)
{
    m_emptyPlaces = emptyPlacesOf(report.check);
    m_ui->handOverButton->setVisible(!m_emptyPlaces.isEmpty());
    // The same place once more would only be refused: it is taken now.
    m_ui->exportButton->setEnabled(!m_isHandedOver);
    (m_emptyPlaces.isEmpty() ? m_ui->closeButton : m_ui->handOverButton)->setFocus();
}

void ReportDialog::setBusy(bool isBusy)
{
    m_ui->optionsArea->setEnabled(!isBusy);
    m_ui->exportButton->setEnabled(!isBusy);
    m_ui->closeButton->setEnabled(!isBusy);
    m_ui->progressWidget->setVisible(isBusy);
    m_ui->progressBar->setValue(0);
    if (isBusy)
        m_ui->cancelButton->setFocus();
    else
        m_ui->exportButton->setFocus();
}

void ReportDialog::reject()
{
    // Leaving means stopping what is under way; it ends by itself, and then the person can leave.
    if (m_work->isRunning())
        m_work->cancel();
    else
        QDialog::reject();
}

} // namespace cq
