// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bootstrap.h"
#include "app/settings/settings.h"
#include "tests/app/scriptedprompts.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;

/// English is the language of the sources, but its singular and plural come from a translation.
class TestEnglishCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCountHasItsForms();
    void theProgramUsesThem();
};

void TestEnglishCounts::everyCountHasItsForms()
{
    const QTemporaryDir folder;
    const QString committed = QStringLiteral(CQ_SOURCE_DIR "/translations/centrequal_en.ts");
    const QString fresh = folder.filePath(QStringLiteral("centrequal_en.ts"));
    QVERIFY(QFile::copy(committed, fresh));
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(CQ_SOURCE_DIR));
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    // Without the folder of the includes, classes lose their namespace and no text is ever found again.
    lupdate.start(QStringLiteral(CQ_LUPDATE),
        {QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-pluralonly"), QStringLiteral("-locations"),
            QStringLiteral("none"), QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("-extensions"),
            QStringLiteral("cpp,h,ui"), QStringLiteral("app"), QStringLiteral("forms"), QStringLiteral("-ts"), fresh});
    QVERIFY(lupdate.waitForFinished(120'000));
    QVERIFY2(lupdate.exitCode() == 0, lupdate.readAll().constData());
    QFile before(committed), after(fresh);
    QVERIFY(before.open(QIODevice::ReadOnly) && after.open(QIODevice::ReadOnly));
    const QByteArray forms = after.readAll();
    QVERIFY(!forms.contains("unfinished"));
    QVERIFY(!forms.contains("<numerusform></numerusform>"));
    QCOMPARE(forms, before.readAll());
}

void TestEnglishCounts::theProgramUsesThem()
{
    const QTemporaryDir folder;
    QSettings store(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    Settings(store).setLanguage(QStringLiteral("en"));
    ScriptedPrompts prompts;
    const Bootstrap bootstrap(*qApp, store, prompts, {});
    const auto said = [](int count) {
        return QCoreApplication::translate("cq::ChecklistPage", "%n answers shown", nullptr, count);
    };
    QCOMPARE(said(1), QStringLiteral("1 answer shown"));
    QCOMPARE(said(163), QStringLiteral("163 answers shown"));
}

QTEST_MAIN(TestEnglishCounts)
#include "tst_englishcounts.moc"
