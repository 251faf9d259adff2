// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile/serviceprofile.h"

#include <QString>

namespace pilothouse {

/// A log of an instance with its place and format resolved.
struct LogSource
{
    QString id;
    QString title;
    QString kind;    ///< "file", "container", "compose" (all services of the project) or "journal"
    QString service; ///< of a compose project: whose log; empty: not one alone
    QString path;    ///< of a file: absolute
    QString rotated; ///< "{path}.{n}", n counting up from 1, newest first; empty: not rotated
    int keep = 0;    ///< how many rotations there may be
    ProfileLogFormat format;
    bool isConsole = false; ///< of a file: what a process prints

    /// True for logs that an engine keeps, and that come as a stream.
    bool isStream() const { return kind != QLatin1String("file"); }
    /// Where rotation `n` lies; 0 is the file that is being written.
    QString pathOf(int n) const;
};

} // namespace pilothouse
