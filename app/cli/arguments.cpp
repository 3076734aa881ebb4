// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

namespace cq {

namespace {

Error usage(const QString &detail)
{
    return {ErrorCode::InvalidInput, detail, {}};
}

} // namespace

Result<Arguments> Arguments::parse(
    const QStringList &words, const QMap<QString, Takes> &options, const QStringList &names)
{
    Arguments arguments;
    bool onlyWords = false; // behind "--", so that names may start with a dash
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (onlyWords || !word.startsWith(QLatin1String("--"))) {
            arguments.m_words.append(word);
            continue;
        }
        if (word == QLatin1String("--")) {
            onlyWords = true;
            continue;
        }
        const auto option = options.find(word);
        if (option == options.end())
            return usage(QStringLiteral("unknown option %1").arg(word));
        if (arguments.has(word))
            return usage(QStringLiteral("%1 is given twice").arg(word));
        QStringList &values = arguments.m_options[word];
        const qsizetype room = *option == Takes::Nothing ? 0 : *option == Takes::OneValue ? 1 : words.size();
        while (values.size() < room && i + 1 < words.size() && !words[i + 1].startsWith(QLatin1String("--")))
            values.append(words[++i]);
        if (room > 0 && values.isEmpty())
            return usage(QStringLiteral("%1 needs a value").arg(word));
    }
    if (arguments.m_words.size() < names.size())
        return usage(QStringLiteral("%1 is missing").arg(names[arguments.m_words.size()]));
    const bool lastRepeats = !names.isEmpty() && names.last().endsWith(QLatin1String("..."));
    if (arguments.m_words.size() > names.size() && !lastRepeats)
        return usage(QStringLiteral("\"%1\" is one word too many").arg(arguments.m_words[names.size()]));
    return arguments;
}

Result<int> Arguments::number(const QString &option, int fallback, int least, int greatest) const
{
    if (!has(option))
        return fallback;
    bool ok = false;
    const int number = value(option).toInt(&ok);
    if (!ok || number < least || number > greatest)
        return usage(QStringLiteral("%1 takes a whole number from %2 to %3").arg(option).arg(least).arg(greatest));
    return number;
}

} // namespace cq
