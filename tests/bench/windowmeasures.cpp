// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demodatabase.h"
#include "tests/bench/benchservice.h"
#include "tests/bench/measures.h"
#include "tests/bench/programs.h"
#include "tests/bench/screen.h"

namespace pilothouse {

namespace {

constexpr int WalkSeconds = 10;
constexpr int StartDeadline = 20'000;
constexpr int ManyUsers = 100'000;

Result<double> firstPaint(const QString &program, const QStringList &arguments, const Screen &screen)
{
    WindowProcess process(screen, u"PILOTHOUSE_BENCH_FIRST_PAINT"_qs, u"1"_qs);
    process.start(program, arguments);
    return process.waitForLine("first paint", StartDeadline).map([](const PrintedLine &line) {
        return line.ms;
    });
}

/// An instance that is plain files, in a state folder of its own.
Result<> addInstance(const QString &stateFolder, const QString &dataFolder)
{
    if (auto made = createDemoData(dataFolder, {}, {}); !made)
        return made;
    const auto console = Console::open({stateFolder});
    if (!console)
        return failure(console.error());
    Instance instance;
    instance.name = u"bench"_qs;
    instance.profile = u"portagent"_qs;
    instance.dataDir = dataFolder;
    instance.runtime.kind = u"files"_qs;
    return (*console)->instances().add(instance).map([](const Instance &) {});
}

Result<> addUsers(const QString &dataFolder, int count)
{
    return DemoDatabase::open(dataFolder + u"/data/portagent.db"_qs)
        .and_then([count](DemoDatabase database) -> Result<> {
            return database.run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
                                "INSERT INTO users(userId, username, email, passwordHash, containerId, "
                                "displayName, isActive, createdAt, updatedAt) "
                                "SELECT printf('many-%06d', i), 'many' || i, 'many' || i "
                                "|| '@example.org', 'x', "
                                "'many-' || i, 'Person number ' || i, i % 7 > 0, 1767225600000 + i * 1000, "
                                "1767225600000 + i * 2000 "
                                "FROM n",
                                {count});
        });
}

Result<Figure> worstBlock(BenchService &service, const Screen &screen, const QString &where)
{
    WindowProcess process(screen, u"PILOTHOUSE_BENCH_WALK"_qs, QString::number(WalkSeconds));
    process.start(builtProgram(u"app/pilothouse"_qs), {u"--state-dir"_qs, service.stateFolder()});
    const auto line = process.waitForLine("worst block", StartDeadline + 1000 * WalkSeconds);
    if (!line)
        return failure(line.error());
    const QString page = QString::fromUtf8(line->rest.split(' ').value(1));
    return Figure{u"%1 (worst: %2)"_qs.arg(where, page), line->rest.split(' ').value(0).toDouble(), u"ms"_qs,
                  50.0, 16.0};
}

} // namespace

Result<Measurement> measureFirstPaint(const BenchOptions &options)
{
    const QString program = builtProgram(u"app/pilothouse"_qs);
    const QString empty = builtProgram(u"tests/bench/pilothouse-empty-window"_qs);
    Measurement result{u"Start to first paint of the window"_qs, {}, {}, {}};
    if (program.isEmpty() || empty.isEmpty()) {
        result.notBuilt = u"the window's program"_qs;
        return result;
    }
    const QTemporaryDir state;
    const QTemporaryDir watched;
    if (const auto added = addInstance(watched.filePath(u"state"_qs), watched.filePath(u"data"_qs)); !added)
        return failure(added.error());
    const Screen screen;
    QList<double> times[3];
    for (int round = -1; round < qMax(5, options.rounds); ++round) {
        const Result<double> sides[] = {
            firstPaint(empty, {}, screen), firstPaint(program, {u"--state-dir"_qs, state.path()}, screen),
            firstPaint(program, {u"--state-dir"_qs, watched.filePath(u"state"_qs)}, screen)};
        for (int side = 0; side < 3; ++side) {
            if (!sides[side])
                return failure(sides[side].error());
            if (round >= 0) // the first warms the cache
                times[side] << *sides[side];
        }
    }
    result.figures = {{u"empty QMainWindow"_qs, medianOf(times[0]), u"ms"_qs},
                      {u"Pilothouse, no instance"_qs, medianOf(times[1]), u"ms"_qs},
                      {u"Pilothouse, one instance"_qs, medianOf(times[2]), u"ms"_qs},
                      {u"no instance / empty"_qs, medianRatio(times[1], times[0]), u"x"_qs, 2.0, 1.4},
                      {u"one instance / empty"_qs, medianRatio(times[2], times[0]), u"x"_qs, 2.0, 1.4}};
    result.notes << u"on "_qs + screen.name();
    return result;
}

Result<Measurement> measureUiBlock(const BenchOptions &options)
{
    Measurement result{u"Longest time that the UI thread is away"_qs, {}, {}, {}};
    if (builtProgram(u"app/pilothouse"_qs).isEmpty()) {
        result.notBuilt = u"the window's program"_qs;
        return result;
    }
    BenchOptions small = options;
    small.bytes = 0; // the demo as it is
    const auto service = BenchService::create(small);
    if (!service)
        return failure(service.error());
    if (auto started = (*service)->demo().start({}); !started)
        return failure(started.error());
    const Screen screen;
    const auto demo = worstBlock(**service, screen, u"all pages of the demo"_qs);
    if (!demo)
        return failure(demo.error());
    if (auto added = addUsers((*service)->demo().dataDirectory(), ManyUsers); !added)
        return failure(added.error());
    const auto many = worstBlock(**service, screen, u"with %1 users"_qs.arg(ManyUsers));
    if (!many)
        return failure(many.error());
    result.figures = {*demo, *many};
    result.notes << u"on %1, for %2 s each"_qs.arg(screen.name()).arg(WalkSeconds);
    return result;
}

} // namespace pilothouse
