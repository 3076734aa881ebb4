// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/changefindingcommand.h"
#include "app/commands/raisefindingcommand.h"
#include "app/commands/responsecommand.h"
#include "tests/support/sessionroom.h"

#include <QTest>
#include <QUndoStack>

using namespace cq;
using namespace cq::testing;

/// The undo commands of the audit view over a live session.
class TestResponseCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoPutsTheWholeAnswerBackAndRedoBringsItAgain();
    void typingOnInOneNoteIsOneStep();
    void twoStretchesOfTypingAreTwoSteps();
    void whatIsRefusedLeavesTheStackAsItWas();
    void inConsolidationUndoGivesItsOwnReason();
    void undoOnceFrozenIsRefusedAndLeavesTheStack();
    void aFindingIsRaisedTakenBackAndPutBackUnderItsNumber();
    void aChangeOfAFindingIsUndone();

private:
    static ResponseCommand::Change noteChange(SessionRoom &room, const QString &note, int typing);
    Refusal remember()
    {
        return [this](const Error &error) { m_refused.append(error); };
    }
    QList<Error> m_refused;
};

ResponseCommand::Change TestResponseCommand::noteChange(SessionRoom &room, const QString &note, int typing)
{
    const Response before = room.session->responses().at(room.key("GOV-01"));
    Response after = before;
    after.note = note;
    return {ResponseCommand::Part::Note, before, after, {}, typing};
}

void TestResponseCommand::undoPutsTheWholeAnswerBackAndRedoBringsItAgain()
{
    SessionRoom room;
    QUndoStack stack;
    ResponseDesk &desk = room.session->responses();
    const ResponseKey key = room.key("GOV-01");
    const Response before = desk.at(key);
    Response after = before;
    after.level = ResponseLevel::NotApplicable;
    after.justification = QStringLiteral("No such activity.");
    stack.push(new ResponseCommand(desk, {ResponseCommand::Part::Level, before, after, {}, 0}, remember()));
    const Response stored = desk.at(key);
    QCOMPARE(stored.level, ResponseLevel::NotApplicable);
    QVERIFY(stack.undoText().contains(QStringLiteral("GOV-01")));
    stack.undo();
    QCOMPARE(desk.at(key), before);
    stack.redo();
    QCOMPARE(desk.at(key), stored);
    QVERIFY(m_refused.isEmpty());
}

void TestResponseCommand::typingOnInOneNoteIsOneStep()
{
    SessionRoom room;
    QUndoStack stack;
    ResponseDesk &desk = room.session->responses();
    for (const char *text : {"Seen", "Seen in", "Seen in June"})
        stack.push(new ResponseCommand(desk, noteChange(room, QString::fromLatin1(text), 7), remember()));
    QCOMPARE(stack.count(), 1);
    QCOMPARE(desk.at(room.key("GOV-01")).note, QStringLiteral("Seen in June"));
    stack.undo();
    QCOMPARE(desk.at(room.key("GOV-01")).note, QString());
    stack.redo();
    QCOMPARE(desk.at(room.key("GOV-01")).note, QStringLiteral("Seen in June"));
}

void TestResponseCommand::twoStretchesOfTypingAreTwoSteps()
{
    SessionRoom room;
    QUndoStack stack;
    ResponseDesk &desk = room.session->responses();
    stack.push(new ResponseCommand(desk, noteChange(room, QStringLiteral("one"), 1), remember()));
    stack.push(new ResponseCommand(desk, noteChange(room, QStringLiteral("two"), 2), remember()));
    QCOMPARE(stack.count(), 2);
    stack.undo();
    QCOMPARE(desk.at(room.key("GOV-01")).note, QStringLiteral("one"));
}

