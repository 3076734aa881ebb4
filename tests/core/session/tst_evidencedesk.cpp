// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/evidencedesk.h"

#include "core/base/sha256.h"
#include "core/session/evidenceintake.h"
#include "core/session/evidencelinkdesk.h"
#include "tests/support/sessionroom.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <sys/mount.h>

using namespace cq;
using namespace cq::testing;
using Photographs = cq::EvidenceDesk::Photographs;

namespace {

// A small file system, gone again at the end.
class SmallDisk
{
public:
    SmallDisk(const QString &folder, const char *size)
        : m_folder(QFile::encodeName(folder))
        , m_isMounted(mount("tmpfs", m_folder.constData(), "tmpfs", 0, QByteArray("size=") + size) == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            umount2(m_folder.constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)
    bool isMounted() const { return m_isMounted; }

private:
    QByteArray m_folder;
    bool m_isMounted;
};

QByteArray noise(qsizetype size)
{
    QByteArray bytes("\x01", 1);
    bytes.resize(size);
    quint32 state = 1;
    for (qsizetype i = 1; i < size; ++i) {
        state = state * 1664525 + 1013904223;
        bytes[i] = char(state >> 24);
    }
    return bytes;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        throw std::runtime_error("a file of the test could not be written");
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A picture with a place in it, as a camera writes one: an EXIF block with a latitude, 51 degrees north.
QByteArray photograph(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb(x % 256, y % 256, (x + y) % 256));
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    if (!image.save(&buffer, "jpeg"))
        throw std::runtime_error("no JPEG plugin");
    const QByteArray tiff = QByteArray::fromHex("4d4d002a00000008" // big endian, first directory at 8
                                                "000188250004000000010000001a00000000" // its one entry: GPS at 26
                                                "00010001000200000002" // GPS: latitude reference
                                                "4e000000" // "N"
                                                "00000000");
    QByteArray block = QByteArray("Exif\0\0", 6) + tiff;
    const int size = int(block.size()) + 2;
    block.prepend(QByteArray("\xff\xe1", 2) + char(size >> 8) + char(size & 0xff));
    return jpeg.insert(2, block);
}

} // namespace

class TestEvidenceDesk : public QObject
{
    Q_OBJECT

private:
    static Evidence draft(const SessionRoom &room)
    {
        Evidence evidence;
        evidence.centre = room.centre;
        evidence.kind = EvidenceKind::Record;
        evidence.receivedOn = QDate(2026, 11, 1);
        return evidence;
    }
    static qsizetype centreTrail(const SessionRoom &room)
    {
        return room.workspace->trail(room.centre.text()).value().size();
    }
    // Nothing of a refused file is left: no row, no entry, and the file is whole.
    static void nothingWasStored(const SessionRoom &room, qsizetype trailBefore)
    {
        QVERIFY(room.workspace->evidence().of(room.centre).isEmpty());
        QCOMPARE(centreTrail(room), trailBefore);
        QCOMPARE(room.workspace->check().value(), QStringList());
    }

private Q_SLOTS:
    void aFileIsOneEntryAndStaysAfterReopening();
    void equalContentIsRecognised();
    void twoCentresShareOneCopy();
    void whatCannotBeTakenInLeavesNothing_data();
    void whatCannotBeTakenInLeavesNothing();
    void aFileThatChangesWhileItIsReadIsRefused_data();
    void aFileThatChangesWhileItIsReadIsRefused();
    void cancellingStoresNothing();
    void anIntakeThatIsDroppedStoresNothing();
    void strangeNamesAreCleanedAndTold();
    void aPhotographIsScaledAndLosesItsPlace();
    void aPhotographStaysUntouchedWhereAsked();
    void aTurnedPhotographStandsUpright();
    void aBrokenPhotographIsToldAndCanBeKeptUntouched();
    void fiveHundredPhotographsComeInAndOut();
    void aFullDiskIsToldAndTheFileStaysWhole();
    void aFullDiskEndsAnExportWithoutATrace();
    void dataChangesInOneEntry();
    void usedEvidenceIsNotRemoved();
    void submittedEvidenceIsNotChanged();
    void removalTakesTheContentAlong();
    void exportWritesEqualBytesAndReplacesNothing();
    void everythingIsExportedUnderSafeNames();
    void alteredContentIsNeverExported();
    void anExportRunsOnAnotherThreadWhileTheWorkGoesOn();
    void thePolicyBelongsToTheWorkspace();
    void observersAddNothing();
};

void TestEvidenceDesk::aFileIsOneEntryAndStaysAfterReopening()
{
    SessionRoom room;
    const QByteArray bytes = noise(2'500'000);
    write(room.file("film.mp4"), bytes);
    const QSignalSpy added(&room.workspace->evidence(), &EvidenceDesk::evidenceAdded);
    const qsizetype before = centreTrail(room);
    QList<int> percents;
    const auto result = room.workspace->evidence().add(draft(room), room.file("film.mp4"), Photographs::Scaled,
        {[&](int percent) { percents.append(percent); }, nullptr});
    QVERIFY2(result, qPrintable(result ? QString() : result.error().text()));
    QVERIFY(!result->wasThere);
    QCOMPARE(result->originalName, QString());
    QCOMPARE(percents, (QList<int> {41, 83, 100}));
    QCOMPARE(added.count(), 1);
    QCOMPARE(centreTrail(room), before + 1);
    const TrailEntry entry = room.workspace->trail(room.centre.text()).value().last();
    QCOMPARE(entry.action, QStringLiteral("evidence.added"));
    QVERIFY(entry.newValue.contains(QString::fromLatin1(sha256Hex(bytes))));
    const Evidence evidence = room.workspace->evidence().find(room.centre, result->id).value();
    QCOMPARE(evidence.title, QStringLiteral("film"));
    QCOMPARE(evidence.size, bytes.size());
    QCOMPARE(evidence.digest, sha256Hex(bytes));
    QCOMPARE(evidence.mediaType, QStringLiteral("video/mp4"));
    QCOMPARE(evidence.addedBy, room.person.name);
    QCOMPARE(evidence.addedAt, room.now);
    room.reopen();
    QCOMPARE(room.workspace->evidence().of(room.centre), QList<Evidence> {evidence});
    QCOMPARE(room.workspace->evidence().content(evidence, 3'000'000).value(), bytes);
    QCOMPARE(room.workspace->evidence().content(evidence, 1'000'000).error().code, ErrorCode::TooLarge);
    QCOMPARE(room.workspace->check().value(), QStringList());
}

void TestEvidenceDesk::equalContentIsRecognised()
{
    SessionRoom room;
    write(room.file("a.txt"), "the same\n");
    write(room.file("b.txt"), "the same\n");
    const auto first = room.workspace->evidence().add(draft(room), room.file("a.txt"));
    QVERIFY(first);
    const qsizetype before = centreTrail(room);
    const auto second = room.workspace->evidence().add(draft(room), room.file("b.txt"));
    QVERIFY(second);
    QVERIFY(second->wasThere);
    QCOMPARE(second->id, first->id);
    QCOMPARE(centreTrail(room), before);
    QCOMPARE(room.workspace->evidence().of(room.centre).size(), 1);
}

void TestEvidenceDesk::twoCentresShareOneCopy()
{
    SessionRoom room;
    Centre other;
    other.name = QStringLiteral("Second Hospital");
    other.isFictional = true;
    const CentreId second = room.workspace->centres().add(other).value();
    const QByteArray bytes = noise(8'000'000);
    write(room.file("a.mp4"), bytes);
    QVERIFY(room.workspace->evidence().add(draft(room), room.file("a.mp4")));
    Evidence theirs = draft(room);
    theirs.centre = second;
    QVERIFY(!room.workspace->evidence().add(theirs, room.file("a.mp4"))->wasThere);
    room.reopen();
    QVERIFY(QFileInfo(room.path()).size() < 14'000'000);
    QCOMPARE(room.workspace->evidence().of(second).size(), 1);
}

void TestEvidenceDesk::whatCannotBeTakenInLeavesNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *what, const char *name, const QByteArray &bytes, ErrorCode code) {
        QTest::newRow(what) << QString::fromLatin1(name) << bytes << int(code);
    };
    row("zero bytes", "empty.pdf", {}, ErrorCode::InvalidInput);
    row("a program", "tool.exe", "MZ" + noise(100), ErrorCode::InvalidInput);
    row("over the limit", "large.txt", QByteArray(1'000'001, 'x'), ErrorCode::TooLarge);
    row("not there", "", {}, ErrorCode::NotFound);
    row("a folder", ".", {}, ErrorCode::Unreadable);
    row("no plain file", "/dev/zero", {}, ErrorCode::Unreadable);
    row("no real photograph", "broken.jpg", QByteArray("\xff\xd8\xff\xe0") + noise(100), ErrorCode::Malformed);
}

