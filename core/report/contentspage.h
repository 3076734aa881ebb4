// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pageflow.h"

#include <QString>

namespace cq {

/// Pages the table of contents takes for this many bookmarks, its own included.
int contentsPages(qsizetype bookmarks);

/// The table of contents: one line for each bookmark after the contents' own, linked to its page.
void writeContents(PageFlow &flow, const QString &title, const QList<PageFlow::Bookmark> &bookmarks, int pageShift);

} // namespace cq
