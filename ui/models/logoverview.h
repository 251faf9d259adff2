// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QBitArray>

#include <algorithm>

namespace pilothouse {

/// What lies where in a whole log, in a fixed number of steps from its beginning to its end.
struct LogOverview
{
    static constexpr int Steps = 512;

    QBitArray errors{Steps};
    QBitArray warnings{Steps};
    QBitArray matches{Steps};
    QBitArray marks{Steps};           ///< of the reader
    QList<QBitArray> highlights = {}; ///< by their colour

    static int stepOf(double fraction)
    {
        return static_cast<int>(std::clamp(fraction, 0.0, 1.0) * (Steps - 1));
    }
};

} // namespace pilothouse
