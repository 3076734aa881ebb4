// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/comparisonpage.h"

#include "app/delegates/pilldelegate.h"
#include "app/models/agreementmodel.h"
#include "app/models/comparisonmodel.h"
#include "app/pages/tablelook.h"
#include "app/support/focusstart.h"
#include "core/session/auditsession.h"
#include "core/session/responsedesk.h"

#include "ui_comparisonpage.h"

#include <QLocale>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace cq {

ComparisonPage::ComparisonPage(AuditSession &session, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ComparisonPage>())
    , m_session(session)
    , m_model(new ComparisonModel(session, this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_agreement(new AgreementModel(session.packs(), this))
{
    m_ui->setupUi(this);
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterRole(ComparisonModel::DiffersRole);
    m_ui->rowsView->setModel(m_proxy);
    m_ui->rowsView->setItemDelegate(new PillDelegate(this));
    makeCalm(*m_ui->rowsView, {16, 27, 15, 15, 13, 13, 13, 14});
    m_ui->sectionsView->setModel(m_agreement);
    makeCalm(*m_ui->sectionsView, {18, 17, 23, 23, 19});
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 0);
    m_ui->splitter->setSizes({740, 400});
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &ComparisonPage::read);
    connect(m_ui->differsCheck, &QCheckBox::toggled, this,
        [this](bool only) { m_proxy->setFilterFixedString(only ? QStringLiteral("true") : QString()); });
    connect(m_ui->rowsView, &QTableView::activated, this, &ComparisonPage::openCurrent);
    connect(m_ui->openButton, &QPushButton::clicked, this, &ComparisonPage::openCurrent);
    connect(m_ui->rowsView->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        [this] { m_ui->openButton->setEnabled(m_ui->rowsView->selectionModel()->hasSelection()); });
    connect(&session.responses(), &ResponseDesk::responseChanged, this, &ComparisonPage::takeChange);
    connect(&session.responses(), &ResponseDesk::blindModeChanged, this, &ComparisonPage::takeChange);
    connect(&session, &AuditSession::applicabilityChanged, this, &ComparisonPage::takeChange);
    connect(&session, &AuditSession::auditChanged, this, &ComparisonPage::takeChange);
    startFocusAt(*this, *m_ui->rowsView);
}

ComparisonPage::~ComparisonPage() = default;

void ComparisonPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        read();
}

void ComparisonPage::takeChange()
{
    m_isStale = true;
    if (isVisible())
        m_later.start();
}

void ComparisonPage::read()
{
    m_isStale = false;
    const Comparison comparison = m_session.comparison();
    m_model->refresh(comparison);
    m_agreement->refresh(comparison);
    const auto surprises =
        std::count_if(comparison.rows.cbegin(), comparison.rows.cend(), [](const auto &row) { return row.isSurprise; });
    const Agreement &overall = comparison.overall;
    const QStringList parts{tr("%n surprise(s) at gates", nullptr, int(surprises)),
        tr("%n over-rated", nullptr, overall.overRated), tr("%n under-rated", nullptr, overall.underRated),
        tr("%n with applicability in dispute", nullptr, overall.applicabilityDisagreements),
        tr("%n alike", nullptr, overall.agreeing)};
    m_ui->summaryLabel->setText(parts.join(QStringLiteral(" · ")));
    m_ui->kappaLabel->setText(kappaText(overall));
    const QList<ComparisonRow> &rows = m_model->rows();
    // Empty lanes would only take the room of those that say something.
    const bool isAfterActions = m_session.audit().state >= AuditState::ActionsOpen;
    m_ui->rowsView->setColumnHidden(ComparisonModel::ReviewerColumn, isAfterActions
            && std::all_of(rows.cbegin(), rows.cend(),
                [](const ComparisonRow &row) { return row.answers.reviewer == ResponseLevel::NotAssessed; }));
    m_ui->rowsView->setColumnHidden(ComparisonModel::CorrectionColumn, !isAfterActions);
    m_ui->rowsView->setColumnHidden(ComparisonModel::VerificationColumn, !isAfterActions);
    m_ui->blindLabel->setVisible(
        std::any_of(rows.cbegin(), rows.cend(), [](const ComparisonRow &row) { return row.isSelfHidden; }));
    if (!m_ui->rowsView->currentIndex().isValid() && m_proxy->rowCount() > 0)
        m_ui->rowsView->selectRow(0);
}

QString ComparisonPage::kappaText(const Agreement &agreement) const
{
    if (agreement.pairs < minPairsForKappa)
        return tr("Weighted kappa is shown from %1 pairs on.").arg(minPairsForKappa) + u' '
            + tr("There are %n pair(s).", nullptr, agreement.pairs);
    if (!agreement.linear.isDefined())
        return tr("Every pair stands at one and the same level, so weighted kappa has no value.");
    const QString value = QLocale().toString(agreement.linear.tenThousandths() / 10000.0, 'f', 2);
    return tr("Weighted kappa over %n pair(s): %1. Full agreement is 1, what chance alone would give is 0.", nullptr,
        agreement.pairs)
        .arg(value);
}

void ComparisonPage::openCurrent()
{
    const QModelIndex current = m_ui->rowsView->currentIndex();
    if (current.isValid())
        Q_EMIT criterionChosen(CriterionId(current.data(ComparisonModel::CriterionRole).toString()));
}

} // namespace cq
