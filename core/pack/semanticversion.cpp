// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/semanticversion.h"

#include <QRegularExpression>

namespace cq {

std::optional<SemanticVersion> SemanticVersion::fromText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(R"(\A(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\z)"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return SemanticVersion{match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
}

} // namespace cq
