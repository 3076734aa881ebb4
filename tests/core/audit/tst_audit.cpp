// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit.h"

#include <QTest>

using namespace cq;

class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statesMoveAsInTheTable_data();
    void statesMoveAsInTheTable();
    void answersStandStillFromSubmissionOn();
    void theCentreAnswersItsSelfAssessmentOnly();
    void observersWriteInNoLane();
};

// One letter for each state to move to, in the order of the enum: f forward, b backward (needs a reason), - not
// allowed.
void TestAudit::statesMoveAsInTheTable_data()
{
    QTest::addColumn<QString>("moves");
    const auto row = [](const char *from, const char *moves) { QTest::newRow(from) << QString::fromLatin1(moves); };
    // clang-format off
    //                      DPSPOCSRADCX
    row("draft",           "-ffffff----b");
    row("planned",         "b-fffff----b");
    row("self-assessment", "bb-ffff----b");
    row("pre-review",      "bbb-fff----b");
    row("on-site",         "bbbb-ff----b");
    row("consolidation",   "bbbbb-f----b");
    row("submitted",       "bbbbbb-f---b");
    row("in-review",       "bbbbbbb-ff-b");
    row("actions-open",    "bbbbbbbb-f-b");
    row("decided",         "bbbbbbbbb-fb");
    row("closed",          "------------");
    row("cancelled",       "------------");
    // clang-format on
}

void TestAudit::statesMoveAsInTheTable()
{
    QFETCH(QString, moves);
    const AuditState from = fromText<AuditState>(QString::fromLatin1(QTest::currentDataTag())).value();
    QString found;
    for (const auto &[to, word] : EnumText<AuditState>::table) {
        switch (stateMove(from, to)) {
        case StateMove::Forward:
            found += u'f';
            break;
        case StateMove::Backward:
            found += u'b';
            break;
        case StateMove::NotAllowed:
            found += u'-';
            break;
        }
    }
    QCOMPARE(found, moves);
}

void TestAudit::answersStandStillFromSubmissionOn()
{
    QStringList moving;
    for (const auto &[state, word] : EnumText<AuditState>::table)
        if (!isFrozen(state))
            moving.append(textOf(state));
    QCOMPARE(moving.join(u' '), QStringLiteral("draft planned self-assessment pre-review on-site consolidation"));
}

void TestAudit::theCentreAnswersItsSelfAssessmentOnly()
{
    for (const auto &[kind, word] : EnumText<AuditKind>::table)
        QCOMPARE(resultParty(kind), kind == AuditKind::SelfAssessment ? Party::Centre : Party::Auditor);
}

void TestAudit::observersWriteInNoLane()
{
    QCOMPARE(partyOf(Role::Observer), std::optional<Party>());
    QCOMPARE(partyOf(Role::QualityManager), std::optional(Party::Centre));
    QCOMPARE(partyOf(Role::Reviewer), std::optional(Party::Reviewer));
    for (const Role role : {Role::LeadAuditor, Role::Auditor, Role::TechnicalExpert})
        QCOMPARE(partyOf(role), std::optional(Party::Auditor));
}

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