void TestEvidenceDesk::whatCannotBeTakenInLeavesNothing()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    SessionRoom room;
    EvidencePolicy policy;
    policy.maxBytes = 1'000'000;
    QVERIFY(room.workspace->evidence().setPolicy(policy));
    const QString path = name.startsWith(u'/') ? name
        : name.isEmpty()                       ? room.file("gone.pdf")
                                               : room.file(qPrintable(name));
    if (name.contains(u'.') && name.size() > 1)
        write(path, bytes);
    const qsizetype before = centreTrail(room);
    const auto refused = room.workspace->evidence().add(draft(room), path);
    QVERIFY(!refused);
    QCOMPARE(int(refused.error().code), code);
    nothingWasStored(room, before);
}

void TestEvidenceDesk::aFileThatChangesWhileItIsReadIsRefused_data()
{
    QTest::addColumn<int>("sizeThen");
    QTest::newRow("it vanishes") << 0;
    QTest::newRow("it shrinks") << 2'000'000;
    QTest::newRow("it grows") << 9'000'000;
}

void TestEvidenceDesk::aFileThatChangesWhileItIsReadIsRefused()
{
    QFETCH(int, sizeThen);
    SessionRoom room;
    const QString path = room.file("film.mp4");
    write(path, noise(5'000'000));
    const qsizetype before = centreTrail(room);
    bool isChanged = false;
    const auto refused
        = room.workspace->evidence().add(draft(room), path, Photographs::Scaled, {[&](int) {
              if (!std::exchange(isChanged, true))
                  QFile::resize(path, sizeThen);
          }, nullptr});
    QVERIFY(isChanged);
    QCOMPARE(refused.error().code, ErrorCode::Unreadable);
    nothingWasStored(room, before);
}

