// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditrecord.h"
#include "core/base/result.h"
#include "core/pack/criteriapack.h"

#include <QString>
#include <QStringList>

namespace cq {

/// The report's own sentences. Language is the report's, never the window's, so they do not go through tr().
enum class Phrase;

/// The texts of a report in one language: sentences by Phrase, and words for the values of enums.
class ReportWords
{
public:
    /// InvalidInput, naming the languages there are, for any other.
    static Result<ReportWords> of(const QString &language);
    static QStringList languages();

private:
    ReportWords() = default;
};

} // namespace cq
