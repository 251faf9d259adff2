// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/benchservice.h"
#include "tests/bench/measures.h"
#include "tests/bench/programs.h"

#include <QProcess>

namespace pilothouse {

namespace {

constexpr int WalkSeconds = 10;
constexpr int StartDeadline = 20'000;

/// An X server of its own, so that windows are measured as people see them; without Xvfb the platform is
/// Qt's offscreen one, for both sides.
class Screen
{
public:
    Screen()
    {
        m_server.start(u"Xvfb"_qs, {u"-displayfd"_qs, u"1"_qs, u"-screen"_qs, u"0"_qs, u"1600x1000x24"_qs,
                                    u"-nolisten"_qs, u"tcp"_qs});
        if (m_server.waitForStarted() && m_server.waitForReadyRead(StartDeadline))
            m_display = u':' + QString::fromLatin1(m_server.readLine().trimmed());
    }

    ~Screen()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }

    QString name() const { return m_display.isEmpty() ? u"offscreen"_qs : u"Xvfb"_qs; }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_qs, m_display.isEmpty() ? u"offscreen"_qs : u"xcb"_qs);
        environment.insert(u"DISPLAY"_qs, m_display);
        environment.remove(u"WAYLAND_DISPLAY"_qs);
        return environment;
    }

private:
    QProcess m_server;
    QString m_display;
};

/// Starts a program and waits for a line that begins with these words; then ends it.
Result<QByteArray> waitForLine(const QString &program, const QStringList &arguments,
                               const QProcessEnvironment &environment, const QByteArray &words, int deadline)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    QByteArray found;
    while (found.isEmpty() && (process.canReadLine() || process.waitForReadyRead(deadline))) {
        const QByteArray line = process.readLine();
        if (line.startsWith(words))
            found = line.mid(words.size()).trimmed() + ' ';
    }
    process.terminate();
    if (!process.waitForFinished(StartDeadline)) {
        process.kill();
        process.waitForFinished();
    }
    if (found.isEmpty())
        return failure(ErrorKind::TimedOut,
                       u"%1 did not print “%2”."_qs.arg(program, QString::fromLatin1(words)));
    return found;
}

Result<double> firstPaint(const QString &program, const QStringList &arguments, const Screen &screen)
{
    QProcessEnvironment environment = screen.environment();
    environment.insert(u"PILOTHOUSE_BENCH_FIRST_PAINT"_qs, u"1"_qs);
    return secondsOf(
               [&] { return waitForLine(program, arguments, environment, "first paint", StartDeadline); })
        .map([](double seconds) { return 1000 * seconds; });
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
    const Screen screen;
    QList<double> ours;
    QList<double> peer;
    for (int round = -1; round < qMax(5, options.rounds); ++round) {
        const auto least = firstPaint(empty, {}, screen);
        const auto full = firstPaint(program, {u"--state-dir"_qs, state.path()}, screen);
        for (const auto &side : {least, full})
            if (!side)
                return failure(side.error());
        if (round < 0)
            continue; // warms the cache
        peer << *least;
        ours << *full;
    }
    result.figures = {{u"empty QMainWindow"_qs, medianOf(peer), u"ms"_qs},
                      {u"Pilothouse"_qs, medianOf(ours), u"ms"_qs},
                      {u"Pilothouse / empty"_qs, medianRatio(ours, peer), u"x"_qs, 2.0, 1.4}};
    result.notes << u"on "_qs + screen.name() + u", with an empty list of instances"_qs;
    return result;
}

Result<Measurement> measureUiBlock(const BenchOptions &options)
{
    const QString program = builtProgram(u"app/pilothouse"_qs);
    Measurement result{u"Longest time that the UI thread is away"_qs, {}, {}, {}};
    if (program.isEmpty()) {
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
    QProcessEnvironment environment = screen.environment();
    environment.insert(u"PILOTHOUSE_BENCH_WALK"_qs, QString::number(WalkSeconds));
    const auto line = waitForLine(program, {u"--state-dir"_qs, (*service)->stateFolder()}, environment,
                                  "worst block", StartDeadline + 1000 * WalkSeconds);
    if (!line)
        return failure(line.error());
    result.figures = {{u"worst block while the pages are walked"_qs,
                       line->trimmed().split(' ').value(0).toDouble(), u"ms"_qs, 50.0, 16.0}};
    result.notes << u"on %1, for %2 s"_qs.arg(screen.name()).arg(WalkSeconds);
    return result;
}

} // namespace pilothouse