void TestEvidenceDesk::cancellingStoresNothing()
{
    SessionRoom room;
    write(room.file("film.mp4"), noise(5'000'000));
    const qsizetype before = centreTrail(room);
    std::atomic_bool cancelled = false;
    const auto stopped = room.workspace->evidence().add(
        draft(room), room.file("film.mp4"), Photographs::Scaled, {[&](int) { cancelled = true; }, &cancelled});
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    nothingWasStored(room, before);
}

void TestEvidenceDesk::anIntakeThatIsDroppedStoresNothing()
{
    SessionRoom room;
    const qsizetype before = centreTrail(room);
    {
        const auto intake = room.workspace->evidence().takeIn(
            draft(room), QStringLiteral("film.mp4"), noise(3'000'000), Photographs::Scaled);
        QVERIFY((*intake)->step());
        // Meanwhile nothing else is written: half of it could be lost with the rest.
        QCOMPARE(room.answer("GOV-01", ResponseLevel::Met).error().code, ErrorCode::Internal);
    }
    nothingWasStored(room, before);
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
}

void TestEvidenceDesk::strangeNamesAreCleanedAndTold()
{
    SessionRoom room;
    const QString path = room.file("list\n\xe2\x80\xaetxt.txt");
    write(QString::fromUtf8(path.toUtf8()), "seen\n");
    const auto added = room.workspace->evidence().add(draft(room), path);
    QVERIFY(added);
    const Evidence evidence = room.workspace->evidence().find(room.centre, added->id).value();
    QVERIFY2(!evidence.fileName.contains(u'\n'), qPrintable(evidence.fileName));
    QVERIFY(!evidence.fileName.contains(QChar(0x202e)));
    QVERIFY2(added->originalName.contains(QStringLiteral("\\u000a")), qPrintable(added->originalName));
    QVERIFY(room.workspace->trail(room.centre.text()).value().last().newValue.contains(QStringLiteral("\\u000a")));
}

