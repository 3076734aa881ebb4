// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signingwork.h"

#include "app/dialogs/signingpassphrase.h"

#include <QLineEdit>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace cq;

class TestSigningWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workRunsElsewhereAndItsResultArrivesHere();
    void progressIsTold();
    void cancellingIsHeardByTheWork();
    void aNewStartTakesThePlaceOfTheOld();
    void abandonedWorkSaysNothing();
    void theWorkHasEndedBeforeTheObjectGoes();
    void aPassphraseIsTakenOutOfItsField();
};

void TestSigningWork::workRunsElsewhereAndItsResultArrivesHere()
{
    SigningWork work;
    QThread *ranIn = nullptr;
    QThread *doneIn = nullptr;
    int got = 0;
    work.start(
        [&ranIn](const JobProgress &) {
            ranIn = QThread::currentThread();
            return 42;
        },
        [&](int result) {
            got = result;
            doneIn = QThread::currentThread();
        });
    QVERIFY(work.isRunning());
    QTRY_COMPARE(got, 42);
    QVERIFY(ranIn != thread());
    QCOMPARE(doneIn, thread());
    QVERIFY(!work.isRunning());
}

void TestSigningWork::progressIsTold()
{
    SigningWork work;
    QSignalSpy progressed(&work, &SigningWork::progressed);
    QSemaphore seen;
    work.start(
        [&seen](const JobProgress &progress) {
            progress.told(10);
            progress.told(70);
            seen.acquire();
            return true;
        },
        [](bool) {});
    QTRY_COMPARE(progressed.count(), 2);
    QCOMPARE(progressed.first().first().toInt(), 10);
    QCOMPARE(progressed.last().first().toInt(), 70);
    seen.release();
    QTRY_VERIFY(!work.isRunning());
}

void TestSigningWork::cancellingIsHeardByTheWork()
{
    SigningWork work;
    bool heard = false;
    work.start(
        [](const JobProgress &progress) {
            while (!progress.cancelled->load())
                QThread::yieldCurrentThread();
            return true;
        },
        [&heard](bool result) { heard = result; });
    QVERIFY(!heard);
    work.cancel();
    QTRY_VERIFY(heard);
}

void TestSigningWork::aNewStartTakesThePlaceOfTheOld()
{
    SigningWork work;
    QList<int> results;
    QSemaphore hold;
    const auto done = [&results](int result) { results.append(result); };
    work.start(
        [&hold](const JobProgress &) {
            hold.acquire();
            return 1;
        },
        done);
    work.start([](const JobProgress &) { return 2; }, done);
    hold.release();
    QTRY_COMPARE(results.size(), 1);
    QVERIFY(!work.isRunning());
    // Whatever is still on its way arrives before an event that is posted now.
    bool isThrough = false;
    QMetaObject::invokeMethod(this, [&isThrough] { isThrough = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(isThrough);
    QCOMPARE(results, QList<int> {2});
}

void TestSigningWork::abandonedWorkSaysNothing()
{
    auto work = std::make_unique<SigningWork>();
    bool said = false;
    work->start([](const JobProgress &) { return 1; }, [&said](int) { said = true; });
    work->abandon();
    QVERIFY(!work->isRunning());
    work.reset(); // waits for the end of the work
    QCoreApplication::sendPostedEvents();
    QVERIFY(!said);
}

void TestSigningWork::theWorkHasEndedBeforeTheObjectGoes()
{
    std::atomic_bool ended = false;
    {
        SigningWork work;
        QSemaphore begun;
        work.start(
            [&](const JobProgress &progress) {
                begun.release();
                while (!progress.cancelled->load())
                    QThread::yieldCurrentThread();
                ended = true;
                return 1;
            },
            [](int) {});
        begun.acquire();
        QVERIFY(!ended);
    }
    QVERIFY(ended);
}

void TestSigningWork::aPassphraseIsTakenOutOfItsField()
{
    QLineEdit field;
    field.setEchoMode(QLineEdit::Password);
    QTest::keyClicks(&field, QStringLiteral("correct horse"));
    const Passphrase taken = takePassphrase(field);
    QCOMPARE(QByteArray(taken.data()), QByteArray("correct horse"));
    QCOMPARE(field.text(), QString());
    field.setEchoMode(QLineEdit::Normal);
    QVERIFY(!field.isUndoAvailable());
    field.undo();
    QCOMPARE(field.text(), QString());
}

QTEST_MAIN(TestSigningWork)
#include "tst_signingwork.moc"
