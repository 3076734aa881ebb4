// SPDX-License-Identifier: GPL-3.0-or-later
// The one place of the command line that talks to the terminal itself.
#include "app/cli/passphraseprompt.h"

#include <QByteArray>

#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace cq {

namespace {

constexpr qsizetype maxTyped = 1024;

// Takes the terminal's echo away for its life.
class SilentTerminal
{
public:
    SilentTerminal()
    {
        m_isTerminal = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_isTerminal)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        if (m_isTerminal)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;

    bool isTerminal() const { return m_isTerminal; }

private:
    termios m_before {};
    bool m_isTerminal = false;
};

Error nobodyToAsk()
{
    return {ErrorCode::InvalidInput,
        QStringLiteral("set CENTREQUAL_PASSPHRASE, or run in a terminal to be asked for the passphrase"), {}};
}

Result<QByteArray> typedLine(const char *question)
{
    const SilentTerminal terminal;
    if (!terminal.isTerminal())
        return nobodyToAsk();
    std::fputs(question, stderr);
    std::fflush(stderr);
    QByteArray line;
    line.reserve(maxTyped);
    for (int c = std::fgetc(stdin); c != EOF && c != '\n' && line.size() < maxTyped; c = std::fgetc(stdin))
        line.append(char(c));
    std::fputc('\n', stderr);
    return line;
}

} // namespace

Result<Passphrase> askForPassphrase()
{
    if (qEnvironmentVariableIsSet("CENTREQUAL_PASSPHRASE"))
        return Passphrase(qgetenv("CENTREQUAL_PASSPHRASE"));
    auto line = typedLine("Passphrase: ");
    if (!line)
        return line.error();
    Passphrase passphrase(*line);
    line->fill('\0');
    return passphrase;
}

Result<Passphrase> askForNewPassphrase()
{
    if (qEnvironmentVariableIsSet("CENTREQUAL_PASSPHRASE"))
        return askForPassphrase();
    auto first = typedLine("New passphrase (8 characters or more): ");
    if (!first)
        return first.error();
    auto second = typedLine("Once more: ");
    if (!second)
        return second.error();
    const bool same = *first == *second;
    Passphrase passphrase(*first);
    first->fill('\0');
    second->fill('\0');
    if (!same)
        return Error {ErrorCode::InvalidInput, QStringLiteral("the two passphrases differ"), {}};
    return passphrase;
}

} // namespace cq
