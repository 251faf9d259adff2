// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/logstream.h"

#include <functional>
#include <memory>

namespace pilothouse {

/// The logs of one instance as a page needs them: where they lie, and what opens a container's.
struct LogSources
{
    QString instance;
    QList<LogSource> sources;
    std::function<std::shared_ptr<LogStream>(const LogSource &source)> openStream; ///< empty: no container
    QString indexFolder = {}; ///< keeps line indexes of files for the next time; empty: none
};

} // namespace pilothouse
