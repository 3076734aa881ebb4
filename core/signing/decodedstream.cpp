// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/decodedstream.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <stdexcept>

namespace cq {

namespace {

/// Keeps what comes and stops the decoder where it grows over the limit.
class BoundedSink : public Pipeline
{
public:
    explicit BoundedSink(qint64 limit) : Pipeline("bounded stream", nullptr), m_limit(limit) { }

    void write(unsigned char const *data, size_t length) override
    {
        if (length > static_cast<size_t>(m_limit - m_bytes.size()))
            throw std::length_error("a stream over the limit");
        m_bytes.append(reinterpret_cast<const char *>(data), static_cast<qsizetype>(length));
    }
    void finish() override { }

    const QByteArray &bytes() const { return m_bytes; }

private:
    qint64 m_limit;
    QByteArray m_bytes;
};

} // namespace

std::optional<QByteArray> decodedStream(QPDFObjectHandle stream, qint64 maxBytes)
{
    if (!stream.isStream() || maxBytes < 0)
        return std::nullopt;
    BoundedSink sink(maxBytes);
    try {
        if (!stream.pipeStreamData(&sink, 0, qpdf_dl_generalized, true))
            return std::nullopt;
    } catch (const std::length_error &) {
        return std::nullopt;
    }
    return sink.bytes();
}

} // namespace cq
