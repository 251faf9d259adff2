// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>

namespace pilothouse {

/// How an instance is, worst first (LOOK.md 6.3). Loss of contact is NotChecked, never Down.
enum class InstanceState { NeedsOperator, Down, BackupStale, Warning, Due, Working, NotChecked, Healthy };

/// The word of a state in JSON, such as "backupStale".
QString instanceStateName(InstanceState state);

/// 0 is worst. Working has no rank of its own: it keeps the one that the instance had before.
int instanceStateRank(InstanceState state);

/// A state with the reason that stands beside it: "Down 23 min", "14 errors".
struct InstanceVerdict
{
    InstanceState state = InstanceState::NotChecked;
    int rank = instanceStateRank(InstanceState::NotChecked);
    QString reason;

    bool operator==(const InstanceVerdict &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::InstanceVerdict)
