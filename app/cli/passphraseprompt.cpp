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

constexpr char passphraseVariable[] = "CENTREQUAL_PASSPHRASE";
constexpr char pinVariable[] = "CENTREQUAL_PIN";

Result<QByteArray> typedLine(const char *question, const char *variable)
{
    const SilentTerminal terminal;
    if (!terminal.isTerminal())
        return Error {ErrorCode::InvalidInput,
            QStringLiteral("set %1, or run in a terminal to be asked").arg(QLatin1String(variable)), {}};
    std::fputs(question, stderr);
    std::fflush(stderr);
    QByteArray line;
    line.reserve(maxTyped);
    for (int c = std::fgetc(stdin); c != EOF && c != '\n' && line.size() < maxTyped; c = std::fgetc(stdin))
        line.append(char(c));
    std::fputc('\n', stderr);
    return line;
}

Result<Passphrase> askOnce(const char *question, const char *variable)
{
    if (qEnvironmentVariableIsSet(variable))
        return Passphrase(qgetenv(variable));
    auto line = typedLine(question, variable);
    if (!line)
        return line.error();
    Passphrase passphrase(*line);
    line->fill('\0');
    return passphrase;
}

} // namespace

Result<Passphrase> askForPassphrase()
{
    return askOnce("Passphrase: ", passphraseVariable);
}

Result<Passphrase> askForPin()
{
    return askOnce("PIN: ", pinVariable);
}

Result<Passphrase> askForNewPassphrase()
{
    if (qEnvironmentVariableIsSet(passphraseVariable))
        return askForPassphrase();
    auto first = typedLine("New passphrase (8 characters or more): ", passphraseVariable);
    if (!first)
        return first.error();
    auto second = typedLine("Once more: ", passphraseVariable);
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
