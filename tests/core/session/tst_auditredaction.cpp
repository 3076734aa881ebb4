// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/session/actiondesk.h"
#include "core/session/issuedreportdesk.h"
#include "core/session/sealdesk.h"
#include "core/session/searchdesk.h"
#include "core/session/visitdesk.h"
#include "tests/support/sessionroom.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

const QString name = QStringLiteral("Erika Muster"); // fictional
const QString reason = QStringLiteral("A name that should not be there.");

/// An audit in which a name was written down in many places, sealed once, and written about again.
struct NamedRoom : SessionRoom
{
    NamedRoom()
    {
        require(answer("GOV-01", ResponseLevel::NotMet));
        require(session->responses().setNote(key("GOV-01"), QStringLiteral("Erika Muster was not asked.")));
        require(session->responses().setNote(key("GOV-01"), QStringLiteral("ERIKA MUSTER was not asked twice.")));
        require(session->visit().setReminder(CriterionId(QStringLiteral("GOV-01")), QStringLiteral("call erika muster")));
        Finding finding = *session->findings().proposed(CriterionId(QStringLiteral("GOV-01")), {});
        finding.statement = QStringLiteral("Erika Muster did not consent.");
        require(session->findings().raise(finding));
        require(session->moveTo(AuditState::Consolidation, {}));
        require(session->moveTo(AuditState::Submitted, {}));
        require(session->moveTo(AuditState::Consolidation, QStringLiteral("Erika Muster called.")));
        require(session->moveTo(AuditState::Submitted, {}));
    }
    template <class R> static void require(const R &result)
    {
        if (!result)
            throw std::runtime_error(qPrintable(result.error().text()));
    }
    /// Does any file of the workspace hold the name, in any of the ways the stores write texts?
    bool isInFiles() const
    {
        for (const QString &ending : {QString(), QStringLiteral("-wal"), QStringLiteral("-journal")}) {
            QFile file(path() + ending);
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            const QByteArray lower = bytes.toLower();
            if (lower.contains("erika") || lower.contains("muster") || lower.contains(QByteArray("e\0r\0i\0k\0a\0", 10)))
                return true;
        }
        return false;
    }
    bool isInSession() const
    {
        const QByteArray told = recordBytes(session->record().value()).toLower();
        return told.contains("erika") || told.contains("muster");
    }
};

} // namespace

/// What should never have been written is taken out, and everything still holds.
class TestAuditRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTextIsGoneFromTheFile();
    void theTrailSaysSoAndStaysUnbroken();
    void sealsKeepTheirDigestAndTellTheNewOne();
    void theAuditGoesOnAndIsReadAgainAsItIs();
    void aSecondTextIsTakenOutOfTheSamePlaces();
    void theNameOfAReportsFileGoesToo();
    void onlyLeadAuditorsAndReviewersRedact_data();
    void onlyLeadAuditorsAndReviewersRedact();
    void whatCannotBeTakenOutIsRefusedAndChangesNothing_data();
    void whatCannotBeTakenOutIsRefusedAndChangesNothing();
    void anotherReaderIsToldOf();
};

void TestAuditRedaction::theTextIsGoneFromTheFile()
{
    NamedRoom room;
    QVERIFY(room.isInFiles());
    QVERIFY(room.isInSession());
    const auto done = room.session->redact(name, reason);
    QVERIFY2(done, qPrintable(done ? QString() : done.error().text()));
    QCOMPARE(done->entries, 4); // the note, its change, the finding, the reason of the way back
    QCOMPARE(done->places, 3); // note, reminder, finding
    QCOMPARE(done->seals, 2);
    QCOMPARE(done->snapshots, 4);
    QVERIFY(!room.isInSession());
    QVERIFY(!room.isInFiles());
    room.reopen();
    QVERIFY(!room.isInSession());
    QVERIFY(!room.isInFiles());
    QCOMPARE(room.workspace->check().value(), QStringList());
    QVERIFY(room.workspace->search().find(name, room.auditId, BlindMode::Off).value().isEmpty());
    QVERIFY(!room.workspace->search().find(QStringLiteral("redacted"), room.auditId, BlindMode::Off).value().isEmpty());
}

