// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/servercluster.h"

#include "core/files/fileops.h"
#include "core/postgres/postgresrow.h"
#include "core/process/toollocator.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <csignal>
#include <pwd.h>
#include <thread>
#include <unistd.h>

namespace pilothouse {

namespace {

struct ServerClusterText
{
    Q_DECLARE_TR_FUNCTIONS(ServerCluster)
};

constexpr char ClusterSql[] = R"(
SELECT (SELECT setting FROM pg_settings WHERE name = 'data_directory'),
       (SELECT setting FROM pg_settings WHERE name = 'config_file'),
       current_setting('port')::int, extract(epoch FROM pg_postmaster_start_time())::bigint,
       (SELECT system_identifier::text FROM pg_control_system()),
       (SELECT timeline_id FROM pg_control_checkpoint()),
       (SELECT count(*) FROM pg_tablespace WHERE spcname NOT IN ('pg_default', 'pg_global'))::int)";

constexpr qint64 StartSlack = 5; // seconds between the two places where a server notes its start
constexpr qint64 LargestPidFile = 4096;
constexpr qint64 ShownLog = 1500;
constexpr std::chrono::minutes ClusterStopTime{3};
constexpr std::chrono::seconds ClusterStartTime{20};
constexpr std::chrono::seconds StaysDown{1};
constexpr std::chrono::milliseconds ClusterLookAgain{50};
constexpr std::chrono::minutes UnitTime{5};

QString processLink(qint64 pid, const char *name)
{
    return QFile::symLinkTarget(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name)));
}

QStringList pidFileLines(const QString &dataFolder)
{
    const auto text = FileOps().read(dataFolder + QStringLiteral("/postmaster.pid"), LargestPidFile);
    return text ? QString::fromUtf8(*text).split(u'\n') : QStringList();
}

QString ownerName(uint ownerId)
{
    const passwd *user = ::getpwuid(ownerId);
    return user ? QString::fromLocal8Bit(user->pw_name) : QString::number(ownerId);
}

tl::unexpected<Error> clusterNotHere(const QString &folder, const QString &why, const QString &advice)
{
    return failure(Error{ErrorKind::Refused, folder, why, advice, {}});
}

QString whereToRun()
{
    return ServerClusterText::tr("Run Pilothouse on the server's own machine for this.");
}

/// Whether the folder is there and ours to work on.
Result<FileFacts> folderFacts(const QString &folder)
{
    const auto facts = FileOps().facts(folder);
    if (!facts && facts.error().kind == ErrorKind::NotFound)
        return clusterNotHere(
            folder,
            ServerClusterText::tr("The server's data directory %1 is not on this machine: the "
                                  "server runs elsewhere, or in a container.")
                .arg(folder),
            whereToRun());
    if (!facts)
        return failure(facts.error());
    if (!facts->isDirectory)
        return clusterNotHere(
            folder, ServerClusterText::tr("The server's data directory %1 is a link.").arg(folder),
            ServerClusterText::tr("Give the server the folder itself as its data directory."));
    if (::geteuid() != 0 && ::geteuid() != facts->ownerId)
        return clusterNotHere(
            folder,
            ServerClusterText::tr("The server's data directory %1 belongs to %2, and only that user and "
                                  "root may work on it.")
                .arg(folder, ownerName(facts->ownerId)),
            ServerClusterText::tr("Run Pilothouse as %1 or as root for this.")
                .arg(ownerName(facts->ownerId)));
    return facts;
}

/// A unit counts only where systemd itself says that this process is its main one.
QString clusterUnit(qint64 pid, const OperationContext &context)
{
    QFile file(QStringLiteral("/proc/%1/cgroup").arg(pid));
    const auto systemctl = ToolLocator().find(QStringLiteral("systemctl"));
    if (!systemctl || !file.open(QIODevice::ReadOnly))
        return {};
    const QString unit = QString::fromUtf8(file.readAll()).trimmed().section(u'/', -1);
    if (!unit.endsWith(QLatin1String(".service")))
        return {};
    LocalProcessRunner runner;
    const auto shown = runner.run({*systemctl,
                                   {QStringLiteral("show"), QStringLiteral("-p"), QStringLiteral("MainPID"),
                                    QStringLiteral("--value"), unit},
                                   {},
                                   {}},
                                  std::chrono::seconds(5), context);
    return shown && shown->standardOutput.trimmed().toLongLong() == pid ? unit : QString();
}

