// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console.h"
#include "ui/controllers/fleetcontroller.h"

#include <QJsonObject>

namespace pilothouse {

inline const QString WindowStateName = QStringLiteral("window");
inline const QString LogsStateName = QStringLiteral("logs"); ///< within the window's state

/// What the window has to know before it is shown, so that its first picture is the true one.
struct Startup
{
    std::unique_ptr<Console> console;
    Result<FleetReading> instances; ///< an error is shown in the window
    QJsonObject windowState;        ///< empty at the first start
};

/// Opens the console and reads what a window shows first. Blocks; runs beside the start of the window's side.
[[nodiscard]] Result<Startup> readStartup(const ConsoleOptions &options);

} // namespace pilothouse
