// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the engine sends in pieces: statistics, logs, events and the output of programs run in a container.
#include "core/runtime/dockerengine.h"
#include "core/runtime/procfs.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <array>
#include <csignal>

namespace pilothouse {

namespace {

using std::chrono::milliseconds;

constexpr qint64 ExecLimit = qint64(64) << 20;
constexpr qsizetype LineLimit = 4 << 20;
constexpr milliseconds LogIdle{
    60000}; // the engine scans the whole log for --since and says nothing meanwhile
constexpr milliseconds NoDeadline{0};

/// As the engine reads it: seconds and nanoseconds.
QString engineTime(const QDateTime &moment)
{
    const qint64 ms = moment.toMSecsSinceEpoch();
    return QStringLiteral("%1.%2").arg(ms / 1000).arg((ms % 1000) * 1000000, 9, 10, QLatin1Char('0'));
}

QString logPath(const QString &container, const DockerLogQuery &query)
{
    QString path = QStringLiteral("/containers/%1/logs?stdout=1&stderr=1&follow=%2&timestamps=%3")
                       .arg(container)
                       .arg(query.isFollowing ? 1 : 0)
                       .arg(query.hasTimestamps ? 1 : 0);
    if (query.since.isValid())
        path += QStringLiteral("&since=") + engineTime(query.since);
    if (query.until.isValid())
        path += QStringLiteral("&until=") + engineTime(query.until);
    if (query.tail >= 0)
        path += QStringLiteral("&tail=%1").arg(query.tail);
    return path;
}

/// Ends a program that an exec left in a container, where it is certain that it is that one.
bool killInContainer(qint64 pid, const QString &containerId)
{
    const auto facts = processFacts(pid);
    QFile groups(QStringLiteral("/proc/%1/cgroup").arg(pid));
    if (!facts || containerId.size() < 64 || !groups.open(QIODevice::ReadOnly)
        || !groups.readAll().contains(containerId.toLatin1()))
        return false;
    return signalProcess(*facts, SIGKILL);
}

/// Takes the engine's time off the frames that go on with a line: it cuts long ones into pieces of 16 KiB and
/// writes its time before each.
class SplitLines
{
public:
    QByteArray joined(DockerStream stream, const QByteArray &bytes, bool isFrameBegin)
    {
        Line &line = m_lines.at(static_cast<size_t>(stream));
        if (isFrameBegin) {
            line.isStamped = line.isOpen;
            line.frameBytes = 0;
        }
        line.frameBytes += bytes.size();
        line.isOpen = line.frameBytes >= PieceBytes && !bytes.endsWith('\n');
        if (!line.isStamped)
            return bytes;
        const qsizetype end = bytes.indexOf(' ');
        line.isStamped = end < 0;
        return end < 0 ? QByteArray() : bytes.mid(end + 1);
    }

private:
    static constexpr qsizetype PieceBytes = 16 << 10;

    struct Line
    {
        qsizetype frameBytes = 0;
        bool isOpen = false;    ///< the frame ended within it
        bool isStamped = false; ///< the time of a further piece is still to come off
    };
    std::array<Line, 4> m_lines;
};

/// The engine keeps nothing of a log that could be read.
tl::unexpected<Error> notReadable(const QString &container, const QJsonObject &inspected)
{
    const QString driver = inspected.value(QLatin1String("HostConfig"))
                               .toObject()
                               .value(QLatin1String("LogConfig"))
                               .toObject()
                               .value(QLatin1String("Type"))
                               .toString();
    return failure(Error{
        ErrorKind::Refused,
        container,
        DockerEngine::tr("The log driver %1 of this container keeps nothing that can be read here.")
            .arg(driver),
        driver == QLatin1String("none")
            ? DockerEngine::tr("Give it the driver local or json-file with a limit.")
            : DockerEngine::tr("Read it where the driver sends it, or take its option cache-disabled away."),
        {}});
}

/// Puts what comes of one stream in small frames together.
class JoinedFrames
{
public:
    explicit JoinedFrames(const DockerFrameDecoder::Take &onPiece)
        : m_onPiece(onPiece)
    {
    }

    /// False where no more is wanted.
    bool add(DockerStream stream, const QByteArray &bytes)
    {
        const bool isOther = stream != m_stream || m_bytes.size() + bytes.size() > JoinedBytes;
        if (isOther && !handOver())
            return false;
        m_stream = stream;
        m_bytes += bytes;
        return true;
    }
    bool handOver() { return m_bytes.isEmpty() || m_onPiece(m_stream, std::exchange(m_bytes, {})); }

private:
    static constexpr qsizetype JoinedBytes = 64 << 10;

