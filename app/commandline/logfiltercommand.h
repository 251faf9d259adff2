// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

#include <QJsonObject>

namespace pilothouse {

class InstanceSession;

/// logs filters: the filters that are kept under names, and how they come and go.
QList<Command> logFilterCommands();

/// What a query of logs is asked, with the filter that --saved names added to its own. Notes that there is no
/// log where none is.
[[nodiscard]] Result<QJsonObject> withSavedFilter(CommandContext &context, const InstanceSession &session,
                                                  const Arguments &arguments, QJsonObject asked);

} // namespace pilothouse
