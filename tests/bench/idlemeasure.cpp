// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"
#include "app/demo/demodata.h"
#include "tests/bench/measures.h"
#include "tests/bench/programs.h"
#include "tests/bench/screen.h"

#include <QFile>
#include <QTemporaryDir>
#include <QThread>

#include <unistd.h>

namespace pilothouse {

namespace {

constexpr int SettleSeconds = 12;
constexpr int WatchSeconds = 30; ///< three looks of the monitor

struct Usage
{
    double cpuSeconds = 0;
    double residentMiB = 0;
};

Usage usageOf(qint64 process)
{
    QFile stat(u"/proc/%1/stat"_qs.arg(process));
    QFile status(u"/proc/%1/status"_qs.arg(process));
    Usage usage;
    if (!stat.open(QIODevice::ReadOnly) || !status.open(QIODevice::ReadOnly))
        return usage;
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' '); // from the third on
    usage.cpuSeconds = (fields.value(11).toDouble() + fields.value(12).toDouble())
                       / static_cast<double>(::sysconf(_SC_CLK_TCK));
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            usage.residentMiB = line.mid(6).simplified().split(' ').value(0).toDouble() / 1024;
    }
    return usage;
}

Result<> addInstances(const QString &folder, int count)
{
    const auto console = Console::open({folder + u"/state"_qs});
    if (!console)
        return failure(console.error());
    for (int number = 1; number <= count; ++number) {
        Instance instance;
        instance.name = u"idle-%1"_qs.arg(number);
        instance.profile = u"portagent"_qs;
        instance.dataDir = u"%1/data-%2"_qs.arg(folder).arg(number);
        instance.runtime.kind = u"files"_qs;
        if (auto made = createDemoData(instance.dataDir, {}, {}); !made)
            return made;
        if (const auto added = (*console)->instances().add(instance); !added)
            return failure(added.error());
    }
    return {};
}

/// A window with its own instances, which nobody touches.
class IdleWindow
{
public:
    explicit IdleWindow(const Screen &screen)
        : m_process(screen, {}, {})
    {
    }

    Result<> start(int instances)
    {
        if (const auto added = addInstances(m_folder.path(), instances); !added)
            return added;
        m_process.start(builtProgram(u"app/pilothouse"_qs),
                        {u"--state-dir"_qs, m_folder.filePath(u"state"_qs)});
        return {};
    }

    Usage usage() const { return usageOf(m_process.id()); }

private:
    QTemporaryDir m_folder;
    WindowProcess m_process;
};

} // namespace

Result<Measurement> measureIdle(const BenchOptions &)
{
    Measurement result{u"The window while nothing is asked of it"_qs, {}, {}, {}};
    if (builtProgram(u"app/pilothouse"_qs).isEmpty()) {
        result.notBuilt = u"the window's program"_qs;
        return result;
    }
    const Screen screen;
    IdleWindow one(screen);
    IdleWindow ten(screen);
    if (const auto started = one.start(1).and_then([&] { return ten.start(10); }); !started)
        return failure(started.error());
    // Both at once: processor time and memory are each process's own.
    QThread::sleep(SettleSeconds);
    const Usage before[] = {one.usage(), ten.usage()};
    QThread::sleep(WatchSeconds);
    const Usage after[] = {one.usage(), ten.usage()};
    if (after[0].residentMiB <= 0 || after[1].residentMiB <= 0)
        return failure(ErrorKind::NotFound, u"The window ended by itself."_qs);
    const auto share = [&](int side) {
        return 100 * (after[side].cpuSeconds - before[side].cpuSeconds) / WatchSeconds;
    };
    result.figures = {{u"resident memory, one instance"_qs, after[0].residentMiB, u"MiB"_qs, 120.0, {}},
                      {u"resident memory, ten instances"_qs, after[1].residentMiB, u"MiB"_qs},
                      {u"CPU, one instance"_qs, share(0), u"%"_qs},
                      {u"CPU, ten instances"_qs, share(1), u"%"_qs, 1.0, {}}};
    result.notes << u"on %1, over %2 s, of one core"_qs.arg(screen.name()).arg(WatchSeconds);
    return result;
}

} // namespace pilothouse
