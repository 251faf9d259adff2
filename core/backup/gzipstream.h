// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <deque>
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

    [[nodiscard]] Result<> add(const char *data, qsizetype bytes);
    [[nodiscard]] Result<> finish();

private:
    [[nodiscard]] Result<> startBlock();
    [[nodiscard]] Result<> takeOldest();

    Sink m_sink;
    QByteArray m_block;
    std::deque<std::future<QByteArray>> m_running;
};

} // namespace pilothouse
