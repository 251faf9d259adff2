// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/logsurveyor.h"
#include "core/logs/scan/logscan.h"
#include "core/logs/statistics/logstatistics.h"
#include "tests/bench/benchlog.h"
#include "tests/bench/measures.h"
#include "tests/bench/programs.h"

#include <QEventLoop>

namespace pilothouse {

namespace {

constexpr qint64 MostScanBytes = 200'000'000; // one thread takes a second for a tenth of it

LogSource scannedSource(const QString &path)
{
    LogSource source;
    source.id = source.title = u"log"_qs;
    source.kind = u"file"_qs;
    source.path = path;
    source.format.record = u"^(?<time>\\S+ \\S+) \\[(?<level>\\w+) *\\] \\[[^\\]]+\\] (?<component>\\S+) - "
                           "(?<message>.*)$"_qs;
    source.format.timeFormat = u"yyyy-MM-dd HH:mm:ss.zzz"_qs;
    source.format.timeZone = u"UTC"_qs;
    source.format.levels = {{u"ERROR"_qs, u"error"_qs}, {u"INFO"_qs, u"info"_qs}};
    source.format.fields.syntax = u"logfmt"_qs;
    return source;
}

/// Seconds of one scan, and what it counted.
struct Scanned
{
    double seconds = 0;
    qint64 hits = 0;
    QJsonObject counts;
};

Result<Scanned> scanned(const QString &path, const QString &filter, int threads)
{
    const auto scan = LogScan::open({scannedSource(path)});
    const auto read = LogFilter::parse(filter);
    if (!scan || !read)
        return failure(ErrorKind::BadInput, u"The log cannot be scanned."_qs);
    LogStatistics statistics({});
    Scanned one;
    ScanWish wish{*read};
    wish.threads = threads;
    const auto seconds = secondsOf([&]() -> Result<> {
        const auto found = scan->run(wish,
                                     [&](const QList<ScannedRecord> &records) {
                                         for (const ScannedRecord &record : records)
                                             statistics.add(record, scan->reader(), {});
                                     },
                                     {});
        one.hits = found ? found->hits : -1;
        return found ? Result<>() : failure(found.error());
    });
    if (!seconds)
        return failure(seconds.error());
    one.seconds = *seconds;
    one.counts = statistics.toJson();
    return one;
}

Result<> scanRound(const QString &path, const QString &filter, QList<double> &one, QList<double> &all)
{
    const auto alone = scanned(path, filter, 1);
    const auto together = scanned(path, filter, 0);
    if (!alone || !together)
        return failure(alone ? together.error() : alone.error());
    if (alone->hits <= 0 || alone->hits != together->hits || alone->counts != together->counts)
        return failure(ErrorKind::BadData,
                       u"One thread finds %1 records, all find %2."_qs.arg(alone->hits).arg(together->hits));
    one << alone->seconds;
    all << together->seconds;
    return {};
}

/// Levels and times of the whole log, as the window wants them.
Result<double> surveyed(const QString &path)
{
    const auto file = LogFile::open(path);
    const auto parser = LogParser::compile(scannedSource(path).format);
    if (!file || !parser)
        return failure(ErrorKind::BadInput, u"The log cannot be surveyed."_qs);
    return secondsOf([&]() -> Result<> {
        LogSurveyor surveyor(*parser, u"log"_qs);
        QEventLoop loop;
        QObject::connect(&surveyor, &LogSurveyor::finished, &loop, &QEventLoop::quit);
        surveyor.setExtent(LogExtent({LogPart{*file, encodingOf(**file), (*file)->size(), 0, 1}}, 0));
        loop.exec();
        return {};
    });
}

} // namespace

Result<Measurement> measureLogScan(const BenchOptions &options)
{
    const qint64 bytes = std::min(options.bytes, MostScanBytes);
    const auto path = benchLog(options.folder, bytes);
    if (!path)
        return failure(path.error());
    QList<double> oneFilter;
    QList<double> allFilter;
    QList<double> oneCount;
    QList<double> allCount;
    QList<double> survey;
    for (int round = 0; round < options.rounds; ++round) {
        auto done = scanRound(*path, u"not level>=error"_qs, oneFilter, allFilter);
        if (done)
            done = scanRound(*path, {}, oneCount, allCount);
        const auto seconds = surveyed(*path);
        if (!done || !seconds)
            return failure(done ? seconds.error() : done.error());
        survey << *seconds;
    }
    Measurement result{u"Every record of a log of %1 MB"_qs.arg(bytes / 1'000'000), {}, {}, {}};
    const auto best = Figure::Best::High;
    result.figures = {
        {u"a filter without words, one thread"_qs, medianOf(oneFilter), u"s"_qs},
        {u"a filter without words, all threads"_qs, medianOf(allFilter), u"s"_qs},
        {u"a filter without words, one thread / all"_qs, medianRatio(oneFilter, allFilter), u"x"_qs, 1.3, 1.8,
         best},
        {u"statistics, one thread"_qs, medianOf(oneCount), u"s"_qs},
        {u"statistics, all threads"_qs, medianOf(allCount), u"s"_qs},
        {u"statistics, one thread / all"_qs, medianRatio(oneCount, allCount), u"x"_qs, 1.2, 1.6, best},
        {u"survey of levels and times"_qs, medianOf(survey), u"s"_qs},
    };
    return result;
}

} // namespace pilothouse
