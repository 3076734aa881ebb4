// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SignedRevisionDialog;
}

namespace cq {

/// The pages of a report exactly as one of its signatures covered them: what came later is not there. They are taken from
/// the file once more, and shown only where the signature still holds.
class SignedRevisionDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `number` counts the signatures of the report from 1; `signer` is the name in that one.
    SignedRevisionDialog(
        const QString &report, int number, const QString &signer, const Clock &clock, QWidget *parent = nullptr);
    ~SignedRevisionDialog() override;

    int pageCount() const;

Q_SIGNALS:
    void pagesShown(int pages); ///< 0 where there are none to show

private:
    std::unique_ptr<Ui::SignedRevisionDialog> m_ui;
};

} // namespace cq
