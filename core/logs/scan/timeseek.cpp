// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/scan/timeseek.h"

#include "core/logs/logtext.h"

namespace pilothouse {

namespace {

constexpr qint64 SeekRead = 64 << 10;
constexpr qint64 SeekMost =
    1 << 20; ///< a time that stands nowhere in so many bytes is not looked for further
constexpr qint64 SeekNear = 256 << 10;
constexpr qint64 SeekSlack = 64 << 10;

/// The first time that can be read after `from`, in a line that begins after it.
QDateTime timeAfter(const LogFile &file, const LogParser &parser, qint64 from, qint64 end)
{
    QByteArray begun;
    bool isInLine = from > 0;
    for (qint64 at = from; at < std::min(end, from + SeekMost);) {
        const QByteArray bytes = file.read(at, std::min(SeekRead, end - at));
        if (bytes.isEmpty())
            return {};
        at += bytes.size();
        qsizetype begin = 0;
        for (qsizetype lineEnd = bytes.indexOf('\n'); lineEnd >= 0; lineEnd = bytes.indexOf('\n', begin)) {
            begun += QByteArrayView(bytes).sliced(begin, lineEnd - begin);
            if (!isInLine) {
                const auto record = parser.parse(logLineText(begun));
                if (record && record->time.isValid())
                    return record->time;
            }
            isInLine = false;
            begun.clear();
            begin = lineEnd + 1;
        }
        if (begun.size() < SeekRead)
            begun += QByteArrayView(bytes).sliced(begin);
    }
    return {};
}

/// Records that begin before it are older than `moment`; `end` where all are.
qint64 placeOf(const LogFile &file, const LogParser &parser, const QDateTime &moment, qint64 end)
{
    qint64 low = 0;
    qint64 high = end;
    while (high - low > SeekNear) {
        const qint64 middle = low + (high - low) / 2;
        const QDateTime time = timeAfter(file, parser, middle, end);
        if (!time.isValid() || time >= moment)
            high = middle;
        else
            low = middle;
    }
    return low;
}

} // namespace

ByteRange rangeOf(const LogFile &file, const LogParser &parser, const LogTimeRange &times)
{
    ByteRange range{0, file.size()};
    if (times.isOpen() || range.end < 2 * SeekNear || !timeAfter(file, parser, 0, range.end).isValid())
        return range;
    const qint64 end = range.end;
    if (times.since.isValid())
        range.begin = std::max<qint64>(0, placeOf(file, parser, times.since, end) - SeekSlack);
    if (times.until.isValid())
        range.end = std::min(end, placeOf(file, parser, times.until, end) + SeekNear + SeekMost);
    return range;
}

} // namespace pilothouse
