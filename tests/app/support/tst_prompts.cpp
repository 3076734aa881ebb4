// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/prompts.h"

#include <QApplication>
#include <QDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace cq;

/// The real boxes, answered from outside.
class TestPrompts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLongQuestionIsScrolledAndShownWhole();
    void enterAndEscapeAgreeToNothing_data();
    void enterAndEscapeAgreeToNothing();

private:
    static QString sentenceOf(int paragraphs)
    {
        QString sentence = QStringLiteral("Compare them.");
        for (int number = 1; number <= paragraphs; ++number)
            sentence += QStringLiteral("\n\nCertificate %1 <b>(fictional)</b>").arg(number);
        return sentence;
    }
    /// Asks with so many paragraphs; `act` is done to the box once it is there.
    template <class Act> static bool confirmed(int paragraphs, Act act)
    {
        QTimer::singleShot(0, [act] { act(QApplication::activeModalWidget()); });
        return Prompts().confirm(nullptr, QStringLiteral("Trust them?"), sentenceOf(paragraphs), QStringLiteral("Trust it"));
    }
};

void TestPrompts::aLongQuestionIsScrolledAndShownWhole()
{
    QString shown;
    int height = 0;
    const bool agreed = confirmed(40, [&](QWidget *box) {
        if (const auto *text = box->findChild<QPlainTextEdit *>())
            shown = text->toPlainText();
        height = box->height();
        for (QPushButton *button : box->findChildren<QPushButton *>())
            if (button->text() == QLatin1String("Trust it"))
                QTest::mouseClick(button, Qt::LeftButton);
        if (box->isVisible())
            static_cast<QDialog *>(box)->reject();
    });
    QVERIFY(agreed);
    QCOMPARE(shown, sentenceOf(40)); // and nothing taken for markup
    QVERIFY2(height > 0 && height <= 600, qPrintable(QString::number(height)));
}

void TestPrompts::enterAndEscapeAgreeToNothing_data()
{
    QTest::addColumn<int>("paragraphs");
    QTest::addColumn<int>("key");
    for (const int paragraphs : {1, 40})
        for (const int key : {int(Qt::Key_Return), int(Qt::Key_Escape)})
            QTest::addRow("%d paragraphs, key %d", paragraphs, key) << paragraphs << key;
}

void TestPrompts::enterAndEscapeAgreeToNothing()
{
    QFETCH(const int, paragraphs);
    QFETCH(const int, key);
    QVERIFY(!confirmed(paragraphs, [key](QWidget *box) { QTest::keyClick(box, Qt::Key(key)); }));
}

QTEST_MAIN(TestPrompts)
#include "tst_prompts.moc"
