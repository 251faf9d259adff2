// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pages of only those records that hold certain lines.
#include "core/logs/engine/lineindexer.h"
#include "core/logs/history/logpagereader.h"

namespace pilothouse {

namespace {

/// Lines so near to each other are read in one go.
constexpr quint64 NearBytes = 16 << 10;

/// How many of the lines from `first` on are near to each other and in one generation.
qsizetype nearLines(const QList<LogPosition> &lines, qsizetype first, LogPosition end)
{
    qsizetype last = first;
    while (last + 1 < lines.size() && lines.at(last + 1) < end
           && lines.at(last + 1) - lines.at(last) < NearBytes)
        ++last;
    return last - first + 1;
}

/// Of consecutive records those that hold a line, with so many around each. `end`: where the last one ends.
QList<LogRecord> chosen(const QList<LogRecord> &records, const QList<LogPosition> &lines, int around,
                        LogPosition end)
{
    QList<LogRecord> found;
    qsizetype taken = 0; // records before this are decided
    auto line = lines.begin();
    for (qsizetype i = 0; i < records.size(); ++i) {
        const LogPosition after = i + 1 < records.size() ? records.at(i + 1).number : end;
        line = std::lower_bound(line, lines.end(), records.at(i).number);
        if (line == lines.end() || *line >= after)
            continue;
        for (qsizetype at = std::max(taken, i - around); at <= std::min(i + around, records.size() - 1);
             ++at) {
            found.append(records.at(at));
            taken = at + 1;
        }
    }
    return found;
}

} // namespace

LogPage LogPageReader::holding(const QList<LogPosition> &lines, int around,
                               const OperationContext &context) const
{
    LogPage page{{}, lines.isEmpty() ? m_extent.end() : lines.last()};
    const LogPageReader all = withoutFilter();
    for (qsizetype first = 0; first < lines.size() && !context.isCancelled();) {
        const LogPart &part = m_extent.parts().at(m_extent.partOf(lines.at(first)));
        const qsizetype count = nearLines(lines, first, part.end());
        const LogPosition begin = recordAt(lines.at(first), context);
        QList<LogRecord> records = all.before(begin, around, context).records;
        const qint64 next =
            RecordScan(part, m_parser, m_source)
                .run(
                    {LogExtent::offsetOf(begin), LogExtent::offsetOf(lines.at(first + count - 1)) + 1}, true,
                    [&records](LogRecord &&record) {
                        records.append(std::move(record));
                        return true;
                    },
                    context);
        page.next = part.begin() + static_cast<quint64>(next);
        if (around > 0) {
            const LogPage after = all.from(page.next, around, context);
            records += after.records;
            page.next = after.next;
        }
        for (LogRecord &record : chosen(records, lines.mid(first, count), around, page.next)) {
            const bool isKnown = !page.records.isEmpty() && record.number <= page.records.last().number;
            if (!isKnown && (around > 0 || isWanted(record)))
                page.records.append(std::move(record));
        }
        first += count;
    }
    return page;
}

LogPage LogPageReader::readRequested(const LogPageRequest &request, const OperationContext &context) const
{
    if (request.lines) {
        LogPage page = holding(*request.lines, request.context, context);
        if (request.kind == LogPageRequest::Kind::Before)
            page.records.removeIf(
                [&request](const LogRecord &record) { return record.number >= request.position; });
        return page;
    }
    switch (request.kind) {
    case LogPageRequest::Kind::From:
        return from(request.position, request.count, context);
    case LogPageRequest::Kind::Before:
        return before(request.position, request.count, context);
    case LogPageRequest::Kind::Around:
        break;
    }
    return around(request.position, request.before, request.count - request.before, context);
}

Result<LogPage> LogPageReader::read(const LogPageRequest &request, const OperationContext &context) const
{
    LogPage page = readRequested(request, context);
    if (context.isCancelled())
        return failure(ErrorKind::Cancelled, LineIndexer::tr("Reading the log was stopped."));
    return page;
}

} // namespace pilothouse