void TestEvidenceDesk::aPhotographIsScaledAndLosesItsPlace()
{
    SessionRoom room;
    EvidencePolicy policy;
    policy.photographEdge = 400;
    QVERIFY(room.workspace->evidence().setPolicy(policy));
    const QByteArray original = photograph(900, 600);
    QVERIFY(original.contains("Exif"));
    write(room.file("ward.jpg"), original);
    const auto added = room.workspace->evidence().add(draft(room), room.file("ward.jpg"));
    QVERIFY2(added, qPrintable(added ? QString() : added.error().text()));
    const Evidence evidence = room.workspace->evidence().find(room.centre, added->id).value();
    const QByteArray stored = room.workspace->evidence().content(evidence, 1'000'000).value();
    QVERIFY(!stored.contains("Exif"));
    QCOMPARE(QImage::fromData(stored).size(), QSize(400, 266));
    QVERIFY(room.workspace->trail(room.centre.text()).value().last().newValue.contains(QStringLiteral("400 pixels")));
    // The same photograph is recognised, although it was written anew both times.
    QVERIFY(room.workspace->evidence().add(draft(room), room.file("ward.jpg"))->wasThere);
    // A small one is not scaled up, and loses its place all the same.
    write(room.file("small.jpg"), photograph(40, 30));
    const auto small = room.workspace->evidence().add(draft(room), room.file("small.jpg"));
    const Evidence smallOne = room.workspace->evidence().find(room.centre, small->id).value();
    const QByteArray smallBytes = room.workspace->evidence().content(smallOne, 1'000'000).value();
    QVERIFY(!smallBytes.contains("Exif"));
    QCOMPARE(QImage::fromData(smallBytes).size(), QSize(40, 30));
}

void TestEvidenceDesk::aPhotographStaysUntouchedWhereAsked()
{
    SessionRoom room;
    const QByteArray original = photograph(900, 600);
    write(room.file("ward.jpg"), original);
    const auto added
        = room.workspace->evidence().add(draft(room), room.file("ward.jpg"), Photographs::Untouched);
    const Evidence evidence = room.workspace->evidence().find(room.centre, added->id).value();
    QCOMPARE(room.workspace->evidence().content(evidence, 1'000'000).value(), original);
    QCOMPARE(readAll(room.file("ward.jpg")), original);
}

void TestEvidenceDesk::aTurnedPhotographStandsUpright()
{
    SessionRoom room;
    QByteArray turned = photograph(60, 40);
    // The one entry of the EXIF block becomes "orientation 6": the camera was held upright.
    const QByteArray orientation = QByteArray::fromHex("011200030000000100060000");
    turned.replace(turned.indexOf(QByteArray::fromHex("88250004")), orientation.size(), orientation);
    write(room.file("ward.jpg"), turned);
    const auto added = room.workspace->evidence().add(draft(room), room.file("ward.jpg"));
    QVERIFY2(added, qPrintable(added ? QString() : added.error().text()));
    const Evidence evidence = room.workspace->evidence().find(room.centre, added->id).value();
    const QByteArray stored = room.workspace->evidence().content(evidence, 1'000'000).value();
    QCOMPARE(QImage::fromData(stored).size(), QSize(40, 60));
}

void TestEvidenceDesk::aBrokenPhotographIsToldAndCanBeKeptUntouched()
{
    SessionRoom room;
    write(room.file("broken.jpg"), QByteArray("\xff\xd8\xff\xe0") + noise(100));
    QCOMPARE(room.workspace->evidence().add(draft(room), room.file("broken.jpg")).error().code, ErrorCode::Malformed);
    QVERIFY(room.workspace->evidence().add(draft(room), room.file("broken.jpg"), Photographs::Untouched));
}

