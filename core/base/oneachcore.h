// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <thread>
#include <vector>

namespace pilothouse {

/// Runs `work` on so many threads at once, the calling one among them, and returns when all have ended.
/// `threads` 0: one for each core.
template <typename Work>
void onEachCore(int threads, const Work &work)
{
    if (threads <= 0)
        threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    std::vector<std::jthread> others;
    for (int number = 1; number < threads; ++number)
        others.emplace_back([&work] { work(); });
    work();
}

} // namespace pilothouse
