// SPDX-License-Identifier: GPL-3.0-or-later
// Reports from the session to the verifier: written, closed, reopened, judged.
#include "core/base/canonicaljson.h"
#include "core/report/reportwriter.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
#include "core/session/evidencelinkdesk.h"
#include "core/session/identityfile.h"
#include "core/session/reportcheck.h"
#include "core/session/reportjob.h"
#include "core/session/sampledesk.h"
#include "core/session/visitdesk.h"
#include "core/storage/snapshot.h"
#include "core/storage/snapshotstore.h"
#include "core/storage/workspacefile.h"
#include "tests/support/sessionroom.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestReportCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSameAuditGivesTheSameBytes();
    void aSignedReportIsGood();
    void aReportSignedBeforeThereWerePlacesIsStillGood();
    void otherToolsAcceptTheSignature();
    void anUnsignedReportSaysSo();
    void aFlippedByteIsTold_data();
    void aFlippedByteIsTold();
    void appendedBytesAreTold();
    void aResultThatDoesNotFollowIsTold();
    void aBrokenTrailIsTold();
    void existingFilesAreNeverOverwritten();
    void aReportWithARecordOfTheFirstVersionIsScoredAnew();
    void whatBelongsToAVisitIsInTheRecordAndTheReport();
    void aReminderLeavesTheWorkspaceNowhere();

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_room->file(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }
    ReportContent content() const
    {
        ReportContent content;
        content.record = m_room->session->record().value();
        content.packs = m_room->session->packs();
        content.sheet = m_room->session->board().sheet();
        content.withoutClaims = m_room->session->sheetWithoutClaims().value();
        return content;
    }
    ReportCheck check(const QString &path) const { return checkReport(path, {}, m_room->now).value(); }

    std::unique_ptr<SessionRoom> m_room;
    QString m_unsigned, m_signed;
};

void TestReportCheck::initTestCase()
{
    m_room = std::make_unique<SessionRoom>();
    QVERIFY(m_room->answer("GOV-01", ResponseLevel::Met));
    QVERIFY(m_room->answer("GOV-02", ResponseLevel::PartiallyMet));
    QVERIFY(m_room->answer("GOV-03", ResponseLevel::NotApplicable));
    const auto job = ReportJob::prepare(*m_room->session, QStringLiteral("en"));
    QVERIFY2(job, job ? "" : qPrintable(job.error().text()));
    m_unsigned = m_room->file("unsigned.pdf");
    m_signed = m_room->file("signed.pdf");
    const auto written = job->write(m_unsigned);
    QVERIFY2(written, written ? "" : qPrintable(written.error().text()));
    const auto identity = SigningIdentity::create(
        {QStringLiteral("Test Signer"), QStringLiteral("Test house"), KeyAlgorithm::EcP256}, m_room->now);
    QVERIFY(identity);
    const auto signedWell = job->writeSigned(m_signed, *identity, {.time = m_room->now, .name = {}});
    QVERIFY2(signedWell, signedWell ? "" : qPrintable(signedWell.error().text()));
}

void TestReportCheck::theSameAuditGivesTheSameBytes()
{
    const auto job = ReportJob::prepare(*m_room->session, QStringLiteral("en"));
    QVERIFY(job);
    const QString again = m_room->file("again.pdf");
    QVERIFY(job->write(again));
    QVERIFY(!read(again).isEmpty());
    QCOMPARE(read(again), read(m_unsigned));
}

void TestReportCheck::aSignedReportIsGood()
{
    const ReportCheck judged = check(m_signed);
    QCOMPARE(textOf(judged.verdict), QStringLiteral("good"));
    QCOMPARE(judged.problem, QString());
    QCOMPARE(judged.rescored, Rescored::Matches);
    QVERIFY(judged.trailHolds);
    QCOMPARE(judged.trailHead, QString::fromLatin1(trailHead(m_room->session->trail().value())));
    QCOMPARE(judged.signatures.signatures.size(), 1);
    const SignatureVerdict &signature = judged.signatures.signatures.first();
    QCOMPARE(signature.name, QStringLiteral("Test Signer"));
    QCOMPARE(signature.meaning, QStringLiteral("Authored"));
    QCOMPARE(signature.integrity, Integrity::Intact);
    QCOMPARE(signature.trust, Trust::SelfIssued);
    QCOMPARE(signature.coverage, Coverage::WholeFile);
    QCOMPARE(textOf(signature.level), QStringLiteral("B-B"));
    QVERIFY(!judged.signatures.laterChanges);
}

