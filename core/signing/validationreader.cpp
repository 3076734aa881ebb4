// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/validationreader.h"

#include "core/signing/decodedstream.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <exception>

namespace cq {

namespace {

/// Takes from what is left of all bytes.
void readList(QPDFObjectHandle array, QList<QByteArray> &list, qint64 &left)
{
    const int count = array.isArray() ? std::min(array.getArrayNItems(), ValidationData::maxItems) : 0;
    for (int i = 0; i < count; ++i) {
        try {
            const auto bytes = decodedStream(array.getArrayItem(i), std::min(left, ValidationData::maxItemBytes));
            if (!bytes || list.contains(*bytes))
                continue;
            left -= bytes->size();
            list.append(*bytes);
        } catch (const std::exception &) {
            continue; // the others stand
        }
    }
}

} // namespace

ValidationData readValidationData(QPDF &pdf)
{
    ValidationData data;
    try {
        QPDFObjectHandle store = pdf.getRoot().getKey("/DSS");
        if (!store.isDictionary())
            return data;
        qint64 left = ValidationData::maxBytes;
        readList(store.getKey("/Certs"), data.certificates, left);
        readList(store.getKey("/OCSPs"), data.ocspAnswers, left);
        readList(store.getKey("/CRLs"), data.crls, left);
    } catch (const std::exception &) {
        return data;
    }
    return data;
}

} // namespace cq
