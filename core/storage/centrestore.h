// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/centre/centre.h"

namespace cq {

class Database;
class WorkspaceFile;

/// Centres with facilities, certificates, contacts and profile. Writes need a running Transaction. Rows that cannot be
/// read give Corrupt, naming table and row.
class CentreStore
{
public:
    explicit CentreStore(const WorkspaceFile &file);

    Result<void> insert(const Centre &centre); ///< with all its lists and facts; Conflict where an id exists
    /// Name, programme, address, country, language, code, fictional or not. NotFound.
    Result<void> updateIdentity(const Centre &centre);
    Result<Centre> load(const CentreId &id) const; ///< NotFound
    Result<QList<Centre>> all() const; ///< by name, then id

    /// A fact without a value is kept too: known to be unknown.
    Result<void> putFact(const CentreId &centre, const ProfileFact &fact);

    // New ones go to the end of their list; changed ones keep their place. Conflict where the id is another centre's.
    Result<void> putFacility(const CentreId &centre, const Facility &facility);
    Result<void> putCertificate(const CentreId &centre, const Certificate &certificate);
    Result<void> putContact(const CentreId &centre, const Contact &contact);

    // NotFound; a facility an audit visits or answers for is Refused.
    Result<void> removeFacility(const CentreId &centre, const FacilityId &facility);
    Result<void> removeCertificate(const CentreId &centre, const CertificateId &certificate);
    Result<void> removeContact(const CentreId &centre, const ContactId &contact);

private:
    Database &m_database;
};

} // namespace cq
