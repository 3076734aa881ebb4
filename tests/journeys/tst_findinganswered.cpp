// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/auditpage.h"
#include "tests/app/audit/askedaudit.h"
#include "tests/app/scriptedprompts.h"

#include <QDateEdit>
#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

/// The audit in its window, worked by the keyboard alone.
class Desk
{
public:
    explicit Desk(AskedAudit &room)
        : m_room(room)
        , m_page(room.workspace->openAudit(room.auditId).value(), prompts)
    {
        m_page.resize(1280, 720);
        m_page.show();
        m_page.activateWindow();
        if (!QTest::qWaitForWindowActive(&m_page))
            throw std::runtime_error("the window does not come to the front");
        m_page.showFinding(room.id);
    }
    /// Somebody else sits down at the desk.
    void as(Role role)
    {
        m_room.becomes(role);
        m_page.showFinding(m_room.id);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    /// Tab after Tab until the field of this name has the focus.
    void goTo(const char *name)
    {
        constexpr int stops = 120;
        for (int stop = 0; stop < stops; ++stop) {
            if (QApplication::focusWidget()->objectName() == QLatin1String(name))
                return;
            press(Qt::Key_Tab);
        }
        throw std::runtime_error(std::string("Tab never comes to ") + name);
    }
    void openPart(Qt::Key letter) { press(letter, Qt::AltModifier); }
    void write(const char *field, const QString &text)
    {
        goTo(field);
        press(Qt::Key_End); // Tab marks what stands in a line
        type(text);
    }
    void choose(const char *button)
    {
        goTo(button);
        press(Qt::Key_Space);
    }
    FindingState state() { return m_page.session().findings().find(m_room.id)->state; }
    CorrectiveAction action() { return m_page.session().actions().at(m_room.id); }

    ScriptedPrompts prompts;

private:
    AskedAudit &m_room;
    AuditPage m_page;
};

} // namespace

/// A finding from the centre's answer to the proof that its action worked.
class TestFindingAnswered : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheAnswerToTheProofThatItWorked();
};

void TestFindingAnswered::fromTheAnswerToTheProofThatItWorked()
{
    AskedAudit room;
    Desk desk(room);

    // The centre answers, but says nothing of who owns the action.
    desk.openPart(Qt::Key_W);
    desk.write("correctionEdit", QStringLiteral("The scope was rewritten."));
    desk.write("why1Edit", QStringLiteral("Nobody looked."));
    desk.write("why2Edit", QStringLiteral("The document has no owner."));
    desk.choose("causeButton");
    QCOMPARE(desk.action().rootCause, QStringLiteral("The document has no owner."));
    desk.write("actionEdit", QStringLiteral("Every document gets an owner."));
    desk.choose("move-response-received");
    QCOMPARE(desk.state(), FindingState::ResponseRequested);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("ownerEdit"));
    desk.type(QStringLiteral("Quality manager"));
    desk.goTo("doneByEdit");
    qobject_cast<QDateEdit *>(QApplication::focusWidget())->setDate(room.now.localDate().addDays(40));
    desk.press(Qt::Key_Return);
    QTRY_COMPARE(desk.action().dueOn, room.now.localDate().addDays(40));
    desk.choose("move-response-received");
    QCOMPARE(desk.state(), FindingState::ResponseReceived);

    // The auditor returns it with a remark.
    desk.as(Role::LeadAuditor);
    desk.write("remarkEdit", QStringLiteral("A function alone is no owner: say who stands in."));
    desk.choose("move-returned");
    QCOMPARE(desk.state(), FindingState::Returned);

    // The manager answers again and adds the proofs.
    desk.as(Role::QualityManager);
    desk.openPart(Qt::Key_W);
    desk.write("ownerEdit", QStringLiteral(", in absence the deputy"));
    desk.openPart(Qt::Key_P);
    for (const char *field : {"explanationEdit", "implementationEdit", "revised-procedureEdit", "approvalEdit", "trainingEdit"})
        desk.write(field, QStringLiteral("Folder 7"));
    desk.choose("move-response-received");
    QCOMPARE(desk.action().proofs.size(), 5);
    QCOMPARE(desk.action().owner, QStringLiteral("Quality manager, in absence the deputy"));

    // The auditor accepts it, plans the check and closes the finding.
    desk.as(Role::LeadAuditor);
    desk.choose("move-accepted");
    QCOMPARE(desk.state(), FindingState::Accepted);
    desk.choose("move-closed");
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("plannedEdit"));
    desk.prompts.texts = {QStringLiteral("Half a year on.")};
    qobject_cast<QDateEdit *>(QApplication::focusWidget())->setDate(room.now.localDate().addDays(180));
    desk.press(Qt::Key_Return);
    QTRY_COMPARE(desk.action().check.plannedOn, room.now.localDate().addDays(180));
    desk.choose("move-closed");
    QCOMPARE(desk.state(), FindingState::Closed);

    // Half a year later it is looked at.
    room.now.utcMs += qint64(180) * 24 * 60 * 60 * 1000;
    desk.openPart(Qt::Key_P);
    desk.write("resultEdit", QStringLiteral("Ten of ten documents name an owner."));
    desk.choose("effectiveButton");
    QCOMPARE(desk.state(), FindingState::EffectivenessVerified);
    QCOMPARE(desk.action().steps.size(), 7);
    QVERIFY(room.workspace->check().value().isEmpty());
}

QTEST_MAIN(TestFindingAnswered)
#include "tst_findinganswered.moc"
