// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/trustdialog.h"

#include "core/session/trustfile.h"
#include "tests/app/scriptedprompts.h"

#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;

/// Whom a person trusts, by clicks and keys. The certificates are those of the fictional list.
class TestTrustDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void atFirstNobodyIsTrusted();
    void aCertificateIsAddedFromAFile();
    void whoDoesNotAgreeAddsNothing();
    void aCertificateForTimesIsAddedAsSuch();
    void aFileThatDoesNotSuitIsTold();
    void moreThanAQuestionShowsIsRefused();
    void aCountrysListIsTaken();
    void anOlderListIsTold();
    void theChosenOnesAreRemovedByKeys();
    void theListIsHandedOn_data();
    void theListIsHandedOn();
    void aDamagedBookIsToldAndNothingCanBeAdded();

private:
    static QString listPath() { return QStringLiteral(CQ_SOURCE_DIR "/tests/data/trustedlists/fictional-zz.xml"); }
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    TrustBook book() const
    {
        return TrustBook(path("trust.json"), QStringLiteral("Ada Auditor (fictional)"), [this] { return m_now; });
    }
    QString pemOf(qsizetype number) const
    {
        const QString pem = path("one.pem");
        return writeTrustFile(pem, trustPem({m_list.anchors.at(number)})) ? pem : QString();
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    struct Window
    {
        ScriptedPrompts prompts;
        TrustDialog dialog;
        QSignalSpy shown;

        explicit Window(const TestTrustDialog &test)
            : dialog(test.book(), [&test] { return test.m_now; }, prompts)
            , shown(&dialog, &TrustDialog::shown)
        {
            dialog.show();
        }
        template <class T> T *part(const char *name) const { return dialog.findChild<T *>(QString::fromLatin1(name)); }
        QTableView *view() const { return part<QTableView>("anchorsView"); }
        int rows() const { return view()->model()->rowCount(); }
        QString message() const { return part<QLabel>("messageLabel")->text(); }
        QString done() const { return part<QLabel>("doneLabel")->text(); }
        void click(const char *name) const { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }
        [[nodiscard]] bool isLoaded(int times = 1)
        {
            return QTest::qWaitFor([this, times] { return shown.count() >= times; }, 30000);
        }
    };

    std::unique_ptr<QTemporaryDir> m_folder;
    const Timestamp m_now {1'795'352'709'000, 60};
    TrustedList m_list;
};

void TestTrustDialog::initTestCase()
{
    const auto list = readTrustedListFile(listPath());
    QVERIFY(list);
    m_list = *list;
}

void TestTrustDialog::atFirstNobodyIsTrusted()
{
    Window window(*this);
    QVERIFY(window.isLoaded());
    QCOMPARE(window.rows(), 0);
    QVERIFY(window.part<QLabel>("detailLabel")->text().contains(QStringLiteral("nobody yet")));
    QVERIFY(!window.part<QLabel>("messageLabel")->isVisible());
    QVERIFY(!window.part<QPushButton>("removeButton")->isEnabled());
    QVERIFY(!window.part<QPushButton>("exportButton")->isEnabled());
    QVERIFY(!QFile::exists(path("trust.json")));
}

