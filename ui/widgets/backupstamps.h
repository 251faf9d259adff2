// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/cellvalue.h"
#include "ui/theme/tokens.h"

#include <QWidget>

namespace pilothouse {

/// Which of the three stations of a backup.
enum class StationKind { Complete, Verified, Proven };

/// Draws one station as a square; a caller that spreads the stations out joins them itself.
void paintStation(QPainter &painter, const QRectF &square, StationKind kind, Station station,
                  const Tokens &tokens);

/// The width of three joined stations of that size.
int stampsWidth(int size = 18);

/// Draws the three stations from the left edge of a rectangle, in its middle. The word of the last one has to
/// stand beside them.
void paintStamps(QPainter &painter, const QRectF &rect, const BackupStations &stations, const Tokens &tokens,
                 int size = 18);

/// Says the stations for screen readers and tooltips.
QString stationsInWords(const BackupStations &stations);

/// Three joined stations of 18, 28 or 32.
class BackupStamps final : public QWidget
{
    Q_OBJECT

public:
    explicit BackupStamps(const BackupStations &stations = {}, int size = 18, QWidget *parent = nullptr);

    void setStations(const BackupStations &stations);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BackupStations m_stations;
    int m_size;
};

} // namespace pilothouse
