// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/startup.h"

#include "core/audit/actor.h"

#include <QJsonDocument>

namespace pilothouse {

Result<Startup> readStartup(const ConsoleOptions &options)
{
    auto console = Console::open(options);
    if (!console)
        return failure(console.error());
    actorName(); // asks the system's directory, and knows it from then on
    auto instances = readSessions((*console)->instances(), (*console)->sessions());
    const auto state = (*console)->settings().uiState(WindowStateName);
    if (!state)
        qWarning("%s", qPrintable(state.error().toText()));
    return Startup{std::move(*console), std::move(instances),
                   QJsonDocument::fromJson(state.value_or(QByteArray())).object()};
}

} // namespace pilothouse