// Made by version 0.1.0 before reports had prepared places: the field was added by its one signature.
void TestReportCheck::aReportSignedBeforeThereWerePlacesIsStillGood()
{
    const ReportCheck judged = checkReport(
        QStringLiteral(CQ_SOURCE_DIR "/tests/data/reports/one-added-field.pdf"), {}, m_room->now).value();
    QCOMPARE(textOf(judged.verdict), QStringLiteral("good"));
    QCOMPARE(judged.rescored, Rescored::Matches);
    QCOMPARE(judged.signatures.signatures.size(), 1);
    QCOMPARE(judged.signatures.signatures.first().fieldName, QStringLiteral("Signature1"));
    QCOMPARE(judged.signatures.signatures.first().coverage, Coverage::WholeFile);
}

void TestReportCheck::otherToolsAcceptTheSignature()
{
    QProcess pdfsig;
    pdfsig.start(QStringLiteral("pdfsig"), {m_signed});
    QVERIFY2(pdfsig.waitForFinished(), "pdfsig (poppler-utils) is needed");
    const QByteArray said = pdfsig.readAllStandardOutput();
    QVERIFY2(said.contains("Signature is Valid"), said.constData());
    QVERIFY2(said.contains("Total document signed"), said.constData());
    QProcess qpdf;
    qpdf.start(QStringLiteral("qpdf"), {QStringLiteral("--check"), m_signed});
    QVERIFY2(qpdf.waitForFinished(), "qpdf is needed");
    QCOMPARE(qpdf.exitCode(), 0);
}

void TestReportCheck::anUnsignedReportSaysSo()
{
    const ReportCheck judged = check(m_unsigned);
    QCOMPARE(judged.verdict, ReportVerdict::Unsigned);
    QCOMPARE(judged.rescored, Rescored::Matches);
    QVERIFY(judged.signatures.signatures.isEmpty());
}

void TestReportCheck::aFlippedByteIsTold_data()
{
    QTest::addColumn<int>("perMille");
    for (const int perMille : {5, 100, 333, 500, 750, 900, 990})
        QTest::addRow("at %d per mille", perMille) << perMille;
}

void TestReportCheck::aFlippedByteIsTold()
{
    QFETCH(int, perMille);
    QByteArray bytes = read(m_unsigned); // what comes first in the signed file
    const qsizetype place = bytes.size() * perMille / 1000;
    bytes = read(m_signed);
    bytes[place] = char(bytes[place] ^ 1);
    const auto judged = checkReport(write("flipped.pdf", bytes), {}, m_room->now);
    QVERIFY(!judged || judged->verdict == ReportVerdict::Bad);
}

void TestReportCheck::appendedBytesAreTold()
{
    const ReportCheck judged = check(write("appended.pdf", read(m_signed) + "\n% a later revision\n"));
    QCOMPARE(judged.verdict, ReportVerdict::Bad);
    QVERIFY(judged.signatures.laterChanges);
    QCOMPARE(judged.signatures.signatures.first().integrity, Integrity::Intact);
    QCOMPARE(judged.signatures.signatures.first().coverage, Coverage::EarlierRevision);
}

void TestReportCheck::aResultThatDoesNotFollowIsTold()
{
    ReportContent lying = content();
    lying.record.result->outcome = OutcomeKind::Qualified;
    lying.record.result->graded = 9900;
    const QString path = m_room->file("lying.pdf");
    QVERIFY(writeReport(lying, path));
    const ReportCheck judged = check(path);
    QCOMPARE(judged.rescored, Rescored::Differs);
    QCOMPARE(judged.verdict, ReportVerdict::Bad);
    QCOMPARE(judged.recorded->outcome, OutcomeKind::Qualified);
    QCOMPARE(judged.computed->outcome, OutcomeKind::Incomplete);
}

void TestReportCheck::aBrokenTrailIsTold()
{
    ReportContent broken = content();
    broken.record.trail[1].newValue = QStringLiteral("something else");
    const QString path = m_room->file("brokentrail.pdf");
    QVERIFY(writeReport(broken, path));
    const ReportCheck judged = check(path);
    QVERIFY(!judged.trailHolds);
    QCOMPARE(judged.verdict, ReportVerdict::Bad);
}

