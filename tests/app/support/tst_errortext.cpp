// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/errortext.h"

#include <QTest>

using namespace cq;

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCauseHasATitleASentenceAndAWayOut_data();
    void everyCauseHasATitleASentenceAndAWayOut();
    void noTwoCausesSayTheSame();
    void theTechnicalDetailStandsApart();
};

namespace {

QList<ErrorCode> allCodes()
{
    // The last one is named, so that a new code at the end must be entered here.
    static_assert(int(ErrorCode::Internal) == 22);
    QList<ErrorCode> codes;
    for (int number = 0; number <= int(ErrorCode::Internal); ++number)
        codes.append(ErrorCode(number));
    return codes;
}

} // namespace

void TestErrorText::everyCauseHasATitleASentenceAndAWayOut_data()
{
    QTest::addColumn<int>("code");
    for (const ErrorCode code : allCodes())
        QTest::addRow("%d", int(code)) << int(code);
}

void TestErrorText::everyCauseHasATitleASentenceAndAWayOut()
{
    QFETCH(int, code);
    const ErrorText text = errorText(Error {ErrorCode(code), {}, {}});
    QVERIFY(!text.title.isEmpty());
    QVERIFY2(!text.title.endsWith(u'.'), "a title is no sentence");
    QVERIFY2(text.sentence.endsWith(u'.'), qPrintable(text.sentence));
    // What it means and what to do next are two sentences.
    QVERIFY2(text.sentence.contains(QStringLiteral(". ")), qPrintable(text.sentence));
    const QStringList waysOut {QStringLiteral("try again"), QStringLiteral("Type"), QStringLiteral("Choose"),
        QStringLiteral("Correct"), QStringLiteral("Check"), QStringLiteral("open"), QStringLiteral("Go back"),
        QStringLiteral("Make it"), QStringLiteral("make"), QStringLiteral("Update"), QStringLiteral("change the state"),
        QStringLiteral("Try"), QStringLiteral("Start it"), QStringLiteral("Restart")};
    QVERIFY(std::any_of(waysOut.begin(), waysOut.end(), [&](const QString &way) { return text.sentence.contains(way); }));
}

void TestErrorText::noTwoCausesSayTheSame()
{
    QStringList titles;
    QStringList sentences;
    for (const ErrorCode code : allCodes()) {
        titles.append(errorText(Error {code, {}, {}}).title);
        sentences.append(errorText(Error {code, {}, {}}).sentence);
    }
    QCOMPARE(titles.removeDuplicates(), 0);
    QCOMPARE(sentences.removeDuplicates(), 0);
}

void TestErrorText::theTechnicalDetailStandsApart()
{
    const Error error {ErrorCode::Unreadable, QStringLiteral("errno 13"), {QStringLiteral("opening x")}};
    const ErrorText text = errorText(error);
    QCOMPARE(text.detail, error.text());
    QVERIFY(!text.sentence.contains(QStringLiteral("errno")));
}

QTEST_APPLESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
