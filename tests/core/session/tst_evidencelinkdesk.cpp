// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/evidencelinkdesk.h"

#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
#include "tests/support/sessionroom.h"

#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestEvidenceLinkDesk : public QObject
{
    Q_OBJECT

private:
    static EvidenceId add(SessionRoom &room, const char *title, const QDate &validUntil = {})
    {
        Evidence evidence;
        evidence.centre = room.centre;
        evidence.title = QString::fromLatin1(title);
        evidence.validUntil = validUntil;
        const auto intake = room.workspace->evidence().takeIn(
            evidence, QStringLiteral("a.txt"), QByteArray(title), EvidenceDesk::Photographs::Scaled);
        while ((*intake)->step().value()) { }
        return (*intake)->finish().value().id;
    }
    static EvidenceLink to(const EvidenceId &evidence, const char *criterion)
    {
        return {evidence, CriterionId(QString::fromLatin1(criterion)), {}};
    }
    static bool isMissing(const SessionRoom &room, const char *criterion, bool onlyStale)
    {
        return std::as_const(*room.session).evidence().missing().contains(
            {CriterionId(QString::fromLatin1(criterion)), onlyStale});
    }

private Q_SLOTS:
    void aLinkIsOneEntryAndStaysAfterReopening()
    {
        SessionRoom room;
        const EvidenceId id = add(room, "Licence");
        const QSignalSpy changed(&room.session->evidence(), &EvidenceLinkDesk::linksChanged);
        const qsizetype before = room.trailLength();
        QVERIFY(room.session->evidence().link(to(id, "GOV-04")));
        QVERIFY(room.session->evidence().link(to(id, "GOV-01")));
        QCOMPARE(room.trailLength(), before + 2);
        QCOMPARE(room.session->trail().value().last().target, QStringLiteral("GOV-01"));
        QCOMPARE(changed.count(), 2);
        room.reopen();
        const EvidenceLinkDesk &desk = room.session->evidence();
        QCOMPARE(desk.linksOf(id).size(), 2);
        QCOMPARE(desk.of(CriterionId(QStringLiteral("GOV-04"))).first().title, QStringLiteral("Licence"));
        QVERIFY(desk.of(CriterionId(QStringLiteral("GOV-02"))).isEmpty());
        QVERIFY(room.session->evidence().unlink(to(id, "GOV-04")));
        QVERIFY(desk.of(CriterionId(QStringLiteral("GOV-04"))).isEmpty());
        QCOMPARE(room.session->trail().value().last().oldValue, QStringLiteral("Licence"));
    }

    void whatCannotBeLinkedIsRefused()
    {
        SessionRoom room;
        const EvidenceId id = add(room, "Licence");
        EvidenceLinkDesk &desk = room.session->evidence();
        const qsizetype before = room.trailLength();
        QCOMPARE(desk.link({id, {}, {}}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(desk.link({id, CriterionId(QStringLiteral("GOV-01")), FindingId(QStringLiteral("f"))}).error().code,
            ErrorCode::InvalidInput);
        QCOMPARE(desk.link(to(id, "XXX-01")).error().code, ErrorCode::InvalidInput);
        QCOMPARE(desk.link({id, {}, FindingId(QStringLiteral("gone"))}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(desk.link(to(EvidenceId(QStringLiteral("gone")), "GOV-01")).error().code, ErrorCode::InvalidInput);
        QVERIFY(desk.link(to(id, "GOV-01")));
        QCOMPARE(desk.link(to(id, "GOV-01")).error().code, ErrorCode::Conflict);
        QCOMPARE(desk.unlink(to(id, "GOV-02")).error().code, ErrorCode::NotFound);
        QCOMPARE(desk.all(), QList<EvidenceLink> {to(id, "GOV-01")});
        QCOMPARE(room.trailLength(), before + 1);
        room.becomes(Role::Observer);
        QCOMPARE(desk.unlink(to(id, "GOV-01")).error().code, ErrorCode::Refused);
    }

    void aFindingWithEvidenceIsNotRemoved()
    {
        SessionRoom room;
        QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
        FindingDesk &findings = room.session->findings();
        const FindingId finding
            = findings.raise(*findings.proposed(CriterionId(QStringLiteral("GOV-01")), {})).value();
        const EvidenceId id = add(room, "Photograph of the shelf");
        QVERIFY(room.session->evidence().link({id, {}, finding}));
        QCOMPARE(room.session->trail().value().last().target, QStringLiteral("F-01"));
        QCOMPARE(room.session->evidence().of(finding).size(), 1);
        QCOMPARE(findings.remove(finding, {}).error().code, ErrorCode::Refused);
        QVERIFY(room.session->evidence().unlink({id, {}, finding}));
        QVERIFY(findings.remove(finding, {}));
    }

    void afterSubmissionCriteriaStandStillAndFindingsLiveOn()
    {
        SessionRoom room;
        QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
        FindingDesk &findings = room.session->findings();
        const FindingId finding
            = findings.raise(*findings.proposed(CriterionId(QStringLiteral("GOV-01")), {})).value();
        const EvidenceId id = add(room, "Proof of training");
        for (const AuditState state : {AuditState::Planned, AuditState::SelfAssessment, AuditState::PreReview,
                 AuditState::OnSite, AuditState::Consolidation, AuditState::Submitted})
            QVERIFY2(room.session->moveTo(state, {}), qPrintable(textOf(state)));
        QCOMPARE(room.session->evidence().link(to(id, "GOV-01")).error().code, ErrorCode::Refused);
        QVERIFY(room.session->evidence().link({id, {}, finding}));
    }

    void missingIsWhatAsksForSomethingOnFileAndHasNothingValid()
    {
        SessionRoom room;
        Audit audit = room.session->audit();
        audit.startsOn = QDate(2026, 11, 22);
        QVERIFY(room.session->change(audit));
        QCOMPARE(room.session->evidence().auditDate(), QDate(2026, 11, 22));
        QVERIFY(isMissing(room, "GOV-04", false));
        const EvidenceId old = add(room, "Old licence", QDate(2026, 11, 21));
        QVERIFY(room.session->evidence().link(to(old, "GOV-04")));
        QVERIFY(isMissing(room, "GOV-04", true));
        QCOMPARE(room.session->evidence().stale().size(), 1);
        const EvidenceId fresh = add(room, "New licence", QDate(2026, 11, 22));
        QVERIFY(room.session->evidence().link(to(fresh, "GOV-04")));
        QVERIFY(!isMissing(room, "GOV-04", true) && !isMissing(room, "GOV-04", false));
        QCOMPARE(room.session->evidence().stale().first().id, old);
        // What is not claimed to be fulfilled needs no proof.
        QVERIFY(isMissing(room, "GOV-01", false));
        QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
        QVERIFY(!isMissing(room, "GOV-01", false));
        for (const MissingEvidence &missing : room.session->evidence().missing()) {
            const Criterion &criterion
                = room.session->packs().criteria()[room.session->packs().indexOf(missing.criterion)];
            QVERIFY2(std::any_of(criterion.evidence.begin(), criterion.evidence.end(),
                         [](EvidenceKind k) { return k != EvidenceKind::Interview && k != EvidenceKind::Observation; }),
                qPrintable(criterion.id.text()));
        }
    }

    void withoutADateTheAuditIsToday()
    {
        SessionRoom room;
        QCOMPARE(room.session->evidence().auditDate(), room.now.localDate());
        add(room, "Unlinked and old", QDate(2020, 1, 1));
        QVERIFY(room.session->evidence().stale().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEvidenceLinkDesk)
#include "tst_evidencelinkdesk.moc"
