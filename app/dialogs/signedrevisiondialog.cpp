// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signedrevisiondialog.h"

#include "core/signing/signedrevision.h"

#include <QPushButton>

#include "ui_signedrevisiondialog.h"

namespace cq {

SignedRevisionDialog::SignedRevisionDialog(
    const QString &report, int number, const QString &signer, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SignedRevisionDialog>())
{
    m_ui->setupUi(this);
    //: Title of a window: which signature of a report, counted from 1
    setWindowTitle(tr("Signature %1: exactly what was signed").arg(number));
    m_ui->explanationLabel->setText(
        tr("These are the pages as they stood when “%1” signed. Whatever was added to the file later is not in them.").arg(signer));
    connect(m_ui->preview, &SigningPreview::pagesChanged, this, &SignedRevisionDialog::pagesShown);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    m_ui->preview->make([report, number, now = clock()](const QString &path, const JobProgress &) -> Result<void> {
        const auto written = writeSignedRevision(report, number, path, now);
        return written ? Result<void>() : written.error();
    });
}

SignedRevisionDialog::~SignedRevisionDialog() = default;

int SignedRevisionDialog::pageCount() const
{
    return m_ui->preview->pageCount();
}

} // namespace cq
