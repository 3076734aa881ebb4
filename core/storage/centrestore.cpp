// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/centrestore.h"

#include "core/storage/database.h"
#include "core/storage/workspacefile.h"

namespace cq {

namespace {

Error notFound(const char *what, const QString &id)
{
    return Error{ErrorCode::NotFound, QStringLiteral("%1 %2").arg(QLatin1String(what), id), {}};
}

Error ofAnotherCentre(const char *what, const QString &id)
{
    return Error{ErrorCode::Conflict, QStringLiteral("%1 %2 is another centre's").arg(QLatin1String(what), id), {}};
}

Centre identityFrom(Row row)
{
    Centre centre;
    centre.id = row.id<CentreId>();
    centre.name = row.text();
    centre.programme = row.text();
    centre.address = row.text();
    centre.country = row.text();
    centre.workingLanguage = row.text();
    centre.cic = row.text();
    centre.isFictional = row.flag();
    return centre;
}

std::optional<FactValue> factValueFrom(Row &row)
{
    const QString kind = row.text();
    if (kind == QStringLiteral("boolean"))
        return FactValue(row.flag());
    if (kind == QStringLiteral("integer"))
        return FactValue(row.integer());
    if (kind == QStringLiteral("text"))
        return FactValue(row.text());
    if (kind != QStringLiteral("unknown") || !row.nextIsNull())
        row.reject(QStringLiteral("unknown kind of value \"%1\"").arg(kind));
    row.skip();
    return std::nullopt;
}

// The rows of a table of parts, each given to the centre its first column names; an empty id reads those of all
// centres.
class PartReader
{
public:
    PartReader(Database &database, QList<Centre> &centres) : m_database(database), m_centres(centres)
    {
        for (qsizetype i = 0; i < centres.size(); ++i)
            m_places.insert(centres[i].id, i);
    }

