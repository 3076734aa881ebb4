// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/lineicon.h"

#include "app/support/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace cq {

namespace {

class LineIconEngine final : public QIconEngine
{
public:
    explicit LineIconEngine(const QString &name)
        : m_name(name)
    {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
        if (file.open(QIODevice::ReadOnly))
            m_drawing = file.readAll();
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        // The drawings are made in pure black; that is the ink to replace.
        QByteArray drawing = m_drawing;
        drawing.replace("#000000", ink(mode, state).name().toLatin1());
        QSvgRenderer(drawing).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new LineIconEngine(*this); }
    QString iconName() override { return m_name; }

private:
    static QColor ink(QIcon::Mode mode, QIcon::State state)
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::Text);
        return state == QIcon::On ? Theme::accent(palette) : Theme::mutedInk(palette);
    }

    QString m_name;
    QByteArray m_drawing;
};

} // namespace

QIcon lineIcon(const QString &name)
{
    return QIcon(new LineIconEngine(name));
}

} // namespace cq
