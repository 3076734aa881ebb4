// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sampledesk.h"

#include "core/visit/samplechoice.h"
#include "tests/support/sessionroom.h"

#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

Sample draft(int population = 40)
{
    Sample sample;
    sample.criterion = CriterionId(QStringLiteral("PAT-05"));
    sample.title = QStringLiteral("Patient files");
    sample.tolerableRate = 20;
    sample.population = population;
    sample.checks = {QStringLiteral("Consent signed"), QStringLiteral("Language noted")};
    return sample;
}

} // namespace

class TestSampleDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSampleIsChosenByLotAndCanBeRepeated();
    void withoutAPopulationCasesAreTakenByHand();
    void anAnswerIsOneEntryAndStaysAfterReopening();
    void labelsThatLookLikeAPatientAreRefused();
    void removingAnswersNeedsAReasonAndCanBeUndone();
    void whatCannotBeASampleIsRefused_data();
    void whatCannotBeASampleIsRefused();
    void theLargestSampleFitsItsEntry();
    void samplesStandStillOnceSubmitted();
    void onlyTheAuditorsSideWrites();
};

void TestSampleDesk::aSampleIsChosenByLotAndCanBeRepeated()
{
    SessionRoom room;
    SampleDesk &desk = room.session->samples();
    const QSignalSpy drawn(&desk, &SampleDesk::sampleDrawn);
    const qsizetype before = room.trailLength();
    const auto id = desk.draw(draft(), 8);
    QVERIFY2(id, id ? "" : qPrintable(id.error().text()));
    QCOMPARE(room.trailLength(), before + 1);
    QCOMPARE(drawn.count(), 1);
    const Sample sample = *desk.find(*id);
    QVERIFY(sample.seed);
    QCOMPARE(sample.cases.size(), 8);
    QCOMPARE(sample.cases.last().label, QStringLiteral("H"));
    QList<int> places;
    for (const SampleCase &sampleCase : sample.cases)
        places.append(sampleCase.place);
    QCOMPARE(places, chooseCases(*sample.seed, 40, 8));
    QVERIFY(room.session->trail().value().last().newValue.contains(QStringLiteral("seed %1").arg(*sample.seed)));
    QCOMPARE(sample.drawnBy, room.person.name);
    QVERIFY(desk.find(desk.draw(draft(), 8).value())->seed != sample.seed);
    QCOMPARE(desk.of(sample.criterion).size(), 2);
}

void TestSampleDesk::withoutAPopulationCasesAreTakenByHand()
{
    SessionRoom room;
    const auto id = room.session->samples().draw(draft(0), 5);
    QVERIFY(id);
    const Sample sample = *room.session->samples().find(*id);
    QVERIFY(!sample.seed);
    QCOMPARE(sample.cases.first(), (SampleCase {QStringLiteral("A"), 0}));
}

void TestSampleDesk::anAnswerIsOneEntryAndStaysAfterReopening()
{
    SessionRoom room;
    SampleDesk &desk = room.session->samples();
    const SampleId id = desk.draw(draft(), 3).value();
    const QSignalSpy changed(&desk, &SampleDesk::cellChanged);
    const qsizetype before = room.trailLength();
    QVERIFY(desk.setCell(id, 1, 0, CellAnswer::NotMet));
    QVERIFY(desk.setCell(id, 1, 0, CellAnswer::NotMet)); // as it is
    QCOMPARE(room.trailLength(), before + 1);
    QCOMPARE(changed.count(), 1);
    const TrailEntry entry = room.session->trail().value().last();
    QCOMPARE(entry.target, QStringLiteral("PAT-05, case B, Consent signed"));
    QCOMPARE(entry.oldValue, QStringLiteral("open"));
    QCOMPARE(entry.newValue, QStringLiteral("not-met"));
    QCOMPARE(desk.setCell(id, 3, 0, CellAnswer::Met).error().code, ErrorCode::NotFound);
    QCOMPARE(desk.setCell(id, 0, 2, CellAnswer::Met).error().code, ErrorCode::NotFound);
    QCOMPARE(desk.setCell(id, -1, 0, CellAnswer::Met).error().code, ErrorCode::NotFound);
    const Sample sample = *desk.find(id);
    room.reopen();
    QCOMPARE(room.session->samples().all(), QList<Sample> {sample});
}

void TestSampleDesk::labelsThatLookLikeAPatientAreRefused()
{
    SessionRoom room;
    SampleDesk &desk = room.session->samples();
    const SampleId id = desk.draw(draft(), 3).value();
    for (const char *label : {"1970-02-01", "4711815", "JD 42", "John Doe", "", "x\ny", "a label that is far too long"})
        QCOMPARE(desk.setLabel(id, 0, QString::fromLatin1(label)).error().code, ErrorCode::InvalidInput);
    QVERIFY(desk.setLabel(id, 0, QStringLiteral("JD 42")).error().detail.contains(QStringLiteral("initials")));
    QCOMPARE(desk.setLabel(id, 0, QStringLiteral("B")).error().code, ErrorCode::Conflict);
    QVERIFY(desk.setLabel(id, 0, QStringLiteral("A (paediatric)")));
    room.reopen();
    QCOMPARE(room.session->samples().find(id)->cases.first().label, QStringLiteral("A (paediatric)"));
}