void TestResponseCommand::whatIsRefusedLeavesTheStackAsItWas()
{
    SessionRoom room;
    QUndoStack stack;
    ResponseDesk &desk = room.session->responses();
    stack.push(new ResponseCommand(desk, noteChange(room, QStringLiteral("kept"), 1), remember()));
    const QString tooLong(ResponseDesk::maxTextLength + 1, u'x');
    m_refused.clear();
    stack.push(new ResponseCommand(desk, noteChange(room, tooLong, 1), remember()));
    QCOMPARE(stack.count(), 1);
    QCOMPARE(m_refused.size(), 1);
    QCOMPARE(desk.at(room.key("GOV-01")).note, QStringLiteral("kept"));
    stack.undo();
    QCOMPARE(desk.at(room.key("GOV-01")).note, QString());
}

void TestResponseCommand::inConsolidationUndoGivesItsOwnReason()
{
    SessionRoom room;
    QUndoStack stack;
    ResponseDesk &desk = room.session->responses();
    QVERIFY(room.session->moveTo(AuditState::Consolidation, QString()));
    const ResponseKey key = room.key("GOV-01");
    Response after = desk.at(key);
    after.level = ResponseLevel::Met;
    m_refused.clear();
    stack.push(new ResponseCommand(desk, {ResponseCommand::Part::Level, desk.at(key), after, {}, 0}, remember()));
    QVERIFY(desk.needsReason(key));
    stack.undo();
    QVERIFY(m_refused.isEmpty());
    QCOMPARE(desk.at(key).level, ResponseLevel::NotAssessed);
    QVERIFY(!room.session->trail().value().constLast().reason.isEmpty());
}

void TestResponseCommand::undoOnceFrozenIsRefusedAndLeavesTheStack()
{
    SessionRoom room;
    QUndoStack stack;
    ResponseDesk &desk = room.session->responses();
    stack.push(new ResponseCommand(desk, noteChange(room, QStringLiteral("before"), 1), remember()));
    QVERIFY(room.session->moveTo(AuditState::Submitted, QString()));
    m_refused.clear();
    stack.undo();
    QCOMPARE(m_refused.size(), 1);
    QCOMPARE(stack.count(), 0);
    QCOMPARE(desk.at(room.key("GOV-01")).note, QStringLiteral("before"));
}

void TestResponseCommand::aFindingIsRaisedTakenBackAndPutBackUnderItsNumber()
{
    SessionRoom room;
    QUndoStack stack;
    FindingDesk &desk = room.session->findings();
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    const Finding proposed = *desk.proposed(CriterionId(QStringLiteral("GOV-01")), {});
    stack.push(new RaiseFindingCommand(desk, proposed, remember()));
    QCOMPARE(desk.all().size(), 1);
    const Finding raised = desk.all().constFirst();
    stack.undo();
    QCOMPARE(desk.all().size(), 0);
    stack.redo();
    QCOMPARE(desk.all(), QList<Finding> {raised});
    QVERIFY(desk.moveTo(raised.id, FindingState::Proposed, QString()));
    m_refused.clear();
    stack.undo(); // no longer only noted
    QCOMPARE(m_refused.size(), 1);
    QCOMPARE(desk.all().size(), 1);
    QCOMPARE(stack.count(), 0);
}

void TestResponseCommand::aChangeOfAFindingIsUndone()
{
    SessionRoom room;
    QUndoStack stack;
    FindingDesk &desk = room.session->findings();
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    const auto id = desk.raise(*desk.proposed(CriterionId(QStringLiteral("GOV-01")), {}));
    const Finding before = *desk.find(*id);
    Finding after = before;
    after.severity = Severity::Critical;
    after.statement = QStringLiteral("Nobody knows the scope.");
    stack.push(new ChangeFindingCommand(desk, before, after, {}, 0, remember()));
    QCOMPARE(desk.find(*id)->severity, Severity::Critical);
    stack.undo();
    QCOMPARE(*desk.find(*id), before);
    stack.redo();
    QCOMPARE(*desk.find(*id), after);
}

QTEST_MAIN(TestResponseCommand)
#include "tst_responsecommand.moc"
