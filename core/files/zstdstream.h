// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/nativefile.h"

#include <functional>
#include <memory>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace pilothouse {

/// Compresses a stream with zstd in as many threads as there are processors, with a checksum at its end. Any
/// zstd reads it.
class ZstdPacker
{
public:
    using Sink = std::function<Result<>(const char *data, qsizetype bytes)>;

    /// `sink` gets the compressed bytes in order, in the caller's thread.
    ZstdPacker(int level, Sink sink);
    ~ZstdPacker();
    Q_DISABLE_COPY_MOVE(ZstdPacker)

    [[nodiscard]] Result<> add(const char *data, qsizetype bytes);
    [[nodiscard]] Result<> finish();

private:
    struct Free
    {
        void operator()(ZSTD_CCtx_s *context) const;
    };
    [[nodiscard]] Result<> pack(const char *data, qsizetype bytes, bool isEnd);

    std::unique_ptr<ZSTD_CCtx_s, Free> m_context;
    std::vector<char> m_output;
    Sink m_sink;
};

/// Unpacks a file of zstd frames from its begin to its end.
class ZstdReader
{
public:
    explicit ZstdReader(NativeFile file);
    ~ZstdReader();
    ZstdReader(ZstdReader &&) noexcept;
    ZstdReader &operator=(ZstdReader &&) noexcept;

    /// Whether a file that begins so is packed with zstd.
    static bool fits(const QByteArray &beginning);

    /// 0 at the end. BadData where the file is damaged or ends too early.
    [[nodiscard]] Result<qint64> read(char *buffer, std::size_t bytes);

private:
    struct Free
    {
        void operator()(ZSTD_DCtx_s *context) const;
    };

    NativeFile m_file;
    std::unique_ptr<ZSTD_DCtx_s, Free> m_context;
    std::vector<char> m_input;
    std::size_t m_at = 0;    ///< in the input
    std::size_t m_bytes = 0; ///< of the input
    bool m_isInFrame = true; ///< of an empty file, too, the first is missing
};

} // namespace pilothouse
