// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/scan/timeseek.h"

#include "core/logs/history/recordscan.h"

namespace pilothouse {

namespace {

/// A time that stands nowhere in so many bytes is not looked for further.
constexpr qint64 SeekMost = 1 << 20;
constexpr qint64 SeekNear = 256 << 10;
constexpr qint64 SeekSlack = 64 << 10;

/// The first time that can be read in a record that begins at or after `from`.
QDateTime timeAfter(const LogPart &part, const LogParser &parser, qint64 from)
{
    QDateTime time;
    const auto take = [&time](const LogRecord &record) {
        time = record.time;
        return !time.isValid();
    };
    RecordScan(part, parser, {})
        .run({from, std::min(part.bytes, from + SeekMost)}, from == 0, take, OperationContext());
    return time;
}

/// Records that begin before it are older than `moment`; the end where all are.
qint64 placeOf(const LogPart &part, const LogParser &parser, const QDateTime &moment)
{
    qint64 low = 0;
    qint64 high = part.bytes;
    while (high - low > SeekNear) {
        const qint64 middle = (low + (high - low) / 2) / 2 * 2; // a whole character of UTF-16
        const QDateTime time = timeAfter(part, parser, middle);
        if (!time.isValid() || time >= moment)
            high = middle;
        else
            low = middle;
    }
    return low;
}

} // namespace

ByteRange rangeOf(const LogPart &part, const LogParser &parser, const LogTimeRange &times)
{
    ByteRange range{0, part.bytes};
    if (times.isOpen() || range.end < 2 * SeekNear || !timeAfter(part, parser, 0).isValid())
        return range;
    if (times.since.isValid())
        range.begin = std::max<qint64>(0, placeOf(part, parser, times.since) - SeekSlack);
    if (times.until.isValid())
        range.end = std::min(range.end, placeOf(part, parser, times.until) + SeekNear + SeekMost);
    return range;
}

} // namespace pilothouse
