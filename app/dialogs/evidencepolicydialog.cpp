// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/evidencepolicydialog.h"

#include "ui_evidencepolicydialog.h"

#include <algorithm>

namespace cq {

namespace {

constexpr qint64 megabyte = 1'000'000;

int wholeMegabytes(qint64 bytes)
{
    return int(std::clamp<qint64>((bytes + megabyte / 2) / megabyte, 1, 100'000));
}

bool hasAny(const QStringList &all, const QStringList &wanted)
{
    return std::any_of(wanted.begin(), wanted.end(), [&](const QString &type) { return all.contains(type); });
}

} // namespace

EvidencePolicyDialog::EvidencePolicyDialog(const EvidencePolicy &policy, bool isWritable, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::EvidencePolicyDialog>())
    , m_before(policy)
{
    m_ui->setupUi(this);
    m_ui->sizeBox->setValue(wholeMegabytes(policy.maxBytes));
    m_ui->edgeBox->setRange(EvidencePolicy::leastPhotographEdge, EvidencePolicy::mostPhotographEdge);
    m_ui->edgeBox->setValue(policy.photographEdge);
    const auto enable = [this] { m_ui->acceptButton->setEnabled(!this->policy().mediaTypes.isEmpty()); };
    for (const Kind &kind : kinds()) {
        kind.box->setChecked(hasAny(policy.mediaTypes, kind.mediaTypes));
        kind.box->setEnabled(isWritable);
        connect(kind.box, &QCheckBox::toggled, this, enable);
    }
    m_ui->sizeBox->setReadOnly(!isWritable);
    m_ui->edgeBox->setReadOnly(!isWritable);
    m_ui->acceptButton->setVisible(isWritable);
    connect(m_ui->acceptButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
}

EvidencePolicyDialog::~EvidencePolicyDialog() = default;

// All of EvidencePolicy::defaultMediaTypes() has its box.
QList<EvidencePolicyDialog::Kind> EvidencePolicyDialog::kinds() const
{
    return {{m_ui->pdfBox, {QStringLiteral("application/pdf")}}, {m_ui->pictureBox, {QStringLiteral("image/")}},
        {m_ui->textBox, {QStringLiteral("text/")}},
        {m_ui->officeBox,
            {QStringLiteral("application/rtf"), QStringLiteral("application/msword"),
                QStringLiteral("application/vnd.ms-excel"), QStringLiteral("application/vnd.ms-powerpoint"),
                QStringLiteral("application/vnd.openxmlformats-officedocument."),
                QStringLiteral("application/vnd.oasis.opendocument.")}},
        {m_ui->mailBox, {QStringLiteral("message/")}}, {m_ui->soundBox, {QStringLiteral("audio/")}},
        {m_ui->filmBox, {QStringLiteral("video/")}}};
}

EvidencePolicy EvidencePolicyDialog::policy() const
{
    EvidencePolicy policy = m_before;
    // What was not touched stays exact, whatever its share of a megabyte.
    if (m_ui->sizeBox->value() != wholeMegabytes(m_before.maxBytes))
        policy.maxBytes = m_ui->sizeBox->value() * megabyte;
    policy.photographEdge = m_ui->edgeBox->value();
    for (const Kind &kind : kinds()) {
        if (kind.box->isChecked() == hasAny(m_before.mediaTypes, kind.mediaTypes))
            continue;
        for (const QString &type : kind.mediaTypes)
            if (kind.box->isChecked())
                policy.mediaTypes.append(type);
            else
                policy.mediaTypes.removeAll(type);
    }
    return policy;
}

} // namespace cq
