// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/backuprecord.h"

#include <QDate>

namespace pilothouse {

/// The best that happened on a day. Failed: there are backups of it and none counts.
enum class DayState { None, Failed, Complete, Verified, Proven, ToCome };

/// Which generation keeps a backup of a day that no shorter rule keeps.
enum class DayKept { No, Weekly, Monthly };

/// One day of the calendar of backups.
struct BackupDay
{
    QDate date;
    DayState state = DayState::None;
    DayKept kept = DayKept::No;
    int count = 0;  ///< backups of that day, sound or not
    QString folder; ///< of the best of them; empty: none

    bool operator==(const BackupDay &) const = default;
};

/// Four weeks from Monday to Sunday; the last one holds the day of `now`. Days are those of the zone of
/// `now`.
QList<BackupDay> backupDays(const QList<BackupRecord> &records, const QDateTime &now);

/// One day in words: "Friday 20 November: verified, kept as weekly".
QString dayInWords(const BackupDay &day);

/// "24 of 26 days verified": of the days up to today.
QString daysInWords(const QList<BackupDay> &days);

} // namespace pilothouse
