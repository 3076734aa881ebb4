// SPDX-License-Identifier: GPL-3.0-or-later
// An identity that nears its end, where it is chosen.
#include "app/dialogs/signingidentitypanel.h"

#include "app/dialogs/identitydialog.h"
#include "tests/app/scriptedprompts.h"
#include "tests/app/signing/signingroom.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

constexpr int patience = 60000; ///< milliseconds

class TestSigningIdentityPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIdentityThatNearsItsEndIsTold_data();
    void anIdentityThatNearsItsEndIsTold();
    void whatIsOverDoesNotSignAndIsRenewed();

private:
    struct Room : SigningRoom
    {
        ScriptedPrompts prompts;
        std::unique_ptr<SigningIdentityPanel> panel;

        /// On a day that lies so many days before the end of the identity; opens it.
        void open(int daysLeft)
        {
            const Timestamp day {certificate.notAfter.utcMs - daysLeft * 24LL * 3600 * 1000, 60};
            panel = std::make_unique<SigningIdentityPanel>();
            panel->setUp(identityFile(), {person.name, person.organisation, folder()}, [day] { return day; }, prompts);
            panel->show();
            QTest::keyClicks(part<QLineEdit>("passphraseEdit"), passphrase());
            QTest::mouseClick(part<QPushButton>("unlockButton"), Qt::LeftButton);
        }
        template <class T> T *part(const char *name) const { return panel->findChild<T *>(QString::fromLatin1(name)); }
    };
};

void TestSigningIdentityPanel::anIdentityThatNearsItsEndIsTold_data()
{
    QTest::addColumn<int>("daysLeft");
    QTest::addColumn<QString>("said");
    QTest::newRow("far") << 61 << QString();
    QTest::newRow("near") << 60 << QStringLiteral("60");
    QTest::newRow("very near") << 14 << QStringLiteral("Soon");
}

void TestSigningIdentityPanel::anIdentityThatNearsItsEndIsTold()
{
    QFETCH(const int, daysLeft);
    QFETCH(const QString, said);
    Room room;
    room.open(daysLeft);
    QSignalSpy seen(room.panel.get(), &SigningIdentityPanel::endSeen);
    QTRY_VERIFY_WITH_TIMEOUT(room.panel->identity(), patience);
    QCOMPARE(seen.count(), 1);
    QCOMPARE(seen.first().at(0).value<Timestamp>(), room.certificate.notAfter);
    QCOMPARE(seen.first().at(1).toBool(), true);
    QCOMPARE(room.part<QPushButton>("renewIdentityButton")->isVisible(), !said.isEmpty());
    QVERIFY2(room.part<QLabel>("expiryLabel")->text().contains(said), qPrintable(room.part<QLabel>("expiryLabel")->text()));
}

void TestSigningIdentityPanel::whatIsOverDoesNotSignAndIsRenewed()
{
    Room room;
    const QByteArray before = SigningRoom::read(room.identityFile());
    room.open(-1);
    auto *renew = room.part<QPushButton>("renewIdentityButton");
    QTRY_VERIFY_WITH_TIMEOUT(renew->isVisible(), patience);
    QVERIFY(!room.panel->identity());
    QVERIFY(room.part<QLabel>("expiryLabel")->text().contains(QStringLiteral("cannot sign any more")));
    QSignalSpy chosen(room.panel.get(), &SigningIdentityPanel::pathChosen);
    QTest::mouseClick(renew, Qt::LeftButton);
    auto *made = room.panel->findChild<IdentityDialog *>();
    QVERIFY(made && made->isVisible());
    QCOMPARE(made->findChild<QLineEdit *>(QStringLiteral("nameEdit"))->text(), QStringLiteral("Test Signer"));
    QCOMPARE(made->findChild<QLineEdit *>(QStringLiteral("organisationEdit"))->text(), QStringLiteral("Test house"));
    for (const char *name : {"passphraseEdit", "repeatEdit"})
        QTest::keyClicks(made->findChild<QLineEdit *>(QString::fromLatin1(name)), QStringLiteral("battery staple"));
    QTest::mouseClick(made->findChild<QPushButton *>(QStringLiteral("makeButton")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
    QVERIFY(chosen.first().first().toString() != room.identityFile());
    QVERIFY(QFile::exists(chosen.first().first().toString()));
    QCOMPARE(SigningRoom::read(room.identityFile()), before);
    QVERIFY(!renew->isVisible());
}

QTEST_MAIN(TestSigningIdentityPanel)
#include "tst_signingidentitypanel.moc"
