// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/engine/lineends.h"
#include "core/logs/logfile.h"

#include <QList>

namespace pilothouse {

/// A line as it stands in a file.
struct RawLine
{
    qint64 offset = 0;
    QByteArray text;    ///< UTF-8 or whatever bytes there are, without its line end
    bool isCut = false; ///< there is more of it

    bool operator==(const RawLine &) const = default;
};

/// Reads the few lines that fit a screen without an index, in a time that does not depend on the size of the
/// file: of a huge line only the beginning, and at most some megabytes in all.
class ScreenLines
{
public:
    static constexpr qsizetype LongestShown = 64 << 10;

    ScreenLines(const LogFile &file, LogEncoding encoding);

    /// From the line that begins at `offset`.
    QList<RawLine> from(qint64 offset, int count) const;
    /// The last ones that begin before `end`, where a line ends.
    QList<RawLine> before(qint64 end, int count) const;

private:
    static constexpr qint64 FirstRead = 64 << 10;
    static constexpr qint64 ReadAtMost = 4 << 20;

    RawLine lineOf(qint64 offset, QByteArrayView bytes) const;
    QList<RawLine> linesIn(const QByteArray &bytes, qint64 offset, int count, bool isAll) const;

    const LogFile &m_file;
    LogEncoding m_encoding;
};

} // namespace pilothouse
