// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/auditstore.h"

#include "resources/resources.h"
#include "tests/core/storage/samples.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestAuditStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFile> m_file;
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }

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

    void anAuditComesBackAsItWas()
    {
        m_file.reset();
        m_file = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadWrite, opening()));
        QCOMPARE(valueOf(AuditStore(*m_file).load(audit().id)), audit());
    }

    void aChangeReplacesEverythingButTheCreation()
    {
        Audit changed = audit();
        changed.title = QStringLiteral("Other");
        changed.state = AuditState::Cancelled;
        changed.scope = {};
        changed.startsOn = QDate();
        changed.team.removeFirst();
        inTransaction(*m_file, [&] { succeed(AuditStore(*m_file).update(changed)); });
        QCOMPARE(valueOf(AuditStore(*m_file).load(changed.id)), changed);
        Audit unknown = changed;
        unknown.id = AuditId(QStringLiteral("unknown"));
        const Transaction transaction = valueOf(m_file->begin());
        QCOMPARE(AuditStore(*m_file).update(unknown).error().code, ErrorCode::NotFound);
    }

    void whatAnAuditRefersToMustBeThere_data()
    {
        QTest::addColumn<int>("part");
        QTest::newRow("centre") << 0;
        QTest::newRow("facility") << 1;
        QTest::newRow("pack") << 2;
    }

    void whatAnAuditRefersToMustBeThere()
    {
        QFETCH(int, part);
        Audit dangling = audit();
        dangling.id = AuditId(QStringLiteral("audit-2"));
        if (part == 0)
            dangling.centre = CentreId(QStringLiteral("nowhere"));
        if (part == 1)
            dangling.scope.facilities = {FacilityId(QStringLiteral("nowhere"))};
        if (part == 2)
            dangling.packs = {pin(3)};
        const Transaction transaction = valueOf(m_file->begin());
        QCOMPARE(AuditStore(*m_file).insert(dangling).error().code, ErrorCode::Refused);
    }

    void theSameAuditTwiceIsAConflict()
    {
        const Transaction transaction = valueOf(m_file->begin());
        QCOMPARE(AuditStore(*m_file).insert(audit()).error().code, ErrorCode::Conflict);
    }

    void answersComeBackAsTheyWere()
    {
        inTransaction(*m_file, [&] {
            for (const Response &response : responses())
                succeed(AuditStore(*m_file).putResponse(audit().id, response));
        });
        QCOMPARE(valueOf(AuditStore(*m_file).responses(audit().id)), responses());
        QVERIFY(valueOf(AuditStore(*m_file).responses(AuditId(QStringLiteral("other")))).isEmpty());
    }

    void anAnswerReplacesTheOneAtItsKey()
    {
        Response answer = responses().first();
        inTransaction(*m_file, [&] { succeed(AuditStore(*m_file).putResponse(audit().id, answer)); });
        answer.level = ResponseLevel::Met;
        answer.justification.clear();
        answer.naAccepted = false;
        answer.note = QStringLiteral("seen");
        answer.answeredBy = QStringLiteral("Ben Ode");
        answer.answeredAt = momentAt(900);
        inTransaction(*m_file, [&] { succeed(AuditStore(*m_file).putResponse(audit().id, answer)); });
        QCOMPARE(valueOf(AuditStore(*m_file).responses(audit().id)), QList<Response>{answer});
    }

    void anAnswerThatSaysNothingIsDeleted()
    {
        Response answer = response(QStringLiteral("TOX-01"), ResponseLevel::Met);
        inTransaction(*m_file, [&] { succeed(AuditStore(*m_file).putResponse(audit().id, answer)); });
        answer.level = ResponseLevel::NotAssessed;
        inTransaction(*m_file, [&] { succeed(AuditStore(*m_file).putResponse(audit().id, answer)); });
        QVERIFY(valueOf(AuditStore(*m_file).responses(audit().id)).isEmpty());
    }

    void answersOfUnknownAuditsAndFacilitiesAreRefused()
    {
        const Transaction transaction = valueOf(m_file->begin());
        Response answer = response(QStringLiteral("TOX-01"), ResponseLevel::Met);
        const auto stray = AuditStore(*m_file).putResponse(AuditId(QStringLiteral("other")), answer);
        QCOMPARE(stray.error().code, ErrorCode::Refused);
        answer.key.facility = FacilityId(QStringLiteral("nowhere"));
        QCOMPARE(AuditStore(*m_file).putResponse(audit().id, answer).error().code, ErrorCode::Refused);
    }

    void aCentreStaysFrozenAsItWas()
    {
        QVERIFY(!valueOf(AuditStore(*m_file).frozenCentre(audit().id)));
        inTransaction(*m_file, [&] { succeed(AuditStore(*m_file).freezeCentre(audit().id, centre())); });
        Centre renamed = centre();
        renamed.name = QStringLiteral("Renamed");
        inTransaction(*m_file, [&] { succeed(CentreStore(*m_file).updateIdentity(renamed)); });
        QCOMPARE(valueOf(AuditStore(*m_file).frozenCentre(audit().id)), std::optional<Centre>(centre()));
        inTransaction(*m_file, [&] { succeed(AuditStore(*m_file).freezeCentre(audit().id, renamed)); });
        QCOMPARE(valueOf(AuditStore(*m_file).frozenCentre(audit().id)), std::optional<Centre>(renamed));
    }

    void theListCountsTheAnswersThatMakeTheResult()
    {
        Audit self = audit();
        self.id = AuditId(QStringLiteral("audit-self"));
        self.kind = AuditKind::SelfAssessment;
        self.startsOn = QDate(2027, 1, 1);
        Audit undated = audit();
        undated.id = AuditId(QStringLiteral("audit-undated"));
        undated.startsOn = QDate();
        inTransaction(*m_file, [&] {
            AuditStore audits(*m_file);
            succeed(audits.insert(undated));
            succeed(audits.insert(self));
            for (const AuditId &id : {self.id, audit().id}) {
                for (const Response &response : responses())
                    succeed(audits.putResponse(id, response));
                succeed(audits.putResponse(id, response(QStringLiteral("TOX-09"), ResponseLevel::Met)));
            }
        });
        const QList<AuditSummary> lines = valueOf(AuditStore(*m_file).list());
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0],
            (AuditSummary{
                self.id, centre().id, centre().name, true, self.title, self.kind, self.state, self.startsOn, 1}));
        QCOMPARE(lines[1].id, audit().id);
        QCOMPARE(lines[1].answered, 2); // by auditors; the note without a level is no answer
        QCOMPARE(lines[2].id, undated.id);
        QCOMPARE(lines[2].answered, 0);
    }

    void threeHundredAuditsAreListedQuickly()
    {
        AuditStore audits(*m_file);
        inTransaction(*m_file, [&] {
            for (int i = 0; i < 300; ++i) {
                Audit one = audit();
                one.id = AuditId(QStringLiteral("many-%1").arg(i));
                succeed(audits.insert(one));
                for (int j = 0; j < 150; ++j)
                    succeed(audits.putResponse(one.id, response(QStringLiteral("C-%1").arg(j), ResponseLevel::Met)));
            }
        });
        m_file.reset();
        QElapsedTimer timer;
        timer.start();
        m_file = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadWrite, opening()));
        qInfo("300 audits with 150 answers each opened and checked in %lld ms", timer.elapsed());
        QCOMPARE(m_file->faults(), QStringList());
        timer.restart();
        const QList<AuditSummary> lines = valueOf(AuditStore(*m_file).list());
        qInfo("300 audits with 150 answers each listed in %lld ms", timer.elapsed());
        QCOMPARE(lines.size(), 301);
        QVERIFY(std::all_of(lines.begin(), lines.end(),
            [](const AuditSummary &line) { return line.answered == (line.id == audit().id ? 0 : 150); }));
    }
};

QTEST_GUILESS_MAIN(TestAuditStore)
#include "tst_auditstore.moc"
