// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/trustanchormodel.h"

#include "app/models/cellroles.h"
#include "app/models/trustwords.h"
#include "core/session/trustfile.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;

class TestTrustAnchorModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachRowTellsWhomForWhatFromWhereByWhomAndWhen();
    void theListStandsByName();
    void aChangeLeavesTheOtherRows();
    void whatHasExpiredSaysSo();
    void previewsNameCountryCountsAndWhatIsNotChecked();
    void aQuestionShowsEveryFingerprint();

private:
    const Timestamp m_now {1'795'352'709'000, 60};
    TrustedList m_list;
    QList<TrustAnchor> m_anchors;
};

void TestTrustAnchorModel::initTestCase()
{
    const auto list = readTrustedListFile(QStringLiteral(CQ_SOURCE_DIR "/tests/data/trustedlists/fictional-zz.xml"));
    QVERIFY(list);
    m_list = *list;
    m_anchors = m_list.anchors;
    for (TrustAnchor &anchor : m_anchors) {
        anchor.addedBy = QStringLiteral("Ada Auditor (fictional)");
        anchor.addedAt = m_now;
    }
}

void TestTrustAnchorModel::eachRowTellsWhomForWhatFromWhereByWhomAndWhen()
{
    TrustAnchorModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    TrustAnchor file = m_anchors.last();
    file.source = {TrustOrigin::File, QStringLiteral("ca.pem"), std::nullopt};
    model.setAnchors({m_anchors.at(2), file}, m_now);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.columnCount(), int(TrustAnchorModel::ColumnCount));
    const int row = model.rowOf(m_anchors.at(2).key());
    const auto cell = [&](int column, int role = Qt::DisplayRole) { return model.index(row, column).data(role); };
    QCOMPARE(cell(TrustAnchorModel::Name).toString(), QStringLiteral("Fictional Time Authority ZZ"));
    QCOMPARE(cell(TrustAnchorModel::Purpose).toString(), QStringLiteral("Timestamp authority"));
    QVERIFY(m_anchors.at(2).certificate.sha256.startsWith(cell(TrustAnchorModel::Fingerprint).toString().left(4)));
    QCOMPARE(cell(TrustAnchorModel::Fingerprint, Qt::ToolTipRole).toString().remove(u' '), m_anchors.at(2).certificate.sha256);
    QCOMPARE(cell(TrustAnchorModel::Source).toString(),
        QStringLiteral("Trusted list of ZZ, number 12: Qualified timestamps"));
    QCOMPARE(cell(TrustAnchorModel::AddedBy).toString(), QStringLiteral("Ada Auditor (fictional)"));
    QVERIFY(cell(TrustAnchorModel::AddedOn).toString().contains(QStringLiteral("2026")));
    QVERIFY(cell(TrustAnchorModel::ValidUntil).toString().contains(QStringLiteral("2126")));
    QCOMPARE(cell(TrustAnchorModel::Name, IdRole).toString(), m_anchors.at(2).key());
    // Names come from foreign files, and tool tips show markup.
    QVERIFY(!cell(TrustAnchorModel::Name, Qt::ToolTipRole).isValid());
    const int other = model.rowOf(file.key());
    QCOMPARE(model.index(other, TrustAnchorModel::Source).data().toString(), QStringLiteral("File ca.pem"));
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void TestTrustAnchorModel::theListStandsByName()
{
    TrustAnchorModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setAnchors(m_anchors, m_now);
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, TrustAnchorModel::Name).data().toString());
    QCOMPARE(names,
        (QStringList {QStringLiteral("Fictional Qualified Issuer 2"), QStringLiteral("Fictional Qualified Root 1"),
            QStringLiteral("Fictional Seal Issuer"), QStringLiteral("Fictional Time Authority ZZ")}));
}

void TestTrustAnchorModel::aChangeLeavesTheOtherRows()
{
    TrustAnchorModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setAnchors(m_anchors, m_now);
    const QPersistentModelIndex seal = model.index(2, 0);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QList<TrustAnchor> fewer = m_anchors;
    fewer.removeFirst();
    model.setAnchors(fewer, m_now);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(seal.data().toString(), QStringLiteral("Fictional Seal Issuer"));
    model.setAnchors({}, m_now);
    QVERIFY(!seal.isValid());
    QCOMPARE(reset.count(), 0);
}

void TestTrustAnchorModel::whatHasExpiredSaysSo()
{
    TrustAnchorModel model;
    const Timestamp then {m_anchors.first().certificate.notAfter.utcMs, 0};
    model.setAnchors({m_anchors.first()}, then);
    const QModelIndex until = model.index(0, TrustAnchorModel::ValidUntil);
    QVERIFY(!until.data(WarningRole).toBool());
    model.setAnchors({m_anchors.first()}, {then.utcMs + 1, 0});
    QVERIFY(until.data(WarningRole).toBool());
    QVERIFY(until.data().toString().contains(QStringLiteral("expired")));
}

void TestTrustAnchorModel::previewsNameCountryCountsAndWhatIsNotChecked()
{
    const QString text = previewText(m_list, {4, 2, 1}, m_now);
    for (const char *words : {"not checked", "list of ZZ, number 12", "Fictional Supervisory Body", "3", "4", "2", "1"})
        QVERIFY2(text.contains(QString::fromLatin1(words)), words);
    QVERIFY(!text.contains(QStringLiteral("look for a newer one")));
    const Timestamp later {m_list.mark.nextUpdate->utcMs + 1, 0};
    QVERIFY(previewText(m_list, {}, later).contains(QStringLiteral("look for a newer one")));
    // Its first line is ours: what follows is no markup then, whatever the list says.
    QVERIFY(text.section(u'\n', 0, 0).contains(QStringLiteral("not checked")));
}

void TestTrustAnchorModel::aQuestionShowsEveryFingerprint()
{
    const QString few = addingText({m_anchors.first()});
    QVERIFY(QString(few).remove(u' ').contains(m_anchors.first().certificate.sha256));
    QVERIFY(few.contains(QStringLiteral("Issuing authority")));
    QVERIFY(m_anchors.size() > 3);
    const QString all = addingText(m_anchors).remove(u' ');
    for (const TrustAnchor &anchor : m_anchors)
        QVERIFY(all.contains(anchor.certificate.sha256));
    QVERIFY(!few.section(u'\n', 0, 0).contains(m_anchors.first().certificate.subjectName));
}

QTEST_MAIN(TestTrustAnchorModel)
#include "tst_trustanchormodel.moc"
