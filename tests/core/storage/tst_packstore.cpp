// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/packstore.h"

#include "resources/resources.h"
#include "tests/core/storage/rawsqlite.h"
#include "tests/core/storage/samples.h"

#include <QTemporaryDir>

using namespace cq;
using namespace cq::samples;

class TestPackStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WorkspaceFile> m_file;
    QString path() const { return m_folder.filePath(QStringLiteral("w.centrequal")); }
    void put(int minor)
    {
        inTransaction(
            *m_file, [&] { succeed(PackStore(*m_file).put(pin(minor), packBytes() + QByteArray::number(minor))); });
    }

private Q_SLOTS:
    void initTestCase() { initResources(); }
    void init() { m_file = valueOf(WorkspaceFile::create(path(), opening())); }
    void cleanup()
    {
        m_file.reset();
        QFile::remove(path());
    }

    void aPackKeepsItsBytes()
    {
        put(2);
        put(2);
        QCOMPARE(valueOf(PackStore(*m_file).bytes(pin(2))), packBytes() + "2");
        QCOMPARE(PackStore(*m_file).bytes(pin(3)).error().code, ErrorCode::NotFound);
    }

    void versionsAreListedAsNumbersNotAsTexts()
    {
        put(10);
        put(9);
        QCOMPARE(valueOf(PackStore(*m_file).pins()), (QList<PackPin>{pin(9), pin(10)}));
    }

    void otherBytesUnderAKnownVersionAreAConflict()
    {
        put(2);
        PackPin forged = pin(2);
        forged.digest = sha256Hex("other");
        const Transaction transaction = valueOf(m_file->begin());
        QCOMPARE(PackStore(*m_file).put(forged, "other").error().code, ErrorCode::Conflict);
        QCOMPARE(PackStore(*m_file).put(pin(3), "other").error().code, ErrorCode::InvalidInput);
    }

    void bytesThatLostTheirDigestAreCorrupt()
    {
        put(2);
        m_file.reset();
        runRaw(path(), "DROP TRIGGER pack_never_changes; UPDATE pack SET content = x'7b7d'");
        m_file = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadOnly, opening()));
        QCOMPARE(PackStore(*m_file).bytes(pin(2)).error().code, ErrorCode::Corrupt);
    }

    void aSignatureIsKeptWithTheMomentItWasFirstSeen()
    {
        put(2);
        put(3);
        QVERIFY(!valueOf(PackStore(*m_file).signature(pin(2))));
        const auto putSignature = [&](const StoredPackSignature &signature) {
            inTransaction(*m_file, [&] { succeed(PackStore(*m_file).putSignature(pin(2), signature)); });
        };
        putSignature({"one", momentAt(10)});
        putSignature({"one", momentAt(20)});
        QCOMPARE(valueOf(PackStore(*m_file).signature(pin(2))).value(), (StoredPackSignature{"one", momentAt(10)}));
        putSignature({"two", momentAt(30)});
        QCOMPARE(valueOf(PackStore(*m_file).signature(pin(2))).value(), (StoredPackSignature{"two", momentAt(30)}));
        QVERIFY(!valueOf(PackStore(*m_file).signature(pin(3))));
        QCOMPARE(valueOf(m_file->check()), QStringList());
    }

    void aSignatureBelongsToAPackThatIsHere()
    {
        const Transaction transaction = valueOf(m_file->begin());
        QVERIFY(!PackStore(*m_file).putSignature(pin(2), {"one", momentAt(10)}));
    }

    void aSignatureOfAnotherTypeIsTold()
    {
        put(2);
        inTransaction(*m_file, [&] { succeed(PackStore(*m_file).putSignature(pin(2), {"one", momentAt(10)})); });
        m_file.reset();
        runRaw(path(), "UPDATE pack_signature SET seen_utc = 'yesterday'");
        m_file = valueOf(WorkspaceFile::open(path(), WorkspaceFile::Mode::ReadOnly, opening()));
        QCOMPARE(PackStore(*m_file).signature(pin(2)).error().code, ErrorCode::Corrupt);
        QCOMPARE(valueOf(m_file->check()).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPackStore)
#include "tst_packstore.moc"
