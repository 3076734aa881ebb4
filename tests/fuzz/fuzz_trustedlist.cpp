// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/trustedlist.h"
#include "core/signing/truststore.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// Whatever the bytes are: a list that is read says whose it is, each of its anchors names that list, suits its purpose
// and stands in it once, and all of them can be trusted.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto list = cq::readTrustedList(bytes);
    if (!list)
        return 0;
    if (list->mark.territory.size() != 2 || list->mark.sequenceNumber < 1)
        std::abort();
    QStringList keys;
    for (const cq::TrustAnchor &anchor : list->anchors) {
        const auto again = cq::trustAnchor(anchor.der, anchor.purpose);
        if (!again || again->certificate != anchor.certificate || anchor.source.list != list->mark)
            std::abort();
        keys.append(anchor.key());
    }
    cq::TrustStore store;
    if (keys.removeDuplicates() != 0 || !store.add(list->anchors))
        std::abort();
    return 0;
}
