// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/factmodel.h"

#include "app/models/cellroles.h"
#include "tests/app/shortworkspace.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;

class TestFactModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFactOfThePacksStandsUnderItsHeadingAndIsUnknown();
    void aValueThatIsSetIsStoredWithDayAndPerson();
    void aValueCanBeMadeUnknownAgain();
    void aNumberThatIsNoneIsRefusedAndChangesNothing();
    void headingsCannotBeEdited();
    void aFactOfAnotherCentreIsNoChange();
    void valuesAreSaidInWords_data();
    void valuesAreSaidInWords();

private:
    static QModelIndex firstOf(const FactModel &model, const Workspace &workspace, ValueType type);
};

// The value cell of the first fact of a type.
QModelIndex TestFactModel::firstOf(const FactModel &model, const Workspace &workspace, ValueType type)
{
    for (const CriteriaPack &pack : workspace.packs())
        for (const ProfileFactDefinition &fact : pack.facts)
            for (int group = 0; fact.type == type && group < model.rowCount(); ++group)
                for (int row = 0; row < model.rowCount(model.index(group, 0)); ++row) {
                    const QModelIndex index = model.index(row, FactModel::Value, model.index(group, 0));
                    if (index.data(IdRole).toString() == fact.id.text())
                        return index;
                }
    return {};
}

void TestFactModel::everyFactOfThePacksStandsUnderItsHeadingAndIsUnknown()
{
    ShortWorkspace workspace;
    FactModel model(*workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.showCentre(workspace.addCentre(QStringLiteral("Northbridge")));
    int rows = 0;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex heading = model.index(group, 0);
        QVERIFY(!heading.data().toString().isEmpty());
        rows += model.rowCount(heading);
        for (int row = 0; row < model.rowCount(heading); ++row)
            QCOMPARE(model.index(row, FactModel::Value, heading).data().toString(), QStringLiteral("Unknown"));
    }
    QVERIFY(rows > 0);
    QCOMPARE(rows, model.factCount());
    QCOMPARE(model.knownCount(), 0);
}

void TestFactModel::aValueThatIsSetIsStoredWithDayAndPerson()
{
    ShortWorkspace workspace;
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    FactModel model(*workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.showCentre(centre);
    const QModelIndex value = firstOf(model, *workspace, ValueType::Boolean);
    QVERIFY(value.isValid());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(model.setData(value, 1, Qt::EditRole));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(value.data().toString(), QStringLiteral("Yes"));
    QCOMPARE(model.knownCount(), 1);
    const ProfileFact fact
        = workspace->centres().find(centre)->profile.value(FactId(value.data(IdRole).toString()));
    QCOMPARE(std::get<bool>(fact.value.value()), true);
    QCOMPARE(fact.asOf, QDate::currentDate());
    QCOMPARE(fact.statedBy, QStringLiteral("Ada Auditor"));
}

void TestFactModel::aValueCanBeMadeUnknownAgain()
{
    ShortWorkspace workspace;
    FactModel model(*workspace);
    model.showCentre(workspace.addCentre(QStringLiteral("Northbridge")));
    const QModelIndex value = firstOf(model, *workspace, ValueType::Boolean);
    QVERIFY(model.setData(value, 2, Qt::EditRole));
    QCOMPARE(value.data().toString(), QStringLiteral("No"));
    QVERIFY(model.setData(value, 0, Qt::EditRole));
    QCOMPARE(value.data().toString(), QStringLiteral("Unknown"));
    QCOMPARE(model.knownCount(), 0);
}

void TestFactModel::aNumberThatIsNoneIsRefusedAndChangesNothing()
{
    ShortWorkspace workspace;
    FactModel model(*workspace);
    model.showCentre(workspace.addCentre(QStringLiteral("Northbridge")));
    const QModelIndex value = firstOf(model, *workspace, ValueType::Integer);
    QVERIFY(value.isValid());
    QSignalSpy refused(&model, &FactModel::refused);
    QVERIFY(!model.setData(value, QStringLiteral("about ten"), Qt::EditRole));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().value<Error>().code, ErrorCode::InvalidInput);
    QCOMPARE(value.data().toString(), QStringLiteral("Unknown"));
    QVERIFY(model.setData(value, QStringLiteral("22"), Qt::EditRole));
    QVERIFY(value.data().toString().startsWith(QStringLiteral("22")));
}

void TestFactModel::headingsCannotBeEdited()
{
    ShortWorkspace workspace;
    FactModel model(*workspace);
    model.showCentre(workspace.addCentre(QStringLiteral("Northbridge")));
    QVERIFY(!model.flags(model.index(0, FactModel::Value)).testFlag(Qt::ItemIsEditable));
    QVERIFY(!model.setData(model.index(0, FactModel::Value), 1, Qt::EditRole));
}

void TestFactModel::aFactOfAnotherCentreIsNoChange()
{
    ShortWorkspace workspace;
    const CentreId shown = workspace.addCentre(QStringLiteral("Northbridge"));
    const CentreId other = workspace.addCentre(QStringLiteral("Southport"));
    FactModel model(*workspace);
    model.showCentre(shown);
    const QModelIndex value = firstOf(model, *workspace, ValueType::Boolean);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    ProfileFact fact;
    fact.id = FactId(value.data(IdRole).toString());
    fact.value = true;
    fact.asOf = QDate(2026, 11, 22);
    fact.statedBy = QStringLiteral("Ada Auditor");
    QVERIFY(bool(workspace->centres().setFact(other, fact)));
    QCOMPARE(changed.size(), 0);
    QCOMPARE(value.data().toString(), QStringLiteral("Unknown"));
}

void TestFactModel::valuesAreSaidInWords_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("words");
    QTest::newRow("yes") << int(ValueType::Boolean) << QStringLiteral("true") << QStringLiteral("Yes");
    QTest::newRow("no") << int(ValueType::Boolean) << QStringLiteral("false") << QStringLiteral("No");
    QTest::newRow("number with its unit") << int(ValueType::Integer) << QStringLiteral("22") << QStringLiteral("22 patients");
    QTest::newRow("the label of a choice") << int(ValueType::Choice) << QStringLiteral("partner") << QStringLiteral("At a partner");
    QTest::newRow("a date") << int(ValueType::Date) << QStringLiteral("2026-01-31") << QStringLiteral("31 Jan 2026");
    QTest::newRow("text as it is") << int(ValueType::Text) << QStringLiteral("by contract") << QStringLiteral("by contract");
}

void TestFactModel::valuesAreSaidInWords()
{
    QFETCH(int, type);
    QFETCH(QString, stored);
    QFETCH(QString, words);
    QLocale::setDefault(QLocale(QLocale::English));
    ProfileFactDefinition definition;
    definition.type = ValueType(type);
    definition.unit = type == int(ValueType::Integer) ? QStringLiteral("patients") : QString();
    definition.choices = {{QStringLiteral("onsite"), QStringLiteral("On site")}, {QStringLiteral("partner"), QStringLiteral("At a partner")}};
    QCOMPARE(factWords(definition, ShortWorkspace::value(factFromText(definition, stored))), words);
    QCOMPARE(factWords(definition, std::nullopt), QStringLiteral("Unknown"));
}

QTEST_GUILESS_MAIN(TestFactModel)
#include "tst_factmodel.moc"
