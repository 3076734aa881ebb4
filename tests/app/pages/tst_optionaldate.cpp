// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/optionaldate.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTest>

using namespace cq;

namespace {

/// An optional date between two fields.
struct Fields
{
    Fields()
    {
        auto *layout = new QHBoxLayout(&window);
        for (QWidget *field : std::initializer_list<QWidget *> {before, date, after})
            layout->addWidget(field);
        prepareOptionalDate(*date, QStringLiteral("none"));
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
    }
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    QWidget window;
    QLineEdit *before = new QLineEdit;
    QDateEdit *date = new QDateEdit;
    QLineEdit *after = new QLineEdit;
};

} // namespace

class TestOptionalDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noDateIsNull()
    {
        Fields fields;
        QVERIFY(optionalDate(*fields.date).isNull());
        setOptionalDate(*fields.date, QDate(2026, 11, 22));
        QCOMPARE(optionalDate(*fields.date), QDate(2026, 11, 22));
        setOptionalDate(*fields.date, {});
        QVERIFY(optionalDate(*fields.date).isNull());
    }

    void tabLeavesAFieldWithoutADateBothWays()
    {
        Fields fields;
        fields.before->setFocus();
        fields.press(Qt::Key_Tab);
        QVERIFY(fields.date->hasFocus());
        fields.press(Qt::Key_Tab);
        QVERIFY(fields.after->hasFocus());
        fields.press(Qt::Key_Backtab);
        QVERIFY(fields.date->hasFocus());
        fields.press(Qt::Key_Backtab);
        QVERIFY(fields.before->hasFocus());
        QVERIFY(optionalDate(*fields.date).isNull());
    }

    void tabGoesThroughTheSectionsOfADate()
    {
        Fields fields;
        setOptionalDate(*fields.date, QDate(2026, 11, 22));
        fields.before->setFocus();
        fields.press(Qt::Key_Tab);
        fields.press(Qt::Key_Tab);
        QVERIFY(fields.date->hasFocus()); // from day to month
        fields.press(Qt::Key_Tab);
        fields.press(Qt::Key_Tab);
        QVERIFY(fields.after->hasFocus());
    }
};

QTEST_MAIN(TestOptionalDate)
#include "tst_optionaldate.moc"