/// How the process was started, and where it complains.
void addProcess(ServerCluster &cluster, qint64 pid, const OperationContext &context)
{
    const QString program = processLink(pid, "exe");
    cluster.folder = QFileInfo(program).path();
    QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
    if (file.open(QIODevice::ReadOnly)) {
        QList<QByteArray> words = file.readAll().split('\0');
        words.removeLast();
        for (const QByteArray &word : std::as_const(words))
            cluster.command << QString::fromLocal8Bit(word);
    }
    if (!cluster.command.isEmpty())
        cluster.command.first() = program;
    const QString complaints = processLink(pid, "fd/2");
    if (QFileInfo(complaints).isFile())
        cluster.logFile = complaints;
    cluster.unit = clusterUnit(pid, context);
}

Result<> waitForEnd(const QString &dataFolder, const OperationContext &context)
{
    const auto until = std::chrono::steady_clock::now() + ClusterStopTime;
    while (serverProcess(dataFolder)) {
        if (context.isCancelled())
            return failure(ErrorKind::Cancelled, ServerClusterText::tr("It was cancelled."));
        if (std::chrono::steady_clock::now() > until)
            return failure(ErrorKind::TimedOut, ServerClusterText::tr("The database server does not end."));
        std::this_thread::sleep_for(ClusterLookAgain);
    }
    return {};
}

Result<> controlUnit(const QString &verb, const QString &unit, const OperationContext &context)
{
    const auto systemctl = ToolLocator().find(QStringLiteral("systemctl"));
    if (!systemctl)
        return failure(systemctl.error());
    LocalProcessRunner runner;
    const auto ended = runner.run({*systemctl, {verb, unit}, {}, {}}, UnitTime, context);
    if (!ended)
        return failure(ended.error());
    if (ended->exitCode != 0)
        return failure(ErrorKind::Refused, ServerClusterText::tr("systemctl %1 %2 failed.").arg(verb, unit),
                       QString::fromUtf8(ended->standardError).trimmed());
    return {};
}

} // namespace

QJsonObject toJson(const ServerCluster &cluster)
{
    return {{QStringLiteral("dataFolder"), cluster.dataFolder},
            {QStringLiteral("folder"), cluster.folder},
            {QStringLiteral("command"), QJsonArray::fromStringList(cluster.command)},
            {QStringLiteral("unit"), cluster.unit},
            {QStringLiteral("logFile"), cluster.logFile},
            {QStringLiteral("configFile"), cluster.configFile},
            {QStringLiteral("systemIdentifier"), cluster.systemIdentifier},
            {QStringLiteral("ownerId"), static_cast<qint64>(cluster.ownerId)},
            {QStringLiteral("groupId"), static_cast<qint64>(cluster.groupId)},
            {QStringLiteral("port"), cluster.port},
            {QStringLiteral("version"), cluster.version},
            {QStringLiteral("timeline"), cluster.timeline},
            {QStringLiteral("tablespaces"), cluster.tablespaces}};
}

ServerCluster serverClusterFromJson(const QJsonObject &object)
{
    const auto text = [&object](const char *key) { return object.value(QLatin1String(key)).toString(); };
    const auto number = [&object](const char *key) { return object.value(QLatin1String(key)).toInt(); };
    ServerCluster cluster;
    cluster.dataFolder = text("dataFolder");
    cluster.folder = text("folder");
    cluster.command = object.value(QLatin1String("command")).toVariant().toStringList();
    cluster.unit = text("unit");
    cluster.logFile = text("logFile");
    cluster.configFile = text("configFile");
    cluster.systemIdentifier = text("systemIdentifier");
    cluster.ownerId = static_cast<uint>(object.value(QLatin1String("ownerId")).toInteger());
    cluster.groupId = static_cast<uint>(object.value(QLatin1String("groupId")).toInteger());
    cluster.port = number("port");
    cluster.version = number("version");
    cluster.timeline = number("timeline");
    cluster.tablespaces = number("tablespaces");
    return cluster;
}

