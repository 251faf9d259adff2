// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/sha256.h"

#include <future>
#include <vector>

namespace pilothouse {

/// A Sha256 that another thread computes piece by piece while the caller goes on: for one who also writes or
/// unpacks what is hashed.
class ParallelSha256
{
public:
    ParallelSha256();
    ~ParallelSha256();
    Q_DISABLE_COPY_MOVE(ParallelSha256)

    /// Takes a copy; waits only where the hashing has not kept up.
    void add(const char *data, qsizetype bytes);
    /// 32 bytes; asked once. Internal where the library failed.
    [[nodiscard]] Result<QByteArray> result();

private:
    void wait();
    void flush();

    Sha256 m_hash;
    std::vector<char> m_filling;
    std::vector<char> m_hashing; ///< the thread's, until wait()
    std::future<void> m_running;
};

} // namespace pilothouse
