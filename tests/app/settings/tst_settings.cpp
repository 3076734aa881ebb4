// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeTheFirstStartNobodyIsKnown();
    void aPersonComesBackAsStored_data();
    void aPersonComesBackAsStored();
    void aRoleOfANewerProgramIsNobody();
    void everyLookComesBackAsStored_data();
    void everyLookComesBackAsStored();
    void aRecentFileOpenedAgainStandsFirstAndOnce();
    void recentFilesAreLimited();
    void whatTheWindowRemembersSurvivesARestart();
    void theVersionIsStampedAndANewerOneIsLeftAlone();
    void blindModeIsRememberedForEachPerson();
    void aVisitIsRememberedForEachPersonAndFile();
    void templatesComeBackAsStoredAndShrink();
    void spellingIsRememberedForEachPerson();
    void theEndOfAnIdentityIsRememberedWithItsFile();

private:
    QString path() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + QStringLiteral(".ini")); }
    QTemporaryDir m_folder;
};

void TestSettings::beforeTheFirstStartNobodyIsKnown()
{
    QSettings store(path(), QSettings::IniFormat);
    const Settings settings(store);
    QVERIFY(!settings.person());
    QVERIFY(settings.recentFiles().isEmpty());
    QVERIFY(settings.lastWorkspace().isEmpty());
    QCOMPARE(settings.themeMode(), Theme::Mode::System);
}

void TestSettings::aPersonComesBackAsStored_data()
{
    QTest::addColumn<int>("role");
    for (const auto &[role, word] : EnumText<Role>::table)
        QTest::newRow(word) << int(role);
}

void TestSettings::aPersonComesBackAsStored()
{
    QFETCH(int, role);
    const Person person {PersonId(QStringLiteral("id-1")), QStringLiteral("Zoë Müller"), Role(role), QStringLiteral("Uni, A=B")};
    {
        QSettings store(path(), QSettings::IniFormat);
        Settings(store).setPerson(person);
    }
    QSettings store(path(), QSettings::IniFormat);
    QCOMPARE(Settings(store).person(), std::optional(person));
}

void TestSettings::aRoleOfANewerProgramIsNobody()
{
    QSettings store(path(), QSettings::IniFormat);
    Settings settings(store);
    settings.setPerson({PersonId(), QStringLiteral("Ada"), Role::Auditor, QString()});
    store.setValue(QStringLiteral("person/role"), QStringLiteral("quantum-auditor"));
    QVERIFY(!settings.person());
}

void TestSettings::everyLookComesBackAsStored_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("system") << int(Theme::Mode::System);
    QTest::newRow("light") << int(Theme::Mode::Light);
    QTest::newRow("dark") << int(Theme::Mode::Dark);
}

void TestSettings::everyLookComesBackAsStored()
{
    QFETCH(int, mode);
    QSettings store(path(), QSettings::IniFormat);
    Settings settings(store);
    settings.setThemeMode(Theme::Mode(mode));
    QCOMPARE(int(settings.themeMode()), mode);
}

void TestSettings::aRecentFileOpenedAgainStandsFirstAndOnce()
{
    QSettings store(path(), QSettings::IniFormat);
    Settings settings(store);
    for (const QString &file : {QStringLiteral("/a"), QStringLiteral("/b"), QStringLiteral("/a")})
        settings.addRecentFile(file);
    QCOMPARE(settings.recentFiles(), QStringList({QStringLiteral("/a"), QStringLiteral("/b")}));
    settings.removeRecentFile(QStringLiteral("/a"));
    QCOMPARE(settings.recentFiles(), QStringList(QStringLiteral("/b")));
}

void TestSettings::recentFilesAreLimited()
{
    QSettings store(path(), QSettings::IniFormat);
    Settings settings(store);
    for (int number = 0; number < Settings::maxRecentFiles + 3; ++number)
        settings.addRecentFile(QStringLiteral("/file%1").arg(number));
    QCOMPARE(settings.recentFiles().size(), Settings::maxRecentFiles);
    QCOMPARE(settings.recentFiles().first(), QStringLiteral("/file%1").arg(Settings::maxRecentFiles + 2));
}

void TestSettings::whatTheWindowRemembersSurvivesARestart()
{
    {
        QSettings store(path(), QSettings::IniFormat);
        Settings settings(store);
        settings.setLanguage(QStringLiteral("de"));
        settings.setLastWorkspace(QStringLiteral("/stick/audits.centrequal"));
        settings.setLastAudit(AuditId(QStringLiteral("a-1")));
        QVERIFY(settings.identityFile().isEmpty());
        QVERIFY(settings.timestampUrl().isEmpty());
        QVERIFY(settings.asksForTimestamp());
        settings.setIdentityFile(QStringLiteral("/home/ada/me.p12"));
        settings.setTimestampUrl(QStringLiteral("http://tsa.example.org/"));
        settings.setAsksForTimestamp(false);
        settings.setWindowGeometry(QByteArray("\x01\x00\xff", 3));
    }
    QSettings store(path(), QSettings::IniFormat);
    const Settings settings(store);
    QCOMPARE(settings.language(), QStringLiteral("de"));
    QCOMPARE(settings.lastWorkspace(), QStringLiteral("/stick/audits.centrequal"));
    QCOMPARE(settings.lastAudit(), AuditId(QStringLiteral("a-1")));
    QCOMPARE(settings.identityFile(), QStringLiteral("/home/ada/me.p12"));
    QCOMPARE(settings.timestampUrl(), QStringLiteral("http://tsa.example.org/"));
    QVERIFY(!settings.asksForTimestamp());
    QCOMPARE(settings.windowGeometry(), QByteArray("\x01\x00\xff", 3));
}

