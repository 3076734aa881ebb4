// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/findingstatement.h"

#include <QTest>

using namespace cq;

class TestFindingStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsBecomeSentences_data()
    {
        QTest::addColumn<QStringList>("parts");
        QTest::addColumn<QString>("text");
        QTest::newRow("all four") << QStringList{QStringLiteral("GOV-01 asks for a scope statement"),
            QStringLiteral("the statement leaves out the second site."), QStringLiteral("document D-7, page 2"),
            QStringLiteral("Patients may be treated outside the scope!")}
                                  << QStringLiteral("GOV-01 asks for a scope statement. the statement leaves out the "
                                                    "second site. document D-7, page 2. Patients may be treated outside "
                                                    "the scope!");
        QTest::newRow("empty ones are left out")
            << QStringList{QString(), QStringLiteral(" \n "), QStringLiteral("Seen"), QString()} << QStringLiteral("Seen.");
        QTest::newRow("nothing") << QStringList{QString(), QString(), QString(), QString()} << QString();
        QTest::newRow("blanks and lines are joined")
            << QStringList{QStringLiteral("One\n two "), QString(), QString(), QString()} << QStringLiteral("One two.");
    }

    void partsBecomeSentences()
    {
        QFETCH(QStringList, parts);
        QTEST((FindingStatement{parts[0], parts[1], parts[2], parts[3]}.text()), "text");
    }
};

QTEST_GUILESS_MAIN(TestFindingStatement)
#include "tst_findingstatement.moc"
