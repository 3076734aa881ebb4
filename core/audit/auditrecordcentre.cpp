// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditrecordcentre.h"

#include "core/audit/auditrecord.h"

namespace cq {

namespace {

// What a value is in a record. Choices and dates are texts there: only a pack can tell them apart.
enum class RecordedType { Boolean, Integer, Text };

} // namespace

template <> struct EnumText<RecordedType>
{
    static constexpr std::pair<RecordedType, const char *> table[] = {
        {RecordedType::Boolean, "boolean"},
        {RecordedType::Integer, "integer"},
        {RecordedType::Text, "text"},
    };
};

namespace {

constexpr qsizetype maxCertificates = 1000;
constexpr qsizetype maxContacts = 1000;
constexpr qsizetype maxFacts = 2000;

QList<Facility> readFacilities(JsonObjectReader &centre)
{
    QList<Facility> facilities;
    QSet<QString> seen;
    centre.forEach("facilities", AuditRecordReader::maxFacilities, [&](JsonObjectReader &reader) {
        Facility facility;
        facility.id = FacilityId(reader.newId("id", seen));
        facility.name = reader.text("name");
        facility.type = reader.word<FacilityType>("type");
        facility.site = reader.text("site");
        facilities.append(facility);
    });
    return facilities;
}

QList<Certificate> readCertificates(JsonObjectReader &centre)
{
    QList<Certificate> certificates;
    QSet<QString> seen;
    centre.forEach("certificates", maxCertificates, [&](JsonObjectReader &reader) {
        Certificate certificate;
        certificate.id = CertificateId(reader.newId("id", seen));
        certificate.scheme = reader.text("scheme");
        certificate.issuer = reader.text("issuer");
        certificate.number = reader.text("number");
        certificate.scope = reader.text("scope");
        certificate.validFrom = reader.dateOrNull("validFrom");
        certificate.validUntil = reader.dateOrNull("validUntil");
        certificates.append(certificate);
    });
    return certificates;
}

QList<Contact> readContacts(JsonObjectReader &centre)
{
    QList<Contact> contacts;
    QSet<QString> seen;
    centre.forEach("contacts", maxContacts, [&](JsonObjectReader &reader) {
        Contact contact;
        contact.id = ContactId(reader.newId("id", seen));
        contact.function = reader.text("function");
        contact.name = reader.text("name");
        contacts.append(contact);
    });
    return contacts;
}

// Nothing where the fact is known to be unknown: value and type null.
std::optional<FactValue> readFactValue(JsonObjectReader &reader)
{
    const bool isNull = reader.isNull("value");
    if (reader.isNull("type")) {
        if (!isNull)
            reader.fault("value", QStringLiteral("null is expected here, as the type is null"));
        return std::nullopt;
    }
    const auto type = reader.wordIfKnown<RecordedType>("type");
    if (!type)
        return std::nullopt; // what the value is to be is not sure
    switch (*type) {
    case RecordedType::Boolean:
        return reader.boolean("value");
    case RecordedType::Integer:
        return reader.integer("value", 0, 1'000'000'000).value_or(0);
    case RecordedType::Text:
        break;
    }
    return reader.text("value");
}

CentreProfile readProfile(JsonObjectReader &centre)
{
    CentreProfile profile;
    QSet<QString> seen;
    centre.forEach("facts", maxFacts, [&](JsonObjectReader &reader) {
        ProfileFact fact;
        fact.id = FactId(reader.newId("id", seen));
        fact.value = readFactValue(reader);
        fact.asOf = reader.dateOrNull("asOf");
        fact.statedBy = reader.text("statedBy");
        profile.insert(fact.id, fact);
    });
    return profile;
}

} // namespace

Centre readRecordedCentre(JsonObjectReader reader)
{
    Centre centre;
    centre.id = CentreId(reader.id("id"));
    centre.name = reader.text("name");
    centre.programme = reader.text("programme");
    centre.address = reader.text("address");
    centre.country = reader.text("country");
    centre.workingLanguage = reader.text("language");
    centre.cic = reader.text("cic");
    centre.isFictional = reader.boolean("fictional");
    centre.facilities = readFacilities(reader);
    centre.certificates = readCertificates(reader);
    centre.contacts = readContacts(reader);
    centre.profile = readProfile(reader);
    reader.refuseOtherKeys();
    return centre;
}

FacilityId readRecordedFacility(JsonObjectReader &reader, const QSet<QString> &known)
{
    const QString id = reader.idOrNull("facility");
    if (!id.isEmpty() && !known.contains(id))
        reader.fault(
            "facility", QStringLiteral("the centre has no facility %1").arg(JsonObjectReader::quoted(id)));
    return FacilityId(id);
}

} // namespace cq
