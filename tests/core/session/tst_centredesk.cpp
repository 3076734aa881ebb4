// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sessionroom.h"

#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestCentreDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachChangeIsOneEntryOfTheCentresTrail();
    void aFactTellsWhoSaidSoAndWhen();
    void listsGrowChangeAndShrink();
    void aFacilityOfAnAuditStays();
    void whatIsMissingIsSaid();
};

void TestCentreDesk::eachChangeIsOneEntryOfTheCentresTrail()
{
    SessionRoom room;
    const auto length = [&] { return room.workspace->trail(room.centre.text()).value().size(); };
    const qsizetype before = length();
    Centre centre = room.workspace->centres().find(room.centre).value();
    centre.name = QStringLiteral("Renamed Hospital");
    const QSignalSpy spy(&room.workspace->centres(), &CentreDesk::centreChanged);
    QVERIFY(room.workspace->centres().setIdentity(centre));
    QCOMPARE(length(), before + 1);
    QCOMPARE(spy.count(), 1);
    QVERIFY(verifyTrail(room.workspace->trail(room.centre.text()).value()));
    QCOMPARE(room.session->centre().name, QStringLiteral("Renamed Hospital"));
}

void TestCentreDesk::aFactTellsWhoSaidSoAndWhen()
{
    SessionRoom room;
    const FactId fact(QStringLiteral("volume.iec_12m"));
    CentreDesk &desk = room.workspace->centres();
    QVERIFY(desk.setFact(room.centre, {fact, FactValue(qint64 {22}), QDate(2026, 10, 1), QStringLiteral("Registry")}));
    const TrailEntry entry = room.workspace->trail(room.centre.text()).value().last();
    QCOMPARE(entry.target, fact.text());
    QCOMPARE(entry.newValue, QStringLiteral("22 (2026-10-01, Registry)"));
    QCOMPARE(desk.setFact(room.centre, {fact, FactValue(qint64 {23}), {}, QStringLiteral("x")}).error().code,
        ErrorCode::InvalidInput);
    QCOMPARE(desk.setFact(room.centre, {fact, FactValue(qint64 {23}), QDate(2026, 10, 1), {}}).error().code,
        ErrorCode::InvalidInput);
    room.reopen();
    QCOMPARE(room.session->centre().profile.value(fact).value, std::optional<FactValue>(qint64 {22}));
}

void TestCentreDesk::listsGrowChangeAndShrink()
{
    SessionRoom room;
    CentreDesk &desk = room.workspace->centres();
    const auto id = desk.addCertificate(room.centre,
        {{}, QStringLiteral("ISO 9001"), QStringLiteral("Somebody"), QStringLiteral("1"), {}, {}, QDate(2027, 1, 1)});
    QVERIFY(id);
    Certificate certificate = desk.find(room.centre).value().certificates.first();
    certificate.validUntil = QDate(2028, 1, 1);
    QVERIFY(desk.changeCertificate(room.centre, certificate));
    QCOMPARE(desk.find(room.centre).value().certificates.first().validUntil, QDate(2028, 1, 1));
    QVERIFY(desk.removeCertificate(room.centre, *id));
    QVERIFY(desk.find(room.centre).value().certificates.isEmpty());
    QCOMPARE(desk.removeCertificate(room.centre, *id).error().code, ErrorCode::NotFound);
    const auto contact = desk.addContact(room.centre, {{}, QStringLiteral("Director"), QStringLiteral("A. B."), {}});
    QVERIFY(contact);
    QVERIFY(desk.changeContact(room.centre, {*contact, QStringLiteral("Director"), QStringLiteral("C. D."), {}}));
    QVERIFY(desk.removeContact(room.centre, *contact));
}

void TestCentreDesk::aFacilityOfAnAuditStays()
{
    SessionRoom room;
    CentreDesk &desk = room.workspace->centres();
    const FacilityId visited = room.session->facilities().first().id;
    QCOMPARE(desk.removeFacility(room.centre, visited).error().code, ErrorCode::Refused);
    const auto added = desk.addFacility(room.centre, {{}, QStringLiteral("Store"), FacilityType::Storage, {}});
    QVERIFY(added);
    QVERIFY(desk.removeFacility(room.centre, *added));
}

void TestCentreDesk::whatIsMissingIsSaid()
{
    SessionRoom room;
    CentreDesk &desk = room.workspace->centres();
    QCOMPARE(desk.add(Centre()).error().code, ErrorCode::InvalidInput);
    QCOMPARE(desk.addFacility(room.centre, {}).error().code, ErrorCode::InvalidInput);
    QCOMPARE(desk.find(CentreId(QStringLiteral("nobody"))).error().code, ErrorCode::NotFound);
    room.becomes(Role::Observer);
    QCOMPARE(desk.addFacility(room.centre, {{}, QStringLiteral("x"), {}, {}}).error().code, ErrorCode::Refused);
}

QTEST_GUILESS_MAIN(TestCentreDesk)
#include "tst_centredesk.moc"
