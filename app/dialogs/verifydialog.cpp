// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/verifydialog.h"

#include "core/session/trustfile.h"
#include "app/dialogs/signedrevisiondialog.h"
#include "app/dialogs/signingexport.h"
#include "app/dialogs/signingverdictrow.h"
#include "app/dialogs/signingwork.h"
#include "app/models/prolongedline.h"
#include "app/models/signaturewords.h"
#include "app/models/verdictfiguresmodel.h"
#include "app/models/verdictline.h"
#include "app/support/errortext.h"
#include "app/support/prompts.h"
#include "app/support/theme.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QMimeData>
#include <QUrl>

#include "ui_verifydialog.h"

namespace cq {

namespace {

QLabel *plainLabel(const QString &text, const char *name, const QString &look = {})
{
    auto *label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (!look.isEmpty())
        label->setProperty("look", look);
    return label;
}

// A signer who is not known and could be, by their certificate; nobody where the signature does not fit the file.
std::optional<TrustAnchor> personBehind(const SignatureVerdict &signature)
{
    const bool isOpen = signature.trust == Trust::UnknownSigner || signature.trust == Trust::SelfIssued;
    if (!isOpen || signature.kind != SignatureKind::Approval || signature.integrity != Integrity::Intact
        || signature.coverage == Coverage::Partial)
        return std::nullopt;
    const auto anchor = trustAnchor(signature.certificateDer, TrustPurpose::Person);
    return anchor ? std::optional(*anchor) : std::nullopt;
}

QString droppedFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

VerifyDialog::VerifyDialog(const TrustBook &book, const QString &timestampUrl, Clock clock, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::VerifyDialog>())
    , m_book(book)
    , m_timestampUrl(timestampUrl)
    , m_clock(std::move(clock))
    , m_prompts(prompts)
    , m_work(new SigningWork(this))
    , m_figures(new VerdictFiguresModel(this))
{
    m_ui->setupUi(this);
    setAcceptDrops(true);
    m_ui->figuresView->setModel(m_figures);
    m_ui->figuresView->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_ui->figuresView->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_ui->chooseReportButton, &QPushButton::clicked, this, &VerifyDialog::chooseReport);
    connect(m_ui->chooseTrustButton, &QPushButton::clicked, this, &VerifyDialog::chooseTrust);
    connect(m_ui->forgetTrustButton, &QPushButton::clicked, this, [this] { trust({}); });
    connect(m_ui->prolongButton, &QPushButton::clicked, this, &VerifyDialog::prolong);
    connect(m_ui->stopButton, &QPushButton::clicked, this, &VerifyDialog::stop);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &VerifyDialog::reject);
    connect(m_ui->detailsButton, &QToolButton::toggled, this, [this](bool isOpen) {
        m_ui->detailsButton->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
        m_ui->detailsEdit->setVisible(isOpen);
    });
    m_ui->detailsEdit->hide();
    m_ui->resultArea->hide();
    m_ui->forgetTrustButton->hide();
    m_ui->trustMessageLabel->hide();
    m_ui->prolongRow->hide();
    setState(State::Idle);
    m_ui->chooseReportButton->setFocus();
    lookAtBook();
}

VerifyDialog::~VerifyDialog() = default;

void VerifyDialog::chooseReport()
{
    if (const auto path = m_prompts.openFile(this, tr("Choose a report"), tr("PDF documents (*.pdf)")))
        check(*path);
}

void VerifyDialog::chooseTrust()
{
    const auto path = m_prompts.openFile(
        this, tr("Choose a certificate you trust"), tr("Certificates (*.pem *.crt *.cer *.der)"));
    if (path)
        trust(*path);
}

void VerifyDialog::trust(const QString &path)
{
    const auto read = readTrustFile(path);
    sayOfTrust(read ? std::nullopt : std::optional(read.error()));
    if (!read)
        return;
    m_trust = *read;
    m_trustPath = path;
    if (m_path.isEmpty())
        lookAtBook();
    else
        check(m_path);
}

void VerifyDialog::lookAtBook()
{
    m_work->start([book = m_book](const JobProgress &) { return book.store(); },
        [this](const Result<TrustStore> &book) { showTrust(book); });
}

