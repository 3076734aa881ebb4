// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/facilitiespage.h"

#include "app/delegates/criteriondelegate.h"
#include "app/delegates/pilldelegate.h"
#include "app/models/checklistmodel.h"
#include "app/models/facilitymatrixmodel.h"
#include "app/pages/severalanswers.h"
#include "app/support/focusstart.h"
#include "app/support/messagebar.h"
#include "app/support/theme.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"

#include "ui_facilitiespage.h"

#include <QHeaderView>
#include <QShortcut>
#include <QSortFilterProxyModel>

#include <algorithm>
#include <utility>

namespace cq {

FacilitiesPage::FacilitiesPage(AuditSession &session, const LaneBoard &lane, const ChecklistModel &checklist,
    QUndoStack &undo, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FacilitiesPage>())
    , m_session(session)
    , m_checklist(checklist)
    , m_model(new FacilityMatrixModel(session, lane, checklist, this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_message(new MessageBar)
    , m_several(std::make_unique<SeveralAnswers>(session, undo, prompts, *m_message, *this))
{
    m_ui->setupUi(this);
    m_ui->pageLayout->insertWidget(1, m_message);
    // An answer must not make its row vanish under the hand, so the rows are chosen anew only when the work moves on.
    m_proxy->setDynamicSortFilter(false);
    m_proxy->setFilterRole(FacilityMatrixModel::OpenRole);
    m_proxy->setSourceModel(m_model);
    m_ui->matrixView->setModel(m_proxy);
    m_ui->matrixView->setItemDelegate(new PillDelegate(this));
    m_ui->matrixView->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_ui->matrixView->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    m_ui->matrixView->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 2 * Theme::grid + 4);
    m_ui->matrixView->viewport()->installEventFilter(this);
    m_letGo.setSingleShot(true);
    m_letGo.setInterval(0);
    connect(&m_letGo, &QTimer::timeout, this, &FacilitiesPage::takeFilter);
    connect(m_ui->openCheck, &QCheckBox::toggled, this, &FacilitiesPage::takeFilter);
    connect(m_ui->copyAnswerButton, &QPushButton::clicked, this, &FacilitiesPage::copyToFacilities);
    connect(m_ui->goButton, &QPushButton::clicked, this, &FacilitiesPage::openCurrent);
    connect(m_ui->matrixView, &QTableView::activated, this, &FacilitiesPage::openCurrent);
    connect(m_ui->matrixView->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &now, const QModelIndex &before) {
            takeCurrent();
            if (m_ui->openCheck->isChecked() && now.row() != before.row())
                m_letGo.start();
        });
    m_countLater.setSingleShot(true);
    m_countLater.setInterval(0);
    connect(&m_countLater, &QTimer::timeout, this, &FacilitiesPage::takeCount);
    const auto countLater = [this] {
        if (isVisible())
            m_countLater.start();
    };
    connect(m_model, &QAbstractItemModel::rowsInserted, this, countLater);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, countLater);
    connect(m_model, &QAbstractItemModel::dataChanged, this, countLater);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        setWidths();
        takeFilter();
    });
    addKeys();
    setWidths();
    takeFilter();
    startFocusAt(*this, *m_ui->matrixView);
}

FacilitiesPage::~FacilitiesPage() = default;

void FacilitiesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeFilter();
}

bool FacilitiesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->matrixView->viewport() && event->type() == QEvent::Resize)
        setWidths();
    return QWidget::eventFilter(watched, event);
}

// Answers stay whole whatever there is of facilities; names of facilities get more only where the criterion's text has
// room enough, and the text takes what is over.
void FacilitiesPage::setWidths()
{
    QHeaderView *header = m_ui->matrixView->horizontalHeader();
    const QFontMetrics metrics = m_ui->matrixView->fontMetrics();
    const int answer = metrics.horizontalAdvance(symbolFor(ResponseLevel::PartiallyMet) + u' '
                           + wordFor(ResponseLevel::PartiallyMet) + QStringLiteral(" ✎ ⇄"))
        + 3 * Theme::grid;
    int left = m_ui->matrixView->viewport()->width();
    const int facilities = m_model->columnCount() - FacilityMatrixModel::FirstFacilityColumn;
    const int most = std::max(answer, std::min(3 * answer / 2, (left - 3 * answer) / std::max(1, facilities)));
    for (int column = FacilityMatrixModel::FirstFacilityColumn; column < m_model->columnCount(); ++column) {
        const int width = std::clamp(header->sectionSizeHint(column), answer, most);
        header->resizeSection(column, width);
        left -= width;
    }
    header->resizeSection(FacilityMatrixModel::TextColumn, std::max(3 * answer / 2, left));
}