void TestReportCheck::existingFilesAreNeverOverwritten()
{
    const QByteArray before = read(m_signed);
    const auto job = ReportJob::prepare(*m_room->session, QStringLiteral("en"));
    QVERIFY(job);
    QCOMPARE(job->write(m_signed).error().code, ErrorCode::Conflict);
    QCOMPARE(read(m_signed), before);
    QVERIFY(!ReportJob::prepare(*m_room->session, QStringLiteral("xx"))->write(m_room->file("xx.pdf")));
    QVERIFY(!QFile::exists(m_room->file("xx.pdf")));
}

// As a program of the first format version wrote it: without what came since.
static QByteArray inFirstVersion(QJsonObject record)
{
    record[u"formatVersion"] = 1;
    for (const char *later :
        {"actions", "evidence", "samples", "plan", "declarations", "requests", "meetings"})
        record.remove(QLatin1String(later));
    QJsonArray findings = record[u"findings"].toArray();
    for (qsizetype i = 0; i < findings.size(); ++i) {
        QJsonObject finding = findings[i].toObject();
        finding.remove(QStringLiteral("risk"));
        findings[i] = finding;
    }
    record[u"findings"] = findings;
    return canonicalJson(record).value();
}

void TestReportCheck::aReportWithARecordOfTheFirstVersionIsScoredAnew()
{
    const QString record = write("audit-record.json", inFirstVersion(recordJson(content().record)));
    const QString path = m_room->file("first-version.pdf");
    QProcess qpdf;
    qpdf.start(QStringLiteral("qpdf"),
        {m_unsigned, QStringLiteral("--remove-attachment=audit-record.json"), QStringLiteral("--add-attachment"), record,
            QStringLiteral("--key=audit-record.json"), QStringLiteral("--"), path});
    QVERIFY2(qpdf.waitForFinished() && qpdf.exitCode() == 0, qpdf.readAllStandardError().constData());
    const ReportCheck judged = check(path);
    QCOMPARE(judged.problem, QString());
    QCOMPARE(judged.rescored, Rescored::Matches);
    QVERIFY(judged.trailHolds);
    QCOMPARE(judged.recorded, content().record.result);
}

// A room in which something of each kind was done.
static void tellVisit(SessionRoom &room)
{
    AuditSession &session = *room.session;
    Audit audit = session.audit();
    audit.startsOn = QDate(2026, 9, 21);
    audit.team = {{room.person.name, Role::LeadAuditor, {}, {}}};
    QVERIFY(session.change(audit));
    Evidence evidence;
    evidence.centre = room.centre;
    evidence.title = QStringLiteral("Licence of the unit");
    evidence.validUntil = QDate(2026, 9, 1);
    const auto intake = room.workspace->evidence().takeIn(
        evidence, QStringLiteral("licence.txt"), QByteArray("paper"), EvidenceDesk::Photographs::Untouched);
    while ((*intake)->step().value()) { }
    const EvidenceId id = (*intake)->finish().value().id;
    QVERIFY(session.evidence().link({id, CriterionId(QStringLiteral("GOV-01")), {}}));
    QVERIFY(session.evidence().link({id, CriterionId(QStringLiteral("GOV-02")), {}}));
    Sample draft;
    draft.criterion = CriterionId(QStringLiteral("PAT-05"));
    draft.title = QStringLiteral("Patient files");
    draft.tolerableRate = 20;
    draft.population = 40;
    draft.checks = {QStringLiteral("Consent signed")};
    const SampleId sample = session.samples().draw(draft, 2).value();
    QVERIFY(session.samples().setCell(sample, 0, 0, CellAnswer::Met));
    QVERIFY(session.samples().setCell(sample, 1, 0, CellAnswer::Met));
    VisitDesk &visit = session.visit();
    QVERIFY(visit.addSlot({{}, QDate(2026, 9, 21), 540, 600, {}, room.person.name, QStringLiteral("Head nurse"),
        QStringLiteral("Night cover")}));
    QVERIFY(visit.setDeclaration(
        room.person.name, CoiDeclaration {room.person.name, CoiStatement::None, {}, QDate(2026, 9, 1)}));
    InformationRequest request;
    request.question = QStringLiteral("Which devices thaw?");
    QVERIFY(visit.ask(request));
    QVERIFY(visit.setMeeting(MeetingKind::Opening,
        Meeting {MeetingKind::Opening, QDate(2026, 9, 21), {QStringLiteral("Programme director")},
            QStringLiteral("Scope was explained.")}));
}

