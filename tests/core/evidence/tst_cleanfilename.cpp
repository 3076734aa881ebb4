// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/cleanfilename.h"

#include <QTest>

using namespace cq;

class TestCleanFileName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameBecomesOneThatAnySystemTakes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("clean");
        const auto row = [](const char *what, const QString &name, const QString &clean) {
            QTest::newRow(what) << name << clean;
        };
        row("plain", QStringLiteral("SOP 4.pdf"), QStringLiteral("SOP 4.pdf"));
        row("other scripts", QStringLiteral("Überwachung – Übung.pdf"), QStringLiteral("Überwachung – Übung.pdf"));
        row("line break", QStringLiteral("SOP\n4\r.pdf"), QStringLiteral("SOP 4.pdf"));
        row("right-to-left mark", QStringLiteral("SOP\u202efdp.exe"), QStringLiteral("SOPfdp.exe"));
        row("no width", QStringLiteral("S\u200bO\u200fP.pdf"), QStringLiteral("SOP.pdf"));
        row("folders", QStringLiteral("../../etc/SOP.pdf"), QStringLiteral("SOP.pdf"));
        row("folders of Windows", QStringLiteral("C:\\temp\\SOP.pdf"), QStringLiteral("SOP.pdf"));
        row("signs of Windows", QStringLiteral("SOP: what?.pdf"), QStringLiteral("SOP_ what_.pdf"));
        row("reserved", QStringLiteral("con.pdf"), QStringLiteral("_con.pdf"));
        row("dots and blanks at the ends", QStringLiteral(" ..SOP.pdf. . "), QStringLiteral("SOP.pdf"));
        row("nothing left", QStringLiteral("..\n\u202e"), QStringLiteral("evidence"));
        row("empty", QString(), QStringLiteral("evidence"));
        row("null character", QStringLiteral("SOP") + QChar(0) + QStringLiteral(".pdf"), QStringLiteral("SOP.pdf"));
        row("half a pair", QStringLiteral("SOP") + QChar(0xd800) + QStringLiteral(".pdf"), QStringLiteral("SOP.pdf"));
        row("decomposed", QStringLiteral("U\u0308bung.pdf"), QStringLiteral("Übung.pdf"));
        row("long", QString(300, u'n') + QStringLiteral(".pdf"), QString(116, u'n') + QStringLiteral(".pdf"));
        row("long without an ending", QString(300, u'n'), QString(120, u'n'));
    }

    void aNameBecomesOneThatAnySystemTakes()
    {
        QFETCH(QString, name);
        QFETCH(QString, clean);
        QCOMPARE(cleanFileName(name), clean);
        QCOMPARE(cleanFileName(clean), clean);
    }

    void whatCannotBeSeenIsWrittenOut()
    {
        QCOMPARE(visibleFileName(QStringLiteral("a\n\u202eb")), QStringLiteral("a\\u000a\\u202eb"));
        QCOMPARE(visibleFileName(QString(1000, u'n')).size(), 300);
    }
};

QTEST_GUILESS_MAIN(TestCleanFileName)
#include "tst_cleanfilename.moc"