void VerifyDialog::check(const QString &path)
{
    m_path = path;
    m_ui->reportLabel->setText(QDir::toNativeSeparators(path));
    m_wasProlonged = false;
    setState(State::Checking);
    m_work->start(
        [path, book = m_book, trust = m_trust, now = m_clock()](const JobProgress &) {
            const auto known = book.store();
            TrustStore all = known ? *known : TrustStore();
            const auto added = all.add(trust);
            return Judged {added ? checkReport(path, all, now) : added.error(), known};
        },
        [this](const Judged &judged) { showJudged(judged); });
}

void VerifyDialog::showJudged(const Judged &judged)
{
    showTrust(judged.book);
    showCheck(judged.check);
}

// Whom the verdict rests on. A book that cannot be read makes nobody known, and takes nothing from the rest.
void VerifyDialog::showTrust(const Result<TrustStore> &book)
{
    if (!book)
        sayOfTrust(book.error());
    const auto count = int(book ? book->derForms().size() : 0);
    QStringList whom;
    if (count > 0)
        whom.append(tr("The %n certificates you trust", nullptr, count));
    if (!m_trustPath.isEmpty())
        whom.append(QDir::toNativeSeparators(m_trustPath));
    m_ui->trustLabel->setText(whom.isEmpty() ? tr("Nobody yet") : whom.join(u'\n'));
    m_ui->forgetTrustButton->setVisible(!m_trustPath.isEmpty());
}

void VerifyDialog::sayOfTrust(const std::optional<Error> &problem)
{
    m_ui->trustMessageLabel->setVisible(problem.has_value());
    if (!problem)
        return;
    const ErrorText said = errorText(*problem);
    m_ui->trustMessageLabel->setText(
        tr("%1: %2").arg(said.title, said.sentence) + u'\n' + tr("Detail: %1").arg(problem->text()));
}

void VerifyDialog::pin(const TrustAnchor &person)
{
    // The first line is ours, so that no name is taken for markup.
    const QString sentence = tr("Compare the fingerprint with the signer, by telephone or in person, before you agree. From "
                                "then on whatever is signed with exactly this certificate is told as theirs.")
        + QStringLiteral("\n\n%1\n%2").arg(
            person.certificate.subjectName, fingerprintText(person.certificate.sha256));
    if (!m_prompts.confirm(this, tr("Trust this person?"), sentence, tr("Trust this person")))
        return;
    setState(State::Checking);
    m_work->start([book = m_book, person](const JobProgress &) { return book.add({person}); },
        [this](const Result<int> &added) {
            if (!added)
                m_prompts.tell(this, added.error());
            check(m_path);
        });
}

void VerifyDialog::stop()
{
    // What writes a file ends by itself and says whether it is there.
    if (m_state == State::Prolonging) {
        m_work->cancel();
        return;
    }
    m_work->abandon();
    setState(State::Idle);
}

void VerifyDialog::reject()
{
    // Leaving means stopping what is under way; it ends by itself, and then the person can leave.
    if (m_state == State::Prolonging)
        m_work->cancel();
    else
        QDialog::reject();
}

void VerifyDialog::setState(State state)
{
    m_state = state;
    const bool isBusy = state != State::Idle;
    const bool isProlonging = state == State::Prolonging;
    const QString what = isProlonging ? tr("The services that its certificates name are being asked.")
                                      : tr("The report is being checked.");
    m_ui->progressWidget->setVisible(isBusy);
    m_ui->progressLabel->setText(what);
    m_ui->progressBar->setAccessibleName(what);
    // What is shown must never be taken for the verdict on another file.
    if (state == State::Checking) {
        m_ui->resultArea->hide();
        m_ui->prolongRow->hide();
        m_prolongable = Prolongable::Hopeless;
    }
    m_ui->hintLabel->setVisible(!isBusy && m_ui->resultArea->isHidden());
    m_ui->prolongButton->setEnabled(!isBusy && m_prolongable != Prolongable::Hopeless);
    // Any other work would take the place of this one, and nobody would hear what became of the new file.
    for (QWidget *other : QList<QWidget *> {m_ui->chooseReportButton, m_ui->forgetTrustButton, m_ui->chooseTrustButton,
             m_ui->resultArea, m_ui->closeButton})
        other->setEnabled(!isProlonging);
    setAcceptDrops(!isProlonging);
}

