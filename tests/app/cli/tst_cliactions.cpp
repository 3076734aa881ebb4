// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: what is due.
#include "tests/app/cli/cliprogram.h"

#include <QDate>
#include <QTemporaryDir>
#include <QTest>

using namespace cq::testing;

class TestCliActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsDueIsListedByDay();
    void overdueAndSoonAreParts();
    void theCalendarHoldsEveryDayOnce();
    void wrongUsageIsRefused_data();
    void wrongUsageIsRefused();

private:
    QJsonArray due(const Words &options) const
    {
        return cli(Words {"actions", "due", m_workspace, "--json"} + options)
            .json()
            .value(QStringLiteral("due"))
            .toArray();
    }

    QTemporaryDir m_folder;
    QString m_workspace;
};

void TestCliActions::initTestCase()
{
    m_workspace = m_folder.filePath(QStringLiteral("demo.centrequal"));
    const Ran made = cli({"demo", m_workspace});
    QVERIFY2(made.exitCode == 0, made.told());
}

void TestCliActions::whatIsDueIsListedByDay()
{
    const QJsonArray all = due({});
    QVERIFY(all.size() > 4);
    QString last;
    QStringList kinds;
    for (const QJsonValue &line : all) {
        const QString on = line[QStringLiteral("on")].toString();
        QVERIFY2(QDate::fromString(on, Qt::ISODate).isValid(), qPrintable(on));
        QVERIFY(on >= last);
        last = on;
        kinds.append(line[QStringLiteral("kind")].toString());
        QCOMPARE(line[QStringLiteral("fictional")], QJsonValue(true));
        QVERIFY(line[QStringLiteral("finding")].toString().startsWith(QLatin1String("F-")));
    }
    for (const char *kind : {"answer", "action", "effectiveness-check"})
        QVERIFY2(kinds.contains(QLatin1String(kind)), kind);
    const Ran forPeople = cli({"actions", "due", m_workspace});
    QCOMPARE(forPeople.exitCode, 0);
    QCOMPARE(forPeople.out.count('\n'), all.size());
}

void TestCliActions::overdueAndSoonAreParts()
{
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    const QJsonArray all = due({});
    const QJsonArray overdue = due({"--overdue"});
    for (const QJsonValue &line : overdue)
        QVERIFY(line[QStringLiteral("overdue")].toBool() && line[QStringLiteral("on")].toString() < today);
    const QJsonArray soon = due({"--within", "0"});
    QVERIFY(overdue.size() <= soon.size() && soon.size() <= all.size());
    for (const QJsonValue &line : soon)
        QVERIFY(line[QStringLiteral("on")].toString() <= today);
    QCOMPARE(due({"--within", "36500"}), all);
}

void TestCliActions::theCalendarHoldsEveryDayOnce()
{
    const Ran ran = cli({"actions", "calendar", m_workspace});
    QVERIFY2(ran.exitCode == 0, ran.told());
    QVERIFY(ran.out.startsWith("BEGIN:VCALENDAR\r\n"));
    QCOMPARE(ran.out.count("BEGIN:VEVENT"), due({}).size());
    QVERIFY(ran.out.contains("STATUS:TENTATIVE")); // of the story's audit nothing is confirmed
    QVERIFY(ran.out.contains("STATUS:CONFIRMED"));
}

void TestCliActions::wrongUsageIsRefused_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(words).split(u' ');
    };
    row("no workspace", "actions due");
    row("days that are none", "actions due W --within soon");
    row("days below nought", "actions due W --within -1");
    row("both parts", "actions due W --within 3 --overdue");
    row("no such file", "actions calendar /nowhere/there.centrequal");
    row("option nobody knows", "actions calendar W --json");
}

void TestCliActions::wrongUsageIsRefused()
{
    QFETCH(QStringList, words);
    Words given;
    for (const QString &word : words)
        given.append(word == QLatin1String("W") ? m_workspace : word);
    const Ran ran = cli(given);
    QVERIFY2(ran.exitCode == 2, ran.told());
    QVERIFY(ran.out.isEmpty());
    QVERIFY(!ran.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestCliActions)
#include "tst_cliactions.moc"
