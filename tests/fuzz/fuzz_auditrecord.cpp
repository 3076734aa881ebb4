// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditrecord.h"

#include <cstdint>
#include <cstdlib>

// Whatever the bytes: the reader tells faults or gives a record, never both, never neither; and a record that was
// accepted is written to bytes that give the same record and the same bytes again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using cq::AuditRecordReader;
    const auto outcome = AuditRecordReader::read(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (outcome.record.has_value() != outcome.faults.isEmpty() || outcome.faults.size() > AuditRecordReader::maxFaults)
        abort();
    for (const cq::Fault &fault : outcome.faults)
        if (fault.line < 1 || fault.message.isEmpty())
            abort();
    if (!outcome.record)
        return 0;
    (void)cq::verifyTrail(outcome.record->trail);
    const QByteArray bytes = cq::recordBytes(*outcome.record);
    const auto again = AuditRecordReader::read(bytes);
    if (!again.record || cq::recordBytes(*again.record) != bytes)
        abort();
    return 0;
}
