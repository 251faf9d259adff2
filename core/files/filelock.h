// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/descriptor.h"

#include <chrono>

namespace pilothouse {

/// flock on a file of its own, for as long as this lives. Keeps threads apart as well as processes.
class FileLock
{
public:
    /// Waits for whoever has it. Locked where that takes longer than `timeout`.
    [[nodiscard]] static Result<FileLock> take(const QString &path, std::chrono::milliseconds timeout);

private:
    explicit FileLock(Descriptor file);
    Descriptor m_file;
};

} // namespace pilothouse
