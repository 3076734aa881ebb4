// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/expiringcertificate.h"

#include <algorithm>

namespace cq {

QList<ExpiringCertificate> byExpiry(const QList<Certificate> &certificates, const QDate &today)
{
    QList<ExpiringCertificate> list;
    for (const Certificate &certificate : certificates) {
        const bool ends = certificate.validUntil.isValid();
        list.append({certificate, ends ? std::optional(today.daysTo(certificate.validUntil)) : std::nullopt});
    }
    std::stable_sort(list.begin(), list.end(), [](const auto &a, const auto &b) {
        return a.daysLeft && (!b.daysLeft || *a.daysLeft < *b.daysLeft);
    });
    return list;
}

} // namespace cq
