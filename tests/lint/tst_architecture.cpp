// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the tree against the rules of core/README.md and CONTRIBUTING.md, and each rule against a breach of it.
#include "tests/lint/sourcerules.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace cq::lint;

Q_DECLARE_METATYPE(cq::lint::Rule)

namespace {

struct NamedRule
{
    const char *name;
    Rule rule;
};

#define CQ_RULE(function)                                                                                              \
    {                                                                                                                  \
        #function, function                                                                                            \
    }

constexpr NamedRule allRules[] = {
    CQ_RULE(everyIncludeFollowsAnArrow),
    CQ_RULE(foreignLibrariesStayInTheirRooms),
    CQ_RULE(noFilesIncludeEachOtherInARing),
    CQ_RULE(coreKnowsNoWidget),
    CQ_RULE(coreSaysNothingToTheWindow),
    CQ_RULE(signalsAreConnectedByType),
    CQ_RULE(filesAreNamedAfterTheirContent),
    CQ_RULE(everySourceBeginsWithItsLicence),
    CQ_RULE(everyHeaderIsReadOnce),
    CQ_RULE(everyHeaderSaysWhatItPromises),
    CQ_RULE(ourResultsAreNotCalledWhatTheyAreNot),
};

#undef CQ_RULE

QString sourceText(const char *path)
{
    QFile file(QStringLiteral(CQ_SOURCE_DIR "/") + QLatin1String(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList linesOf(const QString &text)
{
    QStringList lines;
    const QStringList all = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : all) {
        if (!line.startsWith(u'#'))
            lines.append(line);
    }
    return lines;
}

QSet<QString> headersOf(const char *module)
{
    const QStringList names = QDir(QStringLiteral(CQ_QT_HEADERS "/") + QLatin1String(module)).entryList(QDir::Files);
    return QSet<QString>(names.cbegin(), names.cend());
}

/// Headers of the widget modules; names that QtGui has too (QAction) are forwarded there and no widgets.
QSet<QString> widgetHeaders()
{
    QSet<QString> headers;
    for (const char *module : {"QtWidgets", "QtCharts", "QtPdfWidgets", "QtSvgWidgets"})
        headers.unite(headersOf(module));
    return headers.subtract(headersOf("QtGui")).subtract(headersOf("QtCore"));
}

} // namespace

class TestArchitecture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theTableOfArrowsIsSound();
    void theTreeKeepsTheRule_data();
    void theTreeKeepsTheRule();
    void aBreachIsNoticed_data();
    void aBreachIsNoticed();
    void whatIsAllowedPasses_data();
    void whatIsAllowedPasses();
    void aRingIsToldInFull();
    void aLineThatIsNoArrowIsAFault();
    void aWordAllowedInOneFileIsNotAllowedInAnother();
    void noExceptionOutlivesItsReason();
    void onlyTheAgreedFoldersStandAtTheTop();

private:
    SourceTree m_tree;
    RuleBook m_book;
};

void TestArchitecture::initTestCase()
{
    m_tree = readTree(QStringLiteral(CQ_SOURCE_DIR),
        {QStringLiteral("core"), QStringLiteral("app"), QStringLiteral("forms"), QStringLiteral("resources"),
            QStringLiteral("translations"), QStringLiteral("tests"), QStringLiteral("packaging")},
        {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.ui"), QStringLiteral("*.ts"),
            QStringLiteral("*.html"), QStringLiteral("*.sh")});
    m_book.arrows = ArrowTable::parse(sourceText("tests/lint/arrows.txt"));
    m_book.allowedWords = linesOf(sourceText("tests/lint/words-allowed.txt"));
    m_book.widgetHeaders = widgetHeaders();

    // A reader that finds nothing would keep every rule.
    QVERIFY(m_tree.size() > 100);
    QVERIFY(m_book.widgetHeaders.contains(QStringLiteral("QWidget")));
    QVERIFY(!m_book.widgetHeaders.contains(QStringLiteral("QPainter")));
}

void TestArchitecture::theTableOfArrowsIsSound()
{
    QCOMPARE(m_book.arrows.faults(), QStringList());
    QCOMPARE(m_book.arrows.ring(), QStringList());
    QVERIFY(m_book.arrows.allows(QStringLiteral("core/pack"), QStringLiteral("core/base")));
    QVERIFY(!m_book.arrows.allows(QStringLiteral("core/base"), QStringLiteral("core/pack")));
    for (const char *closed : {"core/storage", "core/exchange", "core/signing", "core/report"})
        QVERIFY2(!m_book.arrows.allows(QStringLiteral("app/pages"), QLatin1String(closed)), closed);
}

void TestArchitecture::theTreeKeepsTheRule_data()
{
    QTest::addColumn<Rule>("rule");
    for (const NamedRule &named : allRules)
        QTest::newRow(named.name) << named.rule;
}

void TestArchitecture::theTreeKeepsTheRule()
{
    QFETCH(Rule, rule);
    const QStringList breaches = rule(m_tree, m_book);
    QVERIFY2(breaches.isEmpty(), qPrintable(u'\n' + breaches.join(u'\n')));
}

void TestArchitecture::aBreachIsNoticed_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, Rule rule, const char *path, const char *text) {
        QTest::newRow(name) << rule << QString::fromUtf8(path) << QString::fromUtf8(text);
    };
    row("upwards", everyIncludeFollowsAnArrow, "core/pack/a.h", "#include \"core/session/workspace.h\"\n");
    row("page into storage", everyIncludeFollowsAnArrow, "app/pages/a.cpp", "#include \"core/storage/packstore.h\"\n");
    row("page into signing", everyIncludeFollowsAnArrow, "app/pages/a.cpp", "# include \"core/signing/pdfsigner.h\"\n");
    row("core into app", everyIncludeFollowsAnArrow, "core/session/a.cpp", "#include \"app/support/words.h\"\n");
    row("beside itself", everyIncludeFollowsAnArrow, "core/pack/a.cpp", "#include \"criterion.h\"\n");
    row("by dots", everyIncludeFollowsAnArrow, "core/pack/a.cpp", "#include \"../audit/audit.h\"\n");
    row("room unheard of", everyIncludeFollowsAnArrow, "core/misery/a.cpp", "");
    row("SQLite in a desk", foreignLibrariesStayInTheirRooms, "core/session/a.cpp", "#include <SQLiteCpp/Database.h>\n");
    row("sqlite3 in a page", foreignLibrariesStayInTheirRooms, "app/pages/a.cpp", "#include <sqlite3.h>\n");
    row("OpenSSL in quotes", foreignLibrariesStayInTheirRooms, "core/report/a.cpp", "#include \"openssl/cms.h\"\n");
    row("a file and itself", noFilesIncludeEachOtherInARing, "core/base/a.h", "#include \"core/base/a.h\"\n");
    row("widget", coreKnowsNoWidget, "core/report/a.cpp", "#include <QWidget>\n");
    row("widget by module", coreKnowsNoWidget, "core/report/a.cpp", "#include <QtWidgets/QWidget>\n");
    row("chart by file", coreKnowsNoWidget, "core/report/a.cpp", "#include <qchartview.h>\n");
    row("whole module", coreKnowsNoWidget, "core/base/a.h", "#include <QtWidgets>\n");
    row("tr", coreSaysNothingToTheWindow, "core/audit/a.cpp", "return tr(\"Answered\");\n");
    row("translate", coreSaysNothingToTheWindow, "core/audit/a.cpp", "QCoreApplication::translate (\"a\", \"b\");\n");
    row("SIGNAL", signalsAreConnectedByType, "app/shell/a.cpp", "connect(a, SIGNAL(clicked()), b, &B::go);\n");
    row("SLOT", signalsAreConnectedByType, "app/shell/a.cpp", "connect(a, &A::clicked, b, SLOT (go()));\n");
    row("utils", filesAreNamedAfterTheirContent, "core/base/stringutils.h", "");
    row("manager", filesAreNamedAfterTheirContent, "app/shell/windowmanager.cpp", "");
    row("capitals", filesAreNamedAfterTheirContent, "app/shell/MainWindow.cpp", "");
    row("no licence", everySourceBeginsWithItsLicence, "core/base/a.cpp", "#include <QString>\n// SPDX-License-Id");
    row("other licence", everySourceBeginsWithItsLicence, "core/base/a.h", "// SPDX-License-Identifier: MIT\n");
    row("script", everySourceBeginsWithItsLicence, "packaging/a.sh", "#!/bin/sh\nset -e\n");
    row("no guard", everyHeaderIsReadOnce, "core/base/a.h", "// #pragma once, some day\nstruct A\n{\n};\n");
    row("silent class", everyHeaderSaysWhatItPromises, "core/base/a.h", "/// A file.\n\nclass A\n{\n};\n");
    row("silent template", everyHeaderSaysWhatItPromises, "core/base/a.h", "template <class T>\nclass A\n{\n};\n");
    row("silent own type", everyHeaderSaysWhatItPromises, "core/base/a.h", "/// B.\nstruct B\n{\n};\nclass A\n{\n};\n");
    row("silent enumeration", everyHeaderSaysWhatItPromises, "core/base/a.h", "enum class A { B, C };\n");
    row("silent functions", everyHeaderSaysWhatItPromises, "core/base/a.h", "int a(); // adds\n");
    row("page", ourResultsAreNotCalledWhatTheyAreNot, "app/pages/a.cpp", "tr(\"The centre is accredited.\")\n");
    row("form", ourResultsAreNotCalledWhatTheyAreNot, "forms/a.ui", "<string>Accreditation</string>\n");
    row("report", ourResultsAreNotCalledWhatTheyAreNot, "core/report/a.cpp", "\"Validated software\"\n");
    row("claim over a line end", ourResultsAreNotCalledWhatTheyAreNot, "resources/help/a.html", "Part\n11 compliant\n");
}

