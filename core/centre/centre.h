// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/centreprofile.h"
#include "core/centre/certificate.h"
#include "core/centre/contact.h"
#include "core/centre/facility.h"

#include <QList>

namespace cq {

/// A hospital programme that gives immune effector cells.
struct Centre
{
    CentreId id;
    QString name;
    QString programme; ///< programme name as on its certificates
    QString address;
    QString country; ///< ISO 3166-1 alpha-2, e.g. "DE"; empty: unknown
    QString workingLanguage; ///< ISO 639-1
    QString cic; ///< EBMT centre code; digits, kept as text
    bool isFictional = false; ///< demonstration data; said wherever the centre's name stands

    QList<Facility> facilities;
    QList<Certificate> certificates;
    QList<Contact> contacts;
    CentreProfile profile;

    bool operator==(const Centre &) const = default;
};

} // namespace cq
