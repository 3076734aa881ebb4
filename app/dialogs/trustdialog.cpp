// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/trustdialog.h"

#include "core/session/trustfile.h"
#include "app/dialogs/signingwork.h"
#include "app/models/signaturewords.h"
#include "app/models/trustanchormodel.h"
#include "app/models/trustwords.h"
#include "app/support/errortext.h"
#include "app/support/prompts.h"

#include <QHeaderView>

#include "ui_trustdialog.h"

namespace cq {

TrustDialog::TrustDialog(const TrustBook &book, Clock clock, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::TrustDialog>())
    , m_book(book)
    , m_clock(std::move(clock))
    , m_prompts(prompts)
    , m_work(new SigningWork(this))
    , m_anchors(new TrustAnchorModel(this))
{
    m_ui->setupUi(this);
    m_ui->anchorsView->setModel(m_anchors);
    QHeaderView *header = m_ui->anchorsView->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const int column : {TrustAnchorModel::Name, TrustAnchorModel::Source})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    connect(m_ui->anchorsView->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrustDialog::showChoice);
    connect(m_ui->addForSignaturesButton, &QPushButton::clicked, this, [this] { add(TrustUse::Signatures); });
    connect(m_ui->addForTimestampsButton, &QPushButton::clicked, this, [this] { add(TrustUse::Timestamps); });
    connect(m_ui->importButton, &QPushButton::clicked, this, &TrustDialog::importList);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &TrustDialog::remove);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &TrustDialog::exportBook);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    say({});
    reload();
}

TrustDialog::~TrustDialog() = default;

void TrustDialog::reload()
{
    setBusy(true);
    m_work->start([book = m_book](const JobProgress &) { return book.read(); },
        [this](const Result<TrustRecord> &record) { take(record); });
}

void TrustDialog::take(const Result<TrustRecord> &record)
{
    // What could not be read is not written over, so nothing can be added to it either.
    m_isReadable = bool(record);
    if (record)
        m_anchors->setAnchors(record->anchors, m_clock());
    else
        refuse(record.error());
    // Rows that come later do not widen a column by themselves.
    for (const int column : {TrustAnchorModel::Purpose, TrustAnchorModel::Fingerprint, TrustAnchorModel::AddedBy,
             TrustAnchorModel::AddedOn, TrustAnchorModel::ValidUntil})
        m_ui->anchorsView->resizeColumnToContents(column);
    setBusy(false);
    showChoice();
    Q_EMIT shown();
}

void TrustDialog::add(TrustUse use)
{
    const auto path = m_prompts.openFile(
        this, tr("Choose a certificate you trust"), tr("Certificates (*.pem *.crt *.cer *.der)"));
    if (!path)
        return;
    setBusy(true);
    m_work->start([path = *path, use](const JobProgress &) { return readTrustAnchors(path, use); },
        [this](const Result<QList<TrustAnchor>> &anchors) {
            setBusy(false);
            if (anchors)
                addAll(*anchors);
            else
                refuse(anchors.error());
        });
}

void TrustDialog::addAll(const QList<TrustAnchor> &anchors)
{
    if (anchors.size() > mostAddedAtOnce) {
        say({}, tooManyText(anchors));
        return;
    }
    if (!m_prompts.confirm(this, tr("Trust what is in this file?"), addingText(anchors), tr("Trust it")))
        return;
    change(
        [book = m_book, anchors]() -> Result<void> {
            const auto added = book.add(anchors);
            return added ? Result<void>() : added.error();
        },
        tr("From now on these certificates are known when a report is verified."));
}

void TrustDialog::importList()
{
    const auto path
        = m_prompts.openFile(this, tr("Choose the trusted list of a country"), tr("Trusted lists (*.xml *.xtsl)"));
    if (!path)
        return;
    setBusy(true);
    using Offer = std::pair<TrustedList, TrustedListChange>;
    m_work->start(
        [path = *path, book = m_book](const JobProgress &) -> Result<Offer> {
            const auto list = readTrustedListFile(path);
            if (!list)
                return list.error();
            const auto preview = book.preview(*list);
            if (!preview)
                return preview.error();
            return Offer(*list, *preview);
        },
        [this](const Result<Offer> &read) {
            setBusy(false);
            if (read)
                offer(read->first, read->second);
            else
                refuse(read.error());
        });
}

