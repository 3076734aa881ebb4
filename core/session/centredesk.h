// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/centre/centre.h"

#include <QObject>

#include <functional>

namespace cq {

struct Change;
class CentreStore;
class Workspace;

/// Changes to centres: each call is one transaction and one trail entry, announced once.
class CentreDesk : public QObject
{
    Q_OBJECT

public:
    explicit CentreDesk(Workspace &workspace);

    QList<Centre> all() const; ///< by name
    Result<Centre> find(const CentreId &id) const;

    Result<CentreId> add(const Centre &centre); ///< its id is set here; facilities and the rest come with it
    /// Name, programme, address, country, language, code; lists and profile stay as they are.
    Result<void> setIdentity(const Centre &centre);
    /// A value of nothing records that the fact is unknown.
    Result<void> setFact(const CentreId &centre, const ProfileFact &fact);
    Result<FacilityId> addFacility(const CentreId &centre, const Facility &facility);
    Result<void> changeFacility(const CentreId &centre, const Facility &facility);
    /// Refused where an audit answers for it.
    Result<void> removeFacility(const CentreId &centre, const FacilityId &facility);
    Result<CertificateId> addCertificate(const CentreId &centre, const Certificate &certificate);
    Result<void> changeCertificate(const CentreId &centre, const Certificate &certificate);
    Result<void> removeCertificate(const CentreId &centre, const CertificateId &certificate);
    Result<ContactId> addContact(const CentreId &centre, const Contact &contact);
    Result<void> changeContact(const CentreId &centre, const Contact &contact);
    Result<void> removeContact(const CentreId &centre, const ContactId &contact);

Q_SIGNALS:
    void centreAdded(const cq::CentreId &centre);
    void centreChanged(const cq::CentreId &centre); ///< identity, facilities, certificates or contacts
    void factChanged(const cq::CentreId &centre, const cq::FactId &fact);

private:
    Result<void> judgeIdentity(const Centre &centre) const;
    Result<void> write(const Change &change, const std::function<Result<void>()> &write);
    template <class Item> Result<void> put(const CentreId &centre, const QString &action, const Item &item,
        const Item *before, Result<void> (CentreStore::*store)(const CentreId &, const Item &));
    template <class Item, class ItemId> Result<void> remove(const CentreId &centre, const QString &action,
        const QList<Item> &items, const ItemId &id, Result<void> (CentreStore::*store)(const CentreId &, const ItemId &));

    Workspace &m_workspace;
};

} // namespace cq