void VerifyDialog::showCheck(const Result<ReportCheck> &check)
{
    clearSignatures();
    m_ui->resultArea->show();
    m_prolongable = check ? prolongable(*check) : Prolongable::Hopeless;
    setState(State::Idle);
    m_ui->judgementWidget->setVisible(bool(check));
    // Of a file that is not there the headline says all.
    m_ui->detailLabel->setVisible(!check && check.error().code != ErrorCode::NotFound);
    if (check) {
        m_ui->headlineRow->say(headline(*check));
        m_ui->subjectLabel->setText(
            check->centreName.isEmpty() ? QString() : tr("%1, %2").arg(check->centreName, check->auditTitle));
        m_ui->subjectLabel->setVisible(!check->centreName.isEmpty());
        showSignatures(*check);
        showFigures(*check);
        for (QWidget *part : QList<QWidget *> {m_ui->trailLabel, m_ui->trailRow})
            part->setVisible(!check->statement); // which holds none
        m_ui->trailRow->say(trailLine(*check));
        m_ui->detailsEdit->setPlainText(technicalDetails(*check));
    } else {
        m_ui->headlineRow->say(unreadableLine(check.error()));
        m_ui->subjectLabel->hide();
        m_ui->detailLabel->setText(tr("Detail: %1").arg(check.error().text()));
    }
    m_ui->resultArea->ensureVisible(0, 0);
    if (m_wasProlonged && m_prolongable != Prolongable::Hopeless)
        sayOfProlonging(prolongedLine(*check));
    Q_EMIT checked();
}