    const DockerFrameDecoder::Take &m_onPiece;
    DockerStream m_stream = DockerStream::Output;
    QByteArray m_bytes;
};

} // namespace

Result<> DockerEngine::stream(const Call &call, milliseconds idle, const HttpClient::OnData &onData,
                              const OperationContext &context) const
{
    const auto spoken = api(context);
    if (!spoken)
        return failure(spoken.error());
    HttpRequest streamed = request(call, *spoken);
    streamed.idleTimeout = idle;
    int status = 0;
    QByteArray complaint;
    const auto onHead = [&](const HttpResponse &head) -> Result<> {
        status = head.status;
        return {};
    };
    const auto onPiece = [&](const QByteArray &piece) {
        if (status < 400)
            return onData(piece);
        complaint += piece;
        return complaint.size() < 65536;
    };
    if (auto done = m_http.stream(streamed, onHead, onPiece, context); !done)
        return failure(withSubject(done.error(), m_socket));
    if (status < 400)
        return {};
    HttpResponse refused;
    refused.status = status;
    refused.body = complaint;
    return failureOf(refused, call.subject);
}

Result<> DockerEngine::streamObjects(const Call &call, milliseconds idle, const OnObject &onObject,
                                     const OperationContext &context) const
{
    QByteArray rest;
    std::optional<Error> problem;
    const auto onData = [&](const QByteArray &piece) {
        rest += piece;
        qsizetype end = 0;
        while ((end = rest.indexOf('\n')) >= 0) {
            const QJsonDocument document = QJsonDocument::fromJson(rest.left(end));
            rest.remove(0, end + 1);
            if (!document.isObject())
                problem = failure(ErrorKind::BadData, tr("The container engine's answer is not valid JSON."))
                              .value();
            if (problem || !onObject(document.object()))
                return false;
        }
        if (rest.size() > LineLimit)
            problem =
                failure(ErrorKind::BadData, tr("The container engine sent a line without end.")).value();
        return !problem;
    };
    auto done = stream(call, idle, onData, context);
    if (problem)
        return failure(withSubject(*problem, call.subject));
    return done;
}

Result<> DockerEngine::followStatistics(const QString &container, const OnObject &onSample,
                                        const OperationContext &context) const
{
    if (auto checked = checkContainerName(container); !checked)
        return checked;
    Call call;
    call.path = QStringLiteral("/containers/%1/stats?stream=1").arg(container);
    call.subject = container;
    return streamObjects(call, std::chrono::seconds(15), onSample, context);
}

Result<> DockerEngine::logs(const QString &container, const DockerLogQuery &query,
                            const DockerFrameDecoder::Take &onPiece, const OperationContext &context) const
{
    const auto inspected = inspect(container, context);
    if (!inspected)
        return failure(inspected.error());
    const bool hasTerminal =
        inspected->value(QLatin1String("Config")).toObject().value(QLatin1String("Tty")).toBool();
    Call call;
    call.path = logPath(container, query);
    call.subject = container;
    DockerFrameDecoder decoder;
    SplitLines lines;
    JoinedFrames frames(onPiece);
    std::optional<Error> problem;
    bool isEnough = false;
    const auto onFrame = [&](DockerStream stream, const QByteArray &bytes) {
        return frames.add(stream,
                          query.hasTimestamps ? lines.joined(stream, bytes, decoder.isFrameBegin()) : bytes);
    };
    const auto onData = [&](const QByteArray &piece) {
        const Result<bool> more =
            hasTerminal ? Result<bool>(onPiece(DockerStream::Output, piece)) : decoder.feed(piece, onFrame);
        if (!more)
            problem = more.error();
        isEnough = !(more.value_or(true) && frames.handOver());
        return more.has_value() && !isEnough;
    };
    auto done = stream(call, query.isFollowing ? NoDeadline : LogIdle, onData, context);
    if (!done && done.error().detail.contains(QLatin1String("does not support reading")))
        return notReadable(container, *inspected);
    if (done && !problem && !isEnough && !decoder.isBetweenFrames())
        problem = failure(ErrorKind::BadData, tr("The engine's log stream was cut off.")).value();
    if (problem)
        return failure(withSubject(*problem, container));
    return done;
}

Result<> DockerEngine::events(const QString &container, const QDateTime &since, const OnObject &onEvent,
                              const OperationContext &context) const
{
    Call call;
    call.path = QStringLiteral("/events?since=") + engineTime(since);
    call.subject = container.isEmpty() ? m_socket : container;
    if (!container.isEmpty()) {
        if (auto checked = checkContainerName(container); !checked)
            return checked;
        const QJsonObject filters{{QStringLiteral("container"), QJsonArray{container}}};
        call.path += QStringLiteral("&filters=")
                     + QString::fromLatin1(QUrl::toPercentEncoding(
                         QString::fromUtf8(QJsonDocument(filters).toJson(QJsonDocument::Compact))));
    }
    return streamObjects(call, NoDeadline, onEvent, context);
}

Result<QString> DockerEngine::createExec(const QString &container, const CommandLine &command, bool hasInput,
                                         const OperationContext &context) const
{
    if (auto checked = checkContainerName(container); !checked)
        return failure(checked.error());
    QJsonArray environment;
    for (auto it = command.environment.begin(); it != command.environment.end(); ++it)
        environment.append(QString(it.key() + u'=' + it.value()));
    Call call;
    call.method = QByteArrayLiteral("POST");
    call.path = QStringLiteral("/containers/%1/exec").arg(container);
    call.subject = container;
    call.body = {{QStringLiteral("AttachStdin"), hasInput},
                 {QStringLiteral("AttachStdout"), true},
                 {QStringLiteral("AttachStderr"), true},
                 {QStringLiteral("Tty"), false},
                 {QStringLiteral("Env"), environment},
                 {QStringLiteral("Cmd"),
                  QJsonArray::fromStringList(QStringList{command.program} + command.arguments)}};
    if (!command.workingDirectory.isEmpty())
        call.body.insert(QStringLiteral("WorkingDir"), command.workingDirectory);
    const auto created = sendForJson(call, context);
    if (!created)
        return failure(created.error());
    const QString id = created->object().value(QLatin1String("Id")).toString();
    if (auto checked = checkContainerName(id); !checked)
        return failure(withSubject(
            failure(ErrorKind::BadData, tr("The container engine gave no id.")).value(), container));
    return id;
}

Result<ProcessOutput> DockerEngine::exec(const QString &container, const CommandLine &command,
                                         milliseconds timeout, const OperationContext &context) const
{
    const auto id = createExec(container, command, false, context);
    if (!id)
        return failure(id.error());
    Call call;
    call.method = QByteArrayLiteral("POST");
    call.path = QStringLiteral("/exec/%1/start").arg(*id);
    call.subject = command.program;
    call.body = {{QStringLiteral("Detach"), false}, {QStringLiteral("Tty"), false}};
    const auto spoken = api(context);
    if (!spoken)
        return failure(spoken.error());
    HttpRequest started = request(call, *spoken);
    started.firstByteTimeout = timeout;
    started.idleTimeout = NoDeadline;
    started.totalTimeout = timeout;
    started.bodyLimit = ExecLimit;
    const auto response = m_http.send(started, context);
    if (!response)
        return failure(endedExec(withSubject(response.error(), command.program), container, *id));
    if (response->status >= 400) {
        Error error = failureOf(*response, command.program).value();
        if (error.detail.contains(QLatin1String("executable file not found"))
            || error.detail.contains(QLatin1String("no such file or directory"))) {
            error.kind = ErrorKind::NotFound;
            error.message = tr("This program is not in the container.");
        }
        return failure(std::move(error));
    }
    ProcessOutput output;
    DockerFrameDecoder decoder;
    const auto decoded =
        decoder.feed(response->body, [&output](DockerStream stream, const QByteArray &bytes) {
            (stream == DockerStream::Output ? output.standardOutput : output.standardError) += bytes;
            return true;
        });
    if (!decoded)
        return failure(withSubject(decoded.error(), command.program));
    Call look;
    look.path = QStringLiteral("/exec/%1/json").arg(*id);
    look.subject = command.program;
    const auto ended = sendForJson(look, context);
    if (!ended)
        return failure(ended.error());
    output.exitCode = ended->object().value(QLatin1String("ExitCode")).toInt();
    output.standardError = output.standardError.right(64 << 10);
    return output;
}

Error DockerEngine::endedExec(Error error, const QString &container, const QString &exec) const
{
    const OperationContext quick; // the operation's own is cancelled, perhaps
    Call look;
    look.path = QStringLiteral("/exec/%1/json").arg(exec);
    look.subject = container;
    look.time = std::chrono::seconds(5);
    const auto seen = sendForJson(look, quick);
    if (seen && !seen->object().value(QLatin1String("Running")).toBool())
        return error;
    const QJsonObject facts = seen ? seen->object() : QJsonObject();
    const qint64 pid = facts.value(QLatin1String("Pid")).toInteger();
    if (killInContainer(pid, facts.value(QLatin1String("ContainerID")).toString()))
        error.advice = tr("The program in the container was killed.");
    else
        error.advice =
            tr("The program may still be running in the container: look for it with “docker top %1”.")
                .arg(container);
    return error;
}

} // namespace pilothouse
