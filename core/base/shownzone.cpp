// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/shownzone.h"

#include <atomic>

namespace pilothouse {

namespace {

std::atomic<ShownZone> s_zone = ShownZone::Local;

} // namespace

ShownZone shownZone()
{
    return s_zone.load();
}

void setShownZone(ShownZone zone)
{
    s_zone.store(zone);
}

QDateTime shownTime(const QDateTime &moment)
{
    return shownZone() == ShownZone::Utc ? moment.toUTC() : moment.toLocalTime();
}

QDateTime shownNow()
{
    return shownTime(QDateTime::currentDateTimeUtc());
}

} // namespace pilothouse
