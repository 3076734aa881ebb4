// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/sourcerules.h"

#include <QRegularExpression>

#include <algorithm>

namespace cq::lint {

namespace {

bool isIn(const SourceFile &file, const char *folder)
{
    return file.path.startsWith(QLatin1String(folder));
}

bool isOurs(const SourceFile &file)
{
    return file.isSource() && (isIn(file, "core/") || isIn(file, "app/"));
}

QString breach(const SourceFile &file, const QString &what)
{
    return file.path + QStringLiteral(": ") + what;
}

/// One sentence for every match of a pattern in the files a filter picks.
template <class Filter>
QStringList matchesIn(const SourceTree &tree, Filter wanted, const QRegularExpression &pattern, const QString &what)
{
    QStringList breaches;
    for (const SourceFile &file : tree) {
        if (!wanted(file))
            continue;
        for (auto matches = pattern.globalMatch(file.text); matches.hasNext();) {
            const auto match = matches.next();
            const auto line = file.text.left(match.capturedStart()).count(u'\n') + 1;
            breaches.append(QStringLiteral("%1:%2: %3 (%4)").arg(file.path).arg(line).arg(what, match.captured()));
        }
    }
    return breaches;
}

/// Made at build time, so without a room: moc_*.cpp, *.moc, ui_*.h.
bool isGenerated(const QString &include)
{
    static const QRegularExpression pattern(QStringLiteral("^(moc_\\w+\\.cpp|\\w+\\.moc|ui_\\w+\\.h)$"));
    return pattern.match(include).hasMatch();
}

} // namespace

QStringList everyIncludeFollowsAnArrow(const SourceTree &tree, const RuleBook &book)
{
    QStringList breaches;
    for (const SourceFile &file : tree) {
        if (!isOurs(file))
            continue;
        if (!book.arrows.knows(file.room()))
            breaches.append(breach(file, QStringLiteral("room %1 is not in the table").arg(file.room())));
        for (const QString &include : file.quotedIncludes()) {
            if (isGenerated(include))
                continue;
            if (!include.contains(u'/') || include.startsWith(u'.'))
                breaches.append(breach(file, QStringLiteral("\"%1\" is no path from the root").arg(include)));
            else if (!book.arrows.allows(file.room(), roomOf(include)))
                breaches.append(breach(file, QStringLiteral("no arrow to %1 (%2)").arg(roomOf(include), include)));
        }
    }
    return breaches;
}

QStringList foreignLibrariesStayInTheirRooms(const SourceTree &tree, const RuleBook &book)
{
    QStringList breaches;
    for (const SourceFile &file : tree) {
        if (!isOurs(file))
            continue;
        for (const QString &include : file.angledIncludes() + file.quotedIncludes()) {
            if (!book.arrows.allowsForeign(file.room(), include))
                breaches.append(breach(file, QStringLiteral("<%1> belongs to another room").arg(include)));
        }
    }
    return breaches;
}

QStringList noFilesIncludeEachOtherInARing(const SourceTree &tree, const RuleBook &)
{
    QHash<QString, QStringList> edges;
    for (const SourceFile &file : tree) {
        if (isOurs(file))
            edges.insert(file.path, file.quotedIncludes());
    }
    const QStringList ring = findRing(edges);
    return ring.isEmpty() ? QStringList() : QStringList(QStringLiteral("ring: ") + ring.join(QStringLiteral(" -> ")));
}

QStringList coreKnowsNoWidget(const SourceTree &tree, const RuleBook &book)
{
    static const QRegularExpression module(QStringLiteral("^Qt(Widgets|Charts|PdfWidgets|SvgWidgets|OpenGLWidgets)\\b"));
    QStringList breaches;
    for (const SourceFile &file : tree) {
        if (!isOurs(file) || !isIn(file, "core/"))
            continue;
        for (const QString &include : file.angledIncludes() + file.quotedIncludes()) {
            if (module.match(include).hasMatch() || book.widgetHeaders.contains(include.section(u'/', -1)))
                breaches.append(breach(file, QStringLiteral("includes the widget header %1").arg(include)));
        }
    }
    return breaches;
}

QStringList coreSaysNothingToTheWindow(const SourceTree &tree, const RuleBook &)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\b(tr|QT_TR_NOOP|QT_TRANSLATE_NOOP|QCoreApplication::translate)\\s*\\("));
    const auto inCore = [](const SourceFile &file) { return isOurs(file) && isIn(file, "core/"); };
    // Comments may name the function; a line comment is no text for a window.
    SourceTree code = tree;
    static const QRegularExpression comment(QStringLiteral("//[^\\n]*"));
    for (SourceFile &file : code)
        file.text.remove(comment);
    return matchesIn(code, inCore, pattern, QStringLiteral("core has no window texts"));
}

QStringList signalsAreConnectedByType(const SourceTree &tree, const RuleBook &)
{
    static const QRegularExpression pattern(QStringLiteral("\\b(SIGNAL|SLOT)\\s*\\("));
    return matchesIn(tree, isOurs, pattern, QStringLiteral("connect by pointer to member, not by text"));
}

QStringList filesAreNamedAfterTheirContent(const SourceTree &tree, const RuleBook &)
{
    static const QRegularExpression empty(QStringLiteral("(utils?|helpers?|common|manager|misc)$"));
    static const QRegularExpression lowerCase(QStringLiteral("^[a-z][a-z0-9_]*$"));
    QStringList breaches;
    for (const SourceFile &file : tree) {
        if (!isOurs(file))
            continue;
        if (empty.match(file.stem()).hasMatch())
            breaches.append(breach(file, QStringLiteral("the name says nothing of the content")));
        if (!lowerCase.match(file.stem()).hasMatch())
            breaches.append(breach(file, QStringLiteral("file names are the class names in lower case")));
    }
    return breaches;
}

QStringList everySourceBeginsWithItsLicence(const SourceTree &tree, const RuleBook &)
{
    QStringList breaches;
    for (const SourceFile &file : tree) {
        const bool wanted = file.isSource() || file.path.endsWith(QLatin1String(".sh"));
        // A script begins with its interpreter.
        const QStringList lines = file.text.split(u'\n').mid(0, 2);
        const int at = lines.front().startsWith(QLatin1String("#!")) ? 1 : 0;
        if (wanted && !lines.value(at).contains(QLatin1String("SPDX-License-Identifier: GPL-3.0-or-later")))
            breaches.append(breach(file, QStringLiteral("the first line names no licence")));
    }
    return breaches;
}

QStringList everyHeaderIsReadOnce(const SourceTree &tree, const RuleBook &)
{
    QStringList breaches;
    for (const SourceFile &file : tree) {
        if (file.isHeader() && !file.text.contains(QLatin1String("\n#pragma once\n")))
            breaches.append(breach(file, QStringLiteral("no #pragma once")));
    }
    return breaches;
}

QStringList everyHeaderSaysWhatItPromises(const SourceTree &tree, const RuleBook &)
{
    // A type that is defined here, not only named: no ";" before a brace. Specialisations of foreign templates need none.
    static const QRegularExpression type(
        QStringLiteral("^(class|struct|enum class) (?![^{]*;)([A-Za-z_]\\w*)(?![\\w<])"));
    static const QRegularExpression between(QStringLiteral("^(template\\b.*|\\[\\[.*\\]\\]|requires\\b.*)$"));
    QStringList breaches;
    for (const SourceFile &file : tree) {
        if (!file.isHeader() || !isOurs(file))
            continue;
        const QStringList lines = file.text.split(u'\n');
        int first = -1;
        int own = -1;
        for (int i = 0; i < lines.size(); ++i) {
            const auto match = type.match(lines.at(i));
            if (!match.hasMatch() || (i > 0 && lines.at(i - 1).startsWith(QLatin1String("template <>"))))
                continue;
            first = first < 0 ? i : first;
            if (match.captured(2).toLower() == file.stem())
                own = i;
        }
        int above = (own < 0 ? first : own) - 1;
        while (above >= 0 && between.match(lines.at(above)).hasMatch())
            --above;
        // Without a type of its own (names of ids, a table of functions) anything said counts.
        const bool said = above >= 0 ? lines.at(above).startsWith(QLatin1String("///"))
                                     : file.text.contains(QLatin1String("///"));
        if (!said)
            breaches.append(breach(file, QStringLiteral("no /// above the type says what it promises")));
    }
    return breaches;
}

QStringList ourResultsAreNotCalledWhatTheyAreNot(const SourceTree &tree, const RuleBook &book)
{
    // Accreditation is reserved to national bodies; compliance and validation are for the organisation that uses the
    // program to claim (domain.md, rules 1 and 5).
    static const QRegularExpression pattern(QStringLiteral("accredit\\w*|part\\s*11[- ]compliant|\\bvalidated\\b"),
        QRegularExpression::CaseInsensitiveOption);
    SourceTree texts = tree;
    for (SourceFile &file : texts) {
        for (const QString &line : book.allowedWords) {
            if (line.section(u'|', 0, 0).trimmed() == file.path)
                file.text.remove(line.section(u'|', 1).trimmed());
        }
    }
    const auto said = [](const SourceFile &file) {
        return isIn(file, "app/") || isIn(file, "forms/") || isIn(file, "core/report/") || isIn(file, "translations/")
            || isIn(file, "resources/help/");
    };
    return matchesIn(texts, said, pattern, QStringLiteral("not said of our results"));
}

} // namespace cq::lint