void FacilitiesPage::addKeys()
{
    const auto addKey = [this](Qt::Key key, const std::function<void()> &action) {
        auto *shortcut = new QShortcut(QKeySequence(key), m_ui->matrixView);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    int key = Qt::Key_1;
    for (const ResponseLevel level : CriterionDelegate::levels)
        addKey(Qt::Key(key++), [this, level] { answer(level); });
    addKey(Qt::Key_0, [this] { answer(ResponseLevel::NotAssessed); });
    addKey(Qt::Key_C, [this] { copyToFacilities(); });
    addKey(Qt::Key_Space, [this] { goToNextOpen(); });
    addKey(Qt::Key_Escape, [this] { m_message->clear(); });
}

QModelIndex FacilitiesPage::current() const
{
    return m_proxy->mapToSource(m_ui->matrixView->currentIndex());
}

QList<ResponseKey> FacilitiesPage::selectedKeys() const
{
    QModelIndexList selected = m_ui->matrixView->selectionModel()->selectedIndexes();
    std::sort(selected.begin(), selected.end());
    QList<ResponseKey> keys;
    for (const QModelIndex &cell : std::as_const(selected))
        if (const auto key = m_model->keyAt(m_proxy->mapToSource(cell)))
            keys.append(*key);
    return keys;
}

bool FacilitiesPage::mayAnswer()
{
    if (!m_checklist.isWritable())
        m_message->warn(tr("Nothing can be answered now. The checklist says why."));
    return m_checklist.isWritable();
}

void FacilitiesPage::answer(ResponseLevel level)
{
    if (!mayAnswer())
        return;
    const QList<ResponseKey> keys = selectedKeys();
    if (keys.isEmpty())
        m_message->inform(tr("Choose the cell of a facility to answer it."));
    else
        m_several->give(keys, level);
}

void FacilitiesPage::copyToFacilities()
{
    if (!mayAnswer())
        return;
    if (const auto key = m_model->keyAt(current()))
        m_several->copyToFacilities(*key);
    else
        m_message->inform(tr("Choose the cell whose answer is to be copied."));
}

void FacilitiesPage::goToNextOpen()
{
    const int columns = m_proxy->columnCount();
    const int cells = m_proxy->rowCount() * columns;
    const QModelIndex now = m_ui->matrixView->currentIndex();
    const int here = now.isValid() ? now.row() * columns + now.column() : 0;
    for (int step = 1; step <= cells; ++step) {
        const int place = (here + step) % cells;
        const QModelIndex cell = m_proxy->index(place / columns, place % columns);
        if (m_model->isOpen(m_proxy->mapToSource(cell))) {
            m_ui->matrixView->setCurrentIndex(cell);
            return;
        }
    }
    m_message->inform(tr("Every cell is answered."));
}

void FacilitiesPage::openCurrent()
{
    const QModelIndex cell = current();
    if (!cell.isValid())
        return;
    const ResponseKey key = m_model->keyAt(cell).value_or(m_model->firstKey(cell.row()));
    Q_EMIT criterionChosen(key.criterion, key.facility);
}

void FacilitiesPage::takeCurrent()
{
    const QModelIndex cell = current();
    m_ui->criterionLabel->setText(
        cell.isValid() ? cell.data(FacilityMatrixModel::CriterionTextRole).toString() : QString());
    m_ui->copyAnswerButton->setEnabled(m_model->keyAt(cell).has_value() && m_checklist.isWritable());
    m_ui->goButton->setEnabled(cell.isValid());
}

void FacilitiesPage::takeFilter()
{
    m_letGo.stop();
    m_proxy->setFilterFixedString(m_ui->openCheck->isChecked() ? QStringLiteral("true") : QString());
    if (!m_ui->matrixView->currentIndex().isValid()) {
        for (int column = FacilityMatrixModel::FirstFacilityColumn; column < m_proxy->columnCount(); ++column)
            if (const QModelIndex cell = m_proxy->index(0, column); cell.flags().testFlag(Qt::ItemIsEnabled)) {
                m_ui->matrixView->setCurrentIndex(cell);
                break;
            }
    }
    takeCurrent();
    takeCount();
}

void FacilitiesPage::takeCount()
{
    int open = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        for (int column = 0; column < m_model->columnCount(); ++column)
            open += m_model->isOpen(m_model->index(row, column));
    m_ui->countLabel->setText(tr("%n answers open", nullptr, open));
    const bool isEmpty = m_proxy->rowCount() == 0;
    m_ui->matrixView->setVisible(!isEmpty);
    m_ui->emptyLabel->setVisible(isEmpty);
    m_ui->emptyLabel->setText(m_model->rowCount() == 0
            ? tr("No criterion is answered per facility in this audit: no facility in its scope is of a kind that is asked.")
            : tr("Every cell is answered. Take the tick away to see them all."));
}

} // namespace cq
