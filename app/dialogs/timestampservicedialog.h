// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class TimestampServiceDialog;
}

namespace cq {

/// Which timestamp service signatures ask, and whether they usually do. An address that cannot be asked is told and not
/// taken.
class TimestampServiceDialog final : public QDialog
{
    Q_OBJECT

public:
    TimestampServiceDialog(const QString &url, bool asks, QWidget *parent = nullptr);
    ~TimestampServiceDialog() override;

    void accept() override;

Q_SIGNALS:
    void serviceChosen(const QString &url, bool asks); ///< an empty address: none

private:
    QString url() const;
    void showState();

    std::unique_ptr<Ui::TimestampServiceDialog> m_ui;
};

} // namespace cq
