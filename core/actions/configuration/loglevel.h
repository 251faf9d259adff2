// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/revertstore.h"

#include <QJsonArray>
#include <QStringList>

namespace pilothouse {

class Catalogue;
class Clock;
class InstanceSession;
class OperationContext;

/// How much a service logs, and who says so.
struct LevelSetting
{
    QString variable; ///< of the environment; empty: the profile knows none
    QString value;    ///< in effect; empty where it cannot be read
    QString from;     ///< "pilothouse", "environment" or "default"
    QStringList choices;
    QString text; ///< what it does, in the profile's words
};

[[nodiscard]] Result<LevelSetting> logLevelOf(const InstanceSession &session,
                                              const OperationContext &context);
QJsonObject toJson(const LevelSetting &level);

/// Adds logs.level. Both outlive the catalogue.
void addLogLevelAction(Catalogue &catalogue, const RevertStore &reverts, const Clock &clock);

} // namespace pilothouse