void TestEvidenceDesk::fiveHundredPhotographsComeInAndOut()
{
    SessionRoom room;
    const QByteArray original = photograph(64, 48);
    for (int i = 0; i < 500; ++i) {
        QImage image = QImage::fromData(original);
        QPainter painter(&image);
        for (int bit = 0; bit < 9; ++bit) // the number in black and white squares
            painter.fillRect(bit * 7, 8, 7, 8, (i >> bit) & 1 ? Qt::white : Qt::black);
        painter.end();
        QByteArray jpeg;
        QBuffer buffer(&jpeg);
        QVERIFY(image.save(&buffer, "jpeg"));
        const auto intake = room.workspace->evidence().takeIn(
            draft(room), QStringLiteral("photo %1.jpg").arg(i), jpeg, Photographs::Scaled);
        QVERIFY(intake);
        while ((*intake)->step().value()) { }
        QVERIFY(!(*intake)->finish()->wasThere);
    }
    room.reopen();
    const QList<Evidence> all = room.workspace->evidence().of(room.centre);
    QCOMPARE(all.size(), 500);
    QVERIFY(room.workspace->evidence().exporter().toFolder(all, room.file("out")));
    QCOMPARE(QDir(room.file("out")).entryList(QDir::Files).size(), 501);
    QCOMPARE(room.workspace->check().value(), QStringList());
}

void TestEvidenceDesk::aFullDiskIsToldAndTheFileStaysWhole()
{
    const QTemporaryDir folder;
    const SmallDisk disk(folder.path(), "96m");
    if (!disk.isMounted())
        QSKIP("NOT TESTED: a full disk. Mounting a small tmpfs needs root; run this test as root to have it checked.");
    SessionRoom room;
    room.session.reset();
    room.workspace.reset();
    const QString small = folder.filePath(QStringLiteral("w.centrequal"));
    QVERIFY(QFile::copy(room.path(), small));
    room.workspace = Workspace::open(small, room.person, Workspace::Access::ReadWrite, room.surroundings).value();
    room.session = room.workspace->openAudit(room.auditId).value();
    write(room.file("first.txt"), "kept\n");
    QVERIFY(room.workspace->evidence().add(draft(room), room.file("first.txt")));
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    const qsizetype before = centreTrail(room);
    write(room.file("film.mp4"), noise(1000));
    QVERIFY(QFile::resize(room.file("film.mp4"), 200'000'000)); // the rest is a hole, read as zeros
    int percent = 0;
    const auto refused = room.workspace->evidence().add(
        draft(room), room.file("film.mp4"), Photographs::Scaled, {[&](int told) { percent = told; }, nullptr});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DiskFull);
    QVERIFY2(percent > 10 && percent < 90, qPrintable(QString::number(percent))); // in the middle of it
    QCOMPARE(centreTrail(room), before);
    QCOMPARE(room.workspace->evidence().of(room.centre).size(), 1);
    QCOMPARE(room.workspace->check().value(), QStringList());
    // What was acknowledged is there, and work goes on.
    room.session.reset();
    room.workspace.reset();
    room.workspace = Workspace::open(small, room.person, Workspace::Access::ReadWrite, room.surroundings).value();
    room.session = room.workspace->openAudit(room.auditId).value();
    QCOMPARE(room.workspace->faults(), QStringList());
    QCOMPARE(room.session->responses().at(room.key("GOV-01")).level, ResponseLevel::Met);
    QVERIFY(room.answer("GOV-02", ResponseLevel::Met));
    room.session.reset();
    room.workspace.reset();
}

