// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signingexport.h"

#include "tests/app/signing/signingroom.h"

#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestSigningExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportComesToItsPlaceChecked_data();
    void aReportComesToItsPlaceChecked();
    void anExistingFileIsNotTouchedWithoutLeave();
    void aFolderIsNeverReplaced();
    void aFileThatAppearsMeanwhileIsNotLost();
    void whatCannotBeWrittenLeavesNothing();
    void aCertificateThatHasExpiredDoesNotSign();
    void cancellingAtAnyPointLeavesNothing_data();
    void cancellingAtAnyPointLeavesNothing();
    void furtherSignaturesComeOneAfterTheOther();
    void aFurtherSignatureThatFailsLeavesTheReport_data();
    void aFurtherSignatureThatFailsLeavesTheReport();
    void aNameIsTakenOnlyOnce();

private:
    SigningRoom m_room;
    SigningExport order(bool isSigned) const
    {
        return {m_room.job(), m_room.inFolder("out.pdf"), false, isSigned ? m_room.identity() : nullptr,
            {SignaturePlace::Reviewer, SignatureMeaning::Reviewed, m_room.now, {}}};
    }
    FurtherSignature furtherSignature(const QString &path, SignaturePlace place) const
    {
        return {path, path, true, m_room.identity(), {place, SignatureMeaning::Acknowledged, m_room.now, {}}};
    }
    void cleanFolder() const
    {
        for (const QString &name : m_room.filesInFolder())
            QVERIFY(QFile::remove(m_room.folder() + u'/' + name));
    }

private Q_SLOTS:
    void cleanup() { cleanFolder(); }
};

void TestSigningExport::aReportComesToItsPlaceChecked_data()
{
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<ReportVerdict>("verdict");
    QTest::newRow("signed") << true << ReportVerdict::Good;
    QTest::newRow("unsigned") << false << ReportVerdict::Unsigned;
}

void TestSigningExport::aReportComesToItsPlaceChecked()
{
    QFETCH(bool, isSigned);
    const auto check = order(isSigned).run({});
    QVERIFY2(check, check ? "" : qPrintable(check.error().text()));
    QTEST(check->check.verdict, "verdict");
    QCOMPARE(m_room.filesInFolder(), QStringList(QStringLiteral("out.pdf")));
    QTEST(checkReport(m_room.inFolder("out.pdf"), {}, m_room.now)->verdict, "verdict");
}

void TestSigningExport::anExistingFileIsNotTouchedWithoutLeave()
{
    SigningRoom::write(m_room.inFolder("out.pdf"), "dear");
    const auto check = order(false).run({});
    QVERIFY(!check);
    QCOMPARE(check.error().code, ErrorCode::Conflict);
    QCOMPARE(SigningRoom::read(m_room.inFolder("out.pdf")), QByteArray("dear"));
    QCOMPARE(m_room.filesInFolder(), QStringList(QStringLiteral("out.pdf")));
}

void TestSigningExport::aFolderIsNeverReplaced()
{
    SigningExport wanted = order(false);
    wanted.path = m_room.inFolder("folder.pdf");
    wanted.mayReplace = true;
    QVERIFY(QDir().mkpath(wanted.path));
    const auto check = wanted.run({});
    QVERIFY(!check);
    QCOMPARE(check.error().code, ErrorCode::Conflict);
    QVERIFY(QFileInfo(wanted.path).isDir());
    QVERIFY(m_room.filesInFolder().isEmpty());
    QVERIFY(QDir().rmdir(wanted.path));
}

void TestSigningExport::aFileThatAppearsMeanwhileIsNotLost()
{
    // Someone else writes there while the pages are laid out.
    const JobProgress progress {[this](int percent) {
                                    if (percent >= 50)
                                        SigningRoom::write(m_room.inFolder("out.pdf"), "dear");
                                },
        nullptr};
    const auto check = order(false).run(progress);
    QVERIFY(!check);
    QCOMPARE(check.error().code, ErrorCode::Conflict);
    QCOMPARE(SigningRoom::read(m_room.inFolder("out.pdf")), QByteArray("dear"));
    QCOMPARE(m_room.filesInFolder(), QStringList(QStringLiteral("out.pdf")));
}

void TestSigningExport::whatCannotBeWrittenLeavesNothing()
{
    SigningExport wanted = order(false);
    wanted.path = m_room.inFolder("gone/out.pdf");
    QVERIFY(!wanted.run({}));
    QVERIFY(m_room.filesInFolder().isEmpty());
}

