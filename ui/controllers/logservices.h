// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/logs/logexport.h"
#include "core/base/operationrunner.h"

namespace pilothouse {

class SettingsStore;

/// What the tools of the Logs page stand on, beside the log that is shown.
struct LogServices
{
    OperationRunner &runner;
    const SettingsStore &settings;
    LogStreamOpener openStream; ///< of logs that an engine keeps
    FileOps &files;
    AuditLog &audit;
    const Clock &clock;
};

} // namespace pilothouse
