// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class Application;

/// What the benchmarks ask of the window through their environment: PILOTHOUSE_BENCH_FIRST_PAINT prints a
/// line when the window is painted first and quits; PILOTHOUSE_BENCH_WALK=SECONDS goes through the pages for
/// so long, prints the longest time that the UI thread was away and on which page, and quits. Without these
/// variables it does nothing.
void installBenchHooks(Application &application);

} // namespace pilothouse
