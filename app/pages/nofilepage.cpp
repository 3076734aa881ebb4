// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/nofilepage.h"

#include "ui_nofilepage.h"

namespace cq {

NoFilePage::NoFilePage(bool hasDemonstration, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::NoFilePage>())
{
    m_ui->setupUi(this);
    m_ui->demonstrationButton->setVisible(hasDemonstration);
    connect(m_ui->openButton, &QPushButton::clicked, this, &NoFilePage::openRequested);
    connect(m_ui->newButton, &QPushButton::clicked, this, &NoFilePage::newRequested);
    connect(m_ui->demonstrationButton, &QPushButton::clicked, this, &NoFilePage::demonstrationRequested);
}

NoFilePage::~NoFilePage() = default;

} // namespace cq
