// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/changesmodel.h"

#include "app/models/changesproxymodel.h"
#include "app/models/traileventtext.h"
#include "tests/support/sessionroom.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestChangesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesOfTheWholeFileStandNewestFirst();
    void onlyWhatChangedSinceIsShown();
    void whatTheCentreAnsweredIsHiddenWhileBlind();
    void whatWasShownIsGoneWhileItIsReadAgain();
    void personAndPlaceFilter();
    void everyActionIsSaidInWords();

private:
    static void readAll(ChangesModel &model, qint64 since = 0, BlindMode mode = BlindMode::Gates)
    {
        QSignalSpy finished(&model, &ChangesModel::readFinished);
        model.reload(since, mode);
        QTRY_COMPARE(finished.size(), 1);
    }
    static QString all(const QAbstractItemModel &model)
    {
        QString text;
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column)
                text += model.index(row, column).data().toString() + model.index(row, column).data(Qt::ToolTipRole).toString();
        return text;
    }
};

void TestChangesModel::changesOfTheWholeFileStandNewestFirst()
{
    SessionRoom room;
    room.now.utcMs += 1000;
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    ChangesModel model(*room.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    readAll(model);
    QVERIFY(model.rowCount() > 3);
    const QModelIndex first = model.index(0, ChangesModel::Where);
    QVERIFY(first.data().toString().contains(QStringLiteral("GOV-01")));
    QCOMPARE(first.data(ChangesModel::AuditRole).toString(), room.auditId.text());
    QCOMPARE(first.data(ChangesModel::TargetRole).toString(), QStringLiteral("GOV-01"));
    QCOMPARE(model.persons(), QStringList {room.person.name});
    QCOMPARE(model.subjects().size(), 3); // the file, the centre, the audit
    QVERIFY(!model.isCut());
}

void TestChangesModel::onlyWhatChangedSinceIsShown()
{
    SessionRoom room;
    room.now.utcMs += 1000;
    ChangesModel model(*room.workspace);
    readAll(model, room.now.utcMs);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    readAll(model, room.now.utcMs);
    QCOMPARE(model.rowCount(), 1);
}

void TestChangesModel::whatTheCentreAnsweredIsHiddenWhileBlind()
{
    SessionRoom room(Role::QualityManager);
    QVERIFY(room.session->responses().setNote(room.key("GOV-04"), QStringLiteral("secret zebra"))); // a gate
    room.becomes(Role::Auditor);
    ChangesModel model(*room.workspace);
    readAll(model);
    QVERIFY(!all(model).contains(QStringLiteral("zebra")));
    QVERIFY(all(model).contains(hiddenValueText()));
    readAll(model, 0, BlindMode::Off);
    QVERIFY(all(model).contains(QStringLiteral("zebra")));
    QVERIFY(room.answer("GOV-04", ResponseLevel::Met));
    readAll(model);
    QVERIFY(all(model).contains(QStringLiteral("zebra")));
}

void TestChangesModel::whatWasShownIsGoneWhileItIsReadAgain()
{
    SessionRoom room;
    ChangesModel model(*room.workspace);
    readAll(model);
    QVERIFY(model.rowCount() > 0);
    model.reload(0, BlindMode::All); // who looks now may see less
    QCOMPARE(model.rowCount(), 0);
    QTRY_VERIFY(model.rowCount() > 0);
    QCOMPARE(model.failedCount(), 0);
}

void TestChangesModel::personAndPlaceFilter()
{
    SessionRoom room;
    room.person.name = QStringLiteral("Somebody Else");
    QVERIFY(room.workspace->setPerson(room.person));
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
    ChangesModel model(*room.workspace);
    ChangesProxyModel proxy;
    const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    proxy.setSourceModel(&model);
    readAll(model);
    QCOMPARE(proxy.rowCount(), model.rowCount());
    proxy.setPerson(room.person.name);
    QCOMPARE(proxy.rowCount(), 2); // came to work, answered
    proxy.setSubject(room.auditId.text());
    QCOMPARE(proxy.rowCount(), 1);
    proxy.setPerson({});
    QCOMPARE(proxy.rowCount(), 2); // started, answered
}

void TestChangesModel::everyActionIsSaidInWords()
{
    SessionRoom room;
    for (const QString &subject : {QStringLiteral("workspace"), room.centre.text(), room.auditId.text()})
        for (const TrailEntry &entry : room.workspace->trail(subject).value())
            QVERIFY2(trailActionText(entry.action) != entry.action, qPrintable(entry.action));
}

QTEST_MAIN(TestChangesModel)
#include "tst_changesmodel.moc"
