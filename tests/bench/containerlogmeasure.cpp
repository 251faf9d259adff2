// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/loggenerations.h"
#include "core/logs/enginelog.h"
#include "core/logs/history/logpagereader.h"
#include "core/logs/scan/logscan.h"
#include "core/runtime/dockerendpoint.h"
#include "core/runtime/dockerengine.h"
#include "tests/bench/measures.h"
#include "tests/bench/programs.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace pilothouse {

namespace {

constexpr qint64 MostLogBytes = 600'000'000;
constexpr int LogRounds = 2; // "docker logs" alone takes 20 s each
const QString PrinterImage = u"pilothouse-bench/printer:1"_qs;

Result<double> dockerClient(const QStringList &arguments)
{
    return secondsOf([&]() -> Result<> {
        QProcess process;
        process.setStandardOutputFile(QProcess::nullDevice());
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(u"docker"_qs, arguments);
        if (process.waitForFinished(-1) && process.exitCode() == 0)
            return {};
        return failure(ErrorKind::NotFound, u"docker %1 failed"_qs.arg(arguments.join(u' ')),
                       process.errorString());
    });
}

/// A container that has printed a log, gone again at the end.
class PrintedLog
{
public:
    Result<> print(qint64 bytes)
    {
        const QString bin = m_folder.filePath(u"root/bin"_qs);
        const QString tar = m_folder.filePath(u"image.tar"_qs);
        if (!QDir().mkpath(bin) || !QFile::copy(u"/usr/bin/busybox"_qs, bin + u"/busybox"_qs))
            return failure(ErrorKind::NotFound, u"busybox is not installed."_qs);
        if (auto written = writeLines(m_folder.filePath(u"root/log"_qs), bytes); !written)
            return written;
        return secondsOf(u"tar"_qs, {u"cf"_qs, tar, u"-C"_qs, m_folder.filePath(u"root"_qs), u"."_qs})
            .and_then([&](double) {
                return dockerClient({u"import"_qs, tar, PrinterImage});
            })
            .and_then([&](double) {
                return dockerClient({u"run"_qs, u"--network"_qs, u"none"_qs, u"--name"_qs, m_name,
                                     PrinterImage, u"/bin/busybox"_qs, u"cat"_qs, u"/log"_qs});
            })
            .map([](double) {});
    }
    ~PrintedLog()
    {
        static_cast<void>(dockerClient({u"rm"_qs, u"-f"_qs, m_name}));
        static_cast<void>(dockerClient({u"rmi"_qs, PrinterImage}));
    }
    QString name() const { return m_name; }

private:
    static Result<> writeLines(const QString &path, qint64 bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return failure(ErrorKind::NoSpace, file.errorString());
        for (qint64 line = 0; file.pos() < bytes; ++line)
            file.write("2026-11-20 06:00:00.000 [INF] bench\xC2\xB7"
                       "http/Server: request "
                       + QByteArray::number(line)
                       + " took 12 ms { path: '/v1/things', user: \"u-17\", is_error: false }\n");
        return {};
    }