void TestSettings::theVersionIsStampedAndANewerOneIsLeftAlone()
{
    QSettings store(path(), QSettings::IniFormat);
    Settings(store).setLanguage(QStringLiteral("en"));
    QCOMPARE(store.value(QStringLiteral("version")).toInt(), Settings::version);
    store.setValue(QStringLiteral("version"), Settings::version + 5);
    const Settings again(store);
    QCOMPARE(store.value(QStringLiteral("version")).toInt(), Settings::version + 5);
    QCOMPARE(again.language(), QStringLiteral("en"));
}

void TestSettings::blindModeIsRememberedForEachPerson()
{
    const PersonId one(QStringLiteral("one"));
    const PersonId two(QStringLiteral("two"));
    {
        QSettings store(path(), QSettings::IniFormat);
        Settings settings(store);
        QCOMPARE(settings.blindMode(one), BlindMode::Gates);
        settings.setBlindMode(one, BlindMode::Off);
        settings.setBlindMode(two, BlindMode::All);
    }
    QSettings store(path(), QSettings::IniFormat);
    QCOMPARE(Settings(store).blindMode(one), BlindMode::Off);
    QCOMPARE(Settings(store).blindMode(two), BlindMode::All);
    store.setValue(QStringLiteral("blindMode/one"), QStringLiteral("of a newer program"));
    QCOMPARE(Settings(store).blindMode(one), BlindMode::Gates);
}

void TestSettings::aVisitIsRememberedForEachPersonAndFile()
{
    const PersonId ada(QStringLiteral("a"));
    const QString path = QStringLiteral("/data/Ümläut %20/a.centrequal");
    const QDateTime moment(QDate(2026, 11, 22), QTime(20, 15, 3, 250), Qt::UTC);
    {
        QSettings store(this->path(), QSettings::IniFormat);
        QVERIFY(!Settings(store).lastVisit(ada, path).isValid());
        Settings(store).setLastVisit(ada, path, moment);
    }
    QSettings store(this->path(), QSettings::IniFormat);
    QCOMPARE(Settings(store).lastVisit(ada, path), moment);
    QVERIFY(!Settings(store).lastVisit(PersonId(QStringLiteral("b")), path).isValid());
    QVERIFY(!Settings(store).lastVisit(ada, QStringLiteral("/data/b.centrequal")).isValid());
}

void TestSettings::templatesComeBackAsStoredAndShrink()
{
    const PersonId ada(QStringLiteral("a"));
    const QList<NoteTemplate> templates {{QStringLiteral("Ä/b, c"), QStringLiteral("line 1\nline 2 \"x\", 50 %")},
        {QStringLiteral("second"), QStringLiteral("two")}};
    {
        QSettings store(path(), QSettings::IniFormat);
        Settings(store).setNoteTemplates(ada, templates);
    }
    QSettings store(path(), QSettings::IniFormat);
    Settings settings(store);
    QCOMPARE(settings.noteTemplates(ada), templates);
    QVERIFY(settings.noteTemplates(PersonId(QStringLiteral("b"))).isEmpty());
    settings.setNoteTemplates(ada, templates.mid(1));
    QCOMPARE(settings.noteTemplates(ada), templates.mid(1));
    settings.setNoteTemplates(ada, {});
    QVERIFY(settings.noteTemplates(ada).isEmpty());
}

void TestSettings::spellingIsRememberedForEachPerson()
{
    const PersonId ada(QStringLiteral("a"));
    {
        QSettings store(path(), QSettings::IniFormat);
        Settings settings(store);
        QVERIFY(!settings.spellingLanguage(ada));
        QVERIFY(settings.ownWords(ada).isEmpty());
        settings.setSpellingLanguage(ada, QString());
        settings.setOwnWords(ada, {QStringLiteral("Zyto"), QStringLiteral("a, b")});
    }
    QSettings store(path(), QSettings::IniFormat);
    Settings settings(store);
    QCOMPARE(settings.spellingLanguage(ada), std::optional(QString(QLatin1String(""))));
    QCOMPARE(settings.ownWords(ada), (QStringList {QStringLiteral("Zyto"), QStringLiteral("a, b")}));
    settings.setSpellingLanguage(ada, QStringLiteral("de_AT"));
    QCOMPARE(settings.spellingLanguage(ada), std::optional(QStringLiteral("de_AT")));
    QVERIFY(!settings.spellingLanguage(PersonId(QStringLiteral("b"))));
}

void TestSettings::theEndOfAnIdentityIsRememberedWithItsFile()
{
    QSettings store(path(), QSettings::IniFormat);
    Settings settings(store);
    settings.setIdentityFile(QStringLiteral("/home/ada/old.p12"));
    QVERIFY(!settings.identityValidUntil());
    const Timestamp until {1'790'000'000'000, 0};
    settings.setIdentityEnd(until, true);
    settings.setIdentityFile(QStringLiteral("/home/ada/old.p12"));
    QCOMPARE(settings.identityValidUntil(), std::optional(until));
    QVERIFY(settings.isIdentityRenewable());
    settings.setIdentityEnd(until, false);
    QVERIFY(!settings.isIdentityRenewable());
    settings.setIdentityFile(QStringLiteral("/home/ada/new.p12"));
    QVERIFY(!settings.identityValidUntil());
    store.setValue(QStringLiteral("signing/identityValidUntil"), QStringLiteral("soon"));
    QVERIFY(!settings.identityValidUntil());
}

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"
