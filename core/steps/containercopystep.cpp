// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/containercopystep.h"

#include "core/backup/datamirror.h"
#include "core/process/commandline.h"
#include "core/runtime/serviceruntime.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

bool isPausing(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("pause")).toBool();
}

QStringList listOf(const QJsonObject &arguments, const char *key)
{
    QStringList list;
    for (const QJsonValue &value : arguments.value(QLatin1String(key)).toArray())
        list << value.toString();
    return list;
}

} // namespace

StepText ContainerCopyStep::describe(const QJsonObject &arguments) const
{
    const QString container = shellQuoted(text(arguments, "container"));
    QStringList lines;
    for (const QString &database : listOf(arguments, "databases"))
        lines << QStringLiteral("docker cp -a %1:%2 %3/")
                     .arg(container, shellQuoted(text(arguments, "inside") + u'/' + database),
                          shellQuoted(text(arguments, "folder")));
    if (!isPausing(arguments))
        return {tr("Copy the data out of the stopped container"), lines.join(u'\n')};
    lines.prepend(QStringLiteral("docker pause ") + container);
    lines.append(QStringLiteral("docker unpause ") + container);
    return {tr("Pause the container, copy the data out of it, and let it go on"), lines.join(u'\n')};
}

bool ContainerCopyStep::holdsService(const QJsonObject &before) const
{
    return before.value(QLatin1String("pauses")).toBool();
}

Result<QJsonObject> ContainerCopyStep::prepare(const StepScope &scope) const
{
    if (!DataMirror::of(scope.session, files(), clock()))
        return failure(ErrorKind::Refused, tr("The data of this instance is reached directly."));
    const Result<ServiceStatus> status = scope.session.runtime().status(scope.context);
    if (!status)
        return tl::unexpected(status.error());
    const bool isStopped = status->state == ServiceState::Stopped;
    const bool isRunning = status->state == ServiceState::Running || status->state == ServiceState::Starting;
    if (isPausing(scope.arguments) ? isRunning : isStopped)
        return QJsonObject{{QStringLiteral("identity"), status->identity},
                           {QStringLiteral("pauses"), isPausing(scope.arguments)}};
    return failure(Error{ErrorKind::Refused,
                         text(scope.arguments, "container"),
                         isPausing(scope.arguments) ? tr("The container does not run, or is paused already.")
                                                    : tr("The container still runs."),
                         tr("Plan this anew."),
                         {}});
}

Result<QJsonObject> ContainerCopyStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto mirror = DataMirror::of(scope.session, files(), clock());
    if (!mirror)
        return failure(ErrorKind::Refused, tr("The data of this instance is reached directly."));
    // What a crash of this operation has left paused cannot be paused again.
    const Result<> running = isPausing(scope.arguments)
                                 ? mirror->engine().unpause(mirror->container(), scope.context)
                                 : Result<>();
    if (!running)
        return tl::unexpected(running.error());
    const auto way = isPausing(scope.arguments) ? DataMirror::Way::Paused : DataMirror::Way::Stopped;
    const Result<MirrorNote> note =
        mirror->take(way, scope.operation, way == DataMirror::Way::Stopped, scope.context);
    if (!note)
        return tl::unexpected(note.error());
    if (Result<> taken = mirror->takeFolders(listOf(scope.arguments, "folders"), scope.context); !taken)
        return tl::unexpected(taken.error());
    qint64 bytes = 0;
    for (const MirrorFile &file : note->files)
        bytes += file.facts.bytes;
    return QJsonObject{{QStringLiteral("bytes"), bytes}, {QStringLiteral("way"), note->way}};
}

Result<Observed> ContainerCopyStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto mirror = DataMirror::of(scope.session, files(), clock());
    if (!mirror)
        return Observed::Unknown;
    const Result<ServiceStatus> status = scope.session.runtime().status(scope.context);
    if (!status)
        return tl::unexpected(status.error());
    if (before.value(QLatin1String("pauses")).toBool() && status->state == ServiceState::Paused)
        return Observed::Partly;
    const bool isTaken = mirror->note().operation == scope.operation.toString(QUuid::WithoutBraces);
    return isTaken ? Observed::Done : Observed::NotDone;
}

/// A program that died while the container was paused left it paused. The copy itself may stay.
Result<> ContainerCopyStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const auto mirror = DataMirror::of(scope.session, files(), clock());
    if (!mirror || !before.value(QLatin1String("pauses")).toBool())
        return {};
    return mirror->engine().unpause(mirror->container(), scope.context);
}

QString ContainerCopyStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    return before.value(QLatin1String("pauses")).toBool()
               ? QStringLiteral("docker unpause ") + shellQuoted(text(arguments, "container"))
               : QString();
}

} // namespace pilothouse
