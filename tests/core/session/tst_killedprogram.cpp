// SPDX-License-Identifier: GPL-3.0-or-later
// A program that answers through the session is killed at random moments; what it acknowledged must be there.
#include "tests/support/sessionroom.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QTest>

#include <random>

using namespace cq;
using namespace cq::testing;

class TestKilledProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost_data();
    void nothingAcknowledgedIsLost();
};

// Eight files, each survives all its kills: checking a file takes longer with every entry in its trail.
void TestKilledProgram::nothingAcknowledgedIsLost_data()
{
    constexpr int files = 8;
    const int kills = qEnvironmentVariableIntValue("CQ_KILLS") > 0 ? qEnvironmentVariableIntValue("CQ_KILLS") : 200;
    const unsigned seed = unsigned(qEnvironmentVariableIntValue("CQ_SEED"));
    QTest::addColumn<int>("kills");
    QTest::addColumn<unsigned>("seed");
    for (int file = 0; file < files; ++file)
        QTest::addRow("file %d", file + 1) << (kills + files - 1) / files << seed + unsigned(file);
}

void TestKilledProgram::nothingAcknowledgedIsLost()
{
    QFETCH(const int, kills);
    QFETCH(const unsigned, seed);
    std::mt19937 random(seed);
    SessionRoom room;
    const AuditId audit = room.auditId;
    QHash<ResponseKey, ResponseLevel> acknowledged;
    qsizetype answers = 0;
    for (int kill = 0; kill < kills; ++kill) {
        room.session.reset();
        room.workspace.reset();
        QProcess process;
        process.start(QStringLiteral(CQ_ANSWERING),
            {room.path(), audit.text(), QString::number(seed * 1000 + unsigned(kill))});
        QVERIFY(process.waitForReadyRead(30000));
        // The moment is drawn, in microseconds of its work; the kill itself is SIGKILL.
        QByteArray said;
        QDeadlineTimer moment(std::chrono::microseconds(random() % 60000), Qt::PreciseTimer);
        while (!moment.hasExpired()) {
            process.waitForReadyRead(1);
            said += process.readAllStandardOutput();
        }
        process.kill();
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        said += process.readAllStandardOutput();
        said.truncate(said.lastIndexOf('\n') + 1); // a line cut short was never acknowledged

        // One level may be newer than what was said: written and durable, but killed before saying so.
        room.workspace = Workspace::open(room.path(), room.person, Workspace::Access::ReadWrite, room.surroundings).value();
        room.session = room.workspace->openAudit(audit).value();
        for (const QByteArray &line : said.split('\n')) {
            const QList<QByteArray> parts = line.split('|');
            if (parts.size() != 3)
                continue;
            const ResponseKey key {CriterionId(QString::fromLatin1(parts[0])), FacilityId(QString::fromLatin1(parts[1])),
                Party::Auditor};
            acknowledged.insert(key, fromText<ResponseLevel>(QString::fromLatin1(parts[2])).value());
            ++answers;
        }
        int differing = 0;
        for (auto it = acknowledged.begin(); it != acknowledged.end(); ++it) {
            const ResponseLevel stored = room.session->responses().at(it.key()).level;
            QVERIFY(stored != ResponseLevel::NotAssessed);
            differing += stored != it.value();
            it.value() = stored;
        }
        QVERIFY2(differing <= 1, qPrintable(QStringLiteral("kill %1: %2 answers differ").arg(kill).arg(differing)));
        QVERIFY(room.workspace->faults().isEmpty());
        QVERIFY(verifyTrail(room.session->trail().value()));
        QVERIFY2(room.workspace->check().value().isEmpty(), qPrintable(QStringLiteral("kill %1").arg(kill)));
    }
    QVERIFY(answers > kills);
    qInfo("%d kills, %lld acknowledged answers, none lost", kills, static_cast<long long>(answers));
}

QTEST_GUILESS_MAIN(TestKilledProgram)
#include "tst_killedprogram.moc"