    QTemporaryDir m_folder;
    QString m_name = u"pilothouse-bench-log-%1"_qs.arg(QCoreApplication::applicationPid());
};

struct LogSides
{
    QList<double> client;
    QList<double> api;
    QList<double> lastPage;
    QList<double> opened;
    QList<double> searched;
    QList<double> filePage;
    QList<double> clientSince;
    QList<double> since;
};

LogSource sourceOf(const KeptLog &kept)
{
    LogSource source;
    source.id = source.title = u"log"_qs;
    source.kind = u"file"_qs;
    source.path = kept.path;
    source.rotated = u"{path}.{n}"_qs;
    source.keep = kept.rotations;
    return source;
}

Result<double> readByApi(const DockerEngine &engine, const QString &container, int lines)
{
    DockerLogQuery query;
    query.tail = lines;
    return secondsOf([&] {
        return engine.logs(container, query, [](DockerStream, const QByteArray &) { return true; }, {});
    });
}

/// All of it ready to be shown: every line counted, and the last page read.
Result<double> openFile(const LogSource &source, double &page, QDateTime &last)
{
    return secondsOf([&]() -> Result<> {
        LogGenerations files(source, {});
        if (auto opened = files.open({}); !opened)
            return opened;
        const auto file = files.generation(0).sharedFile();
        const LogPart part{file, encodingOf(*file), file->size(), 0, 1};
        const auto read = secondsOf([&]() -> Result<> {
            const LogPage found =
                LogPageReader(LogExtent({part}, 0), LogParser(), {}).before(part.end(), 1000, {});
            last = found.records.isEmpty() ? QDateTime() : found.records.last().stamp;
            return found.records.size() == 1000 ? Result<>() : failure(ErrorKind::BadData, u"no page"_qs);
        });
        if (!read)
            return failure(read.error());
        page = *read * 1000;
        const auto updated = files.update({});
        return updated ? Result<>() : failure(updated.error());
    });
}

Result<double> scanFile(const LogSource &source, const QString &filter, std::optional<qint64> hits)
{
    const auto scan = LogScan::open({source, {}});
    const auto wanted = LogFilter::parse(filter);
    if (!scan || !wanted)
        return failure(ErrorKind::BadInput, u"no filter"_qs);
    return secondsOf([&]() -> Result<> {
        const auto found = scan->run({*wanted, 0}, [](const QList<ScannedRecord> &) {}, {});
        if (!found)
            return failure(found.error());
        return !hits || found->hits == *hits ? Result<>()
                                             : failure(ErrorKind::BadData, u"%1 hits"_qs.arg(found->hits));
    });
}

Result<> measureLogRound(const DockerEngine &engine, const QString &container, const LogSource &source,
                         LogSides &sides)
{
    double page = 0;
    QDateTime last;
    const auto opened = openFile(source, page, last);
    const QString since = last.addMSecs(-5).toString(Qt::ISODateWithMs);
    const auto client = dockerClient({u"logs"_qs, container});
    const auto api = readByApi(engine, container, -1);
    const auto lastPage = readByApi(engine, container, 1000);
    const auto clientSince = dockerClient({u"logs"_qs, u"--since"_qs, since, container});
    const auto searched = scanFile(source, u"\"nothing has this\""_qs, 0);
    const auto found = scanFile(source, u"since:"_qs + since, {});
    for (const auto &side : {client, api, lastPage, clientSince, opened, searched, found})
        if (!side)
            return failure(side.error());
    sides.client << *client;
    sides.api << *api;
    sides.lastPage << *lastPage * 1000;
    sides.clientSince << *clientSince * 1000;
    sides.opened << *opened;
    sides.searched << *searched;
    sides.filePage << page;
    sides.since << *found * 1000;
    return {};
}

} // namespace

Result<Measurement> measureContainerLog(const BenchOptions &options)
{
    const qint64 bytes = std::min(options.bytes, MostLogBytes);
    Measurement result{u"A container's log of %1 MB"_qs.arg(bytes / 1'000'000), {}, {}, {}};
    const auto socket = dockerSocket({}, DockerSurroundings::current());
    if (!socket || !DockerEngine(*socket).version({})) {
        result.notBuilt = u"no engine answers; ./dev testbed up starts one"_qs;
        return result;
    }
    PrintedLog log;
    if (auto printed = log.print(bytes); !printed)
        return failure(printed.error());
    const DockerEngine engine(*socket);
    const auto kept = engineLogWay(engine, log.name(), {}).file;
    if (!kept) {
        result.notBuilt = u"the engine's file cannot be read here"_qs;
        return result;
    }
    LogSides sides;
    for (int round = 0; round < LogRounds; ++round)
        if (auto measured = measureLogRound(engine, log.name(), sourceOf(*kept), sides); !measured)
            return failure(measured.error());
    const auto best = Figure::Best::High;
    result.figures = {
        {u"docker logs"_qs, medianOf(sides.client), u"s"_qs},
        {u"through the engine"_qs, medianOf(sides.api), u"s"_qs},
        {u"docker logs / through the engine"_qs,
         medianRatio(sides.client, sides.api),
         u"x"_qs,
         1.03,
         {},
         best},
        {u"last 1000 lines through the engine"_qs, medianOf(sides.lastPage), u"ms"_qs, 40.0, 25.0},
        {u"from its file, every line counted and the last page read"_qs, medianOf(sides.opened), u"s"_qs},
        {u"docker logs / from its file"_qs, medianRatio(sides.client, sides.opened), u"x"_qs, {}, 40.0, best},
        {u"last 1000 records from its file"_qs, medianOf(sides.filePage), u"ms"_qs, 40.0, 25.0},
        {u"every text searched in its file"_qs, medianOf(sides.searched), u"s"_qs},
        {u"docker logs / searched in its file"_qs,
         medianRatio(sides.client, sides.searched),
         u"x"_qs,
         {},
         40.0,
         best},
        {u"docker logs --since"_qs, medianOf(sides.clientSince), u"ms"_qs},
        {u"since a time, from its file"_qs, medianOf(sides.since), u"ms"_qs, {}, 20.0},
        {u"docker logs --since / ours"_qs,
         medianRatio(sides.clientSince, sides.since),
         u"x"_qs,
         {},
         300.0,
         best},
    };
    return result;
}

} // namespace pilothouse
