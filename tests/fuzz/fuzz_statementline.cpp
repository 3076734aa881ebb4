// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/qualificationstatement.h"

#include <cstdint>
#include <cstdlib>

// Whatever the bytes: a line that is accepted is exactly the one that the statement read from it is written as.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString line = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto statement = cq::QualificationStatement::fromLine(line);
    if (statement && statement->line() != line)
        abort();
    if (!statement && statement.error().detail.isEmpty())
        abort();
    return 0;
}
