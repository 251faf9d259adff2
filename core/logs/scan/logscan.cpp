// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/scan/logscan.h"

#include "core/logs/engine/loggenerations.h"
#include "core/logs/history/logdays.h"
#include "core/logs/scan/filescan.h"
#include "core/logs/scan/streamscan.h"

namespace pilothouse {

namespace {

/// Nothing that was written before `since` can be in a file that was last written to earlier. What was
/// unpacked is as old as now.
bool isTooOld(const LogFile &file, const QDateTime &since)
{
    constexpr qint64 NanosecondsInMs = 1000000;
    return since.isValid() && !file.isRemoved()
           && file.writtenAt() / NanosecondsInMs < since.addSecs(-1).toMSecsSinceEpoch();
}

} // namespace

LogScan::LogScan(ScannedLog log, LogParser parser, LogFieldReader reader)
    : m_log(std::move(log))
    , m_parser(std::move(parser))
    , m_reader(std::move(reader))
{
}

Result<LogScan> LogScan::open(ScannedLog log)
{
    const auto parser = LogParser::compile(log.source.format);
    if (!parser)
        return failure(withSubject(parser.error(), log.source.title));
    const auto reader = LogFieldReader::compile(log.source.format);
    if (!reader)
        return failure(withSubject(reader.error(), log.source.title));
    return LogScan(std::move(log), *parser, *reader);
}

Result<> LogScan::runFiles(const LogSource &source, RecordSieve &sieve, QList<Error> &unreadable,
                           const OperationContext &context) const
{
    if (auto there = LogFile::checkFolder(source.path); !there)
        return there;
    LogGenerations files(source, {});
    const QDateTime since = sieve.wish().filter.range().since;
    files.leaveOutBefore(since.isValid() ? since.addSecs(-1) : since);
    if (const auto opened = files.open(context); !opened)
        return failure(withSubject(opened.error(), m_log.source.title));
    unreadable = files.unreadable();
    for (qsizetype at = 0; at < files.generationCount(); ++at) {
        const std::shared_ptr<const LogFile> file = files.generation(at).sharedFile();
        if (isTooOld(*file, since))
            continue;
        LogPart part{file, encodingOf(*file), file->size(), 0, static_cast<quint64>(at + 1)};
        if (m_parser.isWithoutDate() && part.encoding != LogEncoding::EngineJson)
            part.days = LogDays::of(part, m_parser, context);
        if (auto done = FileScan(part, m_parser, source.id, sieve).run(context); !done)
            return done;
        context.report({at + 1, files.generationCount(), {}});
    }
    return {};
}

Result<ScanResult> LogScan::run(const ScanWish &wish, const OnScanned &onRecords,
                                const OperationContext &context) const
{
    ScanResult result;
    RecordSieve sieve(wish, m_reader, onRecords);
    const LogSource source = m_log.stream ? keptIn(m_log.source, *m_log.stream, context) : m_log.source;
    const Result<> done = source.isStream() ? scanStream(source, m_log.stream, sieve, context)
                                            : runFiles(source, sieve, result.unreadable, context);
    if (!done)
        return tl::unexpected(done.error());
    result.hits = sieve.hits();
    result.cut = sieve.cut();
    return result;
}

} // namespace pilothouse