void TestArchitecture::aBreachIsNoticed()
{
    QFETCH(Rule, rule);
    QFETCH(QString, path);
    QFETCH(QString, text);
    const QStringList breaches = rule({{path, text}}, m_book);
    QCOMPARE(breaches.size(), 1);
    QVERIFY(breaches.front().contains(path));
}

void TestArchitecture::whatIsAllowedPasses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *path, const char *text) {
        QTest::newRow(path) << QString::fromUtf8(path)
                            << QStringLiteral("// SPDX-License-Identifier: GPL-3.0-or-later\n") + QString::fromUtf8(text);
    };
    row("core/storage/a.cpp", "#include \"core/storage/a.h\"\n#include <SQLiteCpp/Database.h>\n#include <sqlite3.h>\n");
    row("core/report/b.cpp", "#include <QPainter>\n#include <QPdfWriter>\n// tr( has no place here\nint attr(int);\n");
    row("core/audit/c.h", "#pragma once\nclass D;\n/// Promised.\ntemplate <class T>\nclass C\n{\n};\nstruct E\n{\n};\n");
    row("core/base/enumtext.h", "#pragma once\n/// Text.\nstring text();\ntemplate <>\nstruct EnumText<A>\n{\n};\n");
    row("app/dialogs/e.cpp", "#include \"ui_e.h\"\n#include \"core/signing/pdfverdict.h\"\n#include \"e.moc\"\nQ_SIGNAL (x)\n");
    row("app/shell/f.cpp", "tr(\"The file was checked; the centre qualifies.\"); // commonly invalidated\n");
    row("tests/core/base/tst_g.cpp", "#include \"core/storage/packstore.h\"\nconnect(SIGNAL(x()));\n");
}

