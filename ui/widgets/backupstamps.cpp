// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/backupstamps.h"

#include "core/base/foreigntext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/marks.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace pilothouse {
namespace {

constexpr int BackupStampsLinkWidth = 8;
constexpr int LinkHeight = 2;

QString glyphOf(StationKind kind)
{
    switch (kind) {
    case StationKind::Complete:
        return QStringLiteral("box-seam");
    case StationKind::Verified:
        return QStringLiteral("shield-check");
    case StationKind::Proven:
        break;
    }
    return QStringLiteral("arrow-counterclockwise");
}

QString backupStampsText(const char *text)
{
    return QCoreApplication::translate("BackupStamps", text);
}

QString inWords(const QString &station, Station state)
{
    switch (state) {
    case Station::Reached:
        return station;
    case Station::Failed:
        return backupStampsText(QT_TRANSLATE_NOOP("BackupStamps", "%1: failed")).arg(station);
    case Station::Overdue:
        return backupStampsText(QT_TRANSLATE_NOOP("BackupStamps", "%1: overdue")).arg(station);
    case Station::NotReached:
        break;
    }
    return backupStampsText(QT_TRANSLATE_NOOP("BackupStamps", "%1: not yet")).arg(station);
}

} // namespace

void paintStation(QPainter &painter, const QRectF &square, StationKind kind, Station station,
                  const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = square.width() > 20 ? 6 : 4;
    const qreal inset = std::floor(square.width() * 0.2);
    const QRectF glyph = square.adjusted(inset, inset, -inset, -inset);
    const QColor fill = station == Station::Failed    ? tokens.downFill
                        : station == Station::Overdue ? tokens.warnFill
                                                      : tokens.stamp;
    const QColor ink = station == Station::Overdue ? tokens.inkWarn : tokens.inkFill;
    if (station == Station::NotReached) {
        painter.setPen(QPen(tokens.borderStrong, 1));
        painter.setBrush(tokens.surface);
        painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(square, radius, radius);
        paintIcon(painter, glyph, station == Station::Failed ? QStringLiteral("x-lg") : glyphOf(kind), ink);
    }
    painter.restore();
}

int stampsWidth(int size)
{
    return 3 * size + 2 * BackupStampsLinkWidth;
}

void paintStamps(QPainter &painter, const QRectF &rect, const BackupStations &stations, const Tokens &tokens,
                 int size)
{
    const std::pair<StationKind, Station> all[] = {{StationKind::Complete, stations.complete},
                                                   {StationKind::Verified, stations.verified},
                                                   {StationKind::Proven, stations.proven}};
    const qreal top = std::round(rect.center().y() - size / 2.0);
    const int downToLink = (size - LinkHeight) / 2;
    qreal x = std::round(rect.left());
    for (const auto &[kind, station] : all) {
        if (kind != StationKind::Complete) {
            const QColor line = station == Station::Reached ? tokens.stamp : tokens.border;
            painter.fillRect(QRectF(x, top + downToLink, BackupStampsLinkWidth, LinkHeight), line);
            x += BackupStampsLinkWidth;
        }
        paintStation(painter, QRectF(x, top, size, size), kind, station, tokens);
        x += size;
    }
}

QString stationsInWords(const BackupStations &stations)
{
    return QStringList{
        inWords(backupStampsText(QT_TRANSLATE_NOOP("BackupStamps", "Complete")), stations.complete),
        inWords(backupStampsText(QT_TRANSLATE_NOOP("BackupStamps", "Verified")), stations.verified),
        inWords(backupStampsText(QT_TRANSLATE_NOOP("BackupStamps", "Proven by a restore")), stations.proven)}
        .join(QLatin1String(", "));
}

BackupStamps::BackupStamps(const BackupStations &stations, int size, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
{
    setFixedSize(stampsWidth(size), size);
    setStations(stations);
}

void BackupStamps::setStations(const BackupStations &stations)
{
    m_stations = stations;
    setAccessibleName(visibleLine(stationsInWords(stations)));
    setToolTip(stationsInWords(stations));
    update();
}

void BackupStamps::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStamps(painter, rect(), m_stations, currentTokens(), m_size);
}

} // namespace pilothouse
