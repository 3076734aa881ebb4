// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/centrestore.h"

#include "resources/resources.h"
#include "tests/core/storage/samples.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestCentreStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFile> m_file;
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }
    void reopen()
    {
        m_file.reset();
        m_file = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadWrite, opening()));
    }

private Q_SLOTS:
    void initTestCase() { initResources(); }
    void init()
    {
        m_file = valueOf(WorkspaceFile::create(path(), opening()));
        fillBasics(*m_file);
    }
    void cleanup()
    {
        m_file.reset();
        QFile::remove(path());
    }

    void aCentreComesBackAsItWas()
    {
        reopen();
        QCOMPARE(valueOf(CentreStore(*m_file).load(centre().id)), centre());
    }

    void allCentresComeByNameEachWithItsOwnParts()
    {
        Centre other;
        other.id = CentreId(QStringLiteral("centre-0"));
        other.name = QStringLiteral("Alpha");
        other.facilities = {
            {FacilityId(QStringLiteral("facility-c")), QStringLiteral("Lab"), FacilityType::Laboratory, {}}};
        inTransaction(*m_file, [&] { succeed(CentreStore(*m_file).insert(other)); });
        QCOMPARE(valueOf(CentreStore(*m_file).all()), (QList<Centre>{other, centre()}));
    }

    void identityChangesAloneAndListsStay()
    {
        Centre changed = centre();
        changed.name = QStringLiteral("Renamed");
        changed.cic.clear();
        changed.isFictional = false;
        Centre handedIn = changed;
        handedIn.facilities.clear();
        handedIn.profile.clear();
        inTransaction(*m_file, [&] { succeed(CentreStore(*m_file).updateIdentity(handedIn)); });
        QCOMPARE(valueOf(CentreStore(*m_file).load(changed.id)), changed);
    }

    void partsChangeInPlaceAndNewOnesGoToTheEnd()
    {
        Centre expected = centre();
        expected.facilities[0].name = QStringLiteral("Ward 8");
        expected.facilities.append(
            {FacilityId(QStringLiteral("facility-c")), QStringLiteral("Lab"), FacilityType::Laboratory, {}});
        expected.certificates[0].validUntil = QDate(2030, 1, 1);
        expected.contacts[0].mail = QStringLiteral("new@example.org");
        inTransaction(*m_file, [&] {
            CentreStore centres(*m_file);
            succeed(centres.putFacility(expected.id, expected.facilities[0]));
            succeed(centres.putFacility(expected.id, expected.facilities[2]));
            succeed(centres.putCertificate(expected.id, expected.certificates[0]));
            succeed(centres.putContact(expected.id, expected.contacts[0]));
        });
        QCOMPARE(valueOf(CentreStore(*m_file).load(expected.id)), expected);
    }

    void aFactMayChangeItsKindOfValue()
    {
        const ProfileFact fact{
            FactId(QStringLiteral("beds")), FactValue(qint64(-3)), QDate(2026, 3, 1), QStringLiteral("B")};
        const ProfileFact unknown{
            FactId(QStringLiteral("model")), std::nullopt, QDate(2026, 3, 1), QStringLiteral("B")};
        inTransaction(*m_file, [&] {
            succeed(CentreStore(*m_file).putFact(centre().id, fact));
            succeed(CentreStore(*m_file).putFact(centre().id, unknown));
        });
        const Centre read = valueOf(CentreStore(*m_file).load(centre().id));
        QCOMPARE(read.profile.value(fact.id), fact);
        QCOMPARE(read.profile.value(unknown.id), unknown);
    }

    void removedPartsAreGone()
    {
        inTransaction(*m_file, [&] {
            CentreStore centres(*m_file);
            succeed(centres.removeCertificate(centre().id, centre().certificates[0].id));
            succeed(centres.removeContact(centre().id, centre().contacts[0].id));
        });
        const Centre read = valueOf(CentreStore(*m_file).load(centre().id));
        QVERIFY(read.certificates.isEmpty());
        QVERIFY(read.contacts.isEmpty());
        QCOMPARE(read.facilities, centre().facilities);
    }

    void aFacilityAnAuditVisitsIsNotRemoved()
    {
        const Transaction transaction = valueOf(m_file->begin());
        const auto removed = CentreStore(*m_file).removeFacility(centre().id, centre().facilities[0].id);
        QVERIFY(!removed);
        QCOMPARE(removed.error().code, ErrorCode::Refused);
    }

    void whatIsNotThereIsNotFound()
    {
        const Transaction transaction = valueOf(m_file->begin());
        CentreStore centres(*m_file);
        const CentreId id = centre().id;
        QCOMPARE(centres.load(CentreId(QStringLiteral("x"))).error().code, ErrorCode::NotFound);
        QCOMPARE(centres.load(CentreId()).error().code, ErrorCode::NotFound);
        QCOMPARE(centres.updateIdentity(Centre()).error().code, ErrorCode::NotFound);
        QCOMPARE(centres.removeFacility(id, FacilityId(QStringLiteral("x"))).error().code, ErrorCode::NotFound);
        QCOMPARE(centres.removeCertificate(id, CertificateId(QStringLiteral("x"))).error().code, ErrorCode::NotFound);
        QCOMPARE(centres.removeContact(id, ContactId(QStringLiteral("x"))).error().code, ErrorCode::NotFound);
    }

    void idsThatAreTakenAreAConflict()
    {
        const Transaction transaction = valueOf(m_file->begin());
        CentreStore centres(*m_file);
        QCOMPARE(centres.insert(centre()).error().code, ErrorCode::Conflict);
        Centre thief;
        thief.id = CentreId(QStringLiteral("thief"));
        thief.facilities = centre().facilities;
        QCOMPARE(centres.insert(thief).error().code, ErrorCode::Conflict);
        QCOMPARE(valueOf(centres.load(centre().id)), centre());
    }

    void partsOfAnUnknownCentreAreRefused()
    {
        const Transaction transaction = valueOf(m_file->begin());
        const Facility facility{FacilityId(QStringLiteral("f")), QStringLiteral("F"), FacilityType::Pharmacy, {}};
        const auto put = CentreStore(*m_file).putFacility(CentreId(QStringLiteral("nowhere")), facility);
        QCOMPARE(put.error().code, ErrorCode::Refused);
    }
};

QTEST_GUILESS_MAIN(TestCentreStore)
#include "tst_centrestore.moc"
