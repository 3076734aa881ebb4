// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/evidencepolicy.h"

#include <QDialog>

#include <memory>

class QCheckBox;

namespace Ui {
class EvidencePolicyDialog;
}

namespace cq {

/// Shows what the workspace takes in as evidence, and lets it be changed where the person may write. At least one kind of
/// file is accepted; kinds that have no box here stay as they are.
class EvidencePolicyDialog final : public QDialog
{
    Q_OBJECT

public:
    EvidencePolicyDialog(const EvidencePolicy &policy, bool isWritable, QWidget *parent = nullptr);
    ~EvidencePolicyDialog() override;

    EvidencePolicy policy() const; ///< as entered

private:
    struct Kind
    {
        QCheckBox *box;
        QStringList mediaTypes;
    };
    QList<Kind> kinds() const;

    std::unique_ptr<Ui::EvidencePolicyDialog> m_ui;
    EvidencePolicy m_before;
};

} // namespace cq
