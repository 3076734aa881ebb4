// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/archive/impl/archive_serializer_map.ipp>
#include <boost/archive/impl/basic_text_iarchive.ipp>
#include <boost/archive/impl/text_iarchive_impl.ipp>
#include <boost/archive/text_iarchive.hpp>

#include <istream>
#include <string>

namespace cq {

/// Boost's text archive, but a text longer than the whole archive is refused before room is made for it: Boost asks for
/// as much memory as a damaged length says.
class SnapshotInput : public boost::archive::text_iarchive_impl<SnapshotInput>
{
    using Base = boost::archive::text_iarchive_impl<SnapshotInput>;

public:
    SnapshotInput(std::istream &stream, std::size_t bytes) : Base(stream, 0), m_bytes(bytes) { init(); }

private:
    friend class boost::archive::load_access;

    using Base::load;
    void load(std::string &text)
    {
        std::size_t size = 0;
        Base::load(size);
        if (size > m_bytes)
            throw boost::archive::archive_exception(boost::archive::archive_exception::input_stream_error);
        this->is.get(); // the space before the text
        text.resize(size);
        this->is.read(text.data(), std::streamsize(size));
    }

    std::size_t m_bytes;
};

} // namespace cq
