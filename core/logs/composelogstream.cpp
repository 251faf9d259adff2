// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/composelogstream.h"

#include "core/base/channel.h"
#include "core/logs/workerthread.h"
#include "core/runtime/composeproject.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <vector>

namespace pilothouse {

namespace {

constexpr size_t LinesInFlight = 1024;
constexpr qsizetype LongestLine = 1 << 20;
constexpr qsizetype StampLength = 30; // "2026-11-20T22:09:09.733168307Z", always nine digits

/// A whole line of a container with the engine's time before it, which orders lines as plain text does.
struct ComposeLine
{
    QByteArray text;
    QString stream;
    bool isPlain = false;

    QByteArray stamp() const { return text.left(StampLength); }
};

struct ComposeSource
{
    QString container;
    QString stream;
    bool isPlain = false; // among others, and not in the format of the one that the profile knows
    QByteArray last;      // stamp of the last line that was handed over
};

/// Cuts the pieces of one container into lines, its two streams apart.
class LineCutter
{
public:
    explicit LineCutter(const ComposeSource &source)
        : m_source(source)
    {
    }

    QList<ComposeLine> cut(DockerStream stream, const QByteArray &bytes)
    {
        QByteArray &open = m_open[stream == DockerStream::Error ? 1 : 0];
        open += bytes;
        QList<ComposeLine> lines;
        qsizetype begin = 0;
        for (qsizetype end = open.indexOf('\n'); end >= 0; end = open.indexOf('\n', begin)) {
            lines << ComposeLine{open.mid(begin, end + 1 - begin), m_source.stream, m_source.isPlain};
            begin = end + 1;
        }
        open.remove(0, begin);
        if (open.size() > LongestLine)
            open.truncate(LongestLine);
        return lines;
    }

private:
    const ComposeSource &m_source;
    QByteArray m_open[2];
};

bool handOver(const ComposeLine &line, const LogStream::OnPiece &onPiece)
{
    LogPiece piece;
    piece.stream = line.stream;
    piece.bytes = line.text;
    piece.isPlain = line.isPlain;
    piece.component = line.isPlain ? line.stream : QString();
    return onPiece(piece);
}

QList<ComposeSource> sourcesOf(const QList<DockerContainer> &containers, const QString &service,
                               const QString &own)
{
    QList<ComposeSource> sources;
    for (const DockerContainer &container : containers) {
        const QString name = ComposeProject::serviceOf(container);
        if (!service.isEmpty() && name != service)
            continue;
        const int number =
            container.labels.value(QStringLiteral("com.docker.compose.container-number")).toInt();
        const QString stream = number > 1 ? QStringLiteral("%1/%2").arg(name).arg(number) : name;
        sources << ComposeSource{container.id, stream, service.isEmpty() && name != own, {}};
    }
    return sources;
}

/// What there is now of one container, read in a thread of its own.
class PastLane
{
public:
    PastLane(const DockerEngine &engine, ComposeSource &source, const LogStreamQuery &query,
             const OperationContext &context)
        : m_source(source)
        , m_context(context)
        , m_thread(QThread::create([this, &engine, query] {
            DockerLogQuery asked;
            asked.tail = query.lines;
            asked.since = query.since;
            LineCutter cutter(m_source);
            m_result = engine.logs(
                m_source.container, asked,
                [this, &cutter](DockerStream stream, const QByteArray &bytes) {
                    return m_channel.push(cutter.cut(stream, bytes), m_context);
                },
                m_context);
            m_channel.close();
        }))
    {
        m_thread->start();
    }

