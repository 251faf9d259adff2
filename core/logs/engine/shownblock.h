// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/engine/lineends.h"

#include <vector>

namespace pilothouse {

/// A block of lines as they are shown, to be searched: in UTF-8, out of what an engine wraps around them, and
/// without colours. One thread; its memory is used again for the next block.
class ShownBlock
{
public:
    /// False where the bytes themselves can be searched.
    static bool isNeeded(QByteArrayView block, LogEncoding encoding);

    void take(QByteArrayView block, LogEncoding encoding);
    /// Whole lines, with LineMatcher::PaddingBytes behind them that may be read.
    QByteArrayView text() const { return {m_text.constData(), m_length}; }
    /// Where in the block the line begins that begins at `start` of the text.
    qsizetype originOf(qsizetype start) const;

private:
    struct Line
    {
        qsizetype start = 0; ///< in the text
        qsizetype origin = 0;
    };

    void takeWide(QByteArrayView block, LogEncoding encoding);
    void takeEngineLines(QByteArrayView block);
    void takeBytes(QByteArrayView block);
    void dropColours();

    QByteArray m_text;
    qsizetype m_length = 0;
    std::vector<Line> m_lines;
};

} // namespace pilothouse
