// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/logs/engine/lineends.h"
#include "core/logs/logfile.h"

#include <memory>

namespace pilothouse {

/// A stretch of a file's bytes.
struct ByteRange
{
    qint64 begin = 0;
    qint64 end = 0;
};

/// Gives the lines that begin within a range of a file, block by block; one that does not fit a block is
/// named by its place only. Bytes that may be read lie behind each block. One thread.
class LineBlocks
{
public:
    /// Where the work is cancelled, next() soon says that there is no more.
    LineBlocks(const LogFile &file, LogEncoding encoding, const OperationContext &context);

    /// Lines that begin in `range` of the first `fileEnd` bytes.
    void start(ByteRange range, qint64 fileEnd);
    /// False at the end of the range, and where the file has become shorter.
    bool next();

    /// Whole lines; empty for a long one. Until next().
    QByteArrayView block() const { return {m_buffer.get(), m_length}; }
    /// Where they are in the file.
    qint64 offset() const { return m_offset; }
    /// Of a long line: without its end. Empty otherwise.
    ByteRange longLine() const { return m_longLine; }
    /// The file ended before `fileEnd`.
    bool isCutShort() const { return m_isCutShort; }

private:
    static constexpr qsizetype BeyondRange = 16 << 10;
    static constexpr qsizetype FirstCapacity = 256 << 10;
    static constexpr qsizetype LastCapacity = 4 << 20;

    void skipBegunLine();
    void allocate(qsizetype capacity);
    qsizetype read();
    qsizetype wholeLines(qsizetype length) const;
    void takeLongLine();
    qint64 endOfLine(qint64 from, qint64 limit);

    const LogFile &m_file;
    LogEncoding m_encoding;
    const OperationContext &m_context;
    std::unique_ptr<char[]> m_buffer;
    qsizetype m_capacity = 0;
    qsizetype m_length = 0;
    qsizetype m_beyond = BeyondRange; ///< so much is read behind the range, for the end of its last line
    qint64 m_at = 0;                  ///< where the next line begins
    qint64 m_end = 0;
    qint64 m_fileEnd = 0;
    qint64 m_offset = 0;
    ByteRange m_longLine;
    bool m_isCutShort = false;
};

} // namespace pilothouse
