// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

namespace pilothouse {

/// "1.31 GB", "640 kB", "12 B": powers of 1000, at most three digits, narrow no-break space before the unit.
QString formatBytes(qint64 bytes);

/// "1 906 114": groups of three with a narrow no-break space.
QString formatCount(qint64 count);

/// "4 d 21 h", "21 h", "23 min", "4 s": at most two units.
QString formatDuration(qint64 milliseconds);

/// Now to then in words of a clock: "22:41", "yesterday 16:12", "Mon 02:00" within six days, "12 Nov" within
/// a year, "12 Nov 2024" beyond; in the zone of `now`.
QString formatMoment(const QDateTime &moment, const QDateTime &now);

/// ISO 8601 in UTC with milliseconds, as journals, manifests and the audit write it.
QString toIso(const QDateTime &moment);

/// "20261120T220941Z": the stamp in the names of backups and safety copies.
QString toStamp(const QDateTime &moment);

} // namespace pilothouse
