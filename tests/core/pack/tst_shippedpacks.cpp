// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/packreader.h"
#include "core/pack/packset.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <algorithm>

using cq::PackReader;

namespace {

QString sourcePath(const QString &path)
{
    return QStringLiteral(CQ_SOURCE_DIR "/") + path;
}

QStringList packFiles(const QString &folder)
{
    return QDir(sourcePath(folder)).entryList({QStringLiteral("*.cqpack.json")}, QDir::Files, QDir::Name);
}

QString listed(const QList<cq::Fault> &faults)
{
    QString text;
    for (const cq::Fault &fault : faults)
        text += QStringLiteral("%1 line %2: %3\n").arg(fault.pointer).arg(fault.line).arg(fault.message);
    return text;
}

} // namespace

/// The packs in resources/packs, and the broken ones in tests/data, as PackReader sees them.
class TestShippedPacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFivePacksAreWhole()
    {
        const QString folder = QStringLiteral("resources/packs");
        const QStringList files = packFiles(folder);
        QCOMPARE(files,
            QStringList({QStringLiteral("gocart.core.cqpack.json"), QStringLiteral("gocart.ctr.cqpack.json"),
                QStringLiteral("gocart.hct.cqpack.json"), QStringLiteral("gocart.ped.cqpack.json"),
                QStringLiteral("gocart.poc.cqpack.json")}));
        QList<cq::CriteriaPack> packs;
        for (const QString &file : files) {
            const auto outcome = PackReader::readFile(sourcePath(folder + u'/' + file));
            QVERIFY2(outcome.pack, qPrintable(file + u'\n' + listed(outcome.faults)));
            QCOMPARE(outcome.pack->id.text() + QStringLiteral(".cqpack.json"), file);
            packs.append(*outcome.pack);
        }
        const auto set = cq::PackSet::make(packs);
        QVERIFY2(set, qPrintable(set ? QString() : set.error().text()));
        const auto &criteria = set->criteria();
        const auto count = [&](auto isCounted) {
            return int(std::count_if(criteria.begin(), criteria.end(), isCounted));
        };
        const auto ofClass = [&](cq::Criticality criticality) {
            return count([&](const cq::Criterion &criterion) { return criterion.criticality == criticality; });
        };
        QCOMPARE(criteria.size(), 177);
        QCOMPARE(count([](const cq::Criterion &criterion) { return criterion.isGate; }), 25);
        QCOMPARE(ofClass(cq::Criticality::Critical), 49);
        QCOMPARE(ofClass(cq::Criticality::Major), 102);
        QCOMPARE(ofClass(cq::Criticality::Minor), 26);
        QCOMPARE(count([](const cq::Criterion &criterion) { return criterion.isExpress; }), 48);
    }

    void everyBrokenPackIsListed()
    {
        const QStringList files = packFiles(QStringLiteral("tests/data/packs/broken"));
        QVERIFY2(files.size() >= 20, "tests/data/packs/broken holds too few packs");
        QStringList listedFiles;
        for (const QStringList &row : expectations())
            listedFiles.append(row.first());
        std::sort(listedFiles.begin(), listedFiles.end());
        QCOMPARE(listedFiles, files);
    }

    void aBrokenPackIsRefusedAtItsPlace_data()
    {
        QTest::addColumn<QStringList>("row");
        for (const QStringList &row : expectations())
            QTest::newRow(qPrintable(row.first())) << row;
    }

    void aBrokenPackIsRefusedAtItsPlace()
    {
        QFETCH(QStringList, row);
        QCOMPARE(row.size(), 4);
        const auto outcome = PackReader::readFile(sourcePath(QStringLiteral("tests/data/packs/broken/") + row[0]));
        QVERIFY(!outcome.pack);
        QVERIFY(!row[3].isEmpty());
        const bool isTold = std::any_of(outcome.faults.begin(), outcome.faults.end(), [&](const cq::Fault &fault) {
            return fault.pointer == row[1] && fault.line == row[2].toInt() && fault.message.contains(row[3]);
        });
        QVERIFY2(isTold, qPrintable(QStringLiteral("expected: %1\n%2").arg(row.join(u' '), listed(outcome.faults))));
    }

private:
    // File, pointer, line, part of the message.
    static QList<QStringList> expectations()
    {
        QFile file(sourcePath(QStringLiteral("tests/data/packs/broken/expected.tsv")));
        if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
            return {};
        QList<QStringList> rows;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts))
            if (!line.startsWith(u'#'))
                rows.append(line.split(u'\t'));
        return rows;
    }
};

QTEST_APPLESS_MAIN(TestShippedPacks)
#include "tst_shippedpacks.moc"