void TestSigningExport::aCertificateThatHasExpiredDoesNotSign()
{
    SigningExport wanted = order(true);
    wanted.statement.time.utcMs += 10LL * 366 * 24 * 3600 * 1000;
    const auto check = wanted.run({});
    QVERIFY(!check);
    QCOMPARE(check.error().code, ErrorCode::KeyUnusable);
    QVERIFY(m_room.filesInFolder().isEmpty());
}

void TestSigningExport::cancellingAtAnyPointLeavesNothing_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("isSigned");
    for (const int percent : {0, 30, 100}) {
        QTest::addRow("signed, at %d percent", percent) << percent << true;
        QTest::addRow("unsigned, at %d percent", percent) << percent << false;
    }
}

void TestSigningExport::cancellingAtAnyPointLeavesNothing()
{
    QFETCH(int, percent);
    QFETCH(bool, isSigned);
    SigningRoom::write(m_room.inFolder("out.pdf"), "dear");
    std::atomic_bool cancelled = percent == 0;
    const JobProgress progress {[&cancelled, percent](int now) {
                                    if (now >= percent)
                                        cancelled = true;
                                },
        &cancelled};
    SigningExport wanted = order(isSigned);
    wanted.mayReplace = true;
    const auto check = wanted.run(progress);
    QVERIFY(!check);
    QCOMPARE(check.error().code, ErrorCode::Cancelled);
    QCOMPARE(m_room.filesInFolder(), QStringList(QStringLiteral("out.pdf")));
    QCOMPARE(SigningRoom::read(m_room.inFolder("out.pdf")), QByteArray("dear"));
}

void TestSigningExport::furtherSignaturesComeOneAfterTheOther()
{
    QVERIFY(order(true).run({}));
    const QString path = m_room.inFolder("out.pdf");
    for (const SignaturePlace place : {SignaturePlace::Centre, SignaturePlace::LeadAuditor}) {
        const QByteArray before = SigningRoom::read(path);
        const auto check = furtherSignature(path, place).run({});
        QVERIFY2(check, check ? "" : qPrintable(check.error().text()));
        QCOMPARE(check->check.verdict, ReportVerdict::Good);
        QVERIFY(SigningRoom::read(path).startsWith(before));
        QCOMPARE(m_room.filesInFolder(), QStringList(QStringLiteral("out.pdf")));
    }
    QCOMPARE(checkReport(path, {}, m_room.now)->signatures.signatures.size(), 3);
}

void TestSigningExport::aFurtherSignatureThatFailsLeavesTheReport_data()
{
    QTest::addColumn<SignaturePlace>("place");
    QTest::addColumn<bool>("isCancelled");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a place that is taken") << SignaturePlace::Reviewer << false << ErrorCode::Conflict;
    QTest::newRow("cancelled") << SignaturePlace::Centre << true << ErrorCode::Cancelled;
}

void TestSigningExport::aFurtherSignatureThatFailsLeavesTheReport()
{
    QFETCH(SignaturePlace, place);
    QFETCH(bool, isCancelled);
    QVERIFY(order(true).run({}));
    const QString path = m_room.inFolder("out.pdf");
    const QByteArray before = SigningRoom::read(path);
    const std::atomic_bool cancelled = isCancelled;
    const auto check = furtherSignature(path, place).run({nullptr, &cancelled});
    QVERIFY(!check);
    QTEST(check.error().code, "code");
    QCOMPARE(SigningRoom::read(path), before);
    QCOMPARE(m_room.filesInFolder(), QStringList(QStringLiteral("out.pdf")));
}

void TestSigningExport::aNameIsTakenOnlyOnce()
{
    const QString wanted = QStringLiteral("a report.pdf");
    QCOMPARE(freeName(m_room.folder(), wanted), m_room.inFolder("a report.pdf"));
    SigningRoom::write(m_room.inFolder("a report.pdf"), "1");
    QCOMPARE(freeName(m_room.folder(), wanted), m_room.inFolder("a report (2).pdf"));
    SigningRoom::write(m_room.inFolder("a report (2).pdf"), "2");
    QCOMPARE(freeName(m_room.folder(), wanted), m_room.inFolder("a report (3).pdf"));
}

QTEST_MAIN(TestSigningExport)
#include "tst_signingexport.moc"
