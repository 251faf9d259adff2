// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pilothouse {

/// A moment that no change of the wall clock can move.
struct BootTime
{
    QString boot;     ///< the kernel's id of this boot; empty: not known
    qint64 awake = 0; ///< milliseconds since boot, without those in suspend
    qint64 total = 0; ///< milliseconds since boot, with them

    bool operator==(const BootTime &) const = default;
};

BootTime bootTimeNow();

} // namespace pilothouse
