// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/timestampservicedialog.h"

#include "app/dialogs/signingtimestamppanel.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace cq;

class TestTimestampServiceDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressIsTaken();
    void whatCannotBeAskedIsToldAndNotTaken_data();
    void whatCannotBeAskedIsToldAndNotTaken();
    void anEmptyAddressMeansNone();
    void withoutAServiceThePanelAsksForNothing();
    void theServiceChosenInThePanelIsAsked();

private:
    template <class T> static T *part(const QWidget &of, const char *name)
    {
        return of.findChild<T *>(QString::fromLatin1(name));
    }
    static void type(const QWidget &dialog, const QString &address)
    {
        auto *edit = part<QLineEdit>(dialog, "addressEdit");
        edit->selectAll();
        if (address.isEmpty())
            QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, address);
    }
};

void TestTimestampServiceDialog::anAddressIsTaken()
{
    TimestampServiceDialog dialog({}, true);
    dialog.show();
    QSignalSpy chosen(&dialog, &TimestampServiceDialog::serviceChosen);
    type(dialog, QStringLiteral(" http://tsa.example.org/tsr "));
    QTest::keyClick(part<QCheckBox>(dialog, "usualBox"), Qt::Key_Space);
    QTest::mouseClick(part<QPushButton>(dialog, "acceptButton"), Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first(), (QVariantList {QStringLiteral("http://tsa.example.org/tsr"), false}));
    QVERIFY(!dialog.isVisible());
}

void TestTimestampServiceDialog::whatCannotBeAskedIsToldAndNotTaken_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("said");
    QTest::newRow("https") << QStringLiteral("https://tsa.example.org/") << QStringLiteral("not by https://");
    QTest::newRow("another protocol") << QStringLiteral("ftp://tsa.example.org/") << QStringLiteral("begins with http://");
    QTest::newRow("no host") << QStringLiteral("http:///tsr") << QStringLiteral("begins with http://");
    QTest::newRow("only a name") << QStringLiteral("tsa.example.org") << QStringLiteral("begins with http://");
    QTest::newRow("a password in it") << QStringLiteral("http://ada:secret@tsa.example.org/")
                                      << QStringLiteral("without a password");
}

void TestTimestampServiceDialog::whatCannotBeAskedIsToldAndNotTaken()
{
    QFETCH(const QString, address);
    QFETCH(const QString, said);
    TimestampServiceDialog dialog({}, true);
    dialog.show();
    QSignalSpy chosen(&dialog, &TimestampServiceDialog::serviceChosen);
    type(dialog, address);
    QTest::keyClick(part<QLineEdit>(dialog, "addressEdit"), Qt::Key_Return);
    const auto *message = part<QLabel>(dialog, "messageLabel");
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains(said), qPrintable(message->text()));
    QTRY_VERIFY(message->height() >= message->heightForWidth(message->width())); // every line of it can be read
    QCOMPARE(chosen.count(), 0);
    QVERIFY(dialog.isVisible());
    type(dialog, QStringLiteral("http://tsa.example.org/"));
    QVERIFY(!message->isVisible());
}

void TestTimestampServiceDialog::anEmptyAddressMeansNone()
{
    TimestampServiceDialog dialog(QStringLiteral("http://tsa.example.org/"), true);
    dialog.show();
    QSignalSpy chosen(&dialog, &TimestampServiceDialog::serviceChosen);
    QCOMPARE(part<QLineEdit>(dialog, "addressEdit")->text(), QStringLiteral("http://tsa.example.org/"));
    type(dialog, {});
    QVERIFY(!part<QCheckBox>(dialog, "usualBox")->isEnabled());
    QVERIFY(part<QPushButton>(dialog, "acceptButton")->text().contains(QStringLiteral("none")));
    QTest::mouseClick(part<QPushButton>(dialog, "acceptButton"), Qt::LeftButton);
    QCOMPARE(chosen.first().first().toString(), QString());
}

void TestTimestampServiceDialog::withoutAServiceThePanelAsksForNothing()
{
    SigningTimestampPanel panel;
    panel.setUp({}, true);
    QVERIFY(!part<QCheckBox>(panel, "timestampBox")->isEnabled());
    QVERIFY(!part<QCheckBox>(panel, "timestampBox")->isChecked());
    QCOMPARE(panel.wantedUrl(), QString());
    QVERIFY(part<QLabel>(panel, "timestampHintLabel")->text().contains(QStringLiteral("B-B")));
}

void TestTimestampServiceDialog::theServiceChosenInThePanelIsAsked()
{
    SigningTimestampPanel panel;
    panel.show();
    QSignalSpy chosen(&panel, &SigningTimestampPanel::serviceChosen);
    QTest::mouseClick(part<QPushButton>(panel, "timestampServiceButton"), Qt::LeftButton);
    auto *dialog = panel.findChild<TimestampServiceDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    type(*dialog, QStringLiteral("http://tsa.example.org/"));
    QTest::mouseClick(part<QPushButton>(*dialog, "acceptButton"), Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(panel.wantedUrl(), QStringLiteral("http://tsa.example.org/"));
    QVERIFY(part<QLabel>(panel, "timestampHintLabel")->text().contains(QStringLiteral("tsa.example.org")));
    part<QCheckBox>(panel, "timestampBox")->setChecked(false);
    QCOMPARE(panel.wantedUrl(), QString());
}

QTEST_MAIN(TestTimestampServiceDialog)
#include "tst_timestampservicedialog.moc"
