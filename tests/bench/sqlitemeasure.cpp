// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqlitecopy.h"
#include "core/database/sqliteengine.h"
#include "tests/bench/benchdatabase.h"
#include "tests/bench/benchwriter.h"
#include "tests/bench/measures.h"
#include "tests/bench/programs.h"

#include <QFile>

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr int Checks = 20;
constexpr std::chrono::milliseconds AfterCopy{
    300};                          ///< in which the checkpoint comes that waited for the copy
constexpr double AloneSeconds = 2; ///< at least: the writer alone has a checkpoint in them too

/// The sides of one comparison, round by round.
struct Sides
{
    QList<double> cp;
    QList<double> idle;
    QList<double> copy;
    QList<double> facts;
    QList<double> stalls;      ///< while a copy is made
    QList<double> afterStalls; ///< in the time after it
    QList<double> quietStalls;
    QList<double> diskStalls;
    double written = 0;
    double writtenFor = 0;
};

void removeFamily(const QString &path)
{
    for (const QString &file : SqliteEngine::family(path))
        QFile::remove(file);
}

/// Without what an earlier side has left behind: its blocks are given back to the disk when the file system
/// commits, and whoever commits then waits for that.
void clearForNextSide(const QString &path)
{
    removeFamily(path);
    const int folder = ::open(QFile::encodeName(path.left(path.lastIndexOf(u'/'))).constData(),
                              O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ::syncfs(folder);
    ::close(folder);
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
}

/// What a program does that knows nothing of the service: all pages in one step, nobody writes, then fsync.
Result<> copyInOneStep(const QString &path, const QString &destination)
{
    using Use = SqliteConnection::Use;
    QFile(destination).open(QIODevice::WriteOnly);
    {
        const auto source = SqliteConnection::open(path, Use::Read, {});
        const auto target = SqliteConnection::open(destination, Use::Own, {});
        if (!source || !target)
            return failure(source ? target.error() : source.error());
        const auto ready = target->execute(u"PRAGMA journal_mode=OFF"_qs).and_then([&] {
            return target->execute(u"PRAGMA synchronous=OFF"_qs);
        });
        if (!ready)
            return ready;
        sqlite3_backup *backup = sqlite3_backup_init(target->native(), "main", source->native(), "main");
        const int code = sqlite3_backup_step(backup, -1);
        sqlite3_backup_finish(backup);
        if (code != SQLITE_DONE)
            return target->failed(code);
    }
    return syncClosedFile(destination);
}

Result<> copyByProgram(const QString &path, const QString &destination)
{
    const auto copied = secondsOf(u"cp"_qs, {path, destination});
    if (!copied)
        return failure(copied.error());
    return syncClosedFile(destination);
}

Result<> checkCopy(const QString &copy)
{
    const auto check = SqliteEngine().quickCheck(copy, {});
    if (!check)
        return failure(check.error());
    if (check->verdict != CheckVerdict::Passed)
        return failure(ErrorKind::BadData, check->problems.value(0), copy);
    return {};
}

/// The worst commit of a program that does nothing but bring 4 KiB to the disk 200 times a second, in ms:
/// what the disk itself is worth here.
Result<double> worstCommitOfDisk(const QString &path, double seconds)
{
    using namespace std::chrono;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return failure(ErrorKind::Refused, file.errorString(), path);
    const QByteArray page(4096, 'x');
    double worst = 0;
    const auto begin = steady_clock::now();
    for (auto due = begin; due - begin < duration<double>(seconds); due += milliseconds(5)) {
        std::this_thread::sleep_until(due);
        const auto started = steady_clock::now();
        if (file.write(page) != page.size() || ::fdatasync(file.handle()) != 0)
            return failure(ErrorKind::Refused, u"The disk takes no more."_qs, path);
        worst = std::max(worst, duration<double, std::milli>(steady_clock::now() - started).count());
    }
    file.remove();
    return worst;
}

/// The writer alone for `seconds` or longer, then our copy while it writes on.
Result<> copyUnderWriter(const QString &path, const QString &copy, WriterProcess &writer, double seconds,
                         Sides &sides)
{
    if (const auto reset = writer.facts(); !reset)
        return failure(reset.error());
    std::this_thread::sleep_for(std::chrono::duration<double>(std::max(seconds, AloneSeconds)));
    const auto quiet = writer.facts();
    if (!quiet)
        return failure(quiet.error());
    sides.quietStalls << quiet->worstMilliseconds;
    const auto copied = secondsOf([&] { return copyOnline(path, copy, {}); });
    const auto facts = writer.facts();
    std::this_thread::sleep_for(AfterCopy);
    const auto after = writer.facts();
    if (!copied || !facts || !after)
        return failure(!copied ? copied.error() : (facts ? after.error() : facts.error()));
    sides.copy << *copied;
    sides.stalls << facts->worstMilliseconds;
    sides.afterStalls << after->worstMilliseconds;
    sides.written += static_cast<double>(facts->transactions + after->transactions);
    sides.writtenFor += facts->seconds + after->seconds;
    return checkCopy(copy);
}

Result<> measureRound(const QString &path, const QString &copy, Sides &sides)
{
    clearForNextSide(copy);
    const auto cp = secondsOf([&] { return copyByProgram(path, copy); });
    clearForNextSide(copy);
    const auto idle = secondsOf([&] { return copyInOneStep(path, copy); });
    clearForNextSide(copy);
    for (const auto &side : {cp, idle})
        if (!side)
            return failure(side.error());
    sides.cp << *cp;
    sides.idle << *idle;
    const auto disk = worstCommitOfDisk(copy, *idle);
    if (!disk)
        return failure(disk.error());
    sides.diskStalls << *disk;
    auto writer = WriterProcess::start(path);
    if (!writer)
        return failure(writer.error());
    const auto copied = copyUnderWriter(path, copy, *writer, *idle, sides);
    writer->stop();
    if (!copied)
        return copied;
    const auto facts = secondsOf([&] { return SqliteEngine().facts(copy, {}); });
    if (!facts)
        return failure(facts.error());
    sides.facts << *facts;
    return {};
}

} // namespace

