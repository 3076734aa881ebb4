// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/correctiveaction.h"

#include <QTest>

#include <functional>

using namespace cq;

class TestCorrectiveAction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerLacksWhatIsBlank_data();
    void anAnswerLacksWhatIsBlank();
    void whatIsNoNonconformityLacksNothing();
    void aProofCountsOnceItSaysWhereToFindIt();
    void majorsAndCriticalsWantACheck_data();
    void majorsAndCriticalsWantACheck();
    void partsAreWrittenWhenAndByWhomTheTableSays_data();
    void partsAreWrittenWhenAndByWhomTheTableSays();
    void stepsBeginWhenTheCentreIsAsked();

private:
    static CorrectiveAction complete();
};

CorrectiveAction TestCorrectiveAction::complete()
{
    CorrectiveAction action;
    action.containment = QStringLiteral("Device taken out of use.");
    action.correction = QStringLiteral("Report signed.");
    action.rootCause = QStringLiteral("Nobody owns validation reports.");
    action.action = QStringLiteral("An owner is named in the procedure.");
    action.owner = QStringLiteral("Head of the laboratory");
    action.dueOn = QDate(2026, 12, 1);
    return action;
}

void TestCorrectiveAction::anAnswerLacksWhatIsBlank_data()
{
    using Spoil = std::function<void(CorrectiveAction &)>;
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QList<ActionGap>>("gaps");
    const auto row = [](const char *name, Severity severity, const Spoil &spoil, const QList<ActionGap> &gaps) {
        QTest::newRow(name) << severity << spoil << gaps;
    };
    row("complete", Severity::Critical, [](CorrectiveAction &) {}, {});
    row("containment of a critical", Severity::Critical, [](CorrectiveAction &a) { a.containment = QStringLiteral(" \n"); },
        {ActionGap::Containment});
    row("containment of a major", Severity::Major, [](CorrectiveAction &a) { a.containment.clear(); }, {});
    row("correction", Severity::Minor, [](CorrectiveAction &a) { a.correction.clear(); }, {ActionGap::Correction});
    row("cause", Severity::Minor, [](CorrectiveAction &a) { a.rootCause.clear(); }, {ActionGap::RootCause});
    row("action and owner", Severity::Minor,
        [](CorrectiveAction &a) {
            a.action.clear();
            a.owner.clear();
        },
        {ActionGap::Action, ActionGap::Owner});
    row("due day", Severity::Minor, [](CorrectiveAction &a) { a.dueOn = {}; }, {ActionGap::DueDay});
    row("everything", Severity::Critical, [](CorrectiveAction &a) { a = {}; },
        {ActionGap::Containment, ActionGap::Correction, ActionGap::RootCause, ActionGap::Action, ActionGap::Owner,
            ActionGap::DueDay});
}

void TestCorrectiveAction::anAnswerLacksWhatIsBlank()
{
    QFETCH(Severity, severity);
    QFETCH(std::function<void(CorrectiveAction &)>, spoil);
    QFETCH(QList<ActionGap>, gaps);
    Finding finding;
    finding.severity = severity;
    CorrectiveAction action = complete();
    spoil(action);
    QCOMPARE(gapsOf(finding, action), gaps);
}

void TestCorrectiveAction::whatIsNoNonconformityLacksNothing()
{
    Finding finding;
    finding.severity = Severity::Critical; // without meaning here
    for (const FindingKind kind : {FindingKind::Ofi, FindingKind::GoodPractice}) {
        finding.kind = kind;
        QVERIFY(gapsOf(finding, {}).isEmpty());
        QVERIFY(!needsEffectivenessCheck(finding));
    }
}

void TestCorrectiveAction::aProofCountsOnceItSaysWhereToFindIt()
{
    CorrectiveAction action;
    QCOMPARE(missingProofs(action).size(), 5);
    for (const auto &[proof, word] : EnumText<Proof>::table)
        action.proofs.insert(proof, QStringLiteral("Binder 2, page 7"));
    QVERIFY(missingProofs(action).isEmpty());
    action.proofs[Proof::Approval] = QStringLiteral("  ");
    QCOMPARE(missingProofs(action), QList<Proof>{Proof::Approval});
}

void TestCorrectiveAction::majorsAndCriticalsWantACheck_data()
{
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<bool>("wanted");
    QTest::newRow("critical") << Severity::Critical << true;
    QTest::newRow("major") << Severity::Major << true;
    QTest::newRow("minor") << Severity::Minor << false;
}

void TestCorrectiveAction::majorsAndCriticalsWantACheck()
{
    QFETCH(Severity, severity);
    QFETCH(bool, wanted);
    Finding finding;
    finding.severity = severity;
    QCOMPARE(needsEffectivenessCheck(finding), wanted);
}

// Plan, proofs and dates as the centre (c) and as those who find or review (f) may write them in each state.
void TestCorrectiveAction::partsAreWrittenWhenAndByWhomTheTableSays_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("plan");
    QTest::addColumn<QString>("proofs");
    QTest::addColumn<QString>("dates");
    const auto row = [](const char *state, const char *plan, const char *proofs, const char *dates) {
        QTest::newRow(state) << QString::fromLatin1(state) << QString::fromLatin1(plan) << QString::fromLatin1(proofs)
                             << QString::fromLatin1(dates);
    };
    row("noted", "", "", "");
    row("proposed", "", "", "");
    row("confirmed", "", "", "");
    row("modified", "", "", "");
    row("withdrawn", "", "", "");
    row("response-requested", "c", "c", "cf");
    row("response-received", "", "", "f");
    row("returned", "c", "c", "cf");
    row("accepted", "", "c", "f");
    row("closed", "", "", "f");
    row("effectiveness-verified", "", "", "");
}

void TestCorrectiveAction::partsAreWrittenWhenAndByWhomTheTableSays()
{
    QFETCH(QString, state);
    const FindingState in = fromText<FindingState>(state).value();
    const auto who = [in](ActionPart part) {
        QString letters;
        if (mayWrite(part, in, {false, false, true}))
            letters += u'c';
        const bool finder = mayWrite(part, in, {true, false, false});
        if (finder != mayWrite(part, in, {false, true, false}))
            letters += u'?';
        if (finder)
            letters += u'f';
        if (mayWrite(part, in, {}))
            letters += u'!';
        return letters;
    };
    QTEST(who(ActionPart::Plan), "plan");
    QTEST(who(ActionPart::Proofs), "proofs");
    QTEST(who(ActionPart::Dates), "dates");
}

void TestCorrectiveAction::stepsBeginWhenTheCentreIsAsked()
{
    QStringList steps;
    for (const auto &[state, word] : EnumText<FindingState>::table)
        if (isActionStep(state))
            steps.append(QString::fromLatin1(word));
    QCOMPARE(steps.join(u' '),
        QStringLiteral("response-requested response-received accepted returned closed effectiveness-verified"));
}

QTEST_GUILESS_MAIN(TestCorrectiveAction)
#include "tst_correctiveaction.moc"
