// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/report/structurelog.h"

#include <QByteArray>
#include <QList>
#include <QRect>
#include <QSize>
#include <QString>

namespace cq {

/// What a painted PDF still lacks: its title, language, dates, bookmarks, links, attached files, places for signatures,
/// photographs and the structure of what is painted.
struct PdfFinish
{
    struct Bookmark
    {
        QString title;
        int level = 1; ///< 1 or 2
        int page = 0; ///< counted from 0
        int y = 0; ///< points from the bottom
    };
    struct Link
    {
        int page = 0; ///< counted from 0
        QRect rect; ///< points, origin at the bottom left: y() is the lower edge
        int bookmark = 0; ///< where it leads
        int element = 0; ///< of the structure
    };
    struct Attachment
    {
        QString name;
        QString description;
        QByteArray mime;
        QByteArray relationship; ///< AFRelationship, e.g. "Data"
        QByteArray bytes;
    };
    /// An empty place for a signature.
    struct Field
    {
        QString name; ///< without full stops
        QString description;
        int page = 0; ///< counted from 0
        QRect rect; ///< points, origin at the bottom left; empty: invisible
        int element = 0; ///< of the structure
    };

    /// A JPEG in the place of a picture that was painted for it.
    struct Picture
    {
        int placeholder = 0; ///< width of the painted one, which has one row; no other has that width and one row
        QSize size; ///< pixels
        int colours = 3; ///< 1 grey or 3
        QByteArray jpeg;
    };

    QString title;
    QString language;
    QString creator;
    Timestamp date; ///< of the content; stands in for every date the file has
    QList<Bookmark> bookmarks;
    QList<Link> links;
    QList<Attachment> attachments;
    QList<Field> fields;
    QList<Picture> pictures;
    StructureLog structure; ///< without elements: the file is not tagged
};

/// Adds what is lacking and writes the file anew, marked PDF/A-3b. The same input gives the same bytes: no clock, no
/// random identifier. Internal where libqpdf cannot read the input.
Result<QByteArray> finishPdf(const QByteArray &painted, const PdfFinish &finish);

/// Puts the file in place whole; one that stands there is replaced. WriteFailed or DiskFull with nothing changed.
Result<void> savePdf(const QByteArray &bytes, const QString &path);

} // namespace cq
