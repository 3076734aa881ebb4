// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/session/sealdesk.h"
#include "tests/support/sessionroom.h"

#include <QFile>
#include <QTest>

using namespace cq;
using namespace cq::testing;

/// Submitting, reviewing and deciding seal; nothing that follows changes what was sealed.
class TestSealDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void submittingSealsTheRecordTheMoveIncluded();
    void reviewingAndDecidingSealAgain();
    void otherMovesSealNothing();
    void aStateReachedAgainIsANewSealThatNamesTheOneBefore();
    void whatChangedSinceIsTold();
    void theSealedRecordStaysWhateverChanges();
    void theScoreInTheRecordIsThatOfTheStateReached();
    void aRefusedMoveSealsNothing();
    void theRecordIsExportedToTheByte();

private:
    static QByteArray digestInTrail(const SessionRoom &room)
    {
        return room.session->trail().value().last().newValue.toLatin1();
    }
};

void TestSealDesk::submittingSealsTheRecordTheMoveIncluded()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QVERIFY(room.session->seals().all().value().isEmpty());
    const qsizetype before = room.trailLength();
    room.now.utcMs += 1000;
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    QCOMPARE(room.trailLength(), before + 2);

    const QList<Seal> seals = room.session->seals().all().value();
    QCOMPARE(seals.size(), 1);
    const Seal &seal = seals.first();
    QCOMPARE(seal.number, 1);
    QCOMPARE(seal.state, AuditState::Submitted);
    QCOMPARE(seal.person, room.person.name);
    QCOMPARE(seal.role, Role::LeadAuditor);
    QCOMPARE(seal.at, room.now);
    QCOMPARE(seal.previous, trailStart());
    const QList<TrailEntry> trail = room.session->trail().value();
    QCOMPARE(trail.last().action, sealAction());
    QCOMPARE(trail.last().newValue.toLatin1(), seal.digest);
    QCOMPARE(trail.at(trail.size() - 2).digest, seal.trailHead);

    QCOMPARE(sha256Hex(room.session->seals().recordBytes(1).value()), seal.digest);
    const AuditRecord record = room.session->seals().record(1).value();
    QCOMPARE(record.audit.state, AuditState::Submitted);
    QCOMPARE(record.trail, trail.first(trail.size() - 1));
    QCOMPARE(record.responses.size(), 1);
    QVERIFY(record.result);
    QVERIFY(room.session->seals().verify());
    QCOMPARE(room.workspace->check().value(), QStringList());
}

void TestSealDesk::reviewingAndDecidingSealAgain()
{
    SessionRoom room;
    for (const AuditState state : {AuditState::Submitted, AuditState::InReview, AuditState::ActionsOpen, AuditState::Decided})
        QVERIFY(room.session->moveTo(state, {}));
    room.reopen();
    const QList<Seal> seals = room.session->seals().all().value();
    QCOMPARE(seals.size(), 3);
    QCOMPARE(seals.at(1).state, AuditState::InReview);
    QCOMPARE(seals.at(2).state, AuditState::Decided);
    QCOMPARE(seals.at(2).previous, seals.at(1).digest);
    QCOMPARE(digestInTrail(room), seals.at(2).digest);
    QVERIFY(room.session->seals().verify());
    QCOMPARE(room.workspace->check().value(), QStringList());
}

void TestSealDesk::otherMovesSealNothing()
{
    SessionRoom room;
    QVERIFY(room.session->moveTo(AuditState::Consolidation, {}));
    QVERIFY(room.session->moveTo(AuditState::Planned, QStringLiteral("put off")));
    QVERIFY(room.session->moveTo(AuditState::Cancelled, QStringLiteral("no visit")));
    QVERIFY(room.session->seals().all().value().isEmpty());
    QCOMPARE(room.session->seals().record(1).error().code, ErrorCode::NotFound);
}

