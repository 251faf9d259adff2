// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile/serviceprofile.h"
#include "ui/controllers/overviewcontroller.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/tile.h"

namespace pilothouse {

/// The five figures of the Overview, in order: response, CPU, memory, disk free, one count.
QList<TileData> overviewTiles(const InstanceSnapshot &snapshot, const ServiceProfile &profile,
                              const OverviewCourses &courses, const QDateTime &now);

/// What cannot be read and why, the worst first; none where everything was read.
/// The same of a look at the service alone; calm where somebody stopped it on purpose.
std::optional<BannerText> snapshotBanner(const InstanceSnapshot &snapshot);
std::optional<BannerText> overviewBanner(const OverviewController &controller);

QList<ChartSeries> responseSeries(const OverviewCourses &courses);
/// CPU as percent of one core, memory as percent of `memoryLimit` bytes.
QList<ChartSeries> usageSeries(const OverviewCourses &courses, qint64 memoryLimit);
/// The limit of the service's memory in bytes, or that of the machine where it has none of its own.
qint64 memoryLimitOf(const std::optional<InstanceSnapshot> &snapshot, const OverviewCourses &courses);

} // namespace pilothouse
