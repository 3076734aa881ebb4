// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/trailpage.h"

#include "app/models/trailmodel.h"
#include "app/pages/tablelook.h"
#include "core/session/auditsession.h"
#include "core/session/findingdesk.h"
#include "core/session/responsedesk.h"
#include "core/session/sampledesk.h"
#include "core/session/visitdesk.h"

#include "ui_trailpage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QtConcurrent>

namespace cq {

TrailPage::TrailPage(AuditSession &session, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TrailPage>())
    , m_session(session)
    , m_model(new TrailModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
{
    m_ui->setupUi(this);
    m_model->setHiding([this](const TrailEntry &entry) { return m_session.responses().isHidden(entry); });
    connect(&session.responses(), &ResponseDesk::blindModeChanged, m_model, &TrailModel::hidingChanged);
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterRole(TrailModel::SearchRole);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSortRole(TrailModel::SequenceRole);
    m_proxy->sort(0, Qt::DescendingOrder);
    m_ui->trailView->setModel(m_proxy);
    makeCalm(*m_ui->trailView, {13, 20, 14, 9, 32, 12});
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
    judgeChain();
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
