// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/visitstore.h"

#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

namespace {

PlanSlot slotAt(int number, int from)
{
    PlanSlot slot;
    slot.id = PlanSlotId(QStringLiteral("slot-%1").arg(number));
    slot.day = QDate(2026, 12, 1);
    slot.fromMinute = from;
    slot.toMinute = from + 45;
    slot.facility = FacilityId(QStringLiteral("facility-b"));
    slot.auditor = QStringLiteral("Ada Field");
    slot.toMeet = QStringLiteral("head nurse – Ω");
    slot.topic = QStringLiteral("toxicity");
    return slot;
}

InformationRequest request(int number)
{
    InformationRequest request;
    request.id = RequestId(QStringLiteral("request-%1").arg(number));
    request.number = number;
    request.criterion = CriterionId(QStringLiteral("TOX-01"));
    request.question = QStringLiteral("Where is the plan?");
    request.askedOn = QDate(2026, 11, 1);
    request.dueOn = QDate(2026, 11, 15);
    request.answer = QStringLiteral("Here.\nPage 2");
    request.answeredOn = QDate(2026, 11, 10);
    request.state = RequestState::Settled;
    return request;
}

} // namespace

class TestVisitStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFile> m_file;
    const AuditId m_audit = audit().id;
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }
    template <class T> void put(const T &value)
    {
        inTransaction(*m_file, [&] { succeed(VisitStore(*m_file).put(m_audit, value)); });
    }
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

    void thePlanComesBackByTime()
    {
        PlanSlot anywhere = slotAt(1, 500);
        anywhere.facility = {};
        put(slotAt(2, 600));
        put(slotAt(1, 700));
        put(anywhere); // replaces
        reopen();
        QCOMPARE(valueOf(VisitStore(*m_file).plan(m_audit)), (QList<PlanSlot> {anywhere, slotAt(2, 600)}));
        QCOMPARE(valueOf(m_file->check()), QStringList());
        inTransaction(*m_file, [&] { succeed(VisitStore(*m_file).removeSlot(m_audit, anywhere.id)); });
        QCOMPARE(valueOf(VisitStore(*m_file).plan(m_audit)), QList<PlanSlot> {slotAt(2, 600)});
    }

    void declarationsAreKeptByMember()
    {
        const CoiDeclaration none {QStringLiteral("Ben"), CoiStatement::None, {}, QDate(2026, 11, 2)};
        CoiDeclaration tied {QStringLiteral("Ada"), CoiStatement::None, {}, QDate(2026, 11, 2)};
        put(none);
        put(tied);
        tied.statement = CoiStatement::Declared;
        tied.text = QStringLiteral("Trained there in 2019.");
        put(tied);
        reopen();
        QCOMPARE(valueOf(VisitStore(*m_file).declarations(m_audit)), (QList<CoiDeclaration> {tied, none}));
        inTransaction(*m_file, [&] { succeed(VisitStore(*m_file).removeDeclaration(m_audit, tied.member)); });
        QCOMPARE(valueOf(VisitStore(*m_file).declarations(m_audit)), QList<CoiDeclaration> {none});
    }

    void requestsComeBackByNumber()
    {
        InformationRequest open = request(1);
        open.criterion = {};
        open.dueOn = {};
        open.answer.clear();
        open.answeredOn = {};
        open.state = RequestState::Asked;
        put(request(2));
        put(request(1));
        put(open);
        reopen();
        QCOMPARE(valueOf(VisitStore(*m_file).requests(m_audit)), (QList<InformationRequest> {open, request(2)}));
        inTransaction(*m_file, [&] { succeed(VisitStore(*m_file).removeRequest(m_audit, open.id)); });
        QCOMPARE(valueOf(VisitStore(*m_file).requests(m_audit)), QList<InformationRequest> {request(2)});
        InformationRequest twin = request(3);
        twin.number = 2;
        const Transaction transaction = valueOf(m_file->begin());
        QCOMPARE(VisitStore(*m_file).put(m_audit, twin).error().code, ErrorCode::Conflict);
    }

    void eachMeetingIsKeptOnce()
    {
        const Meeting closing {MeetingKind::Closing, {}, {}, QStringLiteral("thanks")};
        Meeting opening {MeetingKind::Opening, QDate(2026, 12, 1),
            {QStringLiteral("Director"), QStringLiteral("Head nurse")}, QString()};
        put(closing);
        put(opening);
        opening.attendance.append(QStringLiteral("Pharmacist"));
        put(opening);
        reopen();
        QCOMPARE(valueOf(VisitStore(*m_file).meetings(m_audit)), (QList<Meeting> {opening, closing}));
        inTransaction(*m_file, [&] { succeed(VisitStore(*m_file).removeMeeting(m_audit, MeetingKind::Closing)); });
        QCOMPARE(valueOf(VisitStore(*m_file).meetings(m_audit)), QList<Meeting> {opening});
    }

    void remindersBelongToOnePerson()
    {
        const CriterionId criterion(QStringLiteral("TOX-01"));
        const QString ada = QStringLiteral("Ada");
        const auto set = [&](const QString &person, const QString &text) {
            inTransaction(*m_file, [&] { succeed(VisitStore(*m_file).putReminder(m_audit, criterion, person, text)); });
        };
        set(ada, QStringLiteral("look again"));
        set(QStringLiteral("Ben"), QStringLiteral("ask Ada"));
        set(ada, QStringLiteral("look twice"));
        reopen();
        const QHash<CriterionId, QString> expected {{criterion, QStringLiteral("look twice")}};
        QCOMPARE(valueOf(VisitStore(*m_file).reminders(m_audit, ada)), expected);
        set(ada, {});
        QVERIFY(valueOf(VisitStore(*m_file).reminders(m_audit, ada)).isEmpty());
    }

    void rowsThatCannotBeReadAreCorrupt_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::newRow("day") << QByteArray("UPDATE plan_slot SET day = 'soon'");
        QTest::newRow("state") << QByteArray("UPDATE information_request SET state = 'lost'");
        QTest::newRow("kind") << QByteArray("UPDATE meeting SET kind = 'lunch'");
        QTest::newRow("statement") << QByteArray("UPDATE coi_declaration SET statement = 'perhaps'");
    }

    void rowsThatCannotBeReadAreCorrupt()
    {
        QFETCH(QByteArray, damage);
        put(slotAt(1, 500));
        put(request(1));
        put(Meeting());
        put(CoiDeclaration {QStringLiteral("Ada"), CoiStatement::None, {}, QDate(2026, 11, 2)});
        m_file.reset();
        runRaw(path(), damage.constData());
        m_file = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadWrite, opening()));
        const VisitStore store(*m_file);
        const auto plan = store.plan(m_audit);
        const auto requests = store.requests(m_audit);
        const auto meetings = store.meetings(m_audit);
        const auto declarations = store.declarations(m_audit);
        QList<ErrorCode> codes;
        for (const Error *error : {plan ? nullptr : &plan.error(), requests ? nullptr : &requests.error(),
                 meetings ? nullptr : &meetings.error(), declarations ? nullptr : &declarations.error()})
            if (error)
                codes.append(error->code);
        QCOMPARE(codes, QList<ErrorCode> {ErrorCode::Corrupt});
    }

    void whatIsAnotherAuditsIsNotTaken()
    {
        put(slotAt(1, 500));
        Audit other = audit();
        other.id = AuditId(QStringLiteral("audit-other"));
        inTransaction(*m_file, [&] { succeed(AuditStore(*m_file).insert(other)); });
        const Transaction transaction = valueOf(m_file->begin());
        QCOMPARE(VisitStore(*m_file).put(other.id, slotAt(1, 700)).error().code, ErrorCode::Conflict);
    }
};

QTEST_GUILESS_MAIN(TestVisitStore)
#include "tst_visitstore.moc"
