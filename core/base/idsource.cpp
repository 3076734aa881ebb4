// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/idsource.h"

#include "core/base/sha256.h"

#include <QUuid>

#include <memory>

namespace cq {

IdSource randomIds()
{
    return [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
}

IdSource seededIds(quint32 seed)
{
    auto count = std::make_shared<quint64>(0);
    return [seed, count] {
        const QByteArray digest = sha256Hex(QByteArray::number(seed) + ':' + QByteArray::number(++*count));
        QByteArray text = digest.left(32);
        text[12] = '8'; // UUID version 8: contents of our own making (RFC 9562)
        text[16] = 'a';
        for (const int place : {8, 13, 18, 23})
            text.insert(place, '-');
        return QString::fromLatin1(text);
    };
}

} // namespace cq
