// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/mediatype.h"

#include <QStringDecoder>

#include <algorithm>

namespace cq {

namespace {

struct Named
{
    const char *key;
    const char *type;
};

constexpr Named byContent[] = {
    {"%PDF-", "application/pdf"},
    {"\x89PNG\r\n\x1a\n", "image/png"},
    {"\xff\xd8\xff", "image/jpeg"},
    {"GIF8", "image/gif"},
    {"{\\rtf", "application/rtf"},
};

constexpr Named byEnding[] = {
    {"bmp", "image/bmp"}, {"tif", "image/tiff"}, {"tiff", "image/tiff"}, {"webp", "image/webp"},
    {"heic", "image/heic"}, {"mp4", "video/mp4"}, {"mov", "video/quicktime"}, {"mkv", "video/x-matroska"},
    {"m4a", "audio/mp4"}, {"mp3", "audio/mpeg"}, {"wav", "audio/wav"}, {"ogg", "audio/ogg"},
    {"doc", "application/msword"}, {"xls", "application/vnd.ms-excel"}, {"ppt", "application/vnd.ms-powerpoint"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"odt", "application/vnd.oasis.opendocument.text"}, {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {"odp", "application/vnd.oasis.opendocument.presentation"},
};

constexpr Named textByEnding[] = {
    {"txt", "text/plain"}, {"md", "text/plain"}, {"log", "text/plain"}, {"csv", "text/csv"}, {"html", "text/html"},
    {"htm", "text/html"}, {"xml", "text/xml"}, {"ics", "text/calendar"}, {"eml", "message/rfc822"},
};

template <size_t N> const Named *withKey(const Named (&table)[N], const QString &key)
{
    const auto found = std::find_if(
        std::begin(table), std::end(table), [&](const Named &named) { return key == QLatin1String(named.key); });
    return found == std::end(table) ? nullptr : found;
}

// A program stays one whatever the ending of its name says.
bool isProgram(QByteArrayView start)
{
    return start.startsWith("MZ") || start.startsWith("\x7f\x45LF");
}

// Bytes that an editor would show: UTF-8 without control characters. The last letter may be cut in half.
bool looksLikeText(QByteArrayView start)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(start);
    return !decoder.hasError() && std::none_of(text.begin(), text.end(), [](QChar c) {
        return c < u' ' && c != u'\n' && c != u'\r' && c != u'\t' && c != u'\f';
    });
}

} // namespace

QString mediaTypeOf(const QString &fileName, QByteArrayView start)
{
    for (const Named &known : byContent)
        if (start.startsWith(QByteArrayView(known.key)))
            return QString::fromLatin1(known.type);
    const QString ending = fileName.section(u'.', -1).toLower();
    if (looksLikeText(start)) {
        const Named *known = withKey(textByEnding, ending);
        return QString::fromLatin1(known ? known->type : "text/plain");
    }
    const Named *known = isProgram(start) ? nullptr : withKey(byEnding, ending);
    return QString::fromLatin1(known ? known->type : "application/octet-stream");
}

} // namespace cq