static QString printedText(const QString &pdf)
{
    QProcess mutool;
    mutool.start(QStringLiteral("mutool"),
        {QStringLiteral("draw"), QStringLiteral("-q"), QStringLiteral("-F"), QStringLiteral("txt"), QStringLiteral("-o"),
            QStringLiteral("-"), pdf});
    return mutool.waitForFinished(120'000) ? QString::fromUtf8(mutool.readAllStandardOutput()).simplified() : QString();
}

void TestReportCheck::whatBelongsToAVisitIsInTheRecordAndTheReport()
{
    SessionRoom room;
    tellVisit(room);
    const AuditRecord record = room.session->record().value();
    QCOMPARE(record.evidence.size(), 1); // once, though it is linked twice
    QCOMPARE(record.evidenceLinks.size(), 2);
    QCOMPARE(record.samples, room.session->samples().all());
    QCOMPARE(record.plan, room.session->visit().plan());
    QCOMPARE(record.declarations.size(), 1);
    QCOMPARE(record.requests, room.session->visit().requests());
    QCOMPARE(record.meetings.size(), 1);
    QVERIFY(!recordBytes(record).contains("paper")); // the content stays in the workspace
    const QString path = room.file("visit.pdf");
    QVERIFY(ReportJob::prepare(*room.session, QStringLiteral("en")).value().write(path));
    const QString printed = printedText(path);
    for (const char *piece : {"Licence of the unit", "Expired on the day of the audit", "Evidence: E-01 (expired)",
             "2 of 40, chosen by lot with the seed", "No case failed among 2.", "at most 77.64", "09:00 – 10:00",
             "Night cover", "No tie to the centre", "Which devices thaw?", "Scope was explained.", "Programme director"})
        QVERIFY2(printed.contains(QString::fromUtf8(piece)), piece);
    QCOMPARE(checkReport(path, {}, room.now).value().rescored, Rescored::Matches);
}

void TestReportCheck::aReminderLeavesTheWorkspaceNowhere()
{
    const QString secret = QStringLiteral("Zebra behind the third door");
    SessionRoom room;
    tellVisit(room);
    QVERIFY(room.session->visit().setReminder(CriterionId(QStringLiteral("GOV-01")), secret));
    const QString path = room.file("report.pdf");
    QVERIFY(ReportJob::prepare(*room.session, QStringLiteral("en")).value().write(path));
    const QString printed = printedText(path);
    QVERIFY(printed.contains(QStringLiteral("Private reminder"))); // that it changed stands in the trail
    QVERIFY(!printed.contains(secret));
    const ReportCheck judged = checkReport(path, {}, room.now).value();
    QVERIFY(!judged.signatures.embeddedFiles.isEmpty());
    for (const EmbeddedFile &file : judged.signatures.embeddedFiles)
        QVERIFY2(!file.bytes.contains(secret.toUtf8()), qPrintable(file.name));
    QVERIFY(room.session->moveTo(AuditState::Consolidation, {}));
    const AuditId audit = room.auditId;
    room.session.reset();
    room.workspace.reset();
    const auto file = WorkspaceFile::open(
        room.path(), WorkspaceFile::Mode::ReadOnly, {QStringLiteral("Test"), room.surroundings.clock});
    QVERIFY(file);
    const SnapshotStore snapshots(**file);
    const QList<SnapshotLine> lines = snapshots.list(audit).value();
    QCOMPARE(lines.size(), 1);
    const AuditRecord kept = snapshots.load(lines.first().id).value();
    QCOMPARE(kept.evidence.size(), 1);
    QCOMPARE(kept.samples.size(), 1);
    QCOMPARE(kept.plan.size(), 1);
    QVERIFY(!packSnapshot(kept).value().contains(secret.toUtf8()));
}

QTEST_MAIN(TestReportCheck)
#include "tst_reportcheck.moc"
