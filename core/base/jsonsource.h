// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <vector>

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
/// Does not judge meaning. Every size is limited before anything is built, so that a hostile file costs neither the
/// memory of many small values nor the time of one huge object.
class JsonSource
{
public:
    struct Limits
    {
        qsizetype bytes = 8 * 1024 * 1024;
        int depth = 32;
        qsizetype values = 4'000'000; ///< of all kinds, in the whole file
        qsizetype keys = 2000; ///< in one object: adding to one takes time in proportion to those it holds
    };

    /// TooLarge over the limits; Malformed where the text is not JSON in UTF-8. The detail reads "line N: reason" where
    /// there is a line to name.
    static Result<JsonSource> parse(const QByteArray &text, const Limits &limits);

    const QJsonValue &root() const { return m_root; }
    /// Line of the value at the pointer, or of its nearest parent. Walks down the file, so it is for faults only.
    int lineOf(const QString &pointer) const;
    /// Keys that stand twice in one object: later readers would disagree on which one counts. The first 200 of them.
    const QList<Fault> &duplicateKeys() const { return m_duplicateKeys; }

private:
    friend class JsonSourceBuilder;

    // One value of the file, in its order: a container is followed by what is in it.
    struct Place
    {
        int line = 0;
        int end = 0; ///< place of the next value that is not inside this one
        quint32 key = 0; ///< hash of its key, where it stands in an object
        bool isObject = false;
    };
    int childOf(int parent, const QString &part) const;

    QJsonValue m_root;
    std::vector<Place> m_places;
    QList<Fault> m_duplicateKeys;
};

/// "part" with ~ and / escaped, appended to the pointer.
QString jsonPointer(const QString &base, const QString &part);
QString jsonPointer(const QString &base, qsizetype index);

} // namespace cq
