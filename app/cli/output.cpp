// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <QJsonDocument>

#include <cstdio>

namespace cq {

namespace {

void writeLine(std::FILE *stream, const QByteArray &text)
{
    std::fwrite(text.constData(), 1, size_t(text.size()), stream);
    std::fputc('\n', stream);
}

// Signs that steer a terminal or turn the direction of a text: a name in a foreign file must not rewrite what stands on
// the screen, nor make another name of itself.
bool isSteering(QChar c)
{
    const bool turnsText = (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
    const bool breaksLine = c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
    return (c.category() == QChar::Other_Control && c != u'\t') || turnsText || breaksLine;
}

QByteArray visible(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (const QChar c : text)
        shown += isSteering(c) ? QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0')) : QString(c);
    return shown.toUtf8();
}

// Details are written for people who know the cause already.
QString causeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return QStringLiteral("not found: ");
    case ErrorCode::Unreadable:
        return QStringLiteral("cannot be read: ");
    case ErrorCode::Corrupt:
        return QStringLiteral("damaged: ");
    case ErrorCode::TooLarge:
        return QStringLiteral("too large: ");
    case ErrorCode::NewerVersion:
        return QStringLiteral("written by a newer program: ");
    case ErrorCode::Conflict:
        return QStringLiteral("never overwritten: ");
    case ErrorCode::Locked:
        return QStringLiteral("in use: ");
    case ErrorCode::ReadOnly:
        return QStringLiteral("for reading only: ");
    case ErrorCode::DiskFull:
        return QStringLiteral("the disk is full: ");
    case ErrorCode::WriteFailed:
        return QStringLiteral("cannot be written: ");
    case ErrorCode::TokenGone:
        return QStringLiteral("the card or token is not there: ");
    case ErrorCode::TokenLocked:
        return QStringLiteral("the card or token is locked: ");
    case ErrorCode::ServiceUnreachable:
        return QStringLiteral("the service cannot be reached: ");
    case ErrorCode::ServiceTooSlow:
        return QStringLiteral("the service is too slow: ");
    case ErrorCode::ServiceAnswerWrong:
        return QStringLiteral("the service gave no usable answer: ");
    case ErrorCode::WrongPassphrase:
    case ErrorCode::KeyUnusable:
    case ErrorCode::SigningFailed:
    case ErrorCode::InvalidInput:
    case ErrorCode::Malformed:
    case ErrorCode::Refused:
    case ErrorCode::Cancelled:
        return {};
    case ErrorCode::Internal:
        return QStringLiteral("a fault in this program: ");
    }
    return {};
}

} // namespace

void print(const QString &line)
{
    writeLine(stdout, visible(line));
}

void printBytes(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

void print(const QJsonObject &object)
{
    writeLine(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void caution(const QString &line)
{
    writeLine(stderr, visible(line));
}

ExitCode fail(const QString &about, const Error &error)
{
    const QString text = causeOf(error.code) + error.text();
    writeLine(stderr, visible(about.isEmpty() ? text : about + QStringLiteral(": ") + text));
    return ExitCode::BadUsage;
}

void printFaults(const QString &file, const QList<Fault> &faults)
{
    for (const Fault &fault : faults) {
        const QString pointer = fault.pointer.isEmpty() ? QStringLiteral("(whole file)") : fault.pointer;
        writeLine(stderr,
            visible(QStringLiteral("%1:%2: %3: %4").arg(file).arg(fault.line).arg(pointer, fault.message)));
    }
}

} // namespace cq