Result<ServerCluster> findCluster(PostgresConnection &server, const DatabaseConnection &connection,
                                  const OperationContext &context)
{
    const QString address = connectionText(connection);
    if (!connection.container.isEmpty())
        return clusterNotHere(
            address,
            ServerClusterText::tr("The server runs in the container %1, which keeps its data directory and "
                                  "its programs to itself.")
                .arg(connection.container),
            ServerClusterText::tr("Use backups and restores of the database instead."));
    const auto read = server.run(queryOf(ClusterSql), context);
    if (!read)
        return failure(read.error());
    PostgresRow row(read->rows.value(0));
    ServerCluster cluster;
    cluster.dataFolder = QDir::cleanPath(row.text());
    const QString configFile = row.text();
    cluster.port = row.number();
    const qint64 startedAt = row.count();
    cluster.systemIdentifier = row.text();
    cluster.timeline = row.number();
    cluster.tablespaces = row.number();
    cluster.version = server.serverVersion();
    if (cluster.dataFolder.isEmpty() || cluster.dataFolder == QLatin1String("."))
        return clusterNotHere(
            address,
            ServerClusterText::tr("The role %1 may not see where the server's data directory is.")
                .arg(connection.user),
            ServerClusterText::tr("As a superuser: GRANT pg_read_all_settings TO %1;").arg(connection.user));
    if (!configFile.startsWith(cluster.dataFolder + u'/'))
        cluster.configFile = configFile;
    const auto facts = folderFacts(cluster.dataFolder);
    if (!facts)
        return failure(facts.error());
    cluster.ownerId = facts->ownerId;
    cluster.groupId = facts->groupId;
    const auto pid = serverProcess(cluster.dataFolder);
    const qint64 noted = pidFileLines(cluster.dataFolder).value(2).toLongLong();
    if (!pid || qAbs(noted - startedAt) > StartSlack)
        return clusterNotHere(
            cluster.dataFolder,
            ServerClusterText::tr("The folder %1 of this machine is not that server's data "
                                  "directory: the server runs elsewhere, or in a container.")
                .arg(cluster.dataFolder),
            whereToRun());
    addProcess(cluster, *pid, context);
    return cluster;
}

CommandLine asClusterOwner(const ServerCluster &cluster, const QString &program, const QStringList &arguments)
{
    CommandLine command{program, arguments, {}, QStringLiteral("/")};
    if (::geteuid() == cluster.ownerId)
        return command;
    command.program = QStringLiteral("/usr/bin/setpriv");
    command.arguments = QStringList{QStringLiteral("--reuid"),       QString::number(cluster.ownerId),
                                    QStringLiteral("--regid"),       QString::number(cluster.groupId),
                                    QStringLiteral("--init-groups"), program}
                        + arguments;
    return command;
}

std::optional<qint64> serverProcess(const QString &dataFolder)
{
    const qint64 pid = pidFileLines(dataFolder).value(0).toLongLong();
    if (pid <= 1 || QDir(processLink(pid, "cwd")) != QDir(dataFolder))
        return std::nullopt;
    return pid;
}

Result<> endServer(const QString &dataFolder, Shutdown how, const OperationContext &context)
{
    const auto pid = serverProcess(dataFolder);
    if (!pid)
        return {};
    if (::kill(static_cast<pid_t>(*pid), how == Shutdown::Fast ? SIGINT : SIGQUIT) != 0 && errno != ESRCH)
        return systemFailure(errno, ServerClusterText::tr("The database server cannot be stopped."));
    return waitForEnd(dataFolder, context);
}

Result<> stopCluster(const ServerCluster &cluster, const OperationContext &context)
{
    const auto ended = cluster.unit.isEmpty() ? endServer(cluster.dataFolder, Shutdown::Fast, context)
                                              : controlUnit(QStringLiteral("stop"), cluster.unit, context);
    if (!ended)
        return ended;
    const auto until = std::chrono::steady_clock::now() + StaysDown;
    while (std::chrono::steady_clock::now() < until) {
        if (serverProcess(cluster.dataFolder))
            return failure(Error{ErrorKind::Refused,
                                 cluster.dataFolder,
                                 ServerClusterText::tr("Something starts the database server again."),
                                 ServerClusterText::tr("Switch off what watches over it, then try again."),
                                 {}});
        std::this_thread::sleep_for(ClusterLookAgain);
    }
    return {};
}

Result<> startCluster(const ServerCluster &cluster, const OperationContext &context)
{
    if (serverProcess(cluster.dataFolder))
        return {};
    if (!cluster.unit.isEmpty())
        return controlUnit(QStringLiteral("start"), cluster.unit, context);
    LocalProcessRunner runner;
    const auto started = runner.startDetached(
        asClusterOwner(cluster, cluster.command.value(0), cluster.command.mid(1)), cluster.logFile);
    if (!started)
        return failure(started.error());
    const auto until = std::chrono::steady_clock::now() + ClusterStartTime;
    while (!serverProcess(cluster.dataFolder)) {
        if (std::chrono::steady_clock::now() > until || context.isCancelled())
            return failure(Error{ErrorKind::NeedsOperator, cluster.dataFolder,
                                 ServerClusterText::tr("The database server does not start."),
                                 ServerClusterText::tr("Its log says why."), endOfLog(cluster.logFile)});
        std::this_thread::sleep_for(ClusterLookAgain);
    }
    return {};
}

QString endOfLog(const QString &file)
{
    const auto facts = FileOps().facts(file);
    if (!facts || !facts->isRegular)
        return {};
    const auto end = FileOps().readAt(file, qMax<qint64>(0, facts->bytes - ShownLog), ShownLog);
    return end ? QString::fromUtf8(*end).trimmed() : QString();
}

} // namespace pilothouse
