// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>
#include <QList>
#include <QString>

namespace cq {

/// A file beside the target that goes away unless it is published under the target's name.
class PdfDraft
{
public:
    explicit PdfDraft(const QString &target);
    ~PdfDraft();
    PdfDraft(const PdfDraft &) = delete;
    PdfDraft &operator=(const PdfDraft &) = delete;

    QString path() const { return m_file.fileName(); }

    /// Writes the parts one after the other and flushes them. DiskFull or WriteFailed.
    Result<void> write(const QList<QByteArrayView> &parts);
    /// Never replaces: an existing target is a Conflict.
    Result<void> publish();

private:
    Error failure() const;

    QString m_target;
    QFile m_file;
    bool m_created = false;
};

/// A whole PDF in memory, to be signed or stamped. NotFound, Unreadable, TooLarge over maxPdfBytes.
Result<QByteArray> readPdf(const QString &path);

} // namespace cq
