// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/riskgrid.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace cq;

class TestRiskGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrowsGoFromCellToCellAndStopAtTheEdge()
    {
        RiskGrid grid;
        grid.show();
        grid.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&grid));
        grid.setFocus();
        const QSignalSpy chosen(&grid, &RiskGrid::cellChosen);
        for (const Qt::Key key : {Qt::Key_Up, Qt::Key_Left, Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Down})
            QTest::keyClick(QApplication::focusWidget(), key);
        QCOMPARE(chosen.count(), 0); // going there chooses nothing
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(chosen.count(), 1);
        const RiskCell expected {HarmLikelihood::Moderate, HarmScope::Widespread};
        QCOMPARE(grid.cell(), std::optional(expected));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(grid.cell(), std::nullopt); // the chosen one again takes it back
    }

    void eachCellHasANameOfItsOwnAndOneStopForTab()
    {
        RiskGrid grid;
        const RiskCell cell {HarmLikelihood::Low, HarmScope::Pattern};
        const QSignalSpy chosen(&grid, &RiskGrid::cellChosen);
        grid.setCell(cell);
        QCOMPARE(chosen.count(), 0);
        QSet<QString> names;
        int stops = 0;
        for (const QToolButton *button : grid.findChildren<QToolButton *>()) {
            names.insert(button->accessibleName());
            stops += button->focusPolicy() == Qt::StrongFocus;
            QCOMPARE(button->isChecked(), button->accessibleName() == RiskGrid::textFor(cell));
        }
        QCOMPARE(names.size(), 9);
        QCOMPARE(stops, 1);
    }

    void theSymbolRisesWithHarmAndScope()
    {
        QCOMPARE(RiskGrid::symbolFor({HarmLikelihood::Low, HarmScope::Pattern}), QStringLiteral("○"));
        QCOMPARE(RiskGrid::symbolFor({HarmLikelihood::Moderate, HarmScope::Pattern}), QStringLiteral("◐"));
        QCOMPARE(RiskGrid::symbolFor({HarmLikelihood::High, HarmScope::Pattern}), QStringLiteral("●"));
    }
};

QTEST_MAIN(TestRiskGrid)
#include "tst_riskgrid.moc"
