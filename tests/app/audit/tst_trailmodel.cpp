// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/traileventtext.h"
#include "app/models/trailmodel.h"
#include "app/support/words.h"
#include "tests/support/sessionroom.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

/// The trail in words; entries are only ever added.
class TestTrailModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newEntriesAreAddedWithoutAReset();
    void everyActionOfAnAuditIsSaidInWords();
    void levelsAndStatesAreSaidInTheWindowsWords();
    void aClockJumpIsMarked();
    void theFilterTextHoldsPersonTargetAndReason();
    void whatTheCentreAnsweredIsHiddenWhileBlind();
};

void TestTrailModel::newEntriesAreAddedWithoutAReset()
{
    SessionRoom room;
    TrailModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries(room.session->trail().value());
    const int before = model.rowCount();
    QVERIFY(before > 0);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    model.setEntries(room.session->trail().value());
    QCOMPARE(model.rowCount(), before + 1);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(resets.count(), 0);
}

void TestTrailModel::everyActionOfAnAuditIsSaidInWords()
{
    SessionRoom room;
    ResponseDesk &responses = room.session->responses();
    FindingDesk &findings = room.session->findings();
    QVERIFY(room.answer("GOV-01", ResponseLevel::NotMet));
    const Response before = responses.at(room.key("GOV-01"));
    QVERIFY(responses.setNote(room.key("GOV-01"), QStringLiteral("seen")));
    QVERIFY(responses.setJustification(room.key("GOV-01"), QStringLiteral("because")));
    QVERIFY(responses.restore(before, QString()));
    const auto raised = findings.raise(*findings.proposed(CriterionId(QStringLiteral("GOV-01")), {}));
    Finding finding = *findings.find(*raised);
    finding.statement = QStringLiteral("changed");
    QVERIFY(findings.change(finding));
    QVERIFY(findings.remove(*raised, QString()));
    QVERIFY(findings.restore(finding));
    QVERIFY(findings.moveTo(*raised, FindingState::Proposed, QString()));
    QVERIFY(room.session->moveTo(AuditState::Planned, QString()));
    const QList<TrailEntry> trail = room.session->trail().value();
    QVERIFY(trail.size() >= 11);
    for (const TrailEntry &entry : trail)
        QVERIFY2(trailActionText(entry.action) != entry.action, qPrintable(entry.action));
    QCOMPARE(trailActionText(QStringLiteral("something.new")), QStringLiteral("something.new"));
}

void TestTrailModel::levelsAndStatesAreSaidInTheWindowsWords()
{
    const QString level = QStringLiteral("response.level");
    QVERIFY(trailValueText(level, QStringLiteral("partially-met")) != QStringLiteral("partially-met"));
    QVERIFY(trailValueText(level, QStringLiteral("not-applicable; justification: x"))
                .endsWith(QStringLiteral("; justification: x")));
    QCOMPARE(trailValueText(QStringLiteral("response.note"), QStringLiteral("met")), QStringLiteral("met"));
    QCOMPARE(trailValueText(QStringLiteral("finding.restored"), QStringLiteral("nonconformity major; GOV-01; open")),
        wordFor(FindingKind::Nonconformity) + QStringLiteral(", ") + wordFor(Severity::Major)
            + QStringLiteral("; GOV-01; open"));
    QCOMPARE(trailValueText(QStringLiteral("finding.merged"), QStringLiteral("F-01, F-02")), QStringLiteral("F-01, F-02"));
    QCOMPARE(trailValueText(QStringLiteral("evidence.added"),
                 QStringLiteral("plan.pdf; application/pdf; 12 bytes; SHA-256 0a1b; file name was x.pdf")),
        QStringLiteral("plan.pdf; 12 bytes; file name was x.pdf"));
    TrailEntry other;
    other.action = QStringLiteral("workspace.person");
    other.oldValue = QStringLiteral("Ada Test");
    other.newValue = textOf(Role::LeadAuditor);
    QVERIFY(!trailEventText(other).contains(other.oldValue));
    QVERIFY(trailEventText(other).contains(wordFor(Role::LeadAuditor)));
}

void TestTrailModel::aClockJumpIsMarked()
{
    TrailEntry plain;
    TrailEntry jumped;
    jumped.clockJumped = true;
    const auto texts = [](const TrailEntry &entry) {
        TrailModel model;
        model.setEntries({chained(entry, 0, trailStart())});
        const QModelIndex time = model.index(0, TrailModel::TimeColumn);
        return std::pair(time.data().toString(), time.data(Qt::ToolTipRole).toString());
    };
    QVERIFY(texts(jumped).first != texts(plain).first);
    QVERIFY(texts(jumped).second.size() > texts(plain).second.size());
    QVERIFY(texts(plain).second.contains(QStringLiteral("1970-01-01T00:00:00.000Z")));
}

void TestTrailModel::theFilterTextHoldsPersonTargetAndReason()
{
    TrailEntry entry;
    entry.person = QStringLiteral("Ada Test");
    entry.target = QStringLiteral("TOX-01");
    entry.reason = QStringLiteral("new evidence");
    TrailModel model;
    model.setEntries({chained(entry, 0, trailStart())});
    const QString text = model.index(0, 0).data(TrailModel::SearchRole).toString();
    for (const QString &part : {entry.person, entry.target, entry.reason})
        QVERIFY(text.contains(part));
}

void TestTrailModel::whatTheCentreAnsweredIsHiddenWhileBlind()
{
    SessionRoom room(Role::QualityManager);
    QVERIFY(room.answer("GOV-04", ResponseLevel::NotApplicable) || room.answer("GOV-04", ResponseLevel::NotMet)); // a gate
    QVERIFY(room.session->responses().setNote(room.key("GOV-04"), QStringLiteral("secret zebra")));
    room.becomes(Role::Auditor);
    TrailModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setHiding([&room](const TrailEntry &entry) { return room.session->responses().isHidden(entry); });
    model.setEntries(room.session->trail().value());
    const int row = model.rowCount() - 1;
    const auto allOf = [&model](int of) {
        QString text = model.index(of, 0).data(TrailModel::SearchRole).toString();
        for (int column = 0; column < TrailModel::ColumnCount; ++column)
            text += model.index(of, column).data(Qt::DisplayRole).toString()
                + model.index(of, column).data(Qt::ToolTipRole).toString();
        return text;
    };
    QVERIFY(!allOf(row).contains(QStringLiteral("zebra")));
    QVERIFY(!allOf(row).contains(trailActionText(QStringLiteral("response.note"))));
    QVERIFY(!allOf(row - 1).contains(QStringLiteral("→")));
    QCOMPARE(model.index(row, TrailModel::TargetColumn).data().toString(), QStringLiteral("GOV-04"));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    room.session->responses().setBlindMode(BlindMode::Off);
    model.hidingChanged();
    QCOMPARE(changed.count(), 1);
    QVERIFY(allOf(row).contains(QStringLiteral("secret zebra")));
}

QTEST_MAIN(TestTrailModel)
#include "tst_trailmodel.moc"
