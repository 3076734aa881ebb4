// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/checklistproxymodel.h"
#include "core/centre/facility.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace cq {

/// Search, chips and the choice of a facility: what of the checklist is to be shown. Knows no rows.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(const QList<Facility> &facilities, QWidget *parent = nullptr);

    /// What is chosen here; the section is chosen elsewhere.
    ChecklistProxyModel::Filter filter() const;
    void setFacilities(const QList<Facility> &facilities);
    void setChips(ChecklistProxyModel::Chips chips);
    /// Nothing chosen, without announcing it.
    void clear();
    void focusSearch();

Q_SIGNALS:
    void changed();
    void left(); ///< Enter in the search: the work goes on in the list

private:
    void addChip(ChecklistProxyModel::Chip chip, const QString &word, const QString &help, const char *name);
    void addChips();

    QLineEdit *m_search;
    QComboBox *m_facility;
    QList<std::pair<ChecklistProxyModel::Chip, QPushButton *>> m_chips;
};

} // namespace cq