void TestAuditRedaction::theTrailSaysSoAndStaysUnbroken()
{
    NamedRoom room;
    const QList<TrailEntry> before = room.session->trail().value();
    room.now.utcMs += 1000;
    const auto done = room.session->redact(name, reason);
    QVERIFY(done);
    const QList<TrailEntry> after = room.session->trail().value();
    QVERIFY(verifyTrail(after));
    QCOMPARE(after.size(), before.size() + 1 + done->entries + done->seals);
    int changed = 0;
    for (qsizetype i = 0; i < before.size(); ++i) {
        QCOMPARE(after.at(i).digest, before.at(i).digest);
        QCOMPARE(after.at(i).person, before.at(i).person);
        QCOMPARE(after.at(i).target, before.at(i).target);
        changed += after.at(i) == before.at(i) ? 0 : 1;
    }
    QCOMPARE(changed, done->entries);
    for (const TrailEntry &entry : after.sliced(before.size())) {
        QCOMPARE(entry.reason, reason);
        QCOMPARE(entry.person, room.person.name);
        QCOMPARE(entry.at, room.now);
    }
    QCOMPARE(after.at(before.size()).action, QStringLiteral("audit.redacted"));
}

void TestAuditRedaction::sealsKeepTheirDigestAndTellTheNewOne()
{
    NamedRoom room;
    const QList<Seal> before = room.session->seals().all().value();
    QVERIFY(room.session->redact(name, reason));
    const QList<Seal> after = room.session->seals().all().value();
    QCOMPARE(after.size(), before.size());
    for (qsizetype i = 0; i < after.size(); ++i) {
        QCOMPARE(after.at(i).digest, before.at(i).digest);
        QCOMPARE(after.at(i).previous, before.at(i).previous);
        const QByteArray bytes = room.session->seals().recordBytes(after.at(i).number).value();
        QCOMPARE(sha256Hex(bytes), after.at(i).redactedDigest);
        QVERIFY(!bytes.toLower().contains("muster"));
        QVERIFY(room.session->seals().record(after.at(i).number));
    }
    QVERIFY(room.session->seals().verify());
    QVERIFY(!room.session->seals().since(1).value().isEmpty());
}

void TestAuditRedaction::theAuditGoesOnAndIsReadAgainAsItIs()
{
    NamedRoom room;
    const QSignalSpy redacted(room.session.get(), &AuditSession::textsRedacted);
    const Score graded = room.session->board().overall().graded;
    QVERIFY(room.session->redact(name, reason));
    QCOMPARE(redacted.count(), 1);
    QCOMPARE(room.session->responses().at(room.key("GOV-01")).note, QStringLiteral("[redacted] was not asked twice."));
    QCOMPARE(room.session->findings().all().first().statement, QStringLiteral("[redacted] did not consent."));
    QCOMPARE(room.session->visit().reminder(CriterionId(QStringLiteral("GOV-01"))), QStringLiteral("call [redacted]"));
    QCOMPARE(room.session->board().overall().graded, graded);
    QVERIFY(room.session->moveTo(AuditState::InReview, {}));
    QVERIFY(room.session->seals().verify());
    QCOMPARE(room.workspace->check().value(), QStringList());
    const AuditRecord kept = room.session->record().value();
    room.reopen();
    QCOMPARE(recordBytes(room.session->record().value()), recordBytes(kept));
}

void TestAuditRedaction::aSecondTextIsTakenOutOfTheSamePlaces()
{
    NamedRoom room;
    QVERIFY(room.session->redact(name, reason));
    const auto again = room.session->redact(QStringLiteral("was not asked"), QStringLiteral("Looked at again."));
    QVERIFY2(again, qPrintable(again ? QString() : again.error().text()));
    QVERIFY(verifyTrail(room.session->trail().value()));
    QVERIFY(room.session->seals().verify());
    QCOMPARE(room.workspace->check().value(), QStringList());
    QCOMPARE(room.session->redact(name, reason).error().code, ErrorCode::NotFound);
}