Result<Measurement> measureSqliteBackup(const BenchOptions &options)
{
    const auto path = benchDatabase(options);
    if (!path)
        return failure(path.error());
    const QString copy = options.folder + u"/copy.db"_qs;
    Sides sides;
    auto done = checkCopy(*path); // also warms the cache
    for (int round = 0; done && round < options.rounds; ++round)
        done = measureRound(*path, copy, sides);
    // The verdict over twenty copies needs no timing of the others, only of the writer alone.
    auto writer = WriterProcess::start(*path);
    if (!writer)
        return failure(writer.error());
    for (int check = options.rounds; done && check < Checks; ++check) {
        clearForNextSide(copy);
        done = copyUnderWriter(*path, copy, *writer, medianOf(sides.copy), sides);
    }
    writer->stop();
    removeFamily(copy);
    if (!done)
        return failure(done.error());

    const auto worst = [](const QList<double> &stalls) {
        return *std::max_element(stalls.cbegin(), stalls.cend());
    };
    Measurement result{u"SQLite backup under 200 transactions/s (WAL)"_qs, {}, {}, {}};
    const QList<double> timed = sides.copy.mid(0, options.rounds);
    result.figures = {
        {u"copy under the writer, fsync included"_qs, medianOf(timed), u"s"_qs},
        {u"one idle step(-1), fsync included"_qs, medianOf(sides.idle), u"s"_qs},
        {u"cp, fsync included"_qs, medianOf(sides.cp), u"s"_qs},
        {u"rows and digests of every table of the copy"_qs, medianOf(sides.facts), u"s"_qs},
        {u"copy / idle step(-1)"_qs, medianRatio(timed, sides.idle), u"x"_qs, 1.2},
        {u"copy / cp"_qs, medianRatio(timed, sides.cp), u"x"_qs, {}, 1.5},
        {u"writer's transactions per second"_qs,
         sides.written / sides.writtenFor,
         u"/s"_qs,
         199.0,
         {},
         Figure::Best::High},
        {u"writer's worst stall in all copies"_qs, worst(sides.stalls), u"ms"_qs, 10.0},
        {u"writer's worst stall, median of the copies"_qs, medianOf(sides.stalls), u"ms"_qs},
        {u"in the 300 ms after a copy (its checkpoint): worst"_qs, worst(sides.afterStalls), u"ms"_qs},
        {u"the same writer alone, as often: worst"_qs, worst(sides.quietStalls), u"ms"_qs},
        {u"the same writer alone: median of the times"_qs, medianOf(sides.quietStalls), u"ms"_qs},
        {u"worst with a copy or after it / alone"_qs,
         std::max(worst(sides.stalls), worst(sides.afterStalls)) / worst(sides.quietStalls), u"x"_qs},
        {u"the disk alone: worst fdatasync of 4 KiB"_qs, worst(sides.diskStalls), u"ms"_qs},
        {u"copies whose quick_check is ok"_qs,
         static_cast<double>(sides.copy.size()),
         u""_qs,
         Checks,
         {},
         Figure::Best::High},
    };
    return result;
}

} // namespace pilothouse
