// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/settingstore.h"

#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestSettingStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initResources(); }

    void valuesAreKeptByName()
    {
        const QTemporaryDir folder;
        const auto file = valueOf(WorkspaceFile::create(folder.filePath(QStringLiteral("w.centrequal")), opening()));
        SettingStore settings(*file);
        const QString name = QStringLiteral("workspace-id");
        QCOMPARE(valueOf(settings.value(name)), std::optional<QByteArray>());
        for (const QByteArray &value : {QByteArray("one"), QByteArray("\0\xff", 2), QByteArray()}) {
            inTransaction(*file, [&] { succeed(settings.put(name, value)); });
            QCOMPARE(valueOf(settings.value(name)), std::optional<QByteArray>(value));
        }
    }

    void everyWorkspaceHasItsOwnKeyThatCannotBeReplaced()
    {
        const QTemporaryDir folder;
        const auto one = valueOf(WorkspaceFile::create(folder.filePath(QStringLiteral("a.centrequal")), opening()));
        const auto two = valueOf(WorkspaceFile::create(folder.filePath(QStringLiteral("b.centrequal")), opening()));
        const QByteArray key = valueOf(SettingStore(*one).digestKey());
        QCOMPARE(key.size(), 32);
        QVERIFY(key != valueOf(SettingStore(*two).digestKey()));
        const Transaction transaction = valueOf(one->begin());
        const auto put = SettingStore(*one).put(SettingStore::digestKeyName(), QByteArray(32, 'x'));
        QCOMPARE(put.error().code, ErrorCode::InvalidInput);
    }

    void aMissingKeyIsCorrupt()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w.centrequal"));
        valueOf(WorkspaceFile::create(path, opening()));
        runRaw(path, "DELETE FROM setting");
        const auto file = valueOf(WorkspaceFile::open(path, WorkspaceFile::Mode::ReadWrite, opening()));
        QCOMPARE(SettingStore(*file).digestKey().error().code, ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestSettingStore)
#include "tst_settingstore.moc"
