// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/loggenerations.h"
#include "core/logs/filewatch.h"
#include "tests/bench/benchlog.h"
#include "tests/bench/measures.h"
#include "tests/bench/programs.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <malloc.h>

namespace pilothouse {

namespace {

constexpr int ScreenHeight = 60;
constexpr int Appends = 20;
constexpr auto BestHigh = Figure::Best::High;

/// A peer's time, whole process, and the number it prints.
struct Peer
{
    double seconds = 0;
    qint64 number = 0;
};

Result<Peer> runPeer(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_qs, u"C"_qs);
    process.setProcessEnvironment(environment);
    const auto seconds = secondsOf([&]() -> Result<> {
        process.start(program, arguments);
        if (process.waitForFinished(-1))
            return {};
        return failure(ErrorKind::NotFound, u"%1 is not installed."_qs.arg(program));
    });
    if (!seconds)
        return failure(seconds.error());
    return Peer{*seconds, process.readAllStandardOutput().trimmed().split(' ').first().toLongLong()};
}

/// Memory of this process that is no file's, in MiB.
double anonymousMiB()
{
    ::malloc_trim(0);
    QFile status(u"/proc/self/status"_qs);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("RssAnon:"))
            return line.mid(8).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

LogSource sourceOf(const QString &path)
{
    LogSource source;
    source.kind = u"file"_qs;
    source.path = path;
    return source;
}

struct IndexTimes
{
    QList<double> wc;
    QList<double> index;
    QList<double> again;
};

Result<> indexRound(const QString &path, IndexTimes &times)
{
    const auto peer = runPeer(u"wc"_qs, {u"-l"_qs, path});
    if (!peer)
        return failure(peer.error());
    QTemporaryDir cache;
    LogGenerations first(sourceOf(path), cache.path());
    const auto opened = secondsOf([&]() -> Result<> {
        if (auto done = first.open({}); !done)
            return done;
        const auto updated = first.update({});
        return updated ? Result<>() : failure(updated.error());
    });
    if (!opened)
        return failure(opened.error());
    if (first.lineCount() != peer->number)
        return failure(ErrorKind::BadData,
                       u"wc counts %1 lines, the index %2."_qs.arg(peer->number).arg(first.lineCount()));
    first.store();
    LogGenerations second(sourceOf(path), cache.path());
    const auto again = secondsOf([&]() -> Result<> {
        if (auto done = second.open({}); !done)
            return done;
        const auto updated = second.update({});
        return updated ? Result<>() : failure(updated.error());
    });
    if (!again || second.lineCount() != peer->number)
        return failure(ErrorKind::BadData, u"The stored index does not fit."_qs);
    times.wc << peer->seconds;
    times.index << *opened;
    times.again << *again;
    return {};
}

struct SearchTimes
{
    QList<double> peer;
    QList<double> ours;
    QList<double> firstHit;
    qint64 hits = 0;
    QString engine;
};

Result<> searchRound(const QString &path, const LogQuery &query, SearchTimes &times)
{
    const bool hasRipgrep = !QStandardPaths::findExecutable(u"rg"_qs).isEmpty();
    QStringList words{hasRipgrep ? u"-c"_qs : u"-cE"_qs};
    if (!query.isCaseSensitive)
        words << u"-i"_qs;
    const auto peer = runPeer(hasRipgrep ? u"rg"_qs : u"grep"_qs, words + QStringList{query.text, path});
    const auto file = LogFile::open(path);
    const auto pattern = LinePattern::compile(query);
    if (!peer || !file || !pattern)
        return failure(ErrorKind::NotFound, u"A side of the search cannot run."_qs);
    QElapsedTimer timer;
    double firstHit = 0;
    timer.start();
    const auto found = LineSearch(**file, LogEncoding::Bytes, **pattern)
                           .run(
                               [&](std::span<const qint64> starts, qint64) {
                                   if (firstHit == 0 && !starts.empty())
                                       firstHit = static_cast<double>(timer.nsecsElapsed()) / 1e9;
                               },
                               {});
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    if (!found || found->hits != peer->number)
        return failure(
            ErrorKind::BadData,
            u"The peer finds %1 lines, the engine %2."_qs.arg(peer->number).arg(found ? found->hits : -1));
    times.peer << peer->seconds;
    times.ours << seconds;
    times.firstHit << firstHit;
    times.hits = found->hits;
    times.engine = (*pattern)->engine();
    return {};
}

Result<double> screenMilliseconds(const QString &path)
{
    const auto seconds = secondsOf([&]() -> Result<> {
        const auto file = LogFile::open(path);
        if (!file)
            return failure(file.error());
        const ScreenLines screen(**file, encodingOf(**file));
        const bool isWhole = screen.from(0, ScreenHeight).size() == ScreenHeight
                             && screen.before((*file)->size(), ScreenHeight).size() == ScreenHeight;
        return isWhole ? Result<>() : failure(ErrorKind::BadData, u"A screen lacks lines."_qs);
    });
    return seconds.map([](double value) { return value * 1000; });
}

Result<double> openMiB(const QString &path)
{
    const double before = anonymousMiB();
    LogGenerations log(sourceOf(path), {});
    if (auto opened = log.open({}); !opened)
        return failure(opened.error());
    if (const auto updated = log.update({}); !updated)
        return failure(updated.error());
    return anonymousMiB() - before;
}

/// From writing a line to knowing it, the writer being this process.
Result<double> followMilliseconds(const QString &folder)
{
    QFile growing(folder + u"/follow/growing.log"_qs);
    QDir().mkpath(folder + u"/follow"_qs);
    if (!growing.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return failure(ErrorKind::Refused, u"%1 cannot be written."_qs.arg(growing.fileName()));
    growing.write(QByteArray(100'000'000, 'x'));
    FileWatch watch(folder + u"/follow"_qs);
    LogGenerations log(sourceOf(growing.fileName()), {});
    if (auto opened = log.open({}); !opened)
        return failure(opened.error());
    QList<double> times;
    auto updated = log.update({});
    for (int number = 0; number < Appends && updated; ++number) {
        const auto seconds = secondsOf([&]() -> Result<> {
            const qint64 before = log.generation(0).index().lineEnds();
            growing.write("one more line\n");
            while (updated && log.generation(0).index().lineEnds() == before) {
                watch.wait(std::chrono::seconds(1));
                updated = log.update({});
            }
            return {};
        });
        times << *seconds * 1000;
    }
    growing.remove();
    return medianOf(times);
}

void addIndexFigures(const IndexTimes &times, QList<Figure> &figures)
{
    figures
        << Figure{u"wc -l"_qs, medianOf(times.wc), u"s"_qs}
        << Figure{u"our full line index"_qs, medianOf(times.index), u"s"_qs}
        << Figure{u"wc -l / our index"_qs, medianRatio(times.wc, times.index), u"x"_qs, 0.75, 1.2, BestHigh}
        << Figure{u"re-open / first time"_qs, medianRatio(times.again, times.index), u"x"_qs, 0.2, 0.03};
}

void addSearchFigures(const QString &name, const SearchTimes &times, const Figure &ratio, Measurement &result)
{
    result.figures << Figure{u"ripgrep, %1"_qs.arg(name), medianOf(times.peer), u"s"_qs}
                   << Figure{u"ours, %1"_qs.arg(name), medianOf(times.ours), u"s"_qs} << ratio;
    result.notes
        << u"%1: %2 lines, found by %3; as many as the peer's"_qs.arg(name).arg(times.hits).arg(times.engine);
}

struct BurstTimes
{
    QList<double> peer;
    QList<double> ours;
    QList<double> frames; ///< ms
};

Result<> burstRound(BurstTimes &times)
{
    const QString program = builtProgram(u"tests/bench/pilothouse-log-burst"_qs);
    if (program.isEmpty())
        return failure(ErrorKind::NotFound, u"pilothouse-log-burst is not built."_qs);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_qs, u"offscreen"_qs);
    process.setProcessEnvironment(environment);
    process.start(program, QStringList());
    process.waitForFinished(-1);
    const QJsonObject figures = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    if (figures.isEmpty())
        return failure(ErrorKind::BadData, u"pilothouse-log-burst said nothing."_qs);
    times.peer << figures.value(u"peerSeconds"_qs).toDouble();
    times.ours << figures.value(u"seconds"_qs).toDouble();
    times.frames << figures.value(u"frame"_qs).toDouble();
    return {};
}

} // namespace