void TestEvidenceDesk::aFullDiskEndsAnExportWithoutATrace()
{
    const QTemporaryDir folder;
    const SmallDisk disk(folder.path(), "24m");
    if (!disk.isMounted())
        QSKIP("NOT TESTED: a full disk. Mounting a small tmpfs needs root; run this test as root to have it checked.");
    SessionRoom room;
    write(room.file("film.mp4"), noise(40'000'000));
    QVERIFY(room.workspace->evidence().add(draft(room), room.file("film.mp4")));
    const QList<Evidence> all = room.workspace->evidence().of(room.centre);
    QCOMPARE(room.workspace->evidence().exporter().toFile(all.first(), folder.filePath(QStringLiteral("a.mp4"))).error().code,
        ErrorCode::DiskFull);
    QCOMPARE(room.workspace->evidence().exporter().toFolder(all, folder.filePath(QStringLiteral("out"))).error().code,
        ErrorCode::DiskFull);
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

void TestEvidenceDesk::dataChangesInOneEntry()
{
    SessionRoom room;
    write(room.file("a.txt"), "seen\n");
    const auto added = room.workspace->evidence().add(draft(room), room.file("a.txt"));
    Evidence evidence = room.workspace->evidence().find(room.centre, added->id).value();
    evidence.title = QStringLiteral("Licence of the store");
    evidence.effectiveOn = QDate(2026, 1, 1);
    evidence.validUntil = QDate(2026, 12, 31);
    evidence.facility = room.session->facilities().first().id;
    const QSignalSpy changed(&room.workspace->evidence(), &EvidenceDesk::evidenceChanged);
    const qsizetype before = centreTrail(room);
    QVERIFY(room.workspace->evidence().change(evidence));
    QVERIFY(room.workspace->evidence().change(evidence)); // nothing new
    QCOMPARE(centreTrail(room), before + 1);
    QCOMPARE(changed.count(), 1);
    room.reopen();
    QCOMPARE(room.workspace->evidence().of(room.centre), QList<Evidence> {evidence});
    const auto refused = [&](const std::function<void(Evidence &)> &spoil) {
        Evidence spoilt = evidence;
        spoil(spoilt);
        const auto result = room.workspace->evidence().change(spoilt);
        return !result && result.error().code == ErrorCode::InvalidInput;
    };
    QVERIFY(refused([](Evidence &e) { e.title = QStringLiteral("  "); }));
    QVERIFY(refused([](Evidence &e) { e.title = QString(301, u't'); }));
    QVERIFY(refused([](Evidence &e) { e.pageReference = QString(301, u'p'); }));
    QVERIFY(refused([](Evidence &e) { e.validUntil = QDate(2025, 12, 31); }));
    QVERIFY(refused([](Evidence &e) { e.facility = FacilityId(QStringLiteral("elsewhere")); }));
    QCOMPARE(room.workspace->evidence().of(room.centre), QList<Evidence> {evidence});
}

void TestEvidenceDesk::usedEvidenceIsNotRemoved()
{
    SessionRoom room;
    write(room.file("a.txt"), "seen\n");
    const EvidenceId id = room.workspace->evidence().add(draft(room), room.file("a.txt"))->id;
    const EvidenceLink link {id, CriterionId(QStringLiteral("GOV-01")), {}};
    QVERIFY(room.session->evidence().link(link));
    QCOMPARE(room.workspace->evidence().remove(room.centre, id, {}).error().code, ErrorCode::Refused);
    QVERIFY(room.session->evidence().unlink(link));
    QVERIFY(room.workspace->evidence().remove(room.centre, id, {}));
}

void TestEvidenceDesk::submittedEvidenceIsNotChanged()
{
    SessionRoom room;
    write(room.file("a.txt"), "seen\n");
    const EvidenceId id = room.workspace->evidence().add(draft(room), room.file("a.txt"))->id;
    QVERIFY(room.session->evidence().link({id, CriterionId(QStringLiteral("GOV-01")), {}}));
    for (const AuditState state : {AuditState::Planned, AuditState::SelfAssessment, AuditState::PreReview,
             AuditState::OnSite, AuditState::Consolidation, AuditState::Submitted})
        QVERIFY2(room.session->moveTo(state, {}), qPrintable(textOf(state)));
    Evidence evidence = room.workspace->evidence().find(room.centre, id).value();
    evidence.title = QStringLiteral("Another title");
    QCOMPARE(room.workspace->evidence().change(evidence).error().code, ErrorCode::Refused);
}

void TestEvidenceDesk::removalTakesTheContentAlong()
{
    SessionRoom room;
    write(room.file("a.txt"), "taken by mistake\n");
    const EvidenceId id = room.workspace->evidence().add(draft(room), room.file("a.txt"))->id;
    const qsizetype before = centreTrail(room);
    QVERIFY(room.workspace->evidence().remove(room.centre, id, QStringLiteral("names a patient")));
    QCOMPARE(centreTrail(room), before + 1);
    QCOMPARE(room.workspace->trail(room.centre.text()).value().last().reason, QStringLiteral("names a patient"));
    QVERIFY(room.workspace->evidence().of(room.centre).isEmpty());
    QCOMPARE(room.workspace->evidence().remove(room.centre, id, {}).error().code, ErrorCode::NotFound);
    room.session.reset();
    room.workspace.reset();
    QVERIFY(!readAll(room.path()).contains("taken by mistake"));
}

void TestEvidenceDesk::exportWritesEqualBytesAndReplacesNothing()
{
    SessionRoom room;
    const QByteArray bytes = noise(2'500'000);
    write(room.file("a.mp4"), bytes);
    QVERIFY(room.workspace->evidence().add(draft(room), room.file("a.mp4")));
    const Evidence evidence = room.workspace->evidence().of(room.centre).first();
    QVERIFY(room.workspace->evidence().exporter().toFile(evidence, room.file("out.mp4")));
    QCOMPARE(readAll(room.file("out.mp4")), bytes);
    QCOMPARE(room.workspace->evidence().exporter().toFile(evidence, room.file("out.mp4")).error().code, ErrorCode::Conflict);
    std::atomic_bool cancelled = true;
    QCOMPARE(room.workspace->evidence().exporter().toFile(evidence, room.file("never.mp4"), {{}, &cancelled}).error().code,
        ErrorCode::Cancelled);
    QVERIFY(!room.workspace->evidence().exporter().toFile(evidence, room.file("no/folder/a.mp4")));
    const QStringList left = QDir(QFileInfo(room.path()).path()).entryList({QStringLiteral("*.part-*")});
    QCOMPARE(left, QStringList());
    QVERIFY(!QFile::exists(room.file("never.mp4")));
}

void TestEvidenceDesk::everythingIsExportedUnderSafeNames()
{
    SessionRoom room;
    for (const char *text : {"one\n", "two\n", "three\n"}) {
        Evidence evidence = draft(room);
        evidence.title = QStringLiteral("=1+1 \"%1\"").arg(QString::fromLatin1(text).trimmed());
        const auto intake = room.workspace->evidence().takeIn(
            evidence, QStringLiteral("../LIST.txt"), QByteArray(text), Photographs::Scaled);
        while ((*intake)->step().value()) { }
        QVERIFY((*intake)->finish());
    }
    const QList<Evidence> all = room.workspace->evidence().of(room.centre);
    QVERIFY(room.workspace->evidence().exporter().toFolder(all, room.file("out")));
    QCOMPARE(QDir(room.file("out")).entryList(QDir::Files, QDir::Name),
        (QStringList {QStringLiteral("0001 LIST.txt"), QStringLiteral("0002 LIST.txt"), QStringLiteral("0003 LIST.txt"),
            QStringLiteral("index.csv")}));
    const QString index = QString::fromUtf8(readAll(room.file("out/index.csv")));
    QCOMPARE(index.count(QStringLiteral("\r\n")), 4);
    QVERIFY2(index.contains(QStringLiteral("\"0001 LIST.txt\",\"'=1+1 \"\"one\"\"\",\"record\"")), qPrintable(index));
    QVERIFY(index.contains(QString::fromLatin1(sha256Hex("two\n"))));
    QCOMPARE(room.workspace->evidence().exporter().toFolder(all, room.file("out")).error().code, ErrorCode::Conflict);
    QVERIFY(room.workspace->evidence().exporter().toFolder({}, room.file("nothing")));
    QCOMPARE(QDir(room.file("nothing")).entryList(QDir::Files), QStringList {QStringLiteral("index.csv")});
}

void TestEvidenceDesk::alteredContentIsNeverExported()
{
    SessionRoom room;
    write(room.file("a.txt"), "the very words that were seen\n");
    QVERIFY(room.workspace->evidence().add(draft(room), room.file("a.txt")));
    room.session.reset();
    room.workspace.reset();
    QByteArray bytes = readAll(room.path());
    const qsizetype place = bytes.indexOf("the very words");
    QVERIFY(place > 0);
    bytes[place + 4] = 'b';
    write(room.path(), bytes);
    room.workspace
        = Workspace::open(room.path(), room.person, Workspace::Access::ReadWrite, room.surroundings).value();
    const QStringList faults = room.workspace->check().value();
    QVERIFY2(!faults.filter(QStringLiteral("evidence \"a\"")).isEmpty(), qPrintable(faults.join(u'\n')));
    const Evidence evidence = room.workspace->evidence().of(room.centre).first();
    QCOMPARE(room.workspace->evidence().exporter().toFile(evidence, room.file("out.txt")).error().code, ErrorCode::Corrupt);
    QVERIFY(!QFile::exists(room.file("out.txt")));
    QCOMPARE(room.workspace->evidence().content(evidence, 1000).error().code, ErrorCode::Corrupt);
}

void TestEvidenceDesk::anExportRunsOnAnotherThreadWhileTheWorkGoesOn()
{
    SessionRoom room;
    write(room.file("film.mp4"), noise(5'000'000));
    QVERIFY(room.workspace->evidence().add(draft(room), room.file("film.mp4")));
    const Evidence evidence = room.workspace->evidence().of(room.centre).first();
    const EvidenceExport out = room.workspace->evidence().exporter();
    std::optional<Result<void>> done;
    std::atomic_int told = 0;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        done = out.toFile(evidence, room.file("out.mp4"), {[&](int) { ++told; }, nullptr});
    }));
    thread->start();
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    QVERIFY(room.answer("GOV-02", ResponseLevel::Met));
    QVERIFY(thread->wait());
    QVERIFY(done && *done);
    QVERIFY(told > 0);
    QCOMPARE(readAll(room.file("out.mp4")), readAll(room.file("film.mp4")));
    room.session.reset();
    room.workspace.reset();
    QVERIFY(!QFile::exists(room.path() + QStringLiteral("-wal"))); // it is one whole file again
    room.workspace
        = Workspace::open(room.path(), room.person, Workspace::Access::ReadWrite, room.surroundings).value();
    room.session = room.workspace->openAudit(room.auditId).value();
    QCOMPARE(room.session->responses().at(room.key("GOV-02")).level, ResponseLevel::Met);
}