void TestSealDesk::aStateReachedAgainIsANewSealThatNamesTheOneBefore()
{
    SessionRoom room;
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    const Seal first = room.session->seals().all().value().first();
    QVERIFY(room.session->moveTo(AuditState::Consolidation, QStringLiteral("A section was forgotten.")));
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    QVERIFY(room.session->moveTo(AuditState::InReview, {}));
    QVERIFY(room.session->moveTo(AuditState::Submitted, QStringLiteral("Sent in too early.")));
    const QList<Seal> seals = room.session->seals().all().value();
    QCOMPARE(seals.size(), 4);
    QCOMPARE(seals.first(), first);
    QCOMPARE(seals.at(1).previous, first.digest);
    QVERIFY(seals.at(1).digest != first.digest);
    QCOMPARE(seals.last().reason, QStringLiteral("Sent in too early."));
    QCOMPARE(room.session->trail().value().last().oldValue.toLatin1(), seals.at(2).digest);
    QVERIFY(room.session->seals().verify());
}

void TestSealDesk::whatChangedSinceIsTold()
{
    SessionRoom room;
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    QVERIFY(room.session->seals().since(1).value().isEmpty());
    QVERIFY(room.session->moveTo(AuditState::Consolidation, QStringLiteral("A section was forgotten.")));
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    const QList<TrailEntry> since = room.session->seals().since(1).value();
    QCOMPARE(since.size(), 2);
    QCOMPARE(since.first().reason, QStringLiteral("A section was forgotten."));
    QCOMPARE(since.last().target, QStringLiteral("GOV-01"));
    QCOMPARE(room.session->seals().since(2).error().code, ErrorCode::NotFound);
}

void TestSealDesk::theSealedRecordStaysWhateverChanges()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    const QByteArray sealed = room.session->seals().recordBytes(1).value();
    QVERIFY(room.session->moveTo(AuditState::Consolidation, QStringLiteral("A section was forgotten.")));
    QVERIFY(room.session->responses().setLevel(
        room.key("GOV-01"), ResponseLevel::NotMet, {}, QStringLiteral("Seen wrongly.")));
    room.reopen();
    QCOMPARE(room.session->seals().recordBytes(1).value(), sealed);
    QCOMPARE(room.session->seals().record(1).value().responses.first().level, ResponseLevel::Met);
}

void TestSealDesk::theScoreInTheRecordIsThatOfTheStateReached()
{
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::PartiallyMet));
    for (const AuditState state : {AuditState::Submitted, AuditState::InReview, AuditState::Decided})
        QVERIFY(room.session->moveTo(state, {}));
    const AuditRecord now = room.session->record().value();
    const AuditRecord sealed = room.session->seals().record(3).value();
    QCOMPARE(sealed.result, now.result);
    QCOMPARE(sealed.result->graded, std::optional(5000));
    const auto board = ScoreBoard::make(ScoringInput::of(sealed, room.session->packs()));
    QCOMPARE(board->overall(), room.session->board().overall());
}

void TestSealDesk::aRefusedMoveSealsNothing()
{
    SessionRoom room;
    room.becomes(Role::Observer);
    QCOMPARE(room.session->moveTo(AuditState::Submitted, {}).error().code, ErrorCode::Refused);
    room.becomes(Role::LeadAuditor);
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    QCOMPARE(room.session->moveTo(AuditState::Decided, {}).error().code, ErrorCode::Refused);
    const QString tooLong(20001, u'x'); // no reader would take such a text, so the whole move is undone
    QVERIFY(room.session->moveTo(AuditState::InReview, {}));
    QCOMPARE(room.session->moveTo(AuditState::Submitted, tooLong).error().code, ErrorCode::InvalidInput);
    QCOMPARE(room.session->audit().state, AuditState::InReview);
    QCOMPARE(room.session->seals().all().value().size(), 2);
    QVERIFY(room.session->seals().verify());
}

void TestSealDesk::theRecordIsExportedToTheByte()
{
    SessionRoom room;
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    const QString path = room.file("sealed.json");
    QVERIFY(room.session->seals().exportRecord(1, path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), room.session->seals().recordBytes(1).value());
    QCOMPARE(room.session->seals().exportRecord(2, path).error().code, ErrorCode::NotFound);
    QCOMPARE(room.session->seals().exportRecord(1, room.file("no/such/folder.json")).error().code, ErrorCode::WriteFailed);
}

QTEST_GUILESS_MAIN(TestSealDesk)
#include "tst_sealdesk.moc"
