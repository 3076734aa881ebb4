// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/teammodel.h"

#include "app/models/cellroles.h"
#include "app/models/choicemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;

class TestTeamModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPersonIsAddedFilledInAndRemoved();
    void aRoleIsChosenByItsWord_data();
    void aRoleIsChosenByItsWord();
    void removingWhatIsNotThereChangesNothing();
    void aTickIsToldOnceAndKept();
};

void TestTeamModel::aPersonIsAddedFilledInAndRemoved()
{
    TeamModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int row = model.add();
    QVERIFY(model.setData(model.index(row, TeamModel::Name), QStringLiteral("  Ben  "), Qt::EditRole));
    QVERIFY(model.setData(model.index(row, TeamModel::Domain), QStringLiteral("clinical"), Qt::EditRole));
    QCOMPARE(model.members().first().name, QStringLiteral("Ben"));
    QCOMPARE(model.members().first().domain, QStringLiteral("clinical"));
    model.remove(row);
    QCOMPARE(model.rowCount(), 0);
}

void TestTeamModel::aRoleIsChosenByItsWord_data()
{
    QTest::addColumn<int>("role");
    for (const auto &[role, word] : EnumText<Role>::table)
        QTest::newRow(word) << int(role);
}

void TestTeamModel::aRoleIsChosenByItsWord()
{
    QFETCH(int, role);
    TeamModel model;
    TeamMember member;
    member.role = Role(role);
    model.setMembers({member, TeamMember()});
    const QModelIndex given = model.index(0, TeamModel::TeamRole);
    const QModelIndex copied = model.index(1, TeamModel::TeamRole);
    QVERIFY(model.setData(copied, given.data(ChoicesRole).toStringList().indexOf(given.data().toString()), Qt::EditRole));
    QCOMPARE(int(model.members().at(1).role), role);
}

void TestTeamModel::removingWhatIsNotThereChangesNothing()
{
    TeamModel model;
    model.add();
    model.remove(-1);
    model.remove(5);
    QCOMPARE(model.rowCount(), 1);
}

void TestTeamModel::aTickIsToldOnceAndKept()
{
    ChoiceModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setChoices({{QStringLiteral("a"), QStringLiteral("A"), QString(), true},
        {QStringLiteral("b"), QStringLiteral("B"), QString(), false}});
    QSignalSpy told(&model, &ChoiceModel::chosenChanged);
    QVERIFY(model.setData(model.index(1), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(model.setData(model.index(1), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(told.size(), 1);
    QCOMPARE(model.chosen(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
}

QTEST_GUILESS_MAIN(TestTeamModel)
#include "tst_teammodel.moc"
