// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/hiddenanswers.h"

#include "tests/support/sessionroom.h"

#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestHiddenAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itJudgesAsTheAuditsOwnDeskDoes_data();
    void itJudgesAsTheAuditsOwnDeskDoes();
    void entriesOfTheTrailAreJudgedByTheAnswerTheyTellOf();
    void aFacilityThatIsGoneHidesRatherTooMuch();
};

void TestHiddenAnswers::itJudgesAsTheAuditsOwnDeskDoes_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<BlindMode>("mode");
    QTest::addColumn<AuditState>("state");
    for (const auto &[role, roleWord] : EnumText<Role>::table)
        for (const auto &[mode, modeWord] : EnumText<BlindMode>::table)
            for (const AuditState state : {AuditState::OnSite, AuditState::Submitted})
                QTest::addRow("%s %s %d", roleWord, modeWord, int(state)) << role << mode << state;
}

void TestHiddenAnswers::itJudgesAsTheAuditsOwnDeskDoes()
{
    QFETCH(Role, role);
    QFETCH(BlindMode, mode);
    QFETCH(AuditState, state);
    SessionRoom room;
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QVERIFY(room.session->moveTo(state, {}));
    room.becomes(role);
    room.session->responses().setBlindMode(mode);
    HiddenAnswers hidden(*room.workspace, mode);
    for (const Criterion &criterion : room.session->packs().criteria())
        for (const FacilityId &facility : room.session->board().part(criterion.id).facilities)
            for (const Party party : {Party::Centre, Party::Auditor}) {
                const ResponseKey key {criterion.id, facility, party};
                QCOMPARE(hidden.hides(room.auditId, key), room.session->responses().isHidden(key));
            }
}

void TestHiddenAnswers::entriesOfTheTrailAreJudgedByTheAnswerTheyTellOf()
{
    SessionRoom room(Role::QualityManager);
    QVERIFY(room.answer("GOV-04", ResponseLevel::PartiallyMet)); // a gate
    const TrailEntry entry = room.session->trail().value().last();
    room.becomes(Role::Auditor);
    QVERIFY(HiddenAnswers(*room.workspace, BlindMode::Gates).hides(room.auditId, entry));
    QVERIFY(room.session->responses().isHidden(entry));
    QVERIFY(!HiddenAnswers(*room.workspace, BlindMode::Off).hides(room.auditId, entry));
    QVERIFY(room.answer("GOV-04", ResponseLevel::Met));
    QVERIFY(!HiddenAnswers(*room.workspace, BlindMode::Gates).hides(room.auditId, entry));
    QVERIFY(!room.session->responses().isHidden(entry));
    const TrailEntry own = room.session->trail().value().last();
    QVERIFY(!HiddenAnswers(*room.workspace, BlindMode::All).hides(room.auditId, own));
}

void TestHiddenAnswers::aFacilityThatIsGoneHidesRatherTooMuch()
{
    TrailEntry entry;
    entry.role = Role::QualityManager;
    entry.action = QStringLiteral("response.level");
    entry.target = QStringLiteral("FAC-02 @ Old ward");
    const QList<Facility> facilities {{FacilityId(QStringLiteral("f1")), QStringLiteral("Ward 7"), {}, {}},
        {FacilityId(QStringLiteral("f2")), QStringLiteral("Ward 8"), {}, {}}};
    QCOMPARE(centreAnswersIn(entry, facilities).size(), 2);
    entry.target = QStringLiteral("FAC-02 @ Ward 8");
    QCOMPARE(centreAnswersIn(entry, facilities),
        (QList<ResponseKey> {{CriterionId(QStringLiteral("FAC-02")), facilities.last().id, Party::Centre}}));
    entry.role = Role::Auditor;
    QVERIFY(centreAnswersIn(entry, facilities).isEmpty());
}

QTEST_GUILESS_MAIN(TestHiddenAnswers)
#include "tst_hiddenanswers.moc"
