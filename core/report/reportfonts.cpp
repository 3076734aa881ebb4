// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportfonts.h"

#include <QFile>
#include <QFontDatabase>

#include <atomic>

namespace cq {

namespace {

// QFontDatabase keeps added fonts for the whole process, so what was added is known for the whole process too.
std::atomic_bool fontsAdded = false;

} // namespace

QString reportFontFamily()
{
    return QStringLiteral("Noto Sans");
}

Result<void> addReportFonts(const QString &folder)
{
    for (const QString &face : {QStringLiteral("Regular"), QStringLiteral("Bold"), QStringLiteral("Italic")}) {
        const QString path = QStringLiteral("%1/NotoSans-%2.ttf").arg(folder, face);
        if (QFontDatabase::addApplicationFont(path) < 0)
            return Error{ErrorCode::NotFound, QStringLiteral("report font %1 cannot be loaded").arg(path), {}};
    }
    fontsAdded = true;
    return {};
}

Result<void> ensureReportFonts()
{
    if (fontsAdded)
        return {};
    return addReportFonts(QStringLiteral(":/fonts"));
}

} // namespace cq
