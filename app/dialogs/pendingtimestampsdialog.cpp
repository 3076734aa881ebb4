// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/pendingtimestampsdialog.h"

#include "app/dialogs/signingwork.h"
#include "app/dialogs/timestampservicedialog.h"
#include "app/support/errortext.h"
#include "app/support/prompts.h"
#include "app/support/theme.h"
#include "app/support/words.h"
#include "core/session/issuedreportdesk.h"
#include "core/session/pendingtimestamp.h"
#include "core/session/workspace.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QUrl>

#include <algorithm>

#include "ui_pendingtimestampsdialog.h"

namespace cq {

namespace {

// Measures wrapped texts in the width that the theme's margins leave them; else their last line is cut.
class WrappedDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem inner = option;
        inner.rect.setWidth(option.rect.width() - 3 * Theme::grid);
        return QStyledItemDelegate::sizeHint(inner, index);
    }
};

// What a service says of a report, the service's own failures included; each leaves the report as it was.
Result<PlacedReport> stamped(
    const IssuedReport &report, const QString &url, const Timestamp &now, const JobProgress &progress)
{
    const auto timestamps = timestampService(url, progress.cancelled);
    if (!timestamps)
        return timestamps.error();
    return timestampIssued(report, *timestamps, now, progress);
}

} // namespace

PendingTimestampsDialog::PendingTimestampsDialog(
    Workspace &workspace, const QString &url, bool asks, Clock clock, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PendingTimestampsDialog>())
    , m_workspace(workspace)
    , m_url(url)
    , m_asks(asks)
    , m_clock(std::move(clock))
    , m_prompts(prompts)
    , m_work(new SigningWork(this))
    , m_model(new PendingReportsModel(workspace, this))
{
    m_ui->setupUi(this);
    m_ui->reportsView->setModel(m_model);
    auto *header = m_ui->reportsView->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setMaximumSectionSize(280);
    header->setStretchLastSection(true);
    m_ui->reportsView->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->reportsView->setItemDelegate(new WrappedDelegate(this));
    connect(header, &QHeaderView::sectionResized, m_ui->reportsView, &QTableView::resizeRowsToContents, Qt::QueuedConnection);
    connect(m_ui->reportsView->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &PendingTimestampsDialog::showState);
    connect(m_ui->serviceButton, &QPushButton::clicked, this, &PendingTimestampsDialog::chooseService);
    connect(m_ui->stampButton, &QPushButton::clicked, this, &PendingTimestampsDialog::stampAll);
    connect(m_ui->findButton, &QPushButton::clicked, this, &PendingTimestampsDialog::findFile);
    connect(m_ui->waiveButton, &QPushButton::clicked, this, &PendingTimestampsDialog::waive);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &PendingTimestampsDialog::reject);
    connect(m_ui->stopButton, &QPushButton::clicked, this, [this] {
        m_queue.clear();
        m_work->cancel();
    });
    if (m_model->rowCount() > 0)
        m_ui->reportsView->selectRow(0);
    showState();
    look();
}

PendingTimestampsDialog::~PendingTimestampsDialog() = default;

std::optional<PendingReport> PendingTimestampsDialog::current() const
{
    const QModelIndex index = m_ui->reportsView->currentIndex();
    return index.isValid() ? std::optional(m_model->at(index.row())) : std::nullopt;
}

void PendingTimestampsDialog::chooseService()
{
    auto *dialog = new TimestampServiceDialog(m_url, m_asks, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TimestampServiceDialog::serviceChosen, this, [this](const QString &url, bool asks) {
        m_url = url;
        m_asks = asks;
        showState();
        Q_EMIT timestampServiceChosen(url, asks);
    });
    dialog->open();
}

// Files may lie on a slow or absent disk, so they are looked for beside the window.
void PendingTimestampsDialog::look()
{
    using States = QList<std::pair<IssuedReportId, ReportWhereabouts>>;
    m_work->start(
        [rows = m_model->rows()](const JobProgress &) {
            States states;
            for (const PendingReport &row : rows)
                states.append({row.report.id, whereabouts(row.report)});
            return states;
        },
        [this](const States &states) {
            for (const auto &[id, state] : states)
                switch (state) {
                case ReportWhereabouts::There:
                    m_model->setState(id, tr("Waits for its timestamp."));
                    break;
                case ReportWhereabouts::Gone:
                    m_model->setState(id, tr("It is not there: moved, renamed or on a disk that is not connected."));
                    break;
                case ReportWhereabouts::Changed:
                    m_model->setState(id, tr("The file was changed since. It is checked before it gets a timestamp."));
                    break;
                }
            showState();
        });
}

void PendingTimestampsDialog::stampAll()
{
    say({});
    m_queue.clear();
    for (const PendingReport &row : m_model->rows())
        if (!row.isDone)
            m_queue.append(row.report);
    m_ui->progressBar->setMaximum(int(m_queue.size()));
    m_isStamping = true;
    stampNext();
}

