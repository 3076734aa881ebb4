// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/evidencemodel.h"

#include "app/models/evidenceuseproxymodel.h"
#include "app/models/evidencewords.h"
#include "app/models/missingevidencemodel.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
#include "tests/support/sessionroom.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestEvidenceModel : public QObject
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
    static QString cell(const QAbstractItemModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

private Q_SLOTS:
    void itFollowsLibraryAndLinks()
    {
        SessionRoom room;
        EvidenceModel model(*room.session);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const EvidenceId second = add(room, "Second");
        const EvidenceId first = add(room, "First");
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 0, EvidenceModel::TitleColumn), QStringLiteral("First"));
        QCOMPARE(cell(model, 0, EvidenceModel::SizeColumn), sizeText(5));
        QCOMPARE(cell(model, 0, EvidenceModel::ValidColumn), QStringLiteral("no end"));
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QVERIFY(room.session->evidence().link({second, CriterionId(QStringLiteral("GOV-04")), {}}));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(cell(model, 1, EvidenceModel::LinksColumn), QStringLiteral("GOV-04"));
        Evidence renamed = room.workspace->evidence().find(room.centre, first).value();
        renamed.title = QStringLiteral("Third");
        QVERIFY(room.workspace->evidence().change(renamed));
        QCOMPARE(cell(model, 1, EvidenceModel::TitleColumn), QStringLiteral("Third"));
        QVERIFY(room.workspace->evidence().remove(room.centre, first, {}));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowOf(second), 0);
        QCOMPARE(model.rowOf(first), -1);
        QCOMPARE(resets.count(), 0);
    }

    void whatIsNoLongerValidOnTheDaySaysSo()
    {
        SessionRoom room;
        const QDate today = room.session->evidence().auditDate();
        const EvidenceId old = add(room, "Old", today.addDays(-1));
        add(room, "Valid", today);
        EvidenceModel model(*room.session);
        EvidenceUseProxyModel proxy;
        proxy.setSourceModel(&model);
        const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(cell(model, 0, EvidenceModel::ValidColumn).startsWith(QStringLiteral("⚠ expired")));
        QVERIFY(!cell(model, 1, EvidenceModel::ValidColumn).contains(QStringLiteral("⚠")));
        proxy.setUse(EvidenceModel::IsLinked);
        QCOMPARE(proxy.rowCount(), 0);
        QVERIFY(room.session->evidence().link({old, CriterionId(QStringLiteral("GOV-04")), {}}));
        QCOMPARE(proxy.rowCount(), 1);
        proxy.setUse(EvidenceModel::IsLinked | EvidenceModel::IsStale);
        QCOMPARE(proxy.rowCount(), 1);
        proxy.setUse(0);
        QCOMPARE(proxy.rowCount(), 2);
    }

    void missingListsCriteriaWithWhatIsAsked()
    {
        SessionRoom room;
        MissingEvidenceModel model(*room.session);
        model.update();
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const int before = model.rowCount();
        QVERIFY(before > 0);
        const CriterionId first = model.at(0).criterion;
        QVERIFY(cell(model, 0, MissingEvidenceModel::CodeColumn).startsWith(first.text()));
        QVERIFY(!cell(model, 0, MissingEvidenceModel::WhyColumn).isEmpty());
        const EvidenceId old = add(room, "Old", QDate(2000, 1, 1));
        QVERIFY(room.session->evidence().link({old, first, {}}));
        model.update();
        QCOMPARE(model.rowCount(), before);
        QCOMPARE(cell(model, 0, MissingEvidenceModel::WhyColumn), QStringLiteral("⚠ expired"));
        QVERIFY(room.session->evidence().link({add(room, "New"), first, {}}));
        model.update();
        QCOMPARE(model.rowCount(), before - 1);
    }

    void thePrivacyWarningQuotesWhatItMeans()
    {
        QCOMPARE(privacyWarning({}), QString());
        const QString warning = privacyWarning(privacyHints(QStringLiteral("Frau Muster"), QDate(2026, 11, 22)));
        QVERIFY2(warning.contains(QStringLiteral("“Frau Muster”")), qPrintable(warning));
    }
};

QTEST_MAIN(TestEvidenceModel)
#include "tst_evidencemodel.moc"
