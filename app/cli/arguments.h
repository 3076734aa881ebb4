// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QStringList>

namespace cq {

/// What stands behind a command: positional words, and options with their values. An option that takes several values
/// takes all words up to the next option. QCommandLineParser knows no such option, hence this.
class Arguments
{
public:
    enum class Takes { Nothing, OneValue, Values };

    /// Every positional word has a name, under which it is missed; a last name that ends in "..." takes one word or more.
    /// InvalidInput for an unknown option, a missing value, an option given twice, or another number of words.
    static Result<Arguments> parse(
        const QStringList &words, const QMap<QString, Takes> &options, const QStringList &names);

    const QStringList &words() const { return m_words; }
    bool has(const QString &option) const { return m_options.contains(option); }
    QString value(const QString &option) const { return m_options.value(option).value(0); }
    QStringList values(const QString &option) const { return m_options.value(option); }
    /// A whole number in a range; the default where the option is absent. InvalidInput.
    Result<int> number(const QString &option, int fallback, int least, int greatest) const;

private:
    QStringList m_words;
    QMap<QString, QStringList> m_options;
};

} // namespace cq
