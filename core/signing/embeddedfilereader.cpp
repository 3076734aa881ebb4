// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/embeddedfilereader.h"

#include "core/signing/decodedstream.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <exception>
#include <optional>
#include <set>
#include <vector>

namespace cq {

namespace {

constexpr int maxTreeNodes = 10'000;

QPDFObjectHandle firstOf(QPDFObjectHandle dictionary, const char *preferred, const char *other)
{
    QPDFObjectHandle value = dictionary.getKey(preferred);
    return value.isNull() ? dictionary.getKey(other) : value;
}

std::optional<EmbeddedFile> readOne(QPDFObjectHandle specification, qint64 limit)
{
    try {
        if (!specification.isDictionary() || !specification.getKey("/EF").isDictionary())
            return std::nullopt;
        QPDFObjectHandle stream = firstOf(specification.getKey("/EF"), "/UF", "/F");
        EmbeddedFile file;
        QPDFObjectHandle name = firstOf(specification, "/UF", "/F");
        if (name.isString())
            file.name = QString::fromStdString(name.getUTF8Value()).left(1000);
        QPDFObjectHandle type = stream.getDict().getKey("/Subtype");
        if (type.isName())
            file.mime = QString::fromStdString(type.getName()).mid(1, 200);
        const auto bytes = decodedStream(stream, std::min(limit, maxEmbeddedFileBytes));
        if (!bytes)
            return std::nullopt;
        file.bytes = *bytes;
        return file;
    } catch (const std::exception &) {
        return std::nullopt;
    }
}

void appendItems(std::vector<QPDFObjectHandle> &list, QPDFObjectHandle array, int first, int step)
{
    if (!array.isArray())
        return;
    const int count = std::min(array.getArrayNItems(), maxTreeNodes);
    for (int i = first; i < count; i += step)
        list.push_back(array.getArrayItem(i));
}

// Without recursion: the tree is foreign and may be deep or a ring.
std::vector<QPDFObjectHandle> specificationsOf(QPDFObjectHandle catalogue)
{
    std::vector<QPDFObjectHandle> specifications;
    std::vector<QPDFObjectHandle> open;
    std::set<QPDFObjGen> seen;
    QPDFObjectHandle names = catalogue.getKey("/Names");
    if (names.isDictionary())
        open.push_back(names.getKey("/EmbeddedFiles"));
    for (int visited = 0; !open.empty() && visited < maxTreeNodes; ++visited) {
        QPDFObjectHandle node = open.back();
        open.pop_back();
        if (!node.isDictionary() || (node.isIndirect() && !seen.insert(node.getObjGen()).second))
            continue;
        appendItems(specifications, node.getKey("/Names"), 1, 2); // pairs of name and value
        appendItems(open, node.getKey("/Kids"), 0, 1);
        if (specifications.size() > maxEmbeddedFiles || open.size() > maxTreeNodes)
            break;
    }
    appendItems(specifications, catalogue.getKey("/AF"), 0, 1);
    return specifications;
}

} // namespace

QList<EmbeddedFile> readEmbeddedFiles(QPDF &pdf)
{
    QList<EmbeddedFile> files;
    try {
        std::set<QPDFObjGen> seen;
        qint64 left = maxEmbeddedBytes;
        for (QPDFObjectHandle &specification : specificationsOf(pdf.getRoot())) {
            if (files.size() == maxEmbeddedFiles)
                break;
            if (specification.isIndirect() && !seen.insert(specification.getObjGen()).second)
                continue;
            if (auto file = readOne(specification, left)) {
                left -= file->bytes.size();
                files.append(*file);
            }
        }
    } catch (const std::exception &) {
        // What was read so far stands; a broken tree leads no further.
        return files;
    }
    return files;
}

} // namespace cq