void VerifyDialog::clearSignatures()
{
    while (QLayoutItem *item = m_ui->signaturesLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void VerifyDialog::showSignatures(const ReportCheck &check)
{
    const auto &signatures = check.signatures.signatures;
    for (int place = 0; place < int(signatures.size()); ++place)
        m_ui->signaturesLayout->addWidget(signatureCard(check, place));
    if (signatures.isEmpty())
        m_ui->signaturesLayout->addWidget(
            plainLabel(tr("This document carries no signature."), "noSignatureLabel", QStringLiteral("muted")));
    m_ui->laterChangesRow->setVisible(!signatures.isEmpty());
    m_ui->laterChangesRow->say(laterChangesLine(check));
    m_ui->revisionsRow->setVisible(!signatures.isEmpty());
    m_ui->revisionsRow->say(revisionsLine(check));
    m_ui->plainFormRow->setVisible(!signatures.isEmpty());
    m_ui->plainFormRow->say(plainFormLine(check));
}

QWidget *VerifyDialog::signatureCard(const ReportCheck &check, int place)
{
    const SignatureVerdict &signature = check.signatures.signatures[place];
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("signatureCard"));
    card->setProperty("look", QStringLiteral("card"));
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    layout->setSpacing(Theme::grid);
    const QString name = signature.name.isEmpty() ? tr("A signature without a name") : signature.name;
    layout->addWidget(plainLabel(name, "signerLabel", QStringLiteral("heading")));
    layout->addWidget(plainLabel(signatureFacts(signature).join(u'\n'), "factsLabel"));
    const auto row = [layout](const VerdictLine &line, const char *objectName) {
        auto *made = new SigningVerdictRow;
        made->setObjectName(QString::fromLatin1(objectName));
        made->say(line);
        layout->addWidget(made);
    };
    row(integrityLine(signature), "integrityRow");
    row(trustLine(signature), "trustRow");
    row(coverageLine(check, place), "coverageRow");
    if (!signature.certificate.sha256.isEmpty())
        layout->addWidget(plainLabel(
            tr("Fingerprint of the certificate: %1").arg(fingerprintText(signature.certificate.sha256)),
            "fingerprintLabel"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::grid);
    layout->addLayout(buttons);
    if (signature.signedEnd > 0) {
        auto *open = new QPushButton(tr("Open exactly what was signed"));
        open->setObjectName(QStringLiteral("openSignedButton"));
        //: For screen readers, where several signatures stand one below the other
        open->setAccessibleName(tr("Open exactly what %1 signed").arg(name));
        open->setAutoDefault(false);
        connect(open, &QPushButton::clicked, this, [this, signature, place] { openSigned(signature, place + 1); });
        buttons->addWidget(open);
    }
    if (auto person = personBehind(signature)) {
        person->source = {TrustOrigin::Report, QFileInfo(m_path).fileName(), std::nullopt};
        auto *button = new QPushButton(tr("Trust this person…"));
        button->setObjectName(QStringLiteral("trustPersonButton"));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, person = *person] { pin(person); });
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    card->setAccessibleName(tr("Signature of %1").arg(name));
    return card;
}

void VerifyDialog::openSigned(const SignatureVerdict &signature, int number)
{
    auto *dialog = new SignedRevisionDialog(m_path, number, signature.name, m_clock, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void VerifyDialog::showFigures(const ReportCheck &check)
{
    m_ui->rescoredRow->say(rescoredLine(check));
    m_ui->printedRow->say(printedLine(check));
    const bool hasFigures = check.recorded || check.computed;
    m_ui->figuresView->setVisible(hasFigures);
    if (!hasFigures) {
        m_figures->clear();
        return;
    }
    m_figures->setCheck(check);
    // As high as its rows: five lines need no bar to scroll.
    m_ui->figuresView->resizeRowsToContents();
    m_ui->figuresView->setFixedHeight(
        m_ui->figuresView->horizontalHeader()->sizeHint().height() + m_ui->figuresView->verticalHeader()->length() + 2);
}

void VerifyDialog::prolong()
{
    m_ui->prolongRow->hide();
    if (m_prolongable == Prolongable::NeedsTimestamps && m_timestampUrl.isEmpty()) {
        sayOfProlonging(timestampNeededLine());
        return;
    }
    if (!agreesToProlong())
        return;
    const QFileInfo report(m_path);
    auto path = m_prompts.saveFile(this, tr("Save the report that lasts"),
        freeName(report.absolutePath(), tr("%1 - lasting.pdf").arg(report.completeBaseName())), tr("PDF documents (*.pdf)"));
    if (!path)
        return;
    if (!path->endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        *path += QLatin1String(".pdf");
    setState(State::Prolonging);
    m_ui->stopButton->setFocus();
    m_work->start([order = Prolonging {m_path, *path, m_book, m_trust, m_clock(), m_timestampUrl}](
                      const JobProgress &progress) { return order.run(progress); },
        [this, path = *path](const Result<void> &done) { finishProlonging(path, done); });
}

// Nothing is asked on the network before the person knows whom and what.
bool VerifyDialog::agreesToProlong()
{
    const QString sentence = tr("Certificates run out after some years, and nobody can be asked then whether they were good. "
                                "The services named in the certificates of this report are asked now, and what they say goes "
                                "into a new file; this one stays as it is. They get numbers of certificates, never the "
                                "report.");
    const QString time = m_timestampUrl.isEmpty()
        ? tr("No timestamp service is chosen, so nobody confirms when this was added (PAdES B-LT).")
        : tr("The timestamp service at %1 confirms when this was added, so that it can be made to last again later (PAdES "
             "B-LTA). It gets fingerprints only.")
              .arg(QUrl(m_timestampUrl).host());
    return m_prompts.confirm(
        this, tr("Make this report last?"), sentence + QStringLiteral("\n\n") + time, tr("Choose a name"));
}

void VerifyDialog::finishProlonging(const QString &path, const Result<void> &done)
{
    setState(State::Idle);
    if (!done) {
        sayOfProlonging(notProlongedLine(done.error()));
        m_ui->prolongButton->setFocus();
        return;
    }
    check(path);
    m_wasProlonged = true;
    m_ui->closeButton->setFocus();
}

void VerifyDialog::sayOfProlonging(const VerdictLine &line)
{
    m_ui->prolongRow->say(line);
    m_ui->prolongRow->show();
}

void VerifyDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void VerifyDialog::dropEvent(QDropEvent *event)
{
    const QString path = droppedFile(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    check(path);
}

} // namespace cq