void PendingTimestampsDialog::stampNext()
{
    m_ui->progressBar->setValue(m_ui->progressBar->maximum() - int(m_queue.size()));
    if (m_queue.isEmpty()) {
        m_isStamping = false;
        showState();
        Q_EMIT allTried();
        return;
    }
    const IssuedReport report = m_queue.takeFirst();
    m_work->start([report, url = m_url, now = m_clock()](
                      const JobProgress &progress) { return stamped(report, url, now, progress); },
        [this, report](const Result<PlacedReport> &placed) {
            take(report, placed);
            stampNext();
        });
    showState();
}

void PendingTimestampsDialog::take(const IssuedReport &report, const Result<PlacedReport> &placed)
{
    if (!placed) {
        const ErrorText said = errorText(placed.error());
        switch (placed.error().code) {
        case ErrorCode::NotFound:
            m_model->setState(report.id, tr("It is not there any more. Find the file, or take it off the list."));
            return;
        case ErrorCode::Conflict:
            m_model->setState(report.id,
                tr("What stands there is not the report that was signed, so it was left alone. Find the file, or take it off "
                   "the list."));
            return;
        default:
            m_model->setState(report.id, tr("%1: %2").arg(said.title, said.sentence));
            return;
        }
    }
    if (const auto noted = m_workspace.issuedReports().note(*placed->issued); !noted) {
        const ErrorText said = errorText(noted.error());
        m_model->setState(report.id,
            tr("The timestamp was added, but the open file could not note it. %1: %2").arg(said.title, said.sentence));
        return;
    }
    m_model->setState(report.id, tr("It has its timestamp now (PAdES %1).").arg(placed->issued->level), true);
}

void PendingTimestampsDialog::findFile()
{
    const auto row = current();
    if (!row)
        return;
    const auto path = m_prompts.openFile(this, tr("Find the signed report"), tr("PDF documents (*.pdf)"));
    if (!path)
        return;
    say({});
    m_work->start([path = *path](const JobProgress &) { return fileDigest(path); },
        [this, report = row->report, path = *path](const Result<QByteArray> &digest) {
            if (!digest || *digest != report.fileDigest) {
                say(tr("The file you chose is not this report as it was signed. Choose another one."));
                return;
            }
            if (const auto moved = m_workspace.issuedReports().move(report.id, path); !moved) {
                m_prompts.tell(this, moved.error());
                return;
            }
            m_model->setPath(report.id, path);
            look();
        });
}

void PendingTimestampsDialog::waive()
{
    const auto row = current();
    if (!row
        || !m_prompts.confirm(this, tr("Take the report off the list?"),
            tr("Its signatures stay as good as they are, but nobody will confirm their time. The trail keeps that it was taken "
               "off."),
            tr("Take it off")))
        return;
    if (const auto waived = m_workspace.issuedReports().waiveTimestamp(row->report.id); !waived)
        m_prompts.tell(this, waived.error());
    else
        m_model->remove(row->report.id);
    showState();
}

void PendingTimestampsDialog::showState()
{
    const auto row = current();
    const QList<PendingReport> &rows = m_model->rows();
    const int waiting = int(
        std::count_if(rows.cbegin(), rows.cend(), [](const PendingReport &one) { return !one.isDone; }));
    m_ui->stateLabel->setText(waiting == 0
            ? tr("No signed report waits for a timestamp.")
            : tr("%n signed reports wait for a timestamp, as the service could not be asked when they were signed.", nullptr,
                waiting));
    m_ui->serviceLabel->setText(m_url.isEmpty() ? tr("No timestamp service was chosen yet.")
                                                : tr("Service: %1").arg(QUrl(m_url).host()));
    m_ui->progressWidget->setVisible(m_isStamping);
    const bool mayChange = !m_isStamping && !m_workspace.isReadOnly();
    m_ui->serviceButton->setEnabled(!m_isStamping);
    m_ui->closeButton->setEnabled(!m_isStamping);
    m_ui->stampButton->setEnabled(mayChange && waiting > 0 && !m_url.isEmpty());
    m_ui->findButton->setEnabled(mayChange && row && !row->isDone);
    m_ui->waiveButton->setEnabled(mayChange && row && !row->isDone);
}

void PendingTimestampsDialog::say(const QString &sentence)
{
    m_ui->messageLabel->setText(sentence);
    m_ui->messageLabel->setVisible(!sentence.isEmpty());
}

void PendingTimestampsDialog::reject()
{
    // Leaving means stopping what is under way; it ends by itself, and then the person can leave.
    if (m_isStamping) {
        m_queue.clear();
        m_work->cancel();
        return;
    }
    QDialog::reject();
}

} // namespace cq
