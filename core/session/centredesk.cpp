// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/centredesk.h"

#include "core/session/workspaceparts.h"

#include <algorithm>

namespace cq {

namespace {

constexpr int maxNameLength = 500;

Error invalid(const QString &detail)
{
    return {ErrorCode::InvalidInput, detail, {}};
}

QString identityText(const Centre &centre)
{
    return QStringList {centre.name, centre.programme, centre.address, centre.country, centre.workingLanguage, centre.cic}
        .join(QStringLiteral("; "));
}

QString factDescription(const ProfileFact &fact)
{
    return QStringLiteral("%1 (%2, %3)")
        .arg(fact.value ? factText(*fact.value) : QStringLiteral("unknown"), fact.asOf.toString(Qt::ISODate),
            fact.statedBy);
}

QString describe(const Facility &facility)
{
    return QStringLiteral("%1 (%2)").arg(facility.name, textOf(facility.type));
}

QString describe(const Certificate &certificate)
{
    return QStringLiteral("%1 %2, until %3")
        .arg(certificate.scheme, certificate.number, certificate.validUntil.toString(Qt::ISODate));
}

QString describe(const Contact &contact)
{
    return QStringLiteral("%1: %2").arg(contact.function, contact.name);
}

template <class Item, class ItemId> const Item *found(const QList<Item> &items, const ItemId &id)
{
    const auto it = std::find_if(items.begin(), items.end(), [&](const Item &item) { return item.id == id; });
    return it == items.end() ? nullptr : &*it;
}

} // namespace

CentreDesk::CentreDesk(Workspace &workspace)
    : m_workspace(workspace)
{
}

QList<Centre> CentreDesk::all() const
{
    const auto centres = m_workspace.d->centreStore.all();
    if (centres)
        return *centres;
    m_workspace.d->note(centres.error(), m_workspace);
    return {};
}

Result<Centre> CentreDesk::find(const CentreId &id) const
{
    return m_workspace.d->centreStore.load(id);
}

Result<void> CentreDesk::write(const Change &change, const std::function<Result<void>()> &write)
{
    if (auto allowed = m_workspace.d->mayWrite(); !allowed)
        return allowed;
    return m_workspace.d->commit(change, write);
}

Result<void> CentreDesk::judgeIdentity(const Centre &centre) const
{
    if (centre.name.trimmed().isEmpty())
        return invalid(QStringLiteral("a centre needs a name"));
    for (const QString &text : {centre.name, centre.programme, centre.address, centre.cic})
        if (text.size() > maxNameLength)
            return invalid(QStringLiteral("a text is longer than %1 characters").arg(maxNameLength));
    return {};
}

Result<CentreId> CentreDesk::add(const Centre &centre)
{
    if (auto sound = judgeIdentity(centre); !sound)
        return sound.error();
    Centre added = centre;
    added.id = CentreId(m_workspace.d->surroundings.newId());
    for (Facility &facility : added.facilities)
        facility.id = FacilityId(m_workspace.d->surroundings.newId());
    for (Certificate &certificate : added.certificates)
        certificate.id = CertificateId(m_workspace.d->surroundings.newId());
    for (Contact &contact : added.contacts)
        contact.id = ContactId(m_workspace.d->surroundings.newId());
    const Change change {
        added.id.text(), QStringLiteral("centre.added"), added.name, {}, identityText(added), {}};
    if (auto written = write(change, [&] { return m_workspace.d->centreStore.insert(added); }); !written)
        return written.error();
    Q_EMIT centreAdded(added.id);
    return added.id;
}

Result<void> CentreDesk::setIdentity(const Centre &centre)
{
    if (auto sound = judgeIdentity(centre); !sound)
        return sound;
    const auto before = find(centre.id);
    if (!before)
        return before.error();
    const Change change {centre.id.text(), QStringLiteral("centre.identity"), before->name, identityText(*before),
        identityText(centre), {}};
    if (auto written = write(change, [&] { return m_workspace.d->centreStore.updateIdentity(centre); }); !written)
        return written;
    Q_EMIT centreChanged(centre.id);
    return {};
}

Result<void> CentreDesk::setFact(const CentreId &centre, const ProfileFact &fact)
{
    const auto before = find(centre);
    if (!before)
        return before.error();
    if (fact.statedBy.trimmed().isEmpty() || !fact.asOf.isValid())
        return invalid(QStringLiteral("a fact needs a date and who said so"));
    const auto known = before->profile.find(fact.id);
    const Change change {centre.text(), QStringLiteral("centre.fact"), fact.id.text(),
        known == before->profile.end() ? QString() : factDescription(*known), factDescription(fact), {}};
    if (auto written = write(change, [&] { return m_workspace.d->centreStore.putFact(centre, fact); }); !written)
        return written;
    Q_EMIT factChanged(centre, fact.id);
    return {};
}

template <class Item> Result<void> CentreDesk::put(const CentreId &centre, const QString &action, const Item &item,
    const Item *before, Result<void> (CentreStore::*store)(const CentreId &, const Item &))
{
    const Change change {
        centre.text(), action, describe(item), before ? describe(*before) : QString(), describe(item), {}};
    if (auto written = write(change, [&] { return (m_workspace.d->centreStore.*store)(centre, item); }); !written)
        return written;
    Q_EMIT centreChanged(centre);
    return {};
}

template <class Item, class ItemId> Result<void> CentreDesk::remove(const CentreId &centre, const QString &action,
    const QList<Item> &items, const ItemId &id, Result<void> (CentreStore::*store)(const CentreId &, const ItemId &))
{
    const Item *before = found(items, id);
    if (!before)
        return Error {ErrorCode::NotFound, QStringLiteral("%1: nothing with this id").arg(action), {}};
    const Change change {centre.text(), action, describe(*before), describe(*before), {}, {}};
    if (auto written = write(change, [&] { return (m_workspace.d->centreStore.*store)(centre, id); }); !written)
        return written;
    Q_EMIT centreChanged(centre);
    return {};
}

Result<FacilityId> CentreDesk::addFacility(const CentreId &centre, const Facility &facility)
{
    if (facility.name.trimmed().isEmpty())
        return invalid(QStringLiteral("a facility needs a name"));
    Facility added = facility;
    added.id = FacilityId(m_workspace.d->surroundings.newId());
    if (auto done = put<Facility>(
            centre, QStringLiteral("centre.facility.added"), added, nullptr, &CentreStore::putFacility);
        !done)
        return done.error();
    return added.id;
}

Result<void> CentreDesk::changeFacility(const CentreId &centre, const Facility &facility)
{
    if (facility.name.trimmed().isEmpty())
        return invalid(QStringLiteral("a facility needs a name"));
    const auto before = find(centre);
    if (!before)
        return before.error();
    const Facility *known = found(before->facilities, facility.id);
    if (!known)
        return Error {ErrorCode::NotFound, QStringLiteral("no such facility"), {}};
    return put(centre, QStringLiteral("centre.facility.changed"), facility, known, &CentreStore::putFacility);
}

Result<void> CentreDesk::removeFacility(const CentreId &centre, const FacilityId &facility)
{
    const auto before = find(centre);
    if (!before)
        return before.error();
    return remove(centre, QStringLiteral("centre.facility.removed"), before->facilities, facility,
        &CentreStore::removeFacility);
}

Result<CertificateId> CentreDesk::addCertificate(const CentreId &centre, const Certificate &certificate)
{
    if (certificate.scheme.trimmed().isEmpty())
        return invalid(QStringLiteral("a certificate needs a name"));
    Certificate added = certificate;
    added.id = CertificateId(m_workspace.d->surroundings.newId());
    if (auto done = put<Certificate>(
            centre, QStringLiteral("centre.certificate.added"), added, nullptr, &CentreStore::putCertificate);
        !done)
        return done.error();
    return added.id;
}

Result<void> CentreDesk::changeCertificate(const CentreId &centre, const Certificate &certificate)
{
    const auto before = find(centre);
    if (!before)
        return before.error();
    const Certificate *known = found(before->certificates, certificate.id);
    if (!known)
        return Error {ErrorCode::NotFound, QStringLiteral("no such certificate"), {}};
    return put(centre, QStringLiteral("centre.certificate.changed"), certificate, known, &CentreStore::putCertificate);
}

Result<void> CentreDesk::removeCertificate(const CentreId &centre, const CertificateId &certificate)
{
    const auto before = find(centre);
    if (!before)
        return before.error();
    return remove(centre, QStringLiteral("centre.certificate.removed"), before->certificates, certificate,
        &CentreStore::removeCertificate);
}

Result<ContactId> CentreDesk::addContact(const CentreId &centre, const Contact &contact)
{
    if (contact.name.trimmed().isEmpty())
        return invalid(QStringLiteral("a contact needs a name"));
    Contact added = contact;
    added.id = ContactId(m_workspace.d->surroundings.newId());
    if (auto done
        = put<Contact>(centre, QStringLiteral("centre.contact.added"), added, nullptr, &CentreStore::putContact);
        !done)
        return done.error();
    return added.id;
}

Result<void> CentreDesk::changeContact(const CentreId &centre, const Contact &contact)
{
    const auto before = find(centre);
    if (!before)
        return before.error();
    const Contact *known = found(before->contacts, contact.id);
    if (!known)
        return Error {ErrorCode::NotFound, QStringLiteral("no such contact"), {}};
    return put(centre, QStringLiteral("centre.contact.changed"), contact, known, &CentreStore::putContact);
}

Result<void> CentreDesk::removeContact(const CentreId &centre, const ContactId &contact)
{
    const auto before = find(centre);
    if (!before)
        return before.error();
    return remove(
        centre, QStringLiteral("centre.contact.removed"), before->contacts, contact, &CentreStore::removeContact);
}

} // namespace cq