void TestEvidenceDesk::thePolicyBelongsToTheWorkspace()
{
    SessionRoom room;
    const QSignalSpy changed(&room.workspace->evidence(), &EvidenceDesk::policyChanged);
    QCOMPARE(room.workspace->evidence().policy(), EvidencePolicy());
    EvidencePolicy policy;
    policy.maxBytes = 10;
    policy.photographEdge = 320;
    policy.mediaTypes = {QStringLiteral("text/plain")};
    const qsizetype before = room.workspace->trail(QStringLiteral("workspace")).value().size();
    QVERIFY(room.workspace->evidence().setPolicy(policy));
    QCOMPARE(room.workspace->trail(QStringLiteral("workspace")).value().size(), before + 1);
    QVERIFY(room.workspace->evidence().setPolicy(policy)); // nothing new
    QCOMPARE(room.workspace->trail(QStringLiteral("workspace")).value().size(), before + 1);
    QCOMPARE(changed.count(), 1);
    room.reopen();
    QCOMPARE(room.workspace->evidence().policy(), policy);
    for (const auto &spoil : std::initializer_list<std::function<void(EvidencePolicy &)>> {
             [](EvidencePolicy &p) { p.maxBytes = 0; }, [](EvidencePolicy &p) { p.photographEdge = 319; },
             [](EvidencePolicy &p) { p.photographEdge = 10001; }, [](EvidencePolicy &p) { p.mediaTypes.clear(); }}) {
        EvidencePolicy spoilt = policy;
        spoil(spoilt);
        QCOMPARE(room.workspace->evidence().setPolicy(spoilt).error().code, ErrorCode::InvalidInput);
    }
}

void TestEvidenceDesk::observersAddNothing()
{
    SessionRoom room(Role::Observer);
    write(room.file("a.txt"), "seen\n");
    QCOMPARE(room.workspace->evidence().add(draft(room), room.file("a.txt")).error().code, ErrorCode::Refused);
    QCOMPARE(room.workspace->evidence().setPolicy({}).error().code, ErrorCode::Refused);
}

QTEST_GUILESS_MAIN(TestEvidenceDesk)
#include "tst_evidencedesk.moc"
