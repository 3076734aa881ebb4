// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/searchpage.h"

#include "app/delegates/searchhitdelegate.h"
#include "app/models/searchmodel.h"
#include "app/support/errortext.h"
#include "app/support/focusstart.h"
#include "core/session/searchdesk.h"
#include "core/session/workspace.h"

#include "ui_searchpage.h"

#include <QKeyEvent>

namespace cq {

SearchPage::SearchPage(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SearchPage>())
    , m_workspace(workspace)
    , m_model(new SearchModel(this))
{
    m_ui->setupUi(this);
    m_ui->hitsView->setModel(m_model);
    m_ui->hitsView->setItemDelegate(new SearchHitDelegate(this));
    m_ui->searchEdit->installEventFilter(this);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &SearchPage::find);
    connect(m_ui->searchEdit, &QLineEdit::returnPressed, this, [this] { open(m_ui->hitsView->currentIndex()); });
    connect(m_ui->hitsView, &QListView::activated, this, &SearchPage::open);
    startFocusAt(*this, *m_ui->searchEdit);
    find();
}

SearchPage::~SearchPage() = default;

void SearchPage::begin(const AuditId &audit, BlindMode mode)
{
    m_audit = audit;
    m_mode = mode;
    m_ui->searchEdit->selectAll();
    find();
}

void SearchPage::find()
{
    const QString typed = m_ui->searchEdit->text();
    const Result<QList<SearchHit>> hits = m_workspace.search().find(typed, m_audit, m_mode);
    m_model->setHits(hits ? *hits : QList<SearchHit>());
    moveTo(m_model->nextHit(0, 1));
    if (!hits)
        m_ui->stateLabel->setText(errorText(hits.error()).sentence);
    else if (typed.trimmed().isEmpty())
        m_ui->stateLabel->setText(tr("Type the beginnings of words: of criteria, findings, notes, evidence, audits, centres."));
    else if (hits->isEmpty())
        m_ui->stateLabel->setText(tr("Nothing fits. Each word must begin a word of what is looked for."));
    else
        m_ui->stateLabel->setText(tr("%n places found. Enter opens the one chosen.", nullptr, m_model->hitCount()));
}

void SearchPage::open(const QModelIndex &index)
{
    if (const SearchHit *hit = m_model->hitAt(index.row()))
        Q_EMIT hitRequested(SearchHit(*hit)); // a copy: what opens may search anew
}

void SearchPage::moveTo(int row)
{
    if (row < 0)
        return;
    m_ui->hitsView->setCurrentIndex(m_model->index(row));
    if (m_model->nextHit(row - 1, -1) < 0)
        m_ui->hitsView->scrollToTop(); // with the heading of the first
}

bool SearchPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->searchEdit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int step = key == Qt::Key_Down ? 1 : -1;
            moveTo(m_model->nextHit(m_ui->hitsView->currentIndex().row() + step, step));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace cq