void TestAuditRedaction::theNameOfAReportsFileGoesToo()
{
    NamedRoom room;
    IssuedReport report;
    report.audit = room.auditId;
    report.path = QStringLiteral("/reports/Report on %1.pdf").arg(name);
    report.fileDigest = sha256Hex("one");
    report.recordDigest = sha256Hex("record");
    report.level = QStringLiteral("B-B");
    QVERIFY(room.workspace->issuedReports().note(report));
    const auto done = room.session->redact(name, reason);
    QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    for (const TrailEntry &entry : room.session->trail().value())
        QVERIFY(!entry.newValue.contains(name) && !entry.target.contains(name));
    QVERIFY(verifyTrail(room.session->trail().value()));
}

void TestAuditRedaction::onlyLeadAuditorsAndReviewersRedact_data()
{
    QTest::addColumn<Role>("role");
    for (const auto &[role, word] : EnumText<Role>::table)
        QTest::newRow(word) << role;
}

void TestAuditRedaction::onlyLeadAuditorsAndReviewersRedact()
{
    QFETCH(const Role, role);
    NamedRoom room;
    room.becomes(role);
    const bool may = role == Role::LeadAuditor || role == Role::Reviewer;
    QCOMPARE(room.session->mayRedact(), may);
    const auto done = room.session->redact(name, reason);
    QCOMPARE(bool(done), may);
    if (!may) {
        QCOMPARE(done.error().code, ErrorCode::Refused);
        QVERIFY(room.isInSession());
    }
}

void TestAuditRedaction::whatCannotBeTakenOutIsRefusedAndChangesNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *title, const QString &text, const QString &why, ErrorCode code) {
        QTest::newRow(title) << text << why << code;
    };
    row("no reason", name, QStringLiteral("  "), ErrorCode::InvalidInput);
    row("no text", QString(), reason, ErrorCode::InvalidInput);
    row("a short text", QStringLiteral("Er"), reason, ErrorCode::InvalidInput);
    row("blanks", QStringLiteral("      "), reason, ErrorCode::InvalidInput);
    row("two lines", QStringLiteral("Erika\nMuster"), reason, ErrorCode::InvalidInput);
    row("a reason that says it", name, QStringLiteral("erika muster asked for it"), ErrorCode::InvalidInput);
    row("the mark itself", QStringLiteral("redact"), QStringLiteral("A word."), ErrorCode::InvalidInput);
    row("a state in the trail", QStringLiteral("submitted"), reason, ErrorCode::InvalidInput);
    row("what an entry is about", QStringLiteral("GOV-01"), reason, ErrorCode::InvalidInput);
    row("said nowhere", QStringLiteral("Max Beispiel"), reason, ErrorCode::NotFound);
}

void TestAuditRedaction::whatCannotBeTakenOutIsRefusedAndChangesNothing()
{
    QFETCH(const QString, text);
    QFETCH(const QString, why);
    QFETCH(const ErrorCode, code);
    NamedRoom room;
    const QByteArray before = recordBytes(room.session->record().value());
    const auto done = room.session->redact(text, why);
    QVERIFY(!done);
    QCOMPARE(done.error().code, code);
    QCOMPARE(recordBytes(room.session->record().value()), before);
    room.reopen();
    QCOMPARE(recordBytes(room.session->record().value()), before);
}

void TestAuditRedaction::anotherReaderIsToldOf()
{
    NamedRoom room;
    auto reader = Workspace::open(room.path(), room.person, Workspace::Access::ReadOnly, room.surroundings);
    QVERIFY(reader);
    const auto done = room.session->redact(name, reason);
    // Whatever the reader holds back, the text is out of what is told, and the next time the file is closed out of the file.
    QVERIFY(!room.isInSession());
    QVERIFY(done || done.error().code == ErrorCode::Locked);
    reader->reset();
    room.reopen();
    room.session.reset();
    room.workspace.reset();
    QVERIFY(!room.isInFiles());
}

QTEST_GUILESS_MAIN(TestAuditRedaction)
#include "tst_auditredaction.moc"
