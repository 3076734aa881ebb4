// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/pagetexts.h"

#include <QBuffer>
#include <QPdfDocument>
#include <QPdfSelection>

namespace cq {

namespace {

constexpr int maxPages = 10'000;
constexpr qsizetype maxCharacters = 64'000'000;

} // namespace

Result<QStringList> pageTexts(const QByteArray &pdf)
{
    QBuffer buffer;
    buffer.setData(pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready)
        return Error {ErrorCode::Malformed, QStringLiteral("the pages cannot be shown"), {}};
    const int pages = document.pageCount();
    if (pages > maxPages)
        return Error {ErrorCode::TooLarge, QStringLiteral("the document has %1 pages").arg(pages), {}};
    QStringList texts;
    qsizetype characters = 0;
    for (int page = 0; page < pages; ++page) {
        texts.append(document.getAllText(page).text());
        characters += texts.last().size();
        if (characters > maxCharacters)
            return Error {ErrorCode::TooLarge, QStringLiteral("the document has too much text"), {}};
    }
    return texts;
}

} // namespace cq
