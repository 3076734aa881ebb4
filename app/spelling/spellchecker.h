// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/spelling/dictionaries.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace cq {

/// Judges the spelling of words by one installed dictionary and the person's own words. Off, and everything right, where
/// there is none. Codes are nobody's mistakes: what holds a digit or an underscore, or is written in capitals, is right.
class SpellChecker final : public QObject
{
    Q_OBJECT

public:
    explicit SpellChecker(QObject *parent = nullptr);
    ~SpellChecker() override;

    /// Loads the dictionary beside the window, for a large one takes a while, and announces it. Stays off where it cannot
    /// be used: an unknown encoding, no words.
    void use(const Dictionary &dictionary);
    void turnOff();
    bool isOn() const;

    /// The person's own words, besides the dictionary's.
    void setOwnWords(const QStringList &words);

    bool isRight(const QString &word) const;
    /// At most `most`, best first; none for a word that is right.
    QStringList suggestions(const QString &word, int most = 6) const;

    /// A word of a text, in UTF-16 units.
    struct Span
    {
        int from = 0;
        int length = 0;
    };
    /// The words of a text that are judged: letters, with apostrophes and full stops inside.
    static QList<Span> wordsOf(const QString &text);

Q_SIGNALS:
    void changed(); ///< what is right may be wrong now, and the other way round

private:
    struct Engine;
    std::shared_ptr<Engine> m_engine;
    int m_turn = 0; ///< what was asked for last is what counts
    QSet<QString> m_ownWords;
};

} // namespace cq
