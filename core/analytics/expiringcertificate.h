// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/certificate.h"

#include <QList>

#include <optional>

namespace cq {

/// A certificate and the days it still holds: 0 on its last day, negative once it has run out, nothing where no end is
/// known.
struct ExpiringCertificate
{
    Certificate certificate;
    std::optional<qint64> daysLeft;
    bool operator==(const ExpiringCertificate &) const = default;
};

/// By days left, the most urgent first; those without a known end last, in the order given.
QList<ExpiringCertificate> byExpiry(const QList<Certificate> &certificates, const QDate &today);

} // namespace cq