    /// Waits for a line; false: there will be none.
    bool fill(const OperationContext &context)
    {
        while (m_lines.isEmpty() && !context.isCancelled()) {
            if (auto lines = m_channel.pop(std::chrono::milliseconds(50)))
                m_lines = std::move(*lines);
            else if (m_channel.isDone())
                break;
        }
        return !m_lines.isEmpty();
    }
    const ComposeLine &front() const { return m_lines.first(); }
    ComposeLine take()
    {
        ComposeLine line = m_lines.takeFirst();
        m_source.last = std::max(m_source.last, line.stamp());
        return line;
    }
    /// After fill() was false.
    const Result<> &result()
    {
        m_thread->wait();
        return m_result;
    }

private:
    ComposeSource &m_source;
    const OperationContext &m_context;
    Channel<QList<ComposeLine>> m_channel{LinesInFlight / 16};
    Result<> m_result;
    QList<ComposeLine> m_lines;
    WorkerThread m_thread; // last, so that it ends before what it uses goes
};

using PastLanes = std::vector<std::unique_ptr<PastLane>>;

/// The one whose next line is the oldest; null: all have ended.
PastLane *oldestOf(const PastLanes &lanes, const OperationContext &context)
{
    PastLane *oldest = nullptr;
    for (const auto &lane : lanes) {
        if (lane->fill(context) && (!oldest || lane->front().stamp() < oldest->front().stamp()))
            oldest = lane.get();
    }
    return oldest;
}

/// Hands over what there is now, of all of them by time; the last lines where the query wants no more.
/// Says whether more is wanted.
Result<bool> handOverPast(const DockerEngine &engine, QList<ComposeSource> &sources,
                          const LogStreamQuery &query, const LogStream::OnPiece &onPiece,
                          const OperationContext &context)
{
    const OperationContext inner; // ends the threads where the receiver has enough
    PastLanes lanes;
    for (ComposeSource &source : sources)
        lanes.push_back(std::make_unique<PastLane>(engine, source, query, inner));
    std::deque<ComposeLine> last;
    bool isWanted = true;
    for (PastLane *lane = oldestOf(lanes, context); lane && isWanted; lane = oldestOf(lanes, context)) {
        if (query.lines < 0) {
            isWanted = handOver(lane->take(), onPiece);
            continue;
        }
        last.push_back(lane->take());
        if (last.size() > static_cast<size_t>(query.lines))
            last.pop_front();
    }
    isWanted = isWanted && !context.isCancelled();
    if (!isWanted)
        inner.cancel();
    for (const auto &lane : lanes) {
        if (const Result<> &read = lane->result(); !read && isWanted)
            return failure(read.error());
    }
    for (const ComposeLine &line : last)
        isWanted = isWanted && handOver(line, onPiece);
    return isWanted;
}

/// Follows one container from the last line on that was handed over.
Result<> follow(const DockerEngine &engine, const ComposeSource &source, Channel<ComposeLine> &lines,
                const OperationContext &context)
{
    DockerLogQuery asked;
    asked.isFollowing = true;
    const QString stamp = QString::fromLatin1(source.last);
    asked.since = QDateTime::fromString(stamp.left(23) + u'Z', Qt::ISODateWithMs);
    LineCutter cutter(source);
    return engine.logs(
        source.container, asked,
        [&](DockerStream stream, const QByteArray &bytes) {
            for (ComposeLine &line : cutter.cut(stream, bytes)) {
                if (line.stamp() > source.last && !lines.push(std::move(line), context))
                    return false;
            }
            return !context.isCancelled();
        },
        context);
}

} // namespace

ComposeLogStream::ComposeLogStream(QString socket, RuntimeSettings settings, QString service)
    : m_socket(std::move(socket))
    , m_settings(std::move(settings))
    , m_service(std::move(service))
{
}

EngineLogWay ComposeLogStream::wayOf(const OperationContext &context) const
{
    const ComposeProject project(m_socket, m_settings);
    const auto containers = project.containers(context);
    if (!containers)
        return {{}, containers.error().message};
    const QList<ComposeSource> sources = sourcesOf(*containers, m_service, m_settings.service);
    if (sources.size() == 1 && !m_service.isEmpty())
        return engineLogWay(project.engine(), sources.first().container, context);
    return {{},
            tr("Through the engine: %n container(s), merged by time.", nullptr,
               static_cast<int>(sources.size()))};
}

std::optional<KeptLog> ComposeLogStream::kept(const OperationContext &context)
{
    return wayOf(context).file;
}

QString ComposeLogStream::way(const OperationContext &context)
{
    return wayOf(context).text;
}

Result<> ComposeLogStream::run(const LogStreamQuery &query, const OnPiece &onPiece,
                               const OperationContext &context)
{
    const ComposeProject project(m_socket, m_settings);
    const auto containers = project.containers(context);
    if (!containers)
        return failure(containers.error());
    QList<ComposeSource> sources = sourcesOf(*containers, m_service, m_settings.service);
    if (sources.isEmpty())
        return failure(Error{ErrorKind::NotFound,
                             m_settings.project,
                             ComposeProject::tr("The project has no container whose log could be read."),
                             {},
                             {}});
    const auto past = handOverPast(project.engine(), sources, query, onPiece, context);
    if (!past)
        return failure(past.error());
    if (!*past || !query.follows)
        return {};
    Channel<ComposeLine> lines(LinesInFlight);
    const OperationContext inner; // ends the threads where the receiver has enough
    std::atomic<qsizetype> left = sources.size();
    std::vector<std::unique_ptr<WorkerThread>> threads;
    for (const ComposeSource &source : std::as_const(sources)) {
        threads.push_back(std::make_unique<WorkerThread>(QThread::create([&] {
            (void)follow(project.engine(), source, lines,
                         inner); // a container that goes ends only its own part
            if (--left == 0)
                lines.close();
        })));
        (*threads.back())->start();
    }
    while (!context.isCancelled() && !lines.isDone()) {
        const auto line = lines.pop(std::chrono::milliseconds(50));
        if (line && !handOver(*line, onPiece))
            break;
    }
    inner.cancel();
    for (const auto &thread : threads)
        (*thread)->wait();
    return {};
}

} // namespace pilothouse
