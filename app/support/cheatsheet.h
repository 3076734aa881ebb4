// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace cq {

/// All keys of the audit view on one sheet. Not modal: it may stay open beside the work.
class CheatSheet : public QDialog
{
    Q_OBJECT

public:
    explicit CheatSheet(QWidget *parent = nullptr);

    /// The sheet as rich text: one table of keys and what they do.
    static QString text();
};

} // namespace cq
