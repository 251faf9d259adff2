// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/logdays.h"

#include "core/logs/engine/lineblocks.h"
#include "core/logs/logtext.h"

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qsizetype HeadWithTime = 256;
/// Lines of several threads may stand so far out of order.
constexpr int OutOfOrderMs = 60 * 1000;

QTime timeOfLine(QByteArrayView line, LogEncoding encoding, const LogParser &parser)
{
    const QByteArrayView head = line.first(std::min(line.size(), HeadWithTime));
    return parser.timeOfDay(isWide(encoding) ? logLineText(utf8Of(head, encoding)) : logLineText(head));
}

/// The day of the last line, which was written when the file was.
QDate lastDay(const LogFile &file, const QTime &time)
{
    constexpr qint64 NanosecondsPerMs = 1000000;
    const QDateTime written = QDateTime::fromMSecsSinceEpoch(file.writtenAt() / NanosecondsPerMs, Qt::UTC);
    const bool isOfDayBefore = QDateTime(written.date(), time, Qt::UTC) > written.addMSecs(OutOfOrderMs);
    return isOfDayBefore ? written.date().addDays(-1) : written.date();
}

} // namespace

std::shared_ptr<const LogDays> LogDays::of(const LogPart &part, const LogParser &parser,
                                           const OperationContext &context)
{
    auto days = std::make_shared<LogDays>();
    QTime last;
    const auto look = [&](qint64 offset, QByteArrayView line) {
        const QTime time = timeOfLine(line, part.encoding, parser);
        if (!time.isValid())
            return;
        if (last.isValid() && time.msecsTo(last) > OutOfOrderMs)
            days->m_begins.push_back(offset);
        last = time;
    };
    LineBlocks blocks(*part.file, part.encoding, context);
    blocks.start({0, part.bytes}, part.bytes);
    while (blocks.next()) {
        const QByteArrayView block = blocks.block();
        if (block.isEmpty())
            look(blocks.longLine().begin, part.file->read(blocks.longLine().begin, HeadWithTime));
        for (qsizetype at = 0; at < block.size();) {
            const qsizetype after = afterFirstLineEnd(block, at, part.encoding);
            const qsizetype end = after < 0 ? block.size() : after;
            look(blocks.offset() + at, block.sliced(at, end - at));
            at = end;
        }
    }
    if (!last.isValid() || context.isCancelled())
        return nullptr;
    days->m_last = lastDay(*part.file, last);
    return days;
}

QDate LogDays::at(qint64 offset) const
{
    const auto after = std::upper_bound(m_begins.begin(), m_begins.end(), offset);
    return m_last.addDays(-std::distance(after, m_begins.end()));
}

} // namespace pilothouse
