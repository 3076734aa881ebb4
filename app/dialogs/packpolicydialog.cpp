// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/packpolicydialog.h"

#include "core/session/trustfile.h"

#include "app/models/signaturewords.h"
#include "app/support/prompts.h"

#include "ui_packpolicydialog.h"

namespace cq {

PackPolicyDialog::PackPolicyDialog(
    const PackSignaturePolicy &policy, bool isWritable, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PackPolicyDialog>())
    , m_prompts(prompts)
    , m_publishers(policy.publishers)
{
    m_ui->setupUi(this);
    buttonOf(policy.rule)->setChecked(true);
    buttonOf(policy.rule)->setFocus();
    for (const auto &[rule, word] : EnumText<PackSignatureRule>::table) {
        buttonOf(rule)->setEnabled(isWritable);
        connect(buttonOf(rule), &QRadioButton::toggled, this, &PackPolicyDialog::showPublishers);
    }
    m_ui->addButton->setVisible(isWritable);
    m_ui->acceptButton->setVisible(isWritable);
    m_ui->forgetButton->setVisible(isWritable);
    if (!isWritable)
        m_ui->cancelButton->setText(tr("&Close"));
    connect(m_ui->addButton, &QPushButton::clicked, this, &PackPolicyDialog::addPublishers);
    connect(m_ui->forgetButton, &QPushButton::clicked, this, [this] {
        m_publishers = {};
        showPublishers();
    });
    connect(m_ui->acceptButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    showPublishers();
}

PackPolicyDialog::~PackPolicyDialog() = default;

QRadioButton *PackPolicyDialog::buttonOf(PackSignatureRule rule) const
{
    switch (rule) {
    case PackSignatureRule::None:
        return m_ui->noneButton;
    case PackSignatureRule::Shown:
        return m_ui->shownButton;
    case PackSignatureRule::Required:
        return m_ui->requiredButton;
    }
    return nullptr;
}

PackSignaturePolicy PackPolicyDialog::policy() const
{
    PackSignaturePolicy policy{PackSignatureRule::None, m_publishers};
    for (const auto &[rule, word] : EnumText<PackSignatureRule>::table)
        if (buttonOf(rule)->isChecked())
            policy.rule = rule;
    return policy;
}

void PackPolicyDialog::addPublishers()
{
    const auto path = m_prompts.openFile(
        this, tr("Choose the certificate of a publisher"), tr("Certificates (*.pem *.crt *.cer *.der)"));
    if (!path)
        return;
    const auto read = readTrustFile(*path);
    if (!read) {
        m_prompts.tell(this, read.error());
        return;
    }
    TrustStore grown = m_publishers;
    for (const QByteArray &der : read->derForms())
        if (const auto added = grown.addDer(der); !added) {
            m_prompts.tell(this, added.error());
            return;
        }
    m_publishers = grown;
    showPublishers();
}

void PackPolicyDialog::showPublishers()
{
    QStringList lines;
    for (const CertificateInfo &publisher : m_publishers.certificates())
        //: A person or authority, and the fingerprint of their certificate
        lines.append(tr("%1, fingerprint %2").arg(publisher.subjectName, fingerprintText(publisher.sha256)));
    const bool isMissing = buttonOf(PackSignatureRule::Required)->isChecked() && m_publishers.isEmpty();
    m_ui->publishersEdit->setPlainText(m_publishers.isEmpty() ? tr("Nobody yet") : lines.join(u'\n'));
    m_ui->forgetButton->setEnabled(!m_publishers.isEmpty());
    m_ui->missingLabel->setVisible(isMissing);
    m_ui->acceptButton->setEnabled(!isMissing);
}

} // namespace cq
