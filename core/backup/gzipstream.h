// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/gzipblock.h"
#include "core/base/result.h"

#include <array>
#include <functional>
#include <future>

namespace pilothouse {

/// Compresses a stream as a row of GzipBlocks, two or three at a time. Any gzip reads it as one stream.
class GzipStream
{
public:
    using Sink = std::function<Result<>(const QByteArray &)>;

    /// `sink` gets the compressed bytes in order, in the caller's thread.
    explicit GzipStream(Sink sink);
    Q_DISABLE_COPY_MOVE(GzipStream)

    [[nodiscard]] Result<> add(const char *data, qsizetype bytes);
    [[nodiscard]] Result<> finish();

private:
    struct Slot
    {
        QByteArray content;
        GzipPacker packer;
        std::future<void> running; ///< last: it uses the others until it has ended
    };

    [[nodiscard]] Result<> startBlock();
    [[nodiscard]] Result<> take(Slot &slot);

    Sink m_sink;
    std::array<Slot, 4> m_slots; ///< one is filled, two are packed, one waits for whoever is done first
    std::size_t m_filled = 0;    ///< the slot after it, round the end, is the oldest
};

} // namespace pilothouse
