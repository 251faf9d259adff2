// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/backuprecord.h"
#include "ui/models/valuetablemodel.h"

namespace pilothouse {

class Clock;

/// The three stations of a backup as they are painted.
BackupStations stationsOf(const BackupRecord &record);
/// The station it reached, in one word.
QString backupStateWord(const BackupRecord &record);
/// A backup whose files are what they should be: what it holds can be restored from it.
bool isSoundBackup(const BackupRecord &record);
/// The one reason why retention keeps it that matters most.
PillCell keptPill(const BackupRecord &record);
/// "Today 02:00", "Yesterday 16:12", "Wed 18 Nov 02:00"; in the zone of `now`.
QString takenText(const QDateTime &taken, const QDateTime &now);
/// Why a backup was made, for the screen.
QString madeByText(const BackupRecord &record);
/// What an action is told to find a backup by: its id, or its folder's name where the manifest is unreadable.
QString backupReference(const BackupRecord &record);

/// The history: Taken, Age, Made by, Size, State, Kept as. `clock` outlives the columns.
QList<ValueColumn<BackupRecord>> backupColumns(const Clock &clock);

} // namespace pilothouse
