// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lint/arrowtable.h"
#include "tests/lint/sourcetree.h"

#include <QSet>

namespace cq::lint {

/// What the rules are judged by besides the sources.
struct RuleBook
{
    ArrowTable arrows;
    QSet<QString> widgetHeaders; ///< names of Qt's widget headers: "QWidget", "qwidget.h", ...
    QStringList allowedWords; ///< "path | words" of words-allowed.txt
};

/// Each rule of the house that a machine can read off the sources: one sentence per breach, naming the file; empty where
/// the rule is kept. A rule sees the whole tree and picks the files it is about.
using Rule = QStringList (*)(const SourceTree &tree, const RuleBook &book);

QStringList everyIncludeFollowsAnArrow(const SourceTree &tree, const RuleBook &book);
QStringList foreignLibrariesStayInTheirRooms(const SourceTree &tree, const RuleBook &book);
QStringList noFilesIncludeEachOtherInARing(const SourceTree &tree, const RuleBook &book);
QStringList coreKnowsNoWidget(const SourceTree &tree, const RuleBook &book);
QStringList coreSaysNothingToTheWindow(const SourceTree &tree, const RuleBook &book);
QStringList signalsAreConnectedByType(const SourceTree &tree, const RuleBook &book);
QStringList filesAreNamedAfterTheirContent(const SourceTree &tree, const RuleBook &book);
QStringList everySourceBeginsWithItsLicence(const SourceTree &tree, const RuleBook &book);
QStringList everyHeaderIsReadOnce(const SourceTree &tree, const RuleBook &book);
QStringList everyHeaderSaysWhatItPromises(const SourceTree &tree, const RuleBook &book);
QStringList ourResultsAreNotCalledWhatTheyAreNot(const SourceTree &tree, const RuleBook &book);

} // namespace cq::lint
