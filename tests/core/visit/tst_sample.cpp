// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/sample.h"

#include <QTest>

using namespace cq;

namespace {

// One line for each case: + met, - not met, o open, . not applicable.
Sample sampleOf(const QStringList &lines)
{
    Sample sample;
    for (const QString &line : lines) {
        sample.cases.append({line, 0});
        for (const QChar c : line)
            sample.cells.append(c == u'+' ? CellAnswer::Met
                    : c == u'-'           ? CellAnswer::NotMet
                    : c == u'.'           ? CellAnswer::NotApplicable
                                          : CellAnswer::Open);
    }
    for (qsizetype check = 0; check < lines.value(0).size(); ++check)
        sample.checks.append(QString::number(check));
    return sample;
}

} // namespace

class TestSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksAndCasesAreCountedApart()
    {
        const SampleResult result = resultOf(sampleOf({
            QStringLiteral("++."),
            QStringLiteral("-+o"), // fails already
            QStringLiteral("+o+"), // open
            QStringLiteral("..."), // no check applies
        }));
        QCOMPARE(result.checks, (QList<SampleTally> {{1, 3, 0}, {0, 2, 1}, {0, 1, 1}}));
        QCOMPARE(result.cases, (SampleTally {1, 2, 1}));
    }

    void theLevelIsProposedOnceNothingIsOpen_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<int>("level"); // -1: none
        const auto row = [](const char *name, const QStringList &lines, int level) { QTest::newRow(name) << lines << level; };
        row("all met", {QStringLiteral("++"), QStringLiteral("+.")}, int(ResponseLevel::Met));
        row("some", {QStringLiteral("++"), QStringLiteral("+-")}, int(ResponseLevel::PartiallyMet));
        row("none", {QStringLiteral("-+"), QStringLiteral("+-")}, int(ResponseLevel::NotMet));
        row("one is open", {QStringLiteral("++"), QStringLiteral("+o")}, -1);
        row("nothing applies", {QStringLiteral(".."), QStringLiteral("..")}, -1);
        row("no case", {}, -1);
    }

    void theLevelIsProposedOnceNothingIsOpen()
    {
        QFETCH(QStringList, lines);
        QFETCH(int, level);
        const auto proposed = proposedLevel(resultOf(sampleOf(lines)));
        QCOMPARE(proposed ? int(*proposed) : -1, level);
    }
};

QTEST_APPLESS_MAIN(TestSample)
#include "tst_sample.moc"
