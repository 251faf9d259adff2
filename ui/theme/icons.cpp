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
    GlyphEngine(QString name, ColorRole color, double share)
        : m_name(std::move(name))
        , m_color(color)
        , m_share(share)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const double inset = std::min(rect.width(), rect.height()) * (1 - m_share) / 2;
        paintIcon(*painter, QRectF(rect).adjusted(inset, inset, -inset, -inset), m_name, colorIn(mode));
    }

    /// Takes a size in device pixels; Qt sets the ratio itself.
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new GlyphEngine(m_name, m_color, m_share); }

private:
    QColor colorIn(QIcon::Mode mode) const
    {
        const Tokens &tokens = currentTokens();
        return mode == QIcon::Disabled ? tokens.disabled : tokens.*m_color;
    }

    QString m_name;
    ColorRole m_color;
    double m_share; // of the square that the glyph fills
};

} // namespace

bool hasIcon(const QString &name)
{
    return QFile::exists(pathOf(name));
}

QIcon icon(const QString &name, ColorRole color)
{
    return QIcon(new GlyphEngine(name, color, 1.0));
}

QIcon fieldIcon(const QString &name, ColorRole color)
{
    return QIcon(new GlyphEngine(name, color, 13.0 / 16.0));
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
