// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/packsignaturepolicy.h"

#include <QDialog>

#include <memory>

class QRadioButton;

namespace Ui {
class PackPolicyDialog;
} // namespace Ui

namespace cq {

class Prompts;

/// What the workspace makes of the signatures of criteria packs, and whose it trusts; to be changed where the person
/// may write. Signatures cannot be required of nobody.
class PackPolicyDialog final : public QDialog
{
    Q_OBJECT

public:
    PackPolicyDialog(const PackSignaturePolicy &policy, bool isWritable, Prompts &prompts, QWidget *parent = nullptr);
    ~PackPolicyDialog() override;

    PackSignaturePolicy policy() const; ///< as entered

private:
    QRadioButton *buttonOf(PackSignatureRule rule) const;
    void addPublishers();
    void showPublishers();

    std::unique_ptr<Ui::PackPolicyDialog> m_ui;
    Prompts &m_prompts;
    TrustStore m_publishers;
};

} // namespace cq