void TrustDialog::offer(const TrustedList &list, const TrustedListChange &preview)
{
    if (!m_prompts.confirm(
            this, tr("Trust the authorities of this list?"), previewText(list, preview, m_clock()), tr("Trust them")))
        return;
    change(
        [book = m_book, list]() -> Result<void> {
            const auto taken = book.take(list);
            return taken ? Result<void>() : taken.error();
        },
        takenText(preview));
}

void TrustDialog::remove()
{
    QStringList keys;
    for (const int row : chosenRows())
        keys.append(m_anchors->at(row).key());
    const QString sentence = tr("Whoever is known by them alone will be told as not confirmed, also in reports signed long ago. "
                                "Who removed them and when stays in the history.");
    if (keys.isEmpty()
        || !m_prompts.confirm(this, tr("Stop trusting %n certificates?", nullptr, int(keys.size())), sentence,
            tr("Stop trusting")))
        return;
    change([book = m_book, keys] { return book.remove(keys); }, {});
}

void TrustDialog::exportBook()
{
    const auto path = m_prompts.saveFile(this, tr("Export whom you trust"), tr("Trusted certificates.pem"),
        tr("Certificates (*.pem);;With purpose, source and history (*.json)"));
    if (!path)
        return;
    change(
        [book = m_book, path = *path]() -> Result<void> {
            const auto record = book.read();
            if (!record)
                return record.error();
            const bool isWhole = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
            return writeTrustFile(path, isWhole ? trustRecordJson(*record) : trustPem(record->anchors));
        },
        tr("The file was written."));
}

void TrustDialog::change(const std::function<Result<void>()> &work, const QString &done)
{
    setBusy(true);
    m_work->start([work](const JobProgress &) { return work(); },
        [this, done](const Result<void> &result) {
            if (result)
                say(done);
            else
                refuse(result.error());
            reload();
        });
}

void TrustDialog::refuse(const Error &error)
{
    const ErrorText said = errorText(error);
    say({}, tr("%1: %2").arg(said.title, said.sentence) + u'\n' + tr("Detail: %1").arg(error.text()));
}

void TrustDialog::say(const QString &done, const QString &problem)
{
    m_ui->doneLabel->setText(done);
    m_ui->doneLabel->setVisible(!done.isEmpty());
    m_ui->messageLabel->setText(problem);
    m_ui->messageLabel->setVisible(!problem.isEmpty());
}

QList<int> TrustDialog::chosenRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_ui->anchorsView->selectionModel()->selectedRows())
        rows.append(index.row());
    return rows;
}

void TrustDialog::showChoice()
{
    const QList<int> rows = chosenRows();
    enableButtons();
    if (m_anchors->rowCount() == 0)
        m_ui->detailLabel->setText(tr("You trust nobody yet. A report can still be verified: whether it is unchanged, and "
                                      "whether its outcome follows from its answers."));
    else if (rows.size() != 1)
        m_ui->detailLabel->setText(tr("Choose a certificate to see its whole fingerprint."));
    else
        showDetail(m_anchors->at(rows.first()));
}

void TrustDialog::showDetail(const TrustAnchor &anchor)
{
    m_ui->detailLabel->setText(tr("%1, issued by %2").arg(anchor.certificate.subjectName, anchor.certificate.issuerName)
        + u'\n' + sourceText(anchor.source) + u'\n'
        + tr("Fingerprint: %1").arg(fingerprintText(anchor.certificate.sha256)));
}

void TrustDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    enableButtons();
}

void TrustDialog::enableButtons()
{
    for (QWidget *button : {m_ui->addForSignaturesButton, m_ui->addForTimestampsButton, m_ui->importButton})
        button->setEnabled(!m_isBusy && m_isReadable);
    m_ui->removeButton->setEnabled(!m_isBusy && !chosenRows().isEmpty());
    m_ui->exportButton->setEnabled(!m_isBusy && m_anchors->rowCount() > 0);
}

} // namespace cq
