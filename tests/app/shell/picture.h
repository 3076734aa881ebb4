// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDir>
#include <QEventLoop>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <stdexcept>

namespace cq::pictures {

/// Lets layouts, first paints, and what pages put off until nobody types, come to an end.
inline void settle()
{
    QEventLoop loop;
    QTimer::singleShot(250, &loop, &QEventLoop::quit);
    loop.exec();
}

inline void settleUntil(const std::function<bool()> &isDone)
{
    while (!isDone())
        settle();
}

/// Draws the widget into a PNG file of that name in the folder.
inline void picture(QWidget &widget, const QDir &folder, const QString &name)
{
    settle();
    widget.grab().save(folder.filePath(name + QStringLiteral(".png")));
}

/// The value; throws where there is none, since without it there is nothing to draw.
template <class T> T required(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().text().toStdString());
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

} // namespace cq::pictures
