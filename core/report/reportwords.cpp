// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportwords.h"

#include "core/findings/findinglabel.h"
#include "core/report/englishphrases.h"

#include <QDateTime>

#include <iterator>

namespace cq {

namespace {

constexpr bool isInOrder()
{
    int expected = 0;
    for (const auto &[phrase, text] : englishPhrases)
        if (int(phrase) != expected++)
            return false;
    return true;
}
static_assert(isInOrder() && std::size(englishPhrases) == size_t(Phrase::FingerprintIs) + 1,
    "a text for each phrase, in the order of the enum");

const QString dash = QStringLiteral("–");

} // namespace

QStringList ReportWords::languages()
{
    return {QStringLiteral("en")};
}

Result<ReportWords> ReportWords::of(const QString &language)
{
    if (!languages().contains(language))
        return Error{ErrorCode::InvalidInput,
            QStringLiteral("reports cannot be printed in \"%1\"; languages available: %2")
                .arg(language, languages().join(QStringLiteral(", "))),
            {}};
    return ReportWords();
}

ReportWords::ReportWords() : m_locale(QLocale::English, QLocale::UnitedKingdom)
{
    m_phrases.reserve(qsizetype(std::size(englishPhrases)));
    for (const auto &[phrase, text] : englishPhrases)
        m_phrases.append(QString::fromUtf8(text));
    for (const auto &[key, text] : englishWords)
        m_words.insert(QString::fromUtf8(key), QString::fromUtf8(text));
}

QString ReportWords::named(const char *group, const QString &word) const
{
    return m_words.value(QLatin1String(group) + word, word);
}

QString ReportWords::reason(const Reason &reason) const
{
    return reason.text.isEmpty() ? text(Phrase::NothingScored) : reason.text;
}

QString ReportWords::factValue(const ProfileFactDefinition &definition, const FactValue &value) const
{
    if (const bool *yes = std::get_if<bool>(&value))
        return text(*yes ? Phrase::Yes : Phrase::No);
    if (const qint64 *number = std::get_if<qint64>(&value))
        return definition.unit.isEmpty() ? QString::number(*number) : QString::number(*number) + u' ' + definition.unit;
    const QString &written = std::get<QString>(value);
    for (const ProfileFactDefinition::Choice &choice : definition.choices)
        if (choice.id == written)
            return choice.label;
    const QDate day = definition.type == ValueType::Date ? QDate::fromString(written, Qt::ISODate) : QDate();
    return day.isValid() ? date(day) : written;
}

QString ReportWords::findingNumber(int number) const
{
    return findingLabel(number);
}

QString ReportWords::evidenceNumber(int number) const
{
    return QStringLiteral("E-%1").arg(number, 2, 10, QLatin1Char('0'));
}

QString ReportWords::requestNumber(int number) const
{
    return QStringLiteral("R-%1").arg(number, 2, 10, QLatin1Char('0'));
}

// The value over ten to the number of decimals, without any floating point on the way.
QString ReportWords::fraction(qint64 value, int decimals) const
{
    qint64 scale = 1;
    for (int i = 0; i < decimals; ++i)
        scale *= 10;
    return QString::number(value / scale) + m_locale.decimalPoint()
        + QString::number(value % scale).rightJustified(decimals, u'0');
}

QString ReportWords::percent(const Score &score, const QList<qint64> &marks) const
{
    const std::optional<int> tenths = score.tenths(marks);
    return tenths ? fraction(*tenths, 1) + QChar(QChar::Nbsp) + u'%' : dash;
}

QString ReportWords::hundredths(qint64 hundredths) const
{
    return (hundredths % 10 == 0 ? fraction(hundredths / 10, 1) : fraction(hundredths, 2)) + QChar(QChar::Nbsp) + u'%';
}

QString ReportWords::thousandths(int thousandths) const
{
    return thousandths % 100 == 0 ? fraction(thousandths / 100, 1) : fraction(thousandths, 3);
}

QString ReportWords::points(int tenths) const
{
    const QString sign = tenths < 0 ? QStringLiteral("-") : tenths > 0 ? QStringLiteral("+") : QString();
    return sign + fraction(std::abs(tenths), 1);
}

QString ReportWords::date(QDate date) const
{
    return date.isValid() ? m_locale.toString(date, QStringLiteral("d MMMM yyyy")) : dash;
}

QString ReportWords::period(QDate from, QDate to) const
{
    if (from == to || (!from.isValid() && !to.isValid()))
        return date(from);
    return date(from) + QStringLiteral(" – ") + date(to);
}

QString ReportWords::moment(const Timestamp &time) const
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.utcMs, Qt::OffsetFromUTC, time.offsetMinutes * 60);
    return m_locale.toString(local, QStringLiteral("d MMMM yyyy, HH:mm:ss"))
        + QStringLiteral(" (UTC%1)").arg(time.offsetText());
}

QString ReportWords::utcMoment(const Timestamp &time) const
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time.utcMs, Qt::UTC);
    return utc.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace cq
