// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QDate>

namespace cq {

/// A certificate, licence or authorisation a centre holds.
struct Certificate
{
    CertificateId id;
    QString scheme; ///< what it is, e.g. "JACIE, HCT pathway"
    QString issuer;
    QString number;
    QString scope;
    QDate validFrom; ///< null: unknown
    QDate validUntil; ///< null: unknown or unlimited
    bool operator==(const Certificate &) const = default;
};

} // namespace cq
