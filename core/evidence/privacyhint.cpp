// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/privacyhint.h"

#include <QRegularExpression>
#include <QSet>

namespace cq {

namespace {

constexpr qsizetype maxHints = 20;
constexpr qsizetype maxScanned = 20000; ///< characters; longer texts are documents, not notes
// Documents of a quality system are renewed within this time, so an older date is seldom theirs.
constexpr int yearsOfDocuments = 10;

using Kind = PrivacyHint::Kind;

// "1961-04-23", "23.04.1961", "23/4/1961": year, month, day; either order of day and month is a date.
QDate dateFrom(const QRegularExpressionMatch &match)
{
    if (!match.capturedView(u"iso").isEmpty())
        return QDate(match.captured(u"iso").toInt(), match.captured(u"month").toInt(), match.captured(u"day").toInt());
    const int first = match.captured(u"first").toInt();
    const int second = match.captured(u"second").toInt();
    const int year = match.captured(u"year").toInt();
    const QDate dayFirst(year, second, first);
    return dayFirst.isValid() ? dayFirst : QDate(year, first, second);
}

const QRegularExpression &dates()
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<born>\\b(?:born|birth|dob|d\\.o\\.b\\.|geb|geboren|geburtsdatum|naissance|née?|nacido|nacida|"
                       "nato|nata)\\b[\\s.:_*]*)?(?<!\\d)(?:(?<iso>(?:19|20)\\d\\d)[-_. ](?<month>[01]?\\d)[-_. ]"
                       "(?<day>[0-3]?\\d)|(?<first>[0-3]?\\d)[-_./ ](?<second>[0-3]?\\d)[-_./ ](?<year>(?:19|20)\\d\\d))"
                       "(?!\\d)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

const QRegularExpression &numbersWithInitials()
{
    // Two letters before fewer digits are how procedures are numbered ("QM 0012"), so only dots make a short number one.
    static const QRegularExpression pattern(
        QStringLiteral("(?<![\\p{L}\\d.])(?:\\p{Lu}\\.\\s?\\p{Lu}\\.[\\s_-]*\\d{3,12}|\\p{Lu}{2}[\\s_-]*\\d{5,12}|"
                       "\\d{3,12}[\\s_-]*\\p{Lu}\\.\\s?\\p{Lu}\\.|\\d{5,12}[\\s_-]*\\p{Lu}{2})(?![\\p{L}\\d])"),
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

const QRegularExpression &namesAfterATitle()
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<!\\p{L})(?:Mr|Mrs|Ms|Miss|Herr|Herrn|Frau|Monsieur|Madame|Mme|Señora?|Signora?|[Pp]atient(?:in)?|"
                       "Pat|Dr|Prof)\\.?\\s+(?:Dr\\.?\\s+)?\\p{Lu}\\p{Ll}{2,}(?!\\p{L})"),
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

const QRegularExpression &twoCapitalised()
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<!\\p{L})(?=(?<first>\\p{Lu}\\p{Ll}+),?\\s(?<second>\\p{Lu}\\p{Ll}+)(?!\\p{L}))"),
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

// Frequent first names of Europe that are no everyday words of a quality manual.
const QSet<QString> &firstNames()
{
    static const QSet<QString> names = [] {
        const QString all = QStringLiteral(
            "Ada Adam Adrian Agnes Alessandro Alexander Alice Amelie Ana Anders Andrea Andreas Andrew Anja Anna Anne "
            "Antoine Anton Antonio Barbara Ben Bernd Birgit Camille Carla Carlos Caroline Charlotte Chiara Chloe Chris "
            "Christian Christine Claire Clara Claudia Daniel Daniela David Dieter Dirk Elena Elias Elisabeth Emma Emily "
            "Erik Eva Fatima Felix Francesca Francesco Frank Franz Fritz Gabriele Georg George Giulia Giuseppe Greta "
            "Hannah Hans Heike Heinz Helen Helga Henry Ines Ingrid Isabel Jack Jakob James Jan Jana Jean Jens Johan "
            "Johann Johanna John Jonas Jose Josef Juan Julia Julian Julie Karin Karl Katarina Katharina Kevin Klaus "
            "Lars Laura Lea Lena Leon Lisa Louis Luca Lucas Lucia Luis Lukas Luise Manuel Marco Maria Marie Mario Marta "
            "Martin Martina Mateo Matteo Max Maximilian Mia Michael Michel Monika Nicolas Nina Noah Olga Oliver Olivia "
            "Oscar Otto Pablo Paul Paula Pauline Peter Petra Philipp Pierre Pietro Rainer Robert Sabine Sandra Sara "
            "Sarah Sebastian Sofia Sophie Stefan Stefanie Susanne Sven Theo Thomas Tim Tobias Tom Uwe Vera Victor "
            "Werner William Wolfgang Yusuf Zoe");
        const QStringList list = all.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return names;
}

void scanDates(QList<PrivacyHint> &hints, const QString &text, const QDate &today)
{
    for (auto found = dates().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QDate date = dateFrom(match);
        const bool isOld = date <= today.addYears(-yearsOfDocuments);
        if (date.isValid() && date <= today && (isOld || !match.capturedView(u"born").isEmpty()))
            hints.append({Kind::DateOfBirth, match.captured().trimmed()});
    }
}

void scanNames(QList<PrivacyHint> &hints, const QString &text)
{
    for (auto found = namesAfterATitle().globalMatch(text); found.hasNext();)
        hints.append({Kind::PersonName, found.next().captured()});
    for (auto found = twoCapitalised().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        // "Anna Muster", "Muster, Anna"
        const QString first = match.captured(u"first");
        const QString second = match.captured(u"second");
        const bool isTurned = text.mid(match.capturedEnd(u"first"), 1) == QStringLiteral(",");
        if (firstNames().contains(isTurned ? second : first))
            hints.append({Kind::PersonName,
                text.mid(match.capturedStart(u"first"), match.capturedEnd(u"second") - match.capturedStart(u"first"))});
    }
}

} // namespace

QList<PrivacyHint> privacyHints(const QString &text, const QDate &today)
{
    const QString scanned = text.left(maxScanned);
    QString words = scanned;
    words.replace(u'_', u' ').replace(u'-', u' ');
    QList<PrivacyHint> hints;
    scanDates(hints, scanned, today);
    for (auto found = numbersWithInitials().globalMatch(scanned); found.hasNext();)
        hints.append({Kind::NumberWithInitials, found.next().captured()});
    scanNames(hints, words);
    return hints.mid(0, maxHints);
}

} // namespace cq