    template <class F> void read(const char *table, Sql sql, const QString &only, F &&append)
    {
        Query query = m_database.select(table, sql, only, only);
        while (query.next()) {
            Row row = query.row();
            const auto place = m_places.constFind(row.id<CentreId>());
            if (place == m_places.constEnd())
                row.reject(QStringLiteral("no such centre"));
            append(m_centres[*place], row);
        }
    }

private:
    Database &m_database;
    QList<Centre> &m_centres;
    QHash<CentreId, qsizetype> m_places;
};

Facility facilityFrom(Row &row)
{
    Facility facility;
    facility.id = row.id<FacilityId>();
    facility.name = row.text();
    facility.type = row.word<FacilityType>();
    facility.site = row.text();
    return facility;
}

Certificate certificateFrom(Row &row)
{
    Certificate certificate;
    certificate.id = row.id<CertificateId>();
    certificate.scheme = row.text();
    certificate.issuer = row.text();
    certificate.number = row.text();
    certificate.scope = row.text();
    certificate.validFrom = row.day();
    certificate.validUntil = row.day();
    return certificate;
}

Contact contactFrom(Row &row)
{
    Contact contact;
    contact.id = row.id<ContactId>();
    contact.function = row.text();
    contact.name = row.text();
    contact.mail = row.text();
    return contact;
}

ProfileFact factFrom(Row &row)
{
    ProfileFact fact;
    fact.id = row.id<FactId>();
    fact.value = factValueFrom(row);
    fact.asOf = row.day();
    fact.statedBy = row.text();
    return fact;
}

void readParts(Database &database, QList<Centre> &centres, const QString &only)
{
    PartReader reader(database, centres);
    reader.read("facility",
        "SELECT centre_id, id, name, type, site FROM facility WHERE ? = '' OR centre_id = ? ORDER BY centre_id, "
        "position",
        only, [](Centre &centre, Row &row) { centre.facilities.append(facilityFrom(row)); });
    reader.read("certificate",
        "SELECT centre_id, id, scheme, issuer, number, scope, valid_from, valid_until FROM certificate "
        "WHERE ? = '' OR centre_id = ? ORDER BY centre_id, position",
        only, [](Centre &centre, Row &row) { centre.certificates.append(certificateFrom(row)); });
    reader.read("contact",
        "SELECT centre_id, id, function, name, mail FROM contact WHERE ? = '' OR centre_id = ? ORDER BY centre_id, "
        "position",
        only, [](Centre &centre, Row &row) { centre.contacts.append(contactFrom(row)); });
    reader.read("profile_fact",
        "SELECT centre_id, fact_id, kind, value, as_of, stated_by FROM profile_fact WHERE ? = '' OR centre_id = ?",
        only, [](Centre &centre, Row &row) {
            const ProfileFact fact = factFrom(row);
            centre.profile.insert(fact.id, fact);
        });
}

void writeFactRow(Database &database, const CentreId &centre, const ProfileFact &fact)
{
    const auto put = [&](const QString &kind, const auto &value) {
        database.run(
            "INSERT INTO profile_fact (centre_id, fact_id, kind, value, as_of, stated_by) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (centre_id, fact_id) DO UPDATE SET kind = excluded.kind, value = excluded.value, "
            "as_of = excluded.as_of, stated_by = excluded.stated_by",
            centre, fact.id, kind, value, fact.asOf, fact.statedBy);
    };
    if (!fact.value)
        put(QStringLiteral("unknown"), std::optional<QString>());
    else if (const bool *flag = std::get_if<bool>(&*fact.value))
        put(QStringLiteral("boolean"), *flag);
    else if (const qint64 *number = std::get_if<qint64>(&*fact.value))
        put(QStringLiteral("integer"), *number);
    else
        put(QStringLiteral("text"), std::get<QString>(*fact.value));
}

} // namespace

CentreStore::CentreStore(const WorkspaceFile &file) : m_database(file.database()) { }

Result<void> CentreStore::insert(const Centre &centre)
{
    auto inserted = m_database.write("storing a centre", [&]() -> Result<void> {
        m_database.run(
            "INSERT INTO centre (id, name, programme, address, country, working_language, cic, is_fictional) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            centre.id, centre.name, centre.programme, centre.address, centre.country, centre.workingLanguage,
            centre.cic, centre.isFictional);
        return {};
    });
    for (const Facility &facility : centre.facilities)
        inserted = inserted ? putFacility(centre.id, facility) : inserted;
    for (const Certificate &certificate : centre.certificates)
        inserted = inserted ? putCertificate(centre.id, certificate) : inserted;
    for (const Contact &contact : centre.contacts)
        inserted = inserted ? putContact(centre.id, contact) : inserted;
    for (const ProfileFact &fact : centre.profile)
        inserted = inserted ? putFact(centre.id, fact) : inserted;
    return inserted;
}

Result<void> CentreStore::updateIdentity(const Centre &centre)
{
    return m_database.write("changing a centre", [&]() -> Result<void> {
        const int changed = m_database.run("UPDATE centre SET name = ?, programme = ?, address = ?, country = ?, "
                                           "working_language = ?, cic = ?, is_fictional = ? WHERE id = ?",
            centre.name, centre.programme, centre.address, centre.country, centre.workingLanguage, centre.cic,
            centre.isFictional, centre.id);
        if (changed == 0)
            return notFound("centre", centre.id.text());
        return {};
    });
}

Result<Centre> CentreStore::load(const CentreId &id) const
{
    return m_database.guarded("loading a centre", [&]() -> Result<Centre> {
        QList<Centre> centres;
        {
            Query query = m_database.select("centre",
                "SELECT id, name, programme, address, country, working_language, cic, is_fictional FROM centre WHERE "
                "id = ?",
                id);
            if (!query.next())
                return notFound("centre", id.text());
            centres.append(identityFrom(query.row()));
        }
        readParts(m_database, centres, id.text());
        return centres.first();
    });
}

Result<QList<Centre>> CentreStore::all() const
{
    return m_database.guarded("loading centres", [&]() -> Result<QList<Centre>> {
        QList<Centre> centres;
        {
            Query query = m_database.select("centre",
                "SELECT id, name, programme, address, country, working_language, cic, is_fictional FROM centre "
                "ORDER BY name, id");
            while (query.next())
                centres.append(identityFrom(query.row()));
        }
        readParts(m_database, centres, QString());
        return centres;
    });
}

Result<void> CentreStore::putFact(const CentreId &centre, const ProfileFact &fact)
{
    return m_database.write("storing a fact", [&]() -> Result<void> {
        writeFactRow(m_database, centre, fact);
        return {};
    });
}

Result<void> CentreStore::putFacility(const CentreId &centre, const Facility &facility)
{
    return m_database.write("storing a facility", [&]() -> Result<void> {
        const int changed = m_database.run(
            "INSERT INTO facility (id, centre_id, position, name, type, site) VALUES (?1, ?2, "
            "(SELECT 1 + coalesce(max(position), 0) FROM facility WHERE centre_id = ?2), ?3, ?4, ?5) "
            "ON CONFLICT (id) DO UPDATE SET name = excluded.name, type = excluded.type, site = excluded.site "
            "WHERE centre_id = excluded.centre_id",
            facility.id, centre, facility.name, facility.type, facility.site);
        if (changed == 0)
            return ofAnotherCentre("facility", facility.id.text());
        return {};
    });
}

Result<void> CentreStore::putCertificate(const CentreId &centre, const Certificate &certificate)
{
    return m_database.write("storing a certificate", [&]() -> Result<void> {
        const int changed = m_database.run(
            "INSERT INTO certificate (id, centre_id, position, scheme, issuer, number, scope, valid_from, valid_until) "
            "VALUES (?1, ?2, (SELECT 1 + coalesce(max(position), 0) FROM certificate WHERE centre_id = ?2), "
            "?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO UPDATE SET scheme = excluded.scheme, issuer = "
            "excluded.issuer, "
            "number = excluded.number, scope = excluded.scope, valid_from = excluded.valid_from, "
            "valid_until = excluded.valid_until WHERE centre_id = excluded.centre_id",
            certificate.id, centre, certificate.scheme, certificate.issuer, certificate.number, certificate.scope,
            certificate.validFrom, certificate.validUntil);
        if (changed == 0)
            return ofAnotherCentre("certificate", certificate.id.text());
        return {};
    });
}

Result<void> CentreStore::putContact(const CentreId &centre, const Contact &contact)
{
    return m_database.write("storing a contact", [&]() -> Result<void> {
        const int changed = m_database.run(
            "INSERT INTO contact (id, centre_id, position, function, name, mail) VALUES (?1, ?2, "
            "(SELECT 1 + coalesce(max(position), 0) FROM contact WHERE centre_id = ?2), ?3, ?4, ?5) "
            "ON CONFLICT (id) DO UPDATE SET function = excluded.function, name = excluded.name, mail = excluded.mail "
            "WHERE centre_id = excluded.centre_id",
            contact.id, centre, contact.function, contact.name, contact.mail);
        if (changed == 0)
            return ofAnotherCentre("contact", contact.id.text());
        return {};
    });
}

Result<void> CentreStore::removeFacility(const CentreId &centre, const FacilityId &facility)
{
    return m_database.write("removing a facility", [&]() -> Result<void> {
        if (m_database.run("DELETE FROM facility WHERE centre_id = ? AND id = ?", centre, facility) == 0)
            return notFound("facility", facility.text());
        return {};
    });
}

Result<void> CentreStore::removeCertificate(const CentreId &centre, const CertificateId &certificate)
{
    return m_database.write("removing a certificate", [&]() -> Result<void> {
        if (m_database.run("DELETE FROM certificate WHERE centre_id = ? AND id = ?", centre, certificate) == 0)
            return notFound("certificate", certificate.text());
        return {};
    });
}

Result<void> CentreStore::removeContact(const CentreId &centre, const ContactId &contact)
{
    return m_database.write("removing a contact", [&]() -> Result<void> {
        if (m_database.run("DELETE FROM contact WHERE centre_id = ? AND id = ?", centre, contact) == 0)
            return notFound("contact", contact.text());
        return {};
    });
}

} // namespace cq
