// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace pilothouse {

/// How many lines each row of a list has, with quick answers to "which row stands at line n" and back, for
/// hundreds of thousands of rows.
class LogLines
{
public:
    qint64 total() const { return m_total; }
    qsizetype rows() const { return m_heights.size(); }
    int height(qsizetype row) const { return m_heights.at(row); }

    void append(int height);
    /// All of them anew.
    void assign(QList<int> heights);
    void setHeight(qsizetype row, int height);

    /// The line at which a row begins; total() for the row after the last.
    qint64 lineOf(qsizetype row) const;
    /// The row that stands at a line; the last row beyond the end, -1 where there is none.
    qsizetype rowAt(qint64 line) const;

private:
    static constexpr qsizetype BlockSize = 512;

    QList<int> m_heights;
    QList<qint64> m_blocks; ///< the sum of each block of rows
    qint64 m_total = 0;
};

} // namespace pilothouse
