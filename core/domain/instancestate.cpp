// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/instancestate.h"

namespace pilothouse {

QString instanceStateName(InstanceState state)
{
    switch (state) {
    case InstanceState::NeedsOperator:
        return QStringLiteral("needsOperator");
    case InstanceState::Down:
        return QStringLiteral("down");
    case InstanceState::BackupStale:
        return QStringLiteral("backupStale");
    case InstanceState::Warning:
        return QStringLiteral("warning");
    case InstanceState::Due:
        return QStringLiteral("due");
    case InstanceState::Working:
        return QStringLiteral("working");
    case InstanceState::Healthy:
        return QStringLiteral("healthy");
    case InstanceState::NotChecked:
        break;
    }
    return QStringLiteral("notChecked");
}

int instanceStateRank(InstanceState state)
{
    switch (state) {
    case InstanceState::NeedsOperator:
        return 0;
    case InstanceState::Down:
        return 1;
    case InstanceState::BackupStale:
        return 2;
    case InstanceState::Warning:
        return 3;
    case InstanceState::Due:
        return 4;
    case InstanceState::Working:
    case InstanceState::NotChecked:
        return 6;
    case InstanceState::Healthy:
        break;
    }
    return 7;
}

} // namespace pilothouse
