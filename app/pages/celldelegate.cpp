// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/celldelegate.h"

#include "app/models/cellroles.h"
#include "app/pages/optionaldate.h"
#include "app/support/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>

namespace cq {

QWidget *CellDelegate::choiceEditor(QWidget *parent, const QStringList &choices) const
{
    auto *combo = new QComboBox(parent);
    combo->addItems(choices);
    // A choice is complete when it is made; nobody should have to press Enter as well.
    connect(combo, &QComboBox::activated, this, [this, combo] {
        auto *self = const_cast<CellDelegate *>(this);
        Q_EMIT self->commitData(combo);
        Q_EMIT self->closeEditor(combo);
    });
    return combo;
}

QWidget *CellDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStringList choices = index.data(ChoicesRole).toStringList();
    if (!choices.isEmpty())
        return choiceEditor(parent, choices);
    if (index.data(Qt::EditRole).typeId() == QMetaType::QDate) {
        auto *edit = new QDateEdit(parent);
        prepareOptionalDate(*edit, tr("no date"));
        return edit;
    }
    QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->setFrame(true);
    return editor;
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto *combo = qobject_cast<QComboBox *>(editor))
        combo->setCurrentIndex(value.toInt());
    else if (auto *date = qobject_cast<QDateEdit *>(editor))
        setOptionalDate(*date, value.toDate());
    else
        QStyledItemDelegate::setEditorData(editor, index);
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *combo = qobject_cast<QComboBox *>(editor))
        model->setData(index, combo->currentIndex());
    else if (const auto *date = qobject_cast<QDateEdit *>(editor))
        model->setData(index, optionalDate(*date));
    else
        QStyledItemDelegate::setModelData(editor, model, index);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize hint = QStyledItemDelegate::sizeHint(option, index);
    return {hint.width(), qMax(hint.height(), option.fontMetrics.height() + 2 * Theme::grid)};
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(WarningRole).toBool())
        option->palette.setColor(QPalette::Text, Theme::toneOf(ResponseLevel::NotMet, option->palette).ink);
    else if (index.data(MutedRole).toBool())
        option->palette.setColor(QPalette::Text, Theme::mutedInk(option->palette));
}

} // namespace cq