Result<Measurement> measureLogs(const BenchOptions &options)
{
    const auto path = benchLog(options.folder, options.bytes);
    const auto large = benchLog(options.folder, 4 * options.bytes);
    if (!path || !large)
        return failure(path ? large.error() : path.error());
    IndexTimes index;
    SearchTimes literal;
    SearchTimes pattern;
    for (int round = 0; round < options.rounds; ++round) {
        auto done = indexRound(*path, index);
        if (done)
            done = searchRound(*path, {u"error"_qs, false, false}, literal);
        if (done)
            done = searchRound(*path, {benchLogPattern(), true, true}, pattern);
        if (!done)
            return failure(done.error());
    }
    const auto screen = screenMilliseconds(*path);
    const auto largeScreen = screenMilliseconds(*large);
    const auto memory = openMiB(*large);
    const auto follow = followMilliseconds(options.folder);
    BurstTimes burst;
    for (int round = 0; round < options.rounds; ++round) {
        if (const auto done = burstRound(burst); !done)
            return failure(done.error());
    }
    for (const auto &value : {screen, largeScreen, memory, follow}) {
        if (!value)
            return failure(value.error());
    }
    Measurement result{u"A log of %1 MB"_qs.arg(options.bytes / 1'000'000), {}, {}, {}};
    addIndexFigures(index, result.figures);
    addSearchFigures(
        u"literal, any case"_qs, literal,
        {u"ripgrep / ours"_qs, medianRatio(literal.peer, literal.ours), u"x"_qs, 0.7, 1.3, BestHigh}, result);
    // The expression's first hit lies a quarter down the log, so only the literal's tells how soon one is
    // there.
    result.figures << Figure{u"first hit / its own whole search"_qs,
                             medianRatio(literal.firstHit, literal.ours), u"x"_qs, 0.1};
    addSearchFigures(
        u"regular expression"_qs, pattern,
        {u"ripgrep / ours"_qs, medianRatio(pattern.peer, pattern.ours), u"x"_qs, 1.2, 2.1, BestHigh}, result);
    result.figures << Figure{u"first and last screen"_qs, *screen, u"ms"_qs, 5.0}
                   << Figure{u"first and last screen, four times the size"_qs, *largeScreen, u"ms"_qs, 5.0}
                   << Figure{u"memory, four times the size"_qs, *memory, u"MiB"_qs, 80.0, 12.0}
                   << Figure{u"follow, from writing to knowing"_qs, *follow, u"ms"_qs, 30.0, 5.0}
                   << Figure{u"a burst of 100,000 lines, QPlainTextEdit / ours"_qs,
                             medianRatio(burst.peer, burst.ours),
                             u"x"_qs,
                             20.0,
                             200.0,
                             BestHigh}
                   << Figure{u"longest frame of the burst"_qs, medianOf(burst.frames), u"ms"_qs, 16.0};
    return result;
}

} // namespace pilothouse
