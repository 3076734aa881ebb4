// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace cq {

/// The media type of a file (IANA names), told by its first bytes where they say it, else by the ending of its name;
/// "application/octet-stream" where neither is known. A table of our own: what a system knows differs from computer to
/// computer. Give it the first 512 bytes.
QString mediaTypeOf(const QString &fileName, QByteArrayView start);

} // namespace cq
