// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/timestampservicedialog.h"

#include "core/signing/httpexchange.h"

#include <QPushButton>

#include "ui_timestampservicedialog.h"

namespace cq {

TimestampServiceDialog::TimestampServiceDialog(const QString &url, bool asks, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::TimestampServiceDialog>())
{
    m_ui->setupUi(this);
    m_ui->addressEdit->setText(url);
    m_ui->usualBox->setChecked(asks);
    connect(m_ui->addressEdit, &QLineEdit::textChanged, this, &TimestampServiceDialog::showState);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->acceptButton, &QPushButton::clicked, this, &TimestampServiceDialog::accept);
    showState();
    m_ui->addressEdit->setFocus();
}

TimestampServiceDialog::~TimestampServiceDialog() = default;

QString TimestampServiceDialog::url() const
{
    return m_ui->addressEdit->text().trimmed();
}

void TimestampServiceDialog::showState()
{
    m_ui->messageLabel->hide();
    m_ui->usualBox->setEnabled(!url().isEmpty());
    m_ui->acceptButton->setText(url().isEmpty() ? tr("&Use none") : tr("&Use this service"));
}

void TimestampServiceDialog::accept()
{
    const auto checked = url().isEmpty() ? Result<void>() : checkServiceUrl(url());
    if (!checked) {
        m_ui->messageLabel->setText(url().startsWith(QLatin1String("https:"), Qt::CaseInsensitive)
                ? tr("This program asks timestamp services by http://, not by https://. Their answers are signed, so nobody on "
                     "the way can forge one. Ask the service for its address with http://.")
                : tr("This is no address of a timestamp service. It begins with http:// and the name of a host, without a "
                     "password, as in http://timestamp.example.org/."));
        m_ui->messageLabel->setToolTip(checked.error().text());
        m_ui->messageLabel->show();
        // A window does not grow by itself for lines that wrap.
        resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
        m_ui->addressEdit->setFocus();
        return;
    }
    Q_EMIT serviceChosen(url(), m_ui->usualBox->isChecked());
    QDialog::accept();
}

} // namespace cq
