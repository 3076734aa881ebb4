// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/trailpage.h"

#include "app/models/sealsmodel.h"
#include "app/models/trailmodel.h"
#include "app/pages/tablelook.h"
#include "app/support/messagebar.h"
#include "app/support/prompts.h"
#include "app/support/theme.h"
#include "core/session/auditsession.h"
#include "core/session/findingdesk.h"
#include "core/session/responsedesk.h"
#include "core/session/sampledesk.h"
#include "core/session/sealdesk.h"
#include "core/session/visitdesk.h"

#include "ui_trailpage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QtConcurrent>

namespace cq {

namespace {

// As high as its rows, so that the trail keeps the page; from the fifth on it scrolls.
void showRows(QTreeView &tree)
{
    constexpr int mostRows = 4;
    tree.ensurePolished();
    const int rows = qBound(1, tree.model()->rowCount(), mostRows);
    tree.setFixedHeight(tree.header()->sizeHint().height() + rows * tree.sizeHintForRow(0) + Theme::grid);
}

} // namespace

TrailPage::TrailPage(AuditSession &session, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TrailPage>())
    , m_session(session)
    , m_prompts(prompts)
    , m_message(new MessageBar(this))
    , m_seals(new SealsModel(this))
    , m_model(new TrailModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
{
    m_ui->setupUi(this);
    m_ui->pageLayout->insertWidget(0, m_message);
    m_ui->sealsPanel->hide(); // most audits are not sealed yet
    m_ui->sealsView->setModel(m_seals);
    makeCalm(*m_ui->sealsView, {16, 14, 22, 14, 12, 22});
    connect(m_ui->redactButton, &QPushButton::clicked, this, &TrailPage::redactionRequested);
    connect(m_ui->exportSealButton, &QPushButton::clicked, this, &TrailPage::exportSealed);
    m_model->setHiding([this](const TrailEntry &entry) { return m_session.responses().isHidden(entry); });
    connect(&session.responses(), &ResponseDesk::blindModeChanged, m_model, &TrailModel::hidingChanged);
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterRole(TrailModel::SearchRole);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSortRole(TrailModel::SequenceRole);
    m_proxy->sort(0, Qt::DescendingOrder);
    m_ui->trailView->setModel(m_proxy);
    makeCalm(*m_ui->trailView, {13, 19, 18, 9, 29, 12});
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &TrailPage::read);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_ui->copyButton, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(QString::fromLatin1(trailHead(m_model->entries())));
    });
    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_ui->filterEdit, qOverload<>(&QWidget::setFocus));
    connect(&session, &AuditSession::auditChanged, this, &TrailPage::takeChange);
    connect(&session.responses(), &ResponseDesk::responseChanged, this, &TrailPage::takeChange);
    for (const auto signal : {&FindingDesk::findingRaised, &FindingDesk::findingChanged, &FindingDesk::findingRemoved})
        connect(&session.findings(), signal, this, &TrailPage::takeChange);
    for (const auto signal : {&SampleDesk::sampleDrawn, &SampleDesk::sampleRemoved})
        connect(&session.samples(), signal, this, &TrailPage::takeChange);
    connect(&session.samples(), &SampleDesk::cellChanged, this, &TrailPage::takeChange);
    connect(&session.samples(), &SampleDesk::labelChanged, this, &TrailPage::takeChange);
    connect(&session.visit(), &VisitDesk::planChanged, this, &TrailPage::takeChange);
    connect(&session.visit(), &VisitDesk::declarationChanged, this, &TrailPage::takeChange);
    connect(&session.visit(), &VisitDesk::requestChanged, this, &TrailPage::takeChange);
    connect(&session.visit(), &VisitDesk::meetingChanged, this, &TrailPage::takeChange);
    connect(&session.visit(), &VisitDesk::reminderChanged, this, &TrailPage::takeChange);
}

TrailPage::~TrailPage() = default;

void TrailPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        read();
}

void TrailPage::takeChange()
{
    m_isStale = true;
    if (isVisible())
        m_later.start();
}

void TrailPage::read()
{
    m_isStale = false;
    const Result<QList<TrailEntry>> trail = m_session.trail();
    if (!trail) {
        m_ui->chainLabel->setText(tr("The audit trail could not be read: %1").arg(trail.error().text()));
        return;
    }
    m_model->setEntries(*trail);
    m_model->hidingChanged(); // an answer given since may have lifted it
    m_ui->copyButton->setEnabled(!trail->isEmpty());
    m_ui->redactButton->setVisible(m_session.mayRedact());
    showSeals(*trail);
    judgeChain();
}

void TrailPage::showSeals(const QList<TrailEntry> &trail)
{
    const auto seals = m_session.seals().all();
    if (!seals) {
        m_message->warn(seals.error());
        return;
    }
    m_seals->setSeals(*seals, trail);
    m_ui->sealsPanel->setVisible(!seals->isEmpty());
    if (seals->isEmpty())
        return;
    showRows(*m_ui->sealsView);
    if (!m_ui->sealsView->currentIndex().isValid())
        m_ui->sealsView->setCurrentIndex(m_seals->index(m_seals->rowCount() - 1, 0));
}

void TrailPage::exportSealed()
{
    const QModelIndex current = m_ui->sealsView->currentIndex();
    if (!current.isValid())
        return;
    m_message->clear();
    const Seal seal = m_seals->at(current.row()).seal;
    const int number = seal.number;
    const auto path = m_prompts.saveFile(this, tr("Export the sealed record"), tr("sealed-record-%1.json").arg(number),
        tr("Audit records (*.json)"));
    if (!path)
        return;
    if (const auto written = m_session.seals().exportRecord(number, *path); !written)
        m_message->warn(written.error());
    else if (!seal.redactedDigest.isEmpty())
        m_message->inform(tr("The record was written without the texts that were taken out since it was sealed. The SHA-256 of "
                             "the file is %1.")
                              .arg(QString::fromLatin1(seal.redactedDigest)));
    else
        m_message->inform(tr("The record was written as it was sealed. The SHA-256 of the file is the digest in the list."));
}

void TrailPage::judgeChain()
{
    m_ui->chainLabel->setText(tr("Checking the chain of entries…"));
    const QList<TrailEntry> entries = m_model->entries();
    // Digests of a long trail take longer than a frame, so they are worked out beside the window.
    QtConcurrent::run([entries] { return verifyTrail(entries).operator bool(); }).then(this, [this, entries](bool holds) {
        if (entries.size() != m_model->entries().size())
            return; // a newer judgement is on its way
        m_ui->chainLabel->setToolTip(QString::fromLatin1(trailHead(entries)));
        m_ui->chainLabel->setText(holds
                ? tr("✓ The trail of %n entries is unbroken.", nullptr, int(entries.size()))
                : tr("✕ The chain of %n entries does not hold: something was changed outside the program.", nullptr,
                      int(entries.size())));
    });
}

} // namespace cq