void TestTrustDialog::aCertificateIsAddedFromAFile()
{
    Window window(*this);
    QVERIFY(window.isLoaded());
    window.prompts.agrees = true;
    window.prompts.files = {pemOf(0)};
    window.click("addForSignaturesButton");
    QVERIFY(window.isLoaded(2));
    QCOMPARE(window.rows(), 1);
    QVERIFY(!window.done().isEmpty());
    QVERIFY(window.message().isEmpty());
    const auto record = book().read();
    QCOMPARE(record->anchors.first().purpose, TrustPurpose::Root);
    QCOMPARE(record->anchors.first().addedBy, QStringLiteral("Ada Auditor (fictional)"));
    // The whole fingerprint of the one that is chosen.
    window.view()->setFocus();
    QTest::keyClick(window.view(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(window.part<QLabel>("detailLabel")->text().remove(u' ').contains(record->anchors.first().certificate.sha256));
}

void TestTrustDialog::whoDoesNotAgreeAddsNothing()
{
    Window window(*this);
    QVERIFY(window.isLoaded());
    window.prompts.files = {pemOf(0)};
    window.click("addForSignaturesButton");
    QTRY_VERIFY(window.part<QPushButton>("addForSignaturesButton")->isEnabled());
    window.prompts.files = {listPath()};
    window.click("importButton");
    QTRY_VERIFY(window.part<QPushButton>("importButton")->isEnabled());
    window.click("addForTimestampsButton"); // and no file chosen
    QCOMPARE(window.rows(), 0);
    QVERIFY(!QFile::exists(path("trust.json")));
}

void TestTrustDialog::aCertificateForTimesIsAddedAsSuch()
{
    Window window(*this);
    QVERIFY(window.isLoaded());
    window.prompts.agrees = true;
    window.prompts.files = {pemOf(2)};
    window.click("addForTimestampsButton");
    QVERIFY(window.isLoaded(2));
    QCOMPARE(book().read()->anchors.first().purpose, TrustPurpose::TimestampAuthority);
}

void TestTrustDialog::aFileThatDoesNotSuitIsTold()
{
    Window window(*this);
    QVERIFY(window.isLoaded());
    window.prompts.agrees = true;
    window.prompts.files = {pemOf(2)};
    window.click("addForSignaturesButton");
    QTRY_VERIFY2(window.message().contains(QStringLiteral("meant for timestamps")), qPrintable(window.message()));
    window.prompts.files = {listPath()};
    window.click("addForSignaturesButton");
    QTRY_VERIFY2(window.message().contains(QStringLiteral("no certificate")), qPrintable(window.message()));
    window.prompts.files = {pemOf(0)};
    window.click("importButton");
    QTRY_VERIFY2(window.message().contains(QStringLiteral("line 1")), qPrintable(window.message()));
    QVERIFY(window.part<QPushButton>("addForSignaturesButton")->isEnabled());
    QVERIFY(!QFile::exists(path("trust.json")));
}

void TestTrustDialog::moreThanAQuestionShowsIsRefused()
{
    const auto holding = [this](int count) {
        QByteArray pem;
        for (int number = 1; number <= count; ++number) {
            QProcess openssl;
            openssl.start(QStringLiteral("openssl"),
                {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                    QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                    QStringLiteral("-keyout"), path("key.pem"), QStringLiteral("-subj"),
                    QStringLiteral("/CN=Fictional Authority %1").arg(number)});
            if (!openssl.waitForFinished() || openssl.exitCode() != 0)
                return QString();
            pem += openssl.readAllStandardOutput();
        }
        return writeTrustFile(path("many.pem"), pem) ? path("many.pem") : QString();
    };
    Window window(*this);
    QVERIFY(window.isLoaded());
    window.prompts.agrees = true;
    window.prompts.files = {holding(11)};
    window.click("addForSignaturesButton");
    QTRY_VERIFY2(window.message().contains(QStringLiteral("11 certificates")), qPrintable(window.message()));
    QVERIFY2(window.message().contains(QStringLiteral("Split it")), qPrintable(window.message()));
    QVERIFY(!QFile::exists(path("trust.json")));
    window.prompts.files = {holding(10)};
    window.click("addForSignaturesButton");
    QTRY_COMPARE(window.rows(), 10);
    QVERIFY(window.message().isEmpty());
}

void TestTrustDialog::aCountrysListIsTaken()
{
    Window window(*this);
    QVERIFY(window.isLoaded());
    window.prompts.agrees = true;
    window.prompts.files = {listPath()};
    window.click("importButton");
    QVERIFY(window.isLoaded(2));
    QCOMPARE(window.rows(), 4);
    QCOMPARE(book().read()->anchors.size(), 4);
    QVERIFY2(window.done().contains(u'4'), qPrintable(window.done()));
}

void TestTrustDialog::anOlderListIsTold()
{
    QVERIFY(book().take(m_list));
    Window window(*this);
    QVERIFY(window.isLoaded());
    QByteArray older = read(listPath());
    QVERIFY(writeTrustFile(path("older.xml"), older.replace("<TSLSequenceNumber>12", "<TSLSequenceNumber>11")));
    window.prompts.agrees = true;
    window.prompts.files = {path("older.xml")};
    window.click("importButton");
    QTRY_VERIFY2(window.message().contains(QStringLiteral("older than number 12")), qPrintable(window.message()));
}

void TestTrustDialog::theChosenOnesAreRemovedByKeys()
{
    QVERIFY(book().take(m_list));
    Window window(*this);
    QVERIFY(window.isLoaded());
    QCOMPARE(window.rows(), 4);
    window.view()->setFocus();
    window.view()->setCurrentIndex(window.view()->model()->index(0, 0));
    QTest::keyClick(window.view(), Qt::Key_Down, Qt::ShiftModifier);
    auto *removeButton = window.part<QPushButton>("removeButton");
    QVERIFY(removeButton->isEnabled());
    removeButton->setFocus();
    QTest::keyClick(removeButton, Qt::Key_Space);
    QCOMPARE(book().read()->anchors.size(), 4); // not agreed
    window.prompts.agrees = true;
    QTest::keyClick(removeButton, Qt::Key_Space);
    QVERIFY(window.isLoaded(2));
    QCOMPARE(window.rows(), 2);
    QCOMPARE(book().read()->removed.size(), 2);
    QCOMPARE(book().read()->removed.first().removedBy, QStringLiteral("Ada Auditor (fictional)"));
}

void TestTrustDialog::theListIsHandedOn_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("certificates") << QStringLiteral("out.pem");
    QTest::newRow("everything") << QStringLiteral("out.json");
}

void TestTrustDialog::theListIsHandedOn()
{
    QFETCH(QString, name);
    QVERIFY(book().take(m_list));
    Window window(*this);
    QVERIFY(window.isLoaded());
    window.prompts.files = {m_folder->filePath(name)};
    window.click("exportButton");
    QVERIFY(window.isLoaded(2));
    const QByteArray written = read(m_folder->filePath(name));
    QCOMPARE(written,
        name.endsWith(QStringLiteral("json")) ? read(path("trust.json")) : trustPem(book().read()->anchors));
    // What cannot be written is told.
    window.prompts.files = {path("none/out.pem")};
    window.click("exportButton");
    QVERIFY(window.isLoaded(3));
    QVERIFY2(window.message().contains(QStringLiteral("none/out.pem")), qPrintable(window.message()));
}

void TestTrustDialog::aDamagedBookIsToldAndNothingCanBeAdded()
{
    QVERIFY(writeTrustFile(path("trust.json"), "[]"));
    Window window(*this);
    QVERIFY(window.isLoaded());
    QVERIFY(window.part<QLabel>("messageLabel")->isVisible());
    QVERIFY2(window.message().contains(QStringLiteral("line 1")), qPrintable(window.message()));
    for (const char *name : {"addForSignaturesButton", "addForTimestampsButton", "importButton", "removeButton", "exportButton"})
        QVERIFY2(!window.part<QPushButton>(name)->isEnabled(), name);
    QCOMPARE(read(path("trust.json")), QByteArray("[]"));
}

QTEST_MAIN(TestTrustDialog)
#include "tst_trustdialog.moc"
