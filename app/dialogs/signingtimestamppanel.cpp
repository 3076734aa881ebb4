// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signingtimestamppanel.h"

#include "app/dialogs/timestampservicedialog.h"
#include "app/support/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace cq {

SigningTimestampPanel::SigningTimestampPanel(QWidget *parent)
    : QWidget(parent)
    , m_box(new QCheckBox(tr("As&k for a timestamp")))
    , m_hint(new QLabel)
{
    m_box->setObjectName(QStringLiteral("timestampBox"));
    m_hint->setObjectName(QStringLiteral("timestampHintLabel"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setProperty("look", QStringLiteral("muted"));
    auto *service = new QPushButton(tr("Ti&mestamp service…"));
    service->setObjectName(QStringLiteral("timestampServiceButton"));
    service->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::grid);
    row->addWidget(m_box, 1);
    row->addWidget(service);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::grid);
    layout->addLayout(row);
    layout->addWidget(m_hint);
    connect(m_box, &QCheckBox::toggled, this, &SigningTimestampPanel::showState);
    connect(service, &QPushButton::clicked, this, &SigningTimestampPanel::chooseService);
    setUp({}, false);
}

void SigningTimestampPanel::setUp(const QString &url, bool asks)
{
    m_url = url;
    m_box->setEnabled(!url.isEmpty());
    m_box->setChecked(asks && !url.isEmpty());
    showState();
}

QString SigningTimestampPanel::wantedUrl() const
{
    return m_box->isChecked() ? m_url : QString();
}

void SigningTimestampPanel::chooseService()
{
    auto *dialog = new TimestampServiceDialog(m_url, m_box->isChecked() || m_url.isEmpty(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TimestampServiceDialog::serviceChosen, this, [this](const QString &url, bool asks) {
        setUp(url, asks);
        Q_EMIT serviceChosen(url, asks);
    });
    dialog->open();
}

void SigningTimestampPanel::showState()
{
    m_hint->setText(m_box->isChecked()
            ? tr("The service at %1 confirms the time (PAdES B-T). Only a fingerprint of the signature is sent, never the "
                 "report. Where the service does not answer, the report is signed without.")
                  .arg(QUrl(m_url).host())
            : tr("The time in the signature is what this computer claims; nobody else confirms it (PAdES B-B)."));
}

} // namespace cq
