// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signingidentitypanel.h"
#include "app/dialogs/tokendialog.h"
#include "tests/app/scriptedprompts.h"
#include "tests/core/signing/softtoken.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace cq;

/// Choosing a certificate on a card, and opening it by its PIN; SoftHSM stands for the card.
class TestTokenDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_card.isMade(), qPrintable(m_card.problem())); }
    void whatIsPluggedInIsListedAndChosenByKey();
    void withoutACardItSaysWhatToDo();
    void aDriverThatIsNoneIsTold();
    void theDriverChosenByHandStaysInTheChoice();
    void aPinOpensTheCard();

private:
    template <class T> static T *part(QWidget &window, const char *name)
    {
        return window.findChild<T *>(QString::fromLatin1(name));
    }

    samples::SoftToken m_card;
    ScriptedPrompts m_prompts;
};

void TestTokenDialog::whatIsPluggedInIsListedAndChosenByKey()
{
    TokenDialog dialog(m_prompts);
    const QSignalSpy chosen(&dialog, &TokenDialog::tokenChosen);
    dialog.show();
    auto *list = part<QTreeWidget>(dialog, "certificatesView");
    QTRY_COMPARE(list->topLevelItemCount(), 3);
    QCOMPARE(list->topLevelItem(0)->text(2), QStringLiteral("Karte Nord"));
    QTRY_COMPARE(dialog.focusWidget(), list);
    QTest::keyClick(list, Qt::Key_Down);
    const QString name = list->currentItem()->text(0);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QVERIFY(!dialog.isVisible());
    const auto choice = tokenChoice(chosen.first().first().toString(), {samples::SoftToken::modulePath()});
    QVERIFY(choice);
    QCOMPARE(choice->certificate.info.subjectName, name);
}

void TestTokenDialog::withoutACardItSaysWhatToDo()
{
    m_card.pull();
    TokenDialog dialog(m_prompts);
    dialog.show();
    auto *state = part<QLabel>(dialog, "stateLabel");
    const QString looking = state->text();
    QTRY_VERIFY(state->text() != looking);
    QVERIFY2(state->text().contains(QStringLiteral("No card")), qPrintable(state->text()));
    QVERIFY(!part<QPushButton>(dialog, "useButton")->isEnabled());
    m_card.plug();
    QTest::mouseClick(part<QPushButton>(dialog, "againButton"), Qt::LeftButton);
    QTRY_COMPARE(part<QTreeWidget>(dialog, "certificatesView")->topLevelItemCount(), 3);
}

void TestTokenDialog::aDriverThatIsNoneIsTold()
{
    TokenDialog dialog(m_prompts);
    dialog.show();
    m_prompts.files = {QStringLiteral("/nowhere/driver.so")};
    QTest::mouseClick(part<QPushButton>(dialog, "driverButton"), Qt::LeftButton);
    QTRY_VERIFY(part<QLabel>(dialog, "problemLabel")->isVisible());
    QVERIFY(part<QLabel>(dialog, "problemLabel")->toolTip().contains(QStringLiteral("/nowhere/driver.so")));
    QTRY_COMPARE(part<QTreeWidget>(dialog, "certificatesView")->topLevelItemCount(), 3); // the others stay
}

void TestTokenDialog::theDriverChosenByHandStaysInTheChoice()
{
    TokenDialog dialog(m_prompts);
    const QSignalSpy chosen(&dialog, &TokenDialog::tokenChosen);
    dialog.show();
    m_prompts.files = {QStringLiteral(CQ_LOCKED_TOKEN)};
    QTest::mouseClick(part<QPushButton>(dialog, "driverButton"), Qt::LeftButton);
    auto *list = part<QTreeWidget>(dialog, "certificatesView");
    QTRY_COMPARE(list->topLevelItemCount(), 6);
    list->setCurrentItem(list->topLevelItem(5));
    QTest::mouseClick(part<QPushButton>(dialog, "useButton"), Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    const auto choice = tokenChoice(chosen.first().first().toString(), {});
    QVERIFY2(choice, qPrintable(chosen.first().first().toString()));
    QCOMPARE(choice->token.modulePath, QStringLiteral(CQ_LOCKED_TOKEN));
}

void TestTokenDialog::aPinOpensTheCard()
{
    const Token token = m_card.token();
    // By its id: SoftHSM lists what it holds in an order of its own, and one of the certificates has no key.
    const auto certificate = std::find_if(token.certificates.cbegin(), token.certificates.cend(),
        [](const TokenCertificate &candidate) { return candidate.id == samples::SoftToken::rsaId(); });
    QVERIFY(certificate != token.certificates.cend());
    SigningIdentityPanel panel;
    panel.setUp(tokenUri({token, *certificate}), {}, [] { return Timestamp {QDateTime::currentMSecsSinceEpoch(), 0}; },
        m_prompts);
    panel.show();
    QSignalSpy opened(&panel, &SigningIdentityPanel::identityOpened);
    QSignalSpy refused(&panel, &SigningIdentityPanel::identityRefused);
    auto *pin = part<QLineEdit>(panel, "passphraseEdit");
    QVERIFY(pin->isVisible());
    QVERIFY(pin->placeholderText().contains(QStringLiteral("PIN")));
    QTest::keyClicks(pin, QStringLiteral("9999"));
    QTest::keyClick(pin, Qt::Key_Return);
    QCOMPARE(pin->text(), QString()); // taken out of the field at once
    QTRY_COMPARE(refused.count(), 1);
    QVERIFY(part<QLabel>(panel, "identityMessageLabel")->text().contains(QStringLiteral("PIN")));
    QVERIFY(!panel.identity());
    QTest::keyClicks(pin, QLatin1String(samples::SoftToken::rightPin));
    QTest::keyClick(pin, Qt::Key_Return);
    QTRY_COMPARE(opened.count(), 1);
    QVERIFY(panel.identity());
    QCOMPARE(part<QLabel>(panel, "certificateNameLabel")->text(), certificate->info.subjectName);
}

QTEST_MAIN(TestTokenDialog)
#include "tst_tokendialog.moc"
