// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace cq {

/// One thing wrong in a file, and where: a JSON pointer (RFC 6901) and a line counted from 1.
struct Fault
{
    QString pointer;
    int line = 0;
    QString message;

    bool operator==(const Fault &) const = default;
};

/// JSON text with the line of every value, so that a reader of foreign files can say where a fault is.
/// Does not judge meaning. Sizes and depth are limited before anything is built.
class JsonSource
{
public:
    struct Limits
    {
        qsizetype bytes = 8 * 1024 * 1024;
        int depth = 32;
    };

    /// TooLarge over the limits; Malformed (detail: line and reason) where the text is not JSON in UTF-8.
    static Result<JsonSource> parse(const QByteArray &text, const Limits &limits);

    const QJsonValue &root() const { return m_root; }
    /// Line of the value at the pointer, or of its nearest parent.
    int lineOf(const QString &pointer) const;
    /// Keys that stand twice in one object: later readers would disagree on which one counts.
    const QList<Fault> &duplicateKeys() const { return m_duplicateKeys; }

private:
    friend class JsonSourceBuilder;

    QJsonValue m_root;
    QHash<QString, int> m_lines;
    QList<Fault> m_duplicateKeys;
};

/// "part" with ~ and / escaped, appended to the pointer.
QString jsonPointer(const QString &base, const QString &part);
QString jsonPointer(const QString &base, qsizetype index);

} // namespace cq
