// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/findingevidencemodel.h"

#include "app/models/cellroles.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
#include "core/session/evidencelinkdesk.h"
#include "tests/app/audit/askedaudit.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestFindingEvidenceModel : public QObject
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

private Q_SLOTS:
    void itFollowsLinksOfItsFindingOnly()
    {
        AskedAudit room;
        FindingEvidenceModel model(*room.session);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const EvidenceId letter = add(room, "Letter");
        const EvidenceId other = add(room, "Other");
        model.setFinding(room.id);
        QCOMPARE(model.rowCount(), 0);
        const QSignalSpy counted(&model, &FindingEvidenceModel::countChanged);
        QVERIFY(room.session->evidence().link({letter, {}, room.id}));
        QVERIFY(room.session->evidence().link({other, CriterionId(QStringLiteral("GOV-02")), {}}));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(counted.count(), 2);
        const QModelIndex title = model.index(0, FindingEvidenceModel::TitleColumn);
        QCOMPARE(title.data().toString(), QStringLiteral("Letter"));
        QCOMPARE(title.data(IdRole).toString(), letter.text());
        QCOMPARE(model.index(0, FindingEvidenceModel::ValidColumn).data().toString(), QStringLiteral("no end"));
        model.setFinding({});
        QCOMPARE(model.rowCount(), 0);
    }

    void whatIsNoLongerValidOnTheDaySaysSo()
    {
        AskedAudit room;
        const EvidenceId old = add(room, "Old", room.session->evidence().auditDate().addDays(-1));
        QVERIFY(room.session->evidence().link({old, {}, room.id}));
        FindingEvidenceModel model(*room.session);
        model.setFinding(room.id);
        const QModelIndex valid = model.index(0, FindingEvidenceModel::ValidColumn);
        QVERIFY(valid.data().toString().contains(QStringLiteral("⚠")));
        QVERIFY(valid.data(WarningRole).toBool());
    }
};

QTEST_MAIN(TestFindingEvidenceModel)
#include "tst_findingevidencemodel.moc"
