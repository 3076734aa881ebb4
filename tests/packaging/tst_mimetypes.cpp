// SPDX-License-Identifier: GPL-3.0-or-later
// A desktop that has our MIME file tells a workspace by its name and by its bytes, and does not take any other database
// for one: that is what opening by double click needs.
#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr qsizetype applicationIdAt = 68;

/// The first bytes of an SQLite database with an application id.
QByteArray databaseHead(const QByteArray &applicationId)
{
    QByteArray head("SQLite format 3\0", 16);
    head.append(100 - head.size(), '\0');
    head.replace(applicationIdAt, applicationId.size(), applicationId);
    return head;
}

} // namespace

class TestMimeTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFileIsTold_data();
    void aFileIsTold();
    void aWorkspaceIsADatabaseToo();

private:
    QTemporaryDir m_data;
};

void TestMimeTypes::initTestCase()
{
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("update-mime-database"));
    if (tool.isEmpty()) {
        QVERIFY2(qgetenv("CI") != "true", "update-mime-database is not installed");
        QSKIP("NOT JUDGED: update-mime-database is not installed (packaging/test.sh installs it)");
    }
    QVERIFY(m_data.isValid());
    QVERIFY(QDir(m_data.path()).mkpath(QStringLiteral("mime/packages")));
    // As after installing: our types and the system's in one database, and no other one in sight.
    const QString packages = m_data.filePath(QStringLiteral("mime/packages/"));
    QVERIFY(QFile::copy(QStringLiteral(CQ_SOURCE_DIR "/packaging/linux/centrequal-mime.xml"),
        packages + QStringLiteral("org.centrequal.CentreQual.xml")));
    QVERIFY(QFile::copy(QStringLiteral("/usr/share/mime/packages/freedesktop.org.xml"),
        packages + QStringLiteral("freedesktop.org.xml")));
    qputenv("XDG_DATA_DIRS", m_data.path().toLocal8Bit());
    qputenv("XDG_DATA_HOME", m_data.filePath(QStringLiteral("home")).toLocal8Bit());
    QCOMPARE(QProcess::execute(tool, {m_data.filePath(QStringLiteral("mime"))}), 0);
}

void TestMimeTypes::aFileIsTold_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("type");
    const QString workspace = QStringLiteral("application/x-centrequal");
    const QString pack = QStringLiteral("application/x-centrequal-pack+json");
    QTest::newRow("workspace") << QStringLiteral("a.centrequal") << databaseHead("CQL1") << workspace;
    QTest::newRow("workspace under another name") << QStringLiteral("copy") << databaseHead("CQL1") << workspace;
    QTest::newRow("not yet written workspace") << QStringLiteral("new.centrequal") << QByteArray() << workspace;
    QTest::newRow("other database") << QStringLiteral("other") << databaseHead("GPKG")
                                    << QStringLiteral("application/vnd.sqlite3");
    QTest::newRow("pack") << QStringLiteral("gocart.core.cqpack.json") << QByteArray("{}") << pack;
    QTest::newRow("other JSON") << QStringLiteral("core.json") << QByteArray("{}") << QStringLiteral("application/json");
}

void TestMimeTypes::aFileIsTold()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, type);
    const QMimeType told = QMimeDatabase().mimeTypeForFileNameAndData(name, bytes);
    // What the system's shared-mime-info calls SQLite has changed its name over time; an alias is as good.
    QVERIFY2(told.name() == type || told.aliases().contains(type), qPrintable(told.name()));
}

void TestMimeTypes::aWorkspaceIsADatabaseToo()
{
    const QMimeType workspace = QMimeDatabase().mimeTypeForName(QStringLiteral("application/x-centrequal"));
    QVERIFY(workspace.isValid());
    QCOMPARE(workspace.comment(), QStringLiteral("CentreQual workspace"));
    QVERIFY(workspace.inherits(QStringLiteral("application/vnd.sqlite3")));
}

QTEST_GUILESS_MAIN(TestMimeTypes)
#include "tst_mimetypes.moc"
