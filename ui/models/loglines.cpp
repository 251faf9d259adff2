// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/loglines.h"

namespace pilothouse {

void LogLines::append(int height)
{
    if (m_heights.size() % BlockSize == 0)
        m_blocks.append(0);
    m_heights.append(height);
    m_blocks.last() += height;
    m_total += height;
}

void LogLines::assign(QList<int> heights)
{
    m_heights = std::move(heights);
    m_blocks.fill(0, (m_heights.size() + BlockSize - 1) / BlockSize);
    m_total = 0;
    for (qsizetype row = 0; row < m_heights.size(); ++row) {
        m_blocks[row / BlockSize] += m_heights.at(row);
        m_total += m_heights.at(row);
    }
}

void LogLines::setHeight(qsizetype row, int height)
{
    const int change = height - m_heights.at(row);
    m_heights[row] = height;
    m_blocks[row / BlockSize] += change;
    m_total += change;
}

qint64 LogLines::lineOf(qsizetype row) const
{
    qint64 line = 0;
    const qsizetype block = row / BlockSize;
    for (qsizetype i = 0; i < block; ++i)
        line += m_blocks.at(i);
    for (qsizetype i = block * BlockSize; i < row; ++i)
        line += m_heights.at(i);
    return line;
}

qsizetype LogLines::rowAt(qint64 line) const
{
    if (m_heights.isEmpty())
        return -1;
    qsizetype block = 0;
    while (block + 1 < m_blocks.size() && line >= m_blocks.at(block))
        line -= m_blocks.at(block++);
    const qsizetype end = std::min(m_heights.size(), (block + 1) * BlockSize);
    for (qsizetype row = block * BlockSize; row < end; ++row) {
        line -= m_heights.at(row);
        if (line < 0)
            return row;
    }
    return m_heights.size() - 1;
}

} // namespace pilothouse
