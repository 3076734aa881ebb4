// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class NoFilePage;
}

namespace cq {

/// What the window shows while no file is open: ways to open one.
class NoFilePage final : public QWidget
{
    Q_OBJECT

public:
    explicit NoFilePage(bool hasDemonstration, QWidget *parent = nullptr);
    ~NoFilePage() override;

Q_SIGNALS:
    void openRequested();
    void newRequested();
    void demonstrationRequested();

private:
    std::unique_ptr<Ui::NoFilePage> m_ui;
};

} // namespace cq
