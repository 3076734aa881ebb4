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
    writeLine(stdout, line.toUtf8());
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
    writeLine(stderr, line.toUtf8());
}

ExitCode fail(const QString &about, const Error &error)
{
    const QString text = causeOf(error.code) + error.text();
    writeLine(stderr, (about.isEmpty() ? text : about + QStringLiteral(": ") + text).toUtf8());
    return ExitCode::BadUsage;
}

void printFaults(const QString &file, const QList<Fault> &faults)
{
    for (const Fault &fault : faults) {
        const QString pointer = fault.pointer.isEmpty() ? QStringLiteral("(whole file)") : fault.pointer;
        writeLine(stderr,
            QStringLiteral("%1:%2: %3: %4").arg(file).arg(fault.line).arg(pointer, fault.message).toUtf8());
    }
}

} // namespace cq
