// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/spelling/spellchecker.h"

#include <QFile>
#include <QStringConverter>
#include <QtConcurrent>

#include <hunspell/hunspell.hxx>

#include <algorithm>
#include <optional>

namespace cq {

namespace {

// hunspell takes words in the encoding of the dictionary. Qt knows these without a library of its own.
std::optional<QStringConverter::Encoding> encodingOf(const std::string &name)
{
    if (name == "ISO8859-1" || name == "ISO-8859-1")
        return QStringConverter::Latin1;
    return QStringConverter::encodingForName(name.c_str());
}

// Codes and abbreviations, of the pack or anybody's: TOX-01, ICANS, CD19, case B, file_name.
bool isCode(const QString &word)
{
    const bool isCapitals = word == word.toUpper() && word != word.toLower();
    return isCapitals || std::any_of(word.cbegin(), word.cend(), [](QChar c) { return c.isDigit() || c == u'_'; });
}

bool isInside(QChar c)
{
    return c == u'\'' || c == QChar(0x2019) || c == u'.';
}

} // namespace

struct SpellChecker::Engine
{
    explicit Engine(const Dictionary &dictionary)
        : hunspell(QFile::encodeName(dictionary.affixes).constData(), QFile::encodeName(dictionary.words).constData())
        , encoding(encodingOf(hunspell.get_dict_encoding()))
    {
    }

    /// Nothing where a dictionary has no word, which is also what an unreadable one becomes: it would call all words wrong.
    static std::shared_ptr<Engine> load(const Dictionary &dictionary)
    {
        QFile words(dictionary.words);
        if (!words.open(QIODevice::ReadOnly) || words.readLine(32).trimmed().toInt() <= 0)
            return nullptr;
        auto engine = std::make_shared<Engine>(dictionary);
        return engine->encoding ? engine : nullptr;
    }

    std::string encoded(const QString &word)
    {
        QStringEncoder encoder(*encoding);
        const QByteArray bytes = encoder(QString(word).replace(QChar(0x2019), u'\''));
        return encoder.hasError() ? std::string() : bytes.toStdString();
    }
    QString decoded(const std::string &word)
    {
        QStringDecoder decoder(*encoding);
        return decoder(QByteArrayView(word.data(), qsizetype(word.size())));
    }

    Hunspell hunspell;
    std::optional<QStringConverter::Encoding> encoding;
};

SpellChecker::SpellChecker(QObject *parent)
    : QObject(parent)
{
}

SpellChecker::~SpellChecker() = default;

void SpellChecker::use(const Dictionary &dictionary)
{
    const int turn = ++m_turn;
    QtConcurrent::run([dictionary] { return Engine::load(dictionary); })
        .then(this, [this, turn](const std::shared_ptr<Engine> &engine) {
            if (turn != m_turn)
                return;
            m_engine = engine;
            Q_EMIT changed();
        });
}

void SpellChecker::turnOff()
{
    ++m_turn;
    m_engine.reset();
    Q_EMIT changed();
}

bool SpellChecker::isOn() const
{
    return m_engine != nullptr;
}

void SpellChecker::setOwnWords(const QStringList &words)
{
    m_ownWords = QSet<QString>(words.cbegin(), words.cend());
    Q_EMIT changed();
}

bool SpellChecker::isRight(const QString &word) const
{
    if (!m_engine || word.isEmpty() || isCode(word) || m_ownWords.contains(word))
        return true;
    const std::string bytes = m_engine->encoded(word);
    return !bytes.empty() && m_engine->hunspell.spell(bytes);
}

QStringList SpellChecker::suggestions(const QString &word, int most) const
{
    QStringList found;
    if (isRight(word))
        return found;
    const std::string bytes = m_engine->encoded(word);
    if (bytes.empty())
        return found;
    for (const std::string &suggestion : m_engine->hunspell.suggest(bytes))
        if (found.size() < most)
            found.append(m_engine->decoded(suggestion));
    return found;
}

QList<SpellChecker::Span> SpellChecker::wordsOf(const QString &text)
{
    const auto isOfWord = [](QChar c) { return c.isLetterOrNumber() || c.isMark() || c == u'_'; };
    QList<Span> words;
    const int end = int(text.size());
    for (int i = 0; i < end;) {
        if (!isOfWord(text[i])) {
            ++i;
            continue;
        }
        int to = i;
        while (to < end && (isOfWord(text[to]) || (isInside(text[to]) && to + 1 < end && isOfWord(text[to + 1]))))
            ++to;
        words.append({i, to - i});
        i = to;
    }
    return words;
}

} // namespace cq
