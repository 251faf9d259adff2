// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QElapsedTimer>
#include <QStringList>

namespace pilothouse {

/// Runs a program to its end and says how many seconds it took.
[[nodiscard]] Result<double> secondsOf(const QString &program, const QStringList &arguments);

/// Runs work and says how many seconds it took.
template <typename Work>
[[nodiscard]] Result<double> secondsOf(Work work)
{
    QElapsedTimer timer;
    timer.start();
    if (auto done = work(); !done)
        return failure(done.error());
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

/// A program of this build; empty: it is not built.
QString builtProgram(const QString &relativePath);

} // namespace pilothouse
