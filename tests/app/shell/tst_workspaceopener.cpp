// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/workspaceopener.h"

#include "app/settings/settings.h"
#include "core/session/centredesk.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;

class TestWorkspaceOpener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theOwnFileIsCreatedOnceAndOpenedAgain();
    void aFileThatCannotBeOpenedLeavesTheOpenOne();
    void aNewFileNeverReplacesOneThatIsThere();
    void whoHoldsTheFileIsToldBeforeItCloses();
    void anOpenedFileIsRemembered();
    void theDemonstrationIsMadeOnce();
    void aDemonstrationThatFailsLeavesNothingBehind();

private:
    WorkspaceOpener::Places places() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Settings> m_settings;
};

void TestWorkspaceOpener::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_settings = std::make_unique<Settings>(*m_store);
    m_settings->setPerson({PersonId(QStringLiteral("p")), QStringLiteral("Ada"), Role::LeadAuditor, QString()});
}

WorkspaceOpener::Places TestWorkspaceOpener::places() const
{
    WorkspaceOpener::Places places;
    places.dataFolder = m_folder->filePath(QStringLiteral("not/yet/there"));
    return places;
}

void TestWorkspaceOpener::theOwnFileIsCreatedOnceAndOpenedAgain()
{
    {
        WorkspaceOpener opener(*m_settings, places());
        QVERIFY(bool(opener.openDefault()));
        Centre centre;
        centre.name = QStringLiteral("Northbridge");
        QVERIFY(bool(opener.workspace()->centres().add(centre)));
    }
    WorkspaceOpener opener(*m_settings, places());
    QVERIFY(bool(opener.openDefault()));
    QCOMPARE(opener.workspace()->centres().all().size(), 1);
}

void TestWorkspaceOpener::aFileThatCannotBeOpenedLeavesTheOpenOne()
{
    WorkspaceOpener opener(*m_settings, places());
    QVERIFY(bool(opener.openDefault()));
    const QString before = opener.workspace()->path();
    QFile file(m_folder->filePath(QStringLiteral("letter.centrequal")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Dear all");
    file.close();
    QSignalSpy closing(&opener, &WorkspaceOpener::aboutToClose);
    QVERIFY(!opener.openFile(file.fileName()));
    QVERIFY(!opener.openFile(m_folder->filePath(QStringLiteral("missing.centrequal"))));
    QCOMPARE(closing.size(), 0);
    QCOMPARE(opener.workspace()->path(), before);
}

void TestWorkspaceOpener::aNewFileNeverReplacesOneThatIsThere()
{
    WorkspaceOpener opener(*m_settings, places());
    const QString path = m_folder->filePath(QStringLiteral("mine.centrequal"));
    QVERIFY(bool(opener.createFile(path)));
    opener.close();
    const Result<void> again = opener.createFile(path);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
}

void TestWorkspaceOpener::whoHoldsTheFileIsToldBeforeItCloses()
{
    WorkspaceOpener opener(*m_settings, places());
    QVERIFY(bool(opener.openDefault()));
    bool wasStillThere = false;
    connect(&opener, &WorkspaceOpener::aboutToClose, this, [&] { wasStillThere = opener.workspace() != nullptr; });
    QSignalSpy opened(&opener, &WorkspaceOpener::opened);
    QVERIFY(bool(opener.createFile(m_folder->filePath(QStringLiteral("second.centrequal")))));
    QVERIFY(wasStillThere);
    QCOMPARE(opened.size(), 1);
}

void TestWorkspaceOpener::anOpenedFileIsRemembered()
{
    WorkspaceOpener opener(*m_settings, places());
    const QString path = m_folder->filePath(QStringLiteral("mine.centrequal"));
    QVERIFY(bool(opener.createFile(path)));
    QCOMPARE(m_settings->lastWorkspace(), path);
    QCOMPARE(m_settings->recentFiles(), QStringList(path));
}

void TestWorkspaceOpener::theDemonstrationIsMadeOnce()
{
    int made = 0;
    WorkspaceOpener::Places withDemonstration = places();
    withDemonstration.makeDemonstration = [&made](const QString &path) -> Result<void> {
        ++made;
        auto workspace = Workspace::create(path, {PersonId(QStringLiteral("d")), QStringLiteral("Demo"), Role::Auditor, QString()});
        return workspace ? Result<void>() : Result<void>(workspace.error());
    };
    WorkspaceOpener opener(*m_settings, withDemonstration);
    QVERIFY(opener.hasDemonstration());
    QVERIFY(bool(opener.openDemonstration()));
    opener.close();
    QVERIFY(bool(opener.openDemonstration()));
    QCOMPARE(made, 1);
}

void TestWorkspaceOpener::aDemonstrationThatFailsLeavesNothingBehind()
{
    WorkspaceOpener::Places broken = places();
    broken.makeDemonstration = [](const QString &) -> Result<void> { return Error {ErrorCode::DiskFull, {}, {}}; };
    WorkspaceOpener opener(*m_settings, broken);
    QVERIFY(!opener.openDemonstration());
    QVERIFY(!opener.workspace());
    QVERIFY(!QFile::exists(broken.dataFolder + QStringLiteral("/Demonstration.centrequal")));
    QVERIFY(m_settings->recentFiles().isEmpty());
}

QTEST_GUILESS_MAIN(TestWorkspaceOpener)
#include "tst_workspaceopener.moc"
