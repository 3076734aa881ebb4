// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/pdfverdict.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace cq::samples {

/// One attack on a signed report, and what is to be said of it.
struct Attack
{
    const char *name;
    QByteArray (*make)(const QByteArray &signedPdf);
    std::optional<DocumentPart> part; ///< told of a later revision; nothing where the signature itself does not hold
    int page = 0;
    const char *file = ""; ///< name of the part
};

/// Every attack we know, each a function of its own. Those that sign again do so with samples::identity().
QList<Attack> structureAttacks();
QList<Attack> contentAttacks();

} // namespace cq::samples
