// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/cellvalue.h"

#include <QWidget>

#include <array>

namespace pilothouse {

/// One station of a backup told in full.
struct StationStory
{
    Station station = Station::NotReached;
    QString title;    ///< "Verified"
    QString moment;   ///< "02:01"; empty: not reached
    QString sentence; ///< one, about how or why not

    bool operator==(const StationStory &) const = default;
};

/// The three stations of a backup from top to bottom, each with its time and one sentence.
class BackupStory final : public QWidget
{
    Q_OBJECT

public:
    explicit BackupStory(QWidget *parent = nullptr);

    void setStory(const std::array<StationStory, 3> &story);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintStationRow(QPainter &painter, std::size_t at) const;

    std::array<StationStory, 3> m_story;
};

} // namespace pilothouse