void TestArchitecture::whatIsAllowedPasses()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    for (const NamedRule &named : allRules)
        QVERIFY2(named.rule({{path, text}}, m_book).isEmpty(), named.name);
}

void TestArchitecture::aRingIsToldInFull()
{
    const SourceTree tree = {
        {QStringLiteral("core/base/a.h"), QStringLiteral("#include \"core/base/b.h\"\n")},
        {QStringLiteral("core/base/b.h"), QStringLiteral("#include \"core/base/c.h\"\n")},
        {QStringLiteral("core/base/c.h"), QStringLiteral("#include \"core/base/a.h\"\n")},
        {QStringLiteral("core/base/d.h"), QStringLiteral("#include \"core/base/a.h\"\n")},
    };
    QCOMPARE(noFilesIncludeEachOtherInARing(tree, m_book),
        QStringList(QStringLiteral("ring: core/base/a.h -> core/base/b.h -> core/base/c.h -> core/base/a.h")));
}

void TestArchitecture::aLineThatIsNoArrowIsAFault()
{
    QCOMPARE(ArrowTable::parse(QStringLiteral("# fine\n\na -> b c\nforeign x -> a\n")).faults(), QStringList());
    QCOMPARE(ArrowTable::parse(QStringLiteral("a => b\n")).faults().size(), 1);
    QCOMPARE(ArrowTable::parse(QStringLiteral("foreign x\n")).faults().size(), 1);
    QCOMPARE(ArrowTable::parse(QStringLiteral("a -> b\na -> c\n")).faults().size(), 1);
    QCOMPARE(ArrowTable::parse(QStringLiteral("a -> b\nb -> a\n")).ring().size(), 3);
}

void TestArchitecture::aWordAllowedInOneFileIsNotAllowedInAnother()
{
    RuleBook book;
    book.allowedWords = {QStringLiteral("app/pages/a.cpp | JACIE accreditation until 2024")};
    const QString text = QStringLiteral("tr(\"JACIE accreditation until 2024\")\n");
    QCOMPARE(ourResultsAreNotCalledWhatTheyAreNot({{QStringLiteral("app/pages/a.cpp"), text}}, book).size(), 0);
    QCOMPARE(ourResultsAreNotCalledWhatTheyAreNot({{QStringLiteral("app/pages/b.cpp"), text}}, book).size(), 1);
}

void TestArchitecture::noExceptionOutlivesItsReason()
{
    for (const QString &line : std::as_const(m_book.allowedWords)) {
        const QString path = line.section(u'|', 0, 0).trimmed();
        const QString words = line.section(u'|', 1).trimmed();
        const bool found = std::any_of(m_tree.cbegin(), m_tree.cend(),
            [&](const SourceFile &file) { return file.path == path && file.text.contains(words); });
        QVERIFY2(found && !words.isEmpty(), qPrintable(line));
    }
}

void TestArchitecture::onlyTheAgreedFoldersStandAtTheTop()
{
    const QSet<QString> agreed = {QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("forms"),
        QStringLiteral("packaging"), QStringLiteral("resources"), QStringLiteral("tests"), QStringLiteral("translations")};
    // Hidden folders belong to tools; build folders are no part of the tree.
    const QStringList folders = QDir(QStringLiteral(CQ_SOURCE_DIR)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders) {
        const bool isBuild = folder == QLatin1String("build") || folder.startsWith(QLatin1String("build-"));
        QVERIFY2(agreed.contains(folder) || isBuild, qPrintable(folder));
    }
    QVERIFY(folders.contains(QStringLiteral("core")));
}

QTEST_APPLESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
