// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/shownzone.h"

#include <QDateTime>
#include <QString>

namespace pilothouse {

/// How a time is meant that names no zone, no day, or only how long ago it is.
struct MomentReading
{
    QDateTime now; ///< invalid: as it is read
    ShownZone zone = ShownZone::Utc;
};

/// "2026-11-20", "2026-11-20T22:00", "2026-11-20T22:00:00Z", "22:00" (of today), with "utc" or "local" behind
/// it, or how long ago: "-1h", "10m", "90s", "2d", "1 hour ago". In UTC; invalid where it is none of them.
QDateTime momentFrom(const QString &written, const MomentReading &reading = {});
/// The first moment that is past it: a day alone means all of it.
QDateTime momentPast(const QString &text, const MomentReading &reading = {});

} // namespace pilothouse
