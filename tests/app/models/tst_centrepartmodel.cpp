// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/centrepartmodel.h"

#include "app/models/cellroles.h"
#include "app/models/certificatemodel.h"
#include "app/models/contactmodel.h"
#include "app/models/facilitymodel.h"
#include "tests/app/shortworkspace.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;

class TestCentrePartModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFacilityIsAddedChangedAndRemoved();
    void aFacilityAnAuditAnswersForIsNotRemoved();
    void aContactIsAddedAndChanged();
    void aCertificateSaysHowLongItIsValid_data();
    void aCertificateSaysHowLongItIsValid();
    void aFileThatIsOnlyReadCannotBeEdited();
};

void TestCentrePartModel::aFacilityIsAddedChangedAndRemoved()
{
    ShortWorkspace workspace;
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    FacilityModel model(workspace->centres());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.showCentre(centre);
    const int before = model.rowCount();
    const int row = model.add();
    QCOMPARE(model.rowCount(), before + 1);
    const QPersistentModelIndex name(model.index(row, FacilityModel::Name));
    QVERIFY(model.setData(name, QStringLiteral("Apheresis room"), Qt::EditRole));
    const QModelIndex type = model.index(name.row(), FacilityModel::Type);
    const auto choices = type.data(ChoicesRole).toStringList();
    QVERIFY(model.setData(type, int(choices.indexOf(QStringLiteral("Collection"))), Qt::EditRole));
    const QList<Facility> stored = workspace->centres().find(centre)->facilities;
    QVERIFY(std::any_of(stored.begin(), stored.end(), [](const Facility &facility) {
        return facility.name == QStringLiteral("Apheresis room") && facility.type == FacilityType::Collection;
    }));
    model.remove(name.row());
    QCOMPARE(model.rowCount(), before);
    QVERIFY(!name.isValid());
}

void TestCentrePartModel::aFacilityAnAuditAnswersForIsNotRemoved()
{
    ShortWorkspace workspace;
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    Audit audit;
    audit.centre = centre;
    audit.title = QStringLiteral("Visit");
    audit.scope.facilities = {workspace->centres().find(centre)->facilities.first().id};
    for (const CriteriaPack &pack : workspace->packs())
        audit.packs.append({pack.id, pack.version, pack.digest});
    QVERIFY(bool(workspace->startAudit(audit)));
    FacilityModel model(workspace->centres());
    model.showCentre(centre);
    QSignalSpy refused(&model, &FacilityModel::refused);
    model.remove(0);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(model.rowCount(), 1);
}

void TestCentrePartModel::aContactIsAddedAndChanged()
{
    ShortWorkspace workspace;
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    ContactModel model(workspace->centres());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.showCentre(centre);
    const int row = model.add();
    QCOMPARE(row, 0);
    QVERIFY(model.setData(model.index(row, ContactModel::Name), QStringLiteral("Dr. Q. Manager"), Qt::EditRole));
    QCOMPARE(workspace->centres().find(centre)->contacts.first().name, QStringLiteral("Dr. Q. Manager"));
}

void TestCentrePartModel::aCertificateSaysHowLongItIsValid_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("needsAttention");
    QTest::newRow("long gone") << -400 << true;
    QTest::newRow("yesterday") << -1 << true;
    QTest::newRow("today") << 0 << true;
    QTest::newRow("three months") << 90 << true;
    QTest::newRow("a day more") << 91 << false;
}

void TestCentrePartModel::aCertificateSaysHowLongItIsValid()
{
    QFETCH(int, days);
    QFETCH(bool, needsAttention);
    ShortWorkspace workspace;
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    CertificateModel model(workspace->centres());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.showCentre(centre);
    const int row = model.add();
    const QModelIndex remaining = model.index(row, CertificateModel::Remaining);
    QVERIFY(!remaining.data(WarningRole).toBool());
    const QDate until = QDate::currentDate().addDays(days);
    QVERIFY(model.setData(model.index(row, CertificateModel::ValidUntil), until, Qt::EditRole));
    QCOMPARE(remaining.data(WarningRole).toBool(), needsAttention);
    QCOMPARE(remaining.data().toString().startsWith(QStringLiteral("⚠")), needsAttention); // not by colour alone
    QCOMPARE(remaining.data().toString().contains(QStringLiteral("expire")), days <= 0);
    QVERIFY(!remaining.flags().testFlag(Qt::ItemIsEditable));
}

void TestCentrePartModel::aFileThatIsOnlyReadCannotBeEdited()
{
    ShortWorkspace workspace;
    FacilityModel model(workspace->centres());
    model.showCentre(workspace.addCentre(QStringLiteral("Northbridge")));
    QVERIFY(model.index(0, 0).flags().testFlag(Qt::ItemIsEditable));
    model.setEditable(false);
    QVERIFY(!model.index(0, 0).flags().testFlag(Qt::ItemIsEditable));
}

QTEST_GUILESS_MAIN(TestCentrePartModel)
#include "tst_centrepartmodel.moc"
