// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace cq {

/// All keys of the window on one sheet, and those of the audit view beside them. May stay open while working.
class KeysWindow final : public QDialog
{
    Q_OBJECT

public:
    /// `keys`: each key and what it does.
    explicit KeysWindow(const QList<QPair<QString, QString>> &keys, QWidget *parent = nullptr);
};

} // namespace cq
