// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/composelogstream.h"

#include "core/base/channel.h"
#include "core/logs/workerthread.h"
#include "core/runtime/composeproject.h"

#include <algorithm>
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
    bool isPlain = false; // its lines are not in the format of the service that the profile knows
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
        sources << ComposeSource{container.id, stream, name != own, {}};
    }
    return sources;
}

/// What there is now, of all of them by time; the last `count` lines where that is not below 0.
Result<QList<ComposeLine>> pastLines(const DockerEngine &engine, QList<ComposeSource> &sources,
                                     const LogStreamQuery &query, const OperationContext &context)
{
    QList<ComposeLine> all;
    for (ComposeSource &source : sources) {
        DockerLogQuery asked;
        asked.tail = query.lines;
        asked.since = query.since;
        LineCutter cutter(source);
        QList<ComposeLine> own;
        const auto read = engine.logs(
            source.container, asked,
            [&](DockerStream stream, const QByteArray &bytes) {
                own << cutter.cut(stream, bytes);
                return !context.isCancelled();
            },
            context);
        if (!read)
            return failure(read.error());
        for (const ComposeLine &line : std::as_const(own))
            source.last = std::max(source.last, line.stamp());
        all << own;
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const ComposeLine &a, const ComposeLine &b) { return a.stamp() < b.stamp(); });
    return query.lines >= 0 && all.size() > query.lines ? all.last(query.lines) : all;
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
    const auto past = pastLines(project.engine(), sources, query, context);
    if (!past)
        return failure(past.error());
    for (const ComposeLine &line : *past) {
        if (!handOver(line, onPiece))
            return {};
    }
    if (!query.follows)
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
