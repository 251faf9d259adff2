// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which logs an instance has: those of its profile, its unit's journal, the services of its project.

#include "core/actions/logs/logs.h"
#include "core/instances/instancesession.h"
#include "core/logs/packedlog.h"
#include "core/runtime/composeruntime.h"
#include "core/runtime/processruntime.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace pilothouse {

namespace {

/// The log of another service of a compose project.
LogSource serviceSource(const QString &service)
{
    return {
        QStringLiteral("service/") + service, service, QStringLiteral("container"), service, {}, {}, 0, {}};
}

/// What a process prints goes into a file beside its pid file; it looks as it would in a container.
void addProcessOutput(const InstanceSession &session, QList<LogSource> &sources)
{
    const auto *process = dynamic_cast<const ProcessRuntime *>(&session.runtime());
    if (!process)
        return;
    LogSource output{QStringLiteral("console"),
                     LogActions::tr("Console"),
                     QStringLiteral("file"),
                     {},
                     process->outputFile(),
                     {},
                     0,
                     {}};
    output.isConsole = true;
    for (const ProfileLogSource &log : session.profile().logs) {
        const ProfileLogFormat *format = session.profile().logFormat(log.format);
        if (log.kind != u"container")
            continue;
        output.id = log.id;
        output.title = log.title;
        output.format = format ? *format : ProfileLogFormat();
    }
    sources.append(output);
}

/// Logs that no profile names: the journal of a unit, the output of a process, the other services of a
/// compose project.
void addOwnSources(const InstanceSession &session, QList<LogSource> &sources)
{
    const bool hasJournal = std::any_of(sources.cbegin(), sources.cend(),
                                        [](const LogSource &source) { return source.kind == u"journal"; });
    const QString journal = QStringLiteral("journal");
    if (session.instance().runtime.kind == u"systemd" && !hasJournal)
        sources.append({journal, LogActions::tr("Journal"), journal, {}, {}, {}, 0, {}});
    addProcessOutput(session, sources);
    const auto *compose = dynamic_cast<const ComposeRuntime *>(&session.runtime());
    if (!compose)
        return;
    LogSource all{QStringLiteral("services"),
                  LogActions::tr("All services"),
                  QStringLiteral("compose"),
                  {},
                  {},
                  {},
                  0,
                  {}};
    for (const LogSource &source : std::as_const(sources)) {
        if (source.isStream())
            all.format = source.format;
    }
    sources.append(all);
    QStringList named;
    for (const LogSource &source : std::as_const(sources))
        named << source.service;
    for (const QString &service : compose->knownOthers()) {
        if (!named.contains(service))
            sources.append(serviceSource(service));
    }
}

/// What can be said of a source without reading it; a file that is not there yet has no size.
QJsonObject describedSource(const InstanceSession &session, const LogSource &source)
{
    const bool isFile = !source.isStream();
    QJsonObject object{{QStringLiteral("id"), source.id},
                       {QStringLiteral("title"), source.title},
                       {QStringLiteral("kind"), source.kind},
                       {QStringLiteral("path"), isFile ? source.path : runtimeText(session.instance())},
                       {QStringLiteral("format"), source.format.id},
                       {QStringLiteral("bytes"), QJsonValue()}};
    QJsonArray questions;
    for (const ProfileLogQuestion &question : source.format.questions)
        questions.append(question.id);
    object.insert(QStringLiteral("questions"), questions);
    if (!isFile)
        return object;
    int rotations = 0;
    for (int n = 1; n <= source.keep && !source.rotated.isEmpty(); ++n)
        rotations +=
            QFileInfo::exists(source.pathOf(n)) || !PackedLog::beside(source.pathOf(n)).isEmpty() ? 1 : 0;
    object.insert(QStringLiteral("rotations"), rotations);
    if (const QFileInfo file(source.path); file.exists())
        object.insert(QStringLiteral("bytes"), file.size());
    return object;
}

} // namespace

Result<QList<LogSource>> logSources(const InstanceSession &session)
{
    const QString runtime = session.instance().runtime.kind;
    const bool isUnit = runtime == QLatin1String("systemd");
    QList<LogSource> sources;
    for (const ProfileLogSource &log : session.profile().logs) {
        LogSource source{log.id, log.title, log.kind, {}, {}, log.rotated, log.keep, {}};
        if (const ProfileLogFormat *format = session.profile().logFormat(log.format))
            source.format = *format;
        if (source.isStream() && !isUnit && !isContainerKind(runtime))
            continue;
        if (!log.service.isEmpty() && runtime != QLatin1String("compose"))
            continue;
        source.service = log.service;
        if (source.isStream() && isUnit) { // what it prints in a container goes into the journal here
            source.kind = QStringLiteral("journal");
            source.title = LogActions::tr("Journal");
        }
        if (!source.isStream()) {
            const Result<QString> path = session.pathOf(log.path);
            if (!path)
                return tl::unexpected(path.error());
            source.path = *path;
        }
        sources.append(source);
    }
    addOwnSources(session, sources);
    return sources;
}

Result<QJsonValue> describedSources(const InstanceSession &session, const LogStreamOpener &opener,
                                    const OperationContext &context)
{
    return logSources(session).map([&](const QList<LogSource> &sources) {
        QJsonArray rows;
        for (const LogSource &source : sources) {
            QJsonObject row = describedSource(session, source);
            const auto stream = source.isStream() && opener ? opener(session, source) : nullptr;
            row.insert(QStringLiteral("way"), stream ? stream->way(context) : QString());
            rows.append(row);
        }
        return QJsonValue(rows);
    });
}

Result<LogSource> logSource(const InstanceSession &session, const QString &id)
{
    const Result<QList<LogSource>> sources = logSources(session);
    if (!sources)
        return tl::unexpected(sources.error());
    QStringList ids;
    for (const LogSource &source : *sources) {
        if (id.isEmpty() || source.id == id)
            return source;
        ids.append(source.id);
    }
    const QString service = id.startsWith(u"service/") ? id.section(u'/', 1) : QString();
    if (session.instance().runtime.kind == u"compose" && checkComposeName(service))
        return serviceSource(service);
    if (ids.isEmpty())
        return failure(ErrorKind::NotFound, LogActions::tr("%1 has no log.").arg(session.instance().name));
    return failure(ErrorKind::NotFound,
                   LogActions::tr("%1 has no log %2; there are: %3.")
                       .arg(session.instance().name, id, ids.join(QStringLiteral(", "))));
}

} // namespace pilothouse