void TestSampleDesk::removingAnswersNeedsAReasonAndCanBeUndone()
{
    SessionRoom room;
    SampleDesk &desk = room.session->samples();
    const SampleId empty = desk.draw(draft(), 3).value();
    QVERIFY(desk.remove(empty, {}));
    const SampleId id = desk.draw(draft(), 3).value();
    QVERIFY(desk.setCell(id, 0, 0, CellAnswer::Met));
    const Sample sample = *desk.find(id);
    QCOMPARE(desk.remove(id, {}).error().code, ErrorCode::InvalidInput);
    QVERIFY(desk.remove(id, QStringLiteral("Wrong list.")));
    QVERIFY(desk.all().isEmpty());
    QVERIFY(desk.restore(sample));
    QCOMPARE(desk.restore(sample).error().code, ErrorCode::Conflict);
    room.reopen();
    QCOMPARE(room.session->samples().all(), QList<Sample> {sample});
}

void TestSampleDesk::whatCannotBeASampleIsRefused_data()
{
    QTest::addColumn<Sample>("sample");
    QTest::addColumn<int>("size");
    const auto row = [](const char *name, int size, auto &&change) {
        Sample sample = draft();
        change(sample);
        QTest::newRow(name) << sample << size;
    };
    row("no case", 0, [](Sample &) {});
    row("more than there are", 41, [](Sample &) {});
    row("more than a sheet holds", Sample::maxCases + 1, [](Sample &sample) { sample.population = 0; });
    row("no such criterion", 3, [](Sample &sample) { sample.criterion = CriterionId(QStringLiteral("XXX-1")); });
    row("nowhere", 3, [](Sample &sample) { sample.facility = FacilityId(QStringLiteral("nowhere")); });
    row("no title", 3, [](Sample &sample) { sample.title = QStringLiteral(" "); });
    row("no check", 3, [](Sample &sample) { sample.checks.clear(); });
    row("an empty check", 3, [](Sample &sample) { sample.checks.append(QString()); });
    row("too many checks", 3,
        [](Sample &sample) { sample.checks = QStringList(Sample::maxChecks + 1, QStringLiteral("x")); });
    row("a long check", 3,
        [](Sample &sample) { sample.checks = {QString(SampleDesk::maxTextLength + 1, u'x')}; });
    row("no confidence", 3, [](Sample &sample) { sample.confidence = 100; });
    row("no rate", 3, [](Sample &sample) { sample.tolerableRate = 0; });
    row("a negative population", 3, [](Sample &sample) { sample.population = -1; });
    row("a population beyond limits", 3, [](Sample &sample) { sample.population = Sample::maxPopulation + 1; });
}

void TestSampleDesk::whatCannotBeASampleIsRefused()
{
    QFETCH(Sample, sample);
    QFETCH(int, size);
    SessionRoom room;
    const qsizetype before = room.trailLength();
    QCOMPARE(room.session->samples().draw(sample, size).error().code, ErrorCode::InvalidInput);
    QCOMPARE(room.trailLength(), before);
}

void TestSampleDesk::theLargestSampleFitsItsEntry()
{
    SessionRoom room;
    Sample largest = draft(Sample::maxPopulation);
    largest.title = QString(SampleDesk::maxTextLength, u't');
    largest.checks = QStringList(Sample::maxChecks, QString(SampleDesk::maxTextLength, u'x'));
    SampleDesk &desk = room.session->samples();
    const auto id = desk.draw(largest, Sample::maxCases);
    QVERIFY2(id, id ? "" : qPrintable(id.error().text()));
    Sample sample = *desk.find(*id);
    QVERIFY(desk.remove(*id, {}));
    for (int i = 0; i < sample.cases.size(); ++i)
        sample.cases[i].label = QString(SampleDesk::maxLabelLength - 4, u'x') + QStringLiteral(" %1").arg(i);
    sample.cells.fill(CellAnswer::NotApplicable);
    QVERIFY(desk.restore(sample));
    QVERIFY(desk.remove(*id, QStringLiteral("because")));
}

void TestSampleDesk::samplesStandStillOnceSubmitted()
{
    SessionRoom room;
    SampleDesk &desk = room.session->samples();
    const SampleId id = desk.draw(draft(), 3).value();
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    QCOMPARE(desk.setCell(id, 0, 0, CellAnswer::Met).error().code, ErrorCode::Refused);
    QCOMPARE(desk.setLabel(id, 0, QStringLiteral("x")).error().code, ErrorCode::Refused);
    QCOMPARE(desk.remove(id, QStringLiteral("because")).error().code, ErrorCode::Refused);
    QCOMPARE(desk.draw(draft(), 3).error().code, ErrorCode::Refused);
}

void TestSampleDesk::onlyTheAuditorsSideWrites()
{
    SessionRoom room;
    for (const Role role : {Role::QualityManager, Role::Reviewer, Role::Observer}) {
        room.becomes(role);
        QCOMPARE(room.session->samples().draw(draft(), 3).error().code, ErrorCode::Refused);
    }
    room.becomes(Role::TechnicalExpert);
    QVERIFY(room.session->samples().draw(draft(), 3));
    SessionRoom own(Role::QualityManager, AuditKind::SelfAssessment);
    QVERIFY(own.session->samples().draw(draft(), 3));
}

QTEST_GUILESS_MAIN(TestSampleDesk)
#include "tst_sampledesk.moc"
