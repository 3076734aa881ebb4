// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figures.h"

#include <QApplication>
#include <QEvent>
#include <QSet>
#include <QStackedWidget>

namespace cq::bench {

/// Sees when a widget was painted; installed on the application, it sees widgets that do not exist yet.
class PaintWatch final : public QObject
{
public:
    PaintWatch() { qApp->installEventFilter(this); }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_painted.insert(object);
        return false;
    }
    void forget() { m_painted.clear(); }
    bool saw(const QObject *widget) const { return widget && m_painted.contains(widget); }
    /// The page that the view shows now.
    bool sawPageOf(const QWidget *view) const
    {
        const auto *stack = view->findChild<QStackedWidget *>();
        return stack && saw(stack->currentWidget());
    }

private:
    QSet<const QObject *> m_painted;
};

/// Lets the program work until something holds; a minute at most.
template <class F> void workUntil(F &&holds)
{
    constexpr qint64 patienceNs = 60'000'000'000;
    const qint64 begin = nowNs();
    while (!holds()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        if (nowNs() - begin > patienceNs)
            throw std::runtime_error("the window did not do what was waited for");
    }
}

/// The platform without a screen says of each window that it has no size hints; the figures would drown in that.
inline void quietPlatform()
{
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
        if (!text.contains(QLatin1String("propagateSizeHints")))
            std::fprintf(stderr, "%s\n", qPrintable(text));
    });
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

} // namespace cq::bench
