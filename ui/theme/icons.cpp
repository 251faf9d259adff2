// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

namespace pilothouse {
namespace {

QString pathOf(const QString &name)
{
    return QStringLiteral(":/bootstrap-icons/%1.svg").arg(name);
}

QPixmap render(const QString &name, const QColor &color, int pixels)
{
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("the icon %s is not compiled in", qPrintable(name));
        return pixmap;
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    return pixmap;
}

/// Draws one glyph in the colour that the theme has when it is painted.
class GlyphEngine final : public QIconEngine
{
public:
    GlyphEngine(QString name, ColorRole color)
        : m_name(std::move(name))
        , m_color(color)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, colorIn(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // Qt hands in a size in device pixels and sets the ratio itself.
        Q_UNUSED(scale)
        QPixmap pixmap = iconPixmap(m_name, colorIn(mode), std::min(size.width(), size.height()), 1.0);
        return pixmap;
    }

    QIconEngine *clone() const override { return new GlyphEngine(m_name, m_color); }

private:
    QColor colorIn(QIcon::Mode mode) const
    {
        const Tokens &tokens = currentTokens();
        return mode == QIcon::Disabled ? tokens.disabled : tokens.*m_color;
    }

    QString m_name;
    ColorRole m_color;
};

} // namespace

bool hasIcon(const QString &name)
{
    return QFile::exists(pathOf(name));
}

QIcon icon(const QString &name, ColorRole color)
{
    return QIcon(new GlyphEngine(name, color));
}

QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal ratio)
{
    const int pixels = std::max(1, static_cast<int>(std::lround(size * ratio)));
    const QString key =
        QStringLiteral("glyph/%1/%2/%3/%4").arg(name, color.name(QColor::HexArgb)).arg(size).arg(ratio);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(name, color, pixels);
        pixmap.setDevicePixelRatio(ratio);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color)
{
    const int size = static_cast<int>(std::floor(std::min(rect.width(), rect.height())));
    if (size <= 0)
        return;
    const QPixmap pixmap = iconPixmap(name, color, size, painter.device()->devicePixelRatioF());
    const QPointF corner = rect.center() - QPointF(size / 2.0, size / 2.0);
    painter.drawPixmap(QPointF(std::round(corner.x()), std::round(corner.y())), pixmap);
}

QIcon applicationIcon()
{
    return QIcon(QStringLiteral(":/icons/pilothouse.svg"));
}

} // namespace pilothouse
