// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/containermeter.h"
#include "core/runtime/dockerendpoint.h"
#include "tests/bench/measures.h"
#include "tests/bench/programs.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <thread>

namespace pilothouse {

namespace {

constexpr int Containers = 50;
const QString Label = u"org.pilothouse.bench"_qs;
const QString Image = u"pilothouse-bench/busybox:1"_qs;

struct Sides
{
    QList<double> ps;
    QList<double> list;
    QList<double> stats;
    QList<double> firstPicture;
    QList<double> round;
    QList<double> byStreams;
    qsizetype byFiles = 0;
};

/// The docker client, without what it prints.
Result<double> docker(const QStringList &arguments)
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

/// Containers that sleep, gone again at the end.
class BusyboxFleet
{
public:
    Result<> start()
    {
        QTemporaryDir folder;
        const QString bin = folder.filePath(u"root/bin"_qs);
        const QString tar = folder.filePath(u"image.tar"_qs);
        if (!QDir().mkpath(bin) || !QFile::copy(u"/usr/bin/busybox"_qs, bin + u"/busybox"_qs))
            return failure(ErrorKind::NotFound, u"busybox is not installed."_qs);
        auto made = secondsOf(u"tar"_qs, {u"cf"_qs, tar, u"-C"_qs, folder.filePath(u"root"_qs), u"."_qs})
                        .and_then([&](double) {
                            return docker({u"import"_qs, tar, Image});
                        });
        for (int number = 0; made && number < Containers; ++number) {
            m_names << u"pilothouse-bench-%1-%2"_qs.arg(QCoreApplication::applicationPid()).arg(number);
            made = docker({u"run"_qs, u"-d"_qs, u"--network"_qs, u"none"_qs, u"--label"_qs, Label,
                           u"--name"_qs, m_names.last(), Image, u"/bin/busybox"_qs, u"sleep"_qs, u"3600"_qs});
        }
        return made.map([](double) {});
    }

    ~BusyboxFleet()
    {
        if (!m_names.isEmpty())
            static_cast<void>(docker(QStringList{u"rm"_qs, u"-f"_qs} + m_names));
        static_cast<void>(docker({u"rmi"_qs, Image}));
    }

private:
    QStringList m_names;
};

Result<QStringList> runningIds(const QString &socket)
{
    const auto containers = DockerEngine(socket).containers({});
    if (!containers)
        return failure(containers.error());
    QStringList ids;
    for (const DockerContainer &container : *containers)
        if (container.state == u"running" && container.labels.contains(Label))
            ids << container.id;
    return ids;
}

/// `least`: of how many there must be figures.
Result<double> meterAll(ContainerMeter &meter, const QStringList &ids, qsizetype least)
{
    return secondsOf([&]() -> Result<> {
        const auto read = meter.read(ids, {});
        if (!read)
            return failure(read.error());
        if (read->size() < least)
            return failure(ErrorKind::BadData, u"Containers are missing."_qs);
        return {};
    });
}

/// Each side as a program that has just been started would do it: nothing is known of the engine yet.
Result<> measureRound(const QString &socket, const QStringList &ids, Sides &sides)
{
    const DockerEngine engine(socket);
    const auto ps = docker({u"ps"_qs, u"-a"_qs});
    const auto list = secondsOf([&] { return engine.containers({}).map([](const auto &) {}); });
    const auto stats = docker({u"stats"_qs, u"--no-stream"_qs});
    ContainerMeter meter(engine);
    const auto first = meterAll(meter, ids, ids.size());
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    const auto round = meterAll(meter, ids, ids.size());
    QTemporaryDir empty; // no control group can be found there
    ContainerMeter remote(engine, CgroupFiles(empty.path()));
    const auto streams = meterAll(remote, ids, 0); // an engine inside a container may know nothing
    for (const auto &side : {ps, list, stats, first, round, streams})
        if (!side)
            return failure(side.error());
    sides.ps << *ps * 1000;
    sides.list << *list * 1000;
    sides.stats << *stats * 1000;
    sides.firstPicture << *first * 1000;
    sides.round << *round * 1000;
    sides.byStreams << *streams * 1000;
    return {};
}

} // namespace

Result<Measurement> measureDocker(const BenchOptions &options)
{
    Measurement result{u"%1 containers: their list, and what they use"_qs.arg(Containers), {}, {}, {}};
    const auto socket = dockerSocket({}, DockerSurroundings::current());
    if (!socket || !DockerEngine(*socket).version({})) {
        result.notBuilt = u"no engine answers; ./dev testbed up starts one"_qs;
        return result;
    }
    BusyboxFleet fleet;
    if (auto started = fleet.start(); !started)
        return failure(started.error());
    const auto ids = runningIds(*socket);
    if (!ids)
        return failure(ids.error());
    CgroupFiles files;
    files.find(*ids);
    Sides sides;
    for (const QString &id : *ids)
        sides.byFiles += files.read(id) ? 1 : 0;
    for (int round = 0; round < options.rounds; ++round)
        if (auto measured = measureRound(*socket, *ids, sides); !measured)
            return failure(measured.error());
    const auto best = Figure::Best::High;
    const auto further = medianRatio(sides.stats, sides.round);
    result.figures = {
        {u"docker ps -a"_qs, medianOf(sides.ps), u"ms"_qs},
        {u"our list"_qs, medianOf(sides.list), u"ms"_qs},
        {u"docker ps / our list"_qs, medianRatio(sides.ps, sides.list), u"x"_qs, 3.0, 5.0, best},
        {u"docker stats --no-stream"_qs, medianOf(sides.stats), u"ms"_qs},
        {u"our first full picture"_qs, medianOf(sides.firstPicture), u"ms"_qs},
        {u"every further one"_qs, medianOf(sides.round), u"ms"_qs},
        {u"our first one through the engine alone"_qs, medianOf(sides.byStreams), u"ms"_qs},
        {u"docker stats / our first full picture"_qs, medianRatio(sides.stats, sides.firstPicture), u"x"_qs,
         2.0, 5.0, best},
        {u"docker stats / every further one"_qs, further, u"x"_qs, 2.0, 200.0, best},
        {u"docker stats / through the engine alone"_qs, medianRatio(sides.stats, sides.byStreams), u"x"_qs},
    };
    result.notes
        << u"control groups can be read of %1 of %2 containers; the first picture waits 100 ms between "
           "its two readings"_qs.arg(sides.byFiles)
               .arg(ids->size());
    return result;
}

} // namespace pilothouse
