// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"
#include "core/domain/instance.h"

namespace pilothouse {

/// Options that describe what an instance is for: --environment and --group.
const QStringList &environmentOptions();
/// Fills them in. BadInput where there is no such environment.
[[nodiscard]] Result<> applyEnvironment(const Arguments &arguments, Instance &instance);

/// What --runbook means: an address as it stands, a file as an absolute path.
QString runbookFrom(const QString &word);

/// instance set: changes what Pilothouse knows of an instance; nothing of the service changes.
QList<Command> instanceEditCommands();

} // namespace pilothouse
