// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/centrejson.h"

#include "core/base/enumtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cq {

namespace {

QJsonValue dayJson(const QDate &day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue factJson(const std::optional<FactValue> &value)
{
    return value ? std::visit([](const auto &held) { return QJsonValue(held); }, *value) : QJsonValue();
}

template <class T, class F> QJsonArray arrayOf(const QList<T> &items, F &&json)
{
    QJsonArray array;
    for (const T &item : items)
        array.append(json(item));
    return array;
}

QJsonObject facilityJson(const Facility &facility)
{
    return {{QStringLiteral("id"), facility.id.text()}, {QStringLiteral("name"), facility.name},
        {QStringLiteral("type"), textOf(facility.type)}, {QStringLiteral("site"), facility.site}};
}

QJsonObject certificateJson(const Certificate &certificate)
{
    return {{QStringLiteral("id"), certificate.id.text()}, {QStringLiteral("scheme"), certificate.scheme},
        {QStringLiteral("issuer"), certificate.issuer}, {QStringLiteral("number"), certificate.number},
        {QStringLiteral("scope"), certificate.scope}, {QStringLiteral("validFrom"), dayJson(certificate.validFrom)},
        {QStringLiteral("validUntil"), dayJson(certificate.validUntil)}};
}

QJsonObject contactJson(const Contact &contact)
{
    return {{QStringLiteral("id"), contact.id.text()}, {QStringLiteral("function"), contact.function},
        {QStringLiteral("name"), contact.name}, {QStringLiteral("mail"), contact.mail}};
}

QJsonObject profileFactJson(const ProfileFact &fact)
{
    return {{QStringLiteral("id"), fact.id.text()}, {QStringLiteral("value"), factJson(fact.value)},
        {QStringLiteral("asOf"), dayJson(fact.asOf)}, {QStringLiteral("statedBy"), fact.statedBy}};
}

// What one member failed with; ends at centreFromJson().
struct BadMember
{
    QString name;
};

// Takes the members of an object by name and kind.
class Members
{
public:
    explicit Members(QJsonObject object) : m_object(std::move(object)) { }

    QString text(const QString &name) const
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isString())
            throw BadMember{name};
        return value.toString();
    }
    bool flag(const QString &name) const
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isBool())
            throw BadMember{name};
        return value.toBool();
    }
    QDate day(const QString &name) const
    {
        if (m_object.value(name).isNull())
            return {};
        const QDate day = QDate::fromString(text(name), Qt::ISODate);
        if (!day.isValid())
            throw BadMember{name};
        return day;
    }
    std::optional<FactValue> fact(const QString &name) const
    {
        const QJsonValue value = m_object.value(name);
        if (value.isNull())
            return std::nullopt;
        if (value.isBool())
            return FactValue(value.toBool());
        if (value.isDouble())
            return FactValue(value.toInteger());
        return FactValue(text(name));
    }
    template <class F> void each(const QString &name, F &&take) const
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isArray())
            throw BadMember{name};
        for (const QJsonValue &item : value.toArray())
            take(Members(item.toObject()));
    }

private:
    QJsonObject m_object;
};

Facility facilityFrom(const Members &members)
{
    const auto type = fromText<FacilityType>(members.text(QStringLiteral("type")));
    if (!type)
        throw BadMember{QStringLiteral("type")};
    return {FacilityId(members.text(QStringLiteral("id"))), members.text(QStringLiteral("name")), *type,
        members.text(QStringLiteral("site"))};
}

Certificate certificateFrom(const Members &members)
{
    return {CertificateId(members.text(QStringLiteral("id"))), members.text(QStringLiteral("scheme")),
        members.text(QStringLiteral("issuer")), members.text(QStringLiteral("number")),
        members.text(QStringLiteral("scope")), members.day(QStringLiteral("validFrom")),
        members.day(QStringLiteral("validUntil"))};
}

Contact contactFrom(const Members &members)
{
    return {ContactId(members.text(QStringLiteral("id"))), members.text(QStringLiteral("function")),
        members.text(QStringLiteral("name")), members.text(QStringLiteral("mail"))};
}

ProfileFact factFrom(const Members &members)
{
    return {FactId(members.text(QStringLiteral("id"))), members.fact(QStringLiteral("value")),
        members.day(QStringLiteral("asOf")), members.text(QStringLiteral("statedBy"))};
}

Centre centreFrom(const Members &members)
{
    Centre centre;
    centre.id = CentreId(members.text(QStringLiteral("id")));
    centre.name = members.text(QStringLiteral("name"));
    centre.programme = members.text(QStringLiteral("programme"));
    centre.address = members.text(QStringLiteral("address"));
    centre.country = members.text(QStringLiteral("country"));
    centre.workingLanguage = members.text(QStringLiteral("workingLanguage"));
    centre.cic = members.text(QStringLiteral("cic"));
    centre.isFictional = members.flag(QStringLiteral("fictional"));
    members.each(QStringLiteral("facilities"), [&](const Members &m) { centre.facilities.append(facilityFrom(m)); });
    members.each(
        QStringLiteral("certificates"), [&](const Members &m) { centre.certificates.append(certificateFrom(m)); });
    members.each(QStringLiteral("contacts"), [&](const Members &m) { centre.contacts.append(contactFrom(m)); });
    members.each(QStringLiteral("profile"), [&](const Members &m) {
        const ProfileFact fact = factFrom(m);
        centre.profile.insert(fact.id, fact);
    });
    return centre;
}

} // namespace

QByteArray centreJson(const Centre &centre)
{
    const QJsonObject object{
        {QStringLiteral("id"), centre.id.text()},
        {QStringLiteral("name"), centre.name},
        {QStringLiteral("programme"), centre.programme},
        {QStringLiteral("address"), centre.address},
        {QStringLiteral("country"), centre.country},
        {QStringLiteral("workingLanguage"), centre.workingLanguage},
        {QStringLiteral("cic"), centre.cic},
        {QStringLiteral("fictional"), centre.isFictional},
        {QStringLiteral("facilities"), arrayOf(centre.facilities, facilityJson)},
        {QStringLiteral("certificates"), arrayOf(centre.certificates, certificateJson)},
        {QStringLiteral("contacts"), arrayOf(centre.contacts, contactJson)},
        {QStringLiteral("profile"), arrayOf(centre.profile.values(), profileFactJson)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Centre> centreFromJson(const QByteArray &json)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject())
        return Error{ErrorCode::Malformed, QStringLiteral("not JSON: %1").arg(parseError.errorString()), {}};
    try {
        return centreFrom(Members(document.object()));
    } catch (const BadMember &bad) {
        return Error{ErrorCode::Malformed, QStringLiteral("member \"%1\" is missing or wrong").arg(bad.name), {}};
    }
}

} // namespace cq
