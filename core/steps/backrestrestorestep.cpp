// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/backrestrestorestep.h"

#include "core/process/commandline.h"

namespace pilothouse {

/// Where the copy takes the place of the live server, it must find its WAL from there: hence the live path.
QString BackrestRestoreStep::walCommand(const QJsonObject &arguments, const QString &folder)
{
    const Stanza stanza = stanzaFromJson(arguments.value(QLatin1String("stanza")).toObject());
    QString command = shellQuoted(stanza.program);
    if (!stanza.config.isEmpty())
        command += QStringLiteral(" --config=") + shellQuoted(stanza.config);
    return command
           + QStringLiteral(" --stanza=%1 --pg1-path=%2 archive-get %f \"%p\"")
                 .arg(shellQuoted(stanza.name), shellQuoted(folder));
}

QStringList BackrestRestoreStep::options(const QJsonObject &arguments)
{
    const ServerCluster cluster = clusterOf(arguments);
    const QString final =
        text(arguments, "outgoing").isEmpty() ? text(arguments, "folder") : cluster.dataFolder;
    const QDateTime target = QDateTime::fromString(text(arguments, "target"), Qt::ISODateWithMs).toUTC();
    return {QStringLiteral("--pg1-path=") + text(arguments, "folder"),
            QStringLiteral("--set=") + text(arguments, "set"),
            QStringLiteral("--type=time"),
            QStringLiteral("--target=") + target.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"))
                + QStringLiteral("+00"),
            QStringLiteral("--target-action=promote"),
            QStringLiteral("--target-timeline=%1").arg(cluster.timeline),
            QStringLiteral("--recovery-option=restore_command=") + walCommand(arguments, final)};
}

StepText BackrestRestoreStep::describe(const QJsonObject &arguments) const
{
    return {tr("Restore the backup %1 into %2").arg(text(arguments, "set"), text(arguments, "folder")),
            backrestOf(arguments).command(QStringLiteral("restore"), options(arguments)).toDisplayString()};
}

Result<QJsonObject> BackrestRestoreStep::prepare(const StepScope &scope) const
{
    const QString folder = text(scope.arguments, "folder");
    if (!isOwnFolder(folder))
        return failure(ErrorKind::BadInput, tr("%1 is no folder of such a restore.").arg(folder));
    return QJsonObject{{QStringLiteral("wasThere"), files().exists(folder)}};
}

Result<QJsonObject> BackrestRestoreStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const QString folder = text(scope.arguments, "folder");
    if (before.value(QLatin1String("wasThere")).toBool())
        return failure(ErrorKind::Refused, tr("%1 is there already.").arg(folder));
    if (Result<> removed = compensate(scope, before); !removed)
        return tl::unexpected(removed.error());
    const ServerCluster cluster = clusterOf(scope.arguments);
    if (auto made = files().makeFolder(folder, {0700, cluster.ownerId, cluster.groupId}); !made)
        return tl::unexpected(made.error());
    return backrestOf(scope.arguments)
        .run(QStringLiteral("restore"), options(scope.arguments), scope.context)
        .map([&folder](const QByteArray &) {
            return QJsonObject{{QStringLiteral("folder"), folder}};
        });
}

/// pgBackRest writes pg_control last: a copy without it is not whole.
Result<Observed> BackrestRestoreStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const QString folder = text(scope.arguments, "folder");
    if (hasTakenPlace(scope) || files().exists(folder + QStringLiteral("/global/pg_control")))
        return Observed::Done;
    return files().exists(folder) ? Observed::Partly : Observed::NotDone;
}

Result<> BackrestRestoreStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const QString folder = text(scope.arguments, "folder");
    if (before.value(QLatin1String("wasThere")).toBool())
        return {};
    if (auto ended = endBackrestFor(folder, scope.context); !ended)
        return ended;
    if (auto ended = endServer(folder, Shutdown::Immediate, scope.context); !ended)
        return ended;
    return removeTreeIfThere(folder);
}

QStringList BackrestRestoreStep::keptFiles(const QJsonObject &arguments, const QJsonObject &) const
{
    return {tr("%1 (the restored data directory)").arg(text(arguments, "folder"))};
}

} // namespace pilothouse
