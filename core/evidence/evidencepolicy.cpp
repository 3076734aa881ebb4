// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/evidencepolicy.h"

#include <algorithm>

namespace cq {

bool EvidencePolicy::accepts(const QString &mediaType) const
{
    return std::any_of(mediaTypes.begin(), mediaTypes.end(), [&](const QString &accepted) {
        return accepted.endsWith(u'/') || accepted.endsWith(u'.') ? mediaType.startsWith(accepted) : mediaType == accepted;
    });
}

QStringList EvidencePolicy::defaultMediaTypes()
{
    return {QStringLiteral("application/pdf"), QStringLiteral("image/"), QStringLiteral("text/"),
        QStringLiteral("audio/"), QStringLiteral("video/"), QStringLiteral("message/"),
        QStringLiteral("application/rtf"), QStringLiteral("application/msword"),
        QStringLiteral("application/vnd.ms-excel"), QStringLiteral("application/vnd.ms-powerpoint"),
        QStringLiteral("application/vnd.openxmlformats-officedocument."),
        QStringLiteral("application/vnd.oasis.opendocument.")};
}

} // namespace cq
