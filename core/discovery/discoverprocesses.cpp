// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/redaction.h"
#include "core/discovery/discoverysources.h"
#include "core/process/commandline.h"
#include "core/runtime/procfs.h"
#include "core/runtime/servicesockets.h"
#include "core/runtime/systemdstate.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>

#include <algorithm>
#include <climits>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr qint64 LongestCommand = 1 << 20;

struct DiscoverProcessesText
{
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

/// What /proc shows of a process to this user.
struct Seen
{
    qint64 pid = 0;
    QStringList words;
    QString workingDirectory;
    QStringList environment; ///< names only
    QStringList openFiles;
    QList<int> ports;
    bool hidesFiles = false; ///< it belongs to somebody else
};

QString procPath(qint64 pid, const char *name)
{
    return QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name));
}

QString linkTarget(const QString &path)
{
    char target[PATH_MAX] = {};
    const ssize_t size = ::readlink(QFile::encodeName(path).constData(), target, sizeof target - 1);
    return size > 0 ? QFile::decodeName(QByteArray(target, size)) : QString();
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(LongestCommand) : QByteArray();
}

/// The container that a process is in, by its control group; empty: none.
QByteArray containerOf(const QString &pid)
{
    static const QRegularExpression Id(QStringLiteral("[0-9a-f]{64}"));
    const QString groups = QString::fromUtf8(content(QStringLiteral("/proc/%1/cgroup").arg(pid)));
    return Id.match(groups).captured().toLatin1();
}

/// Takes over the unit that a process belongs to, by its control group; false where it belongs to none.
bool takeUnit(RuntimeSettings &runtime, qint64 pid)
{
    static const QRegularExpression Machine(
        QStringLiteral("/system\\.slice/(?:[^/\n]+\\.slice/)*([^/\n]+\\.service)"));
    static const QRegularExpression Own(
        QStringLiteral("/user@%1\\.service/(?:[^/\n]+\\.slice/)*([^/\n]+\\.service)").arg(getuid()));
    const QString groups = QString::fromUtf8(content(procPath(pid, "cgroup")));
    for (const auto &[pattern, isOwn] : {std::pair(Machine, false), std::pair(Own, true)}) {
        const QString unit = pattern.match(groups).captured(1);
        if (checkedUnitName(unit).isEmpty())
            continue;
        runtime.kind = QStringLiteral("systemd");
        runtime.unit = unit;
        runtime.isUserUnit = isOwn;
        return true;
    }
    return false;
}

/// Sockets on which this machine listens: inode -> port.
QMap<quint64, int> listeningPorts()
{
    QMap<quint64, int> ports;
    for (const char *name : {"/proc/net/tcp", "/proc/net/tcp6"}) {
        for (const SocketEntry &socket : socketsFromProc(content(QLatin1String(name)))) {
            if (socket.state == QLatin1String("listen") && socket.inode != 0)
                ports.insert(socket.inode, socket.localPort);
        }
    }
    return ports;
}

void readDescriptors(Seen &seen, const QMap<quint64, int> &listening)
{
    const QDir folder(procPath(seen.pid, "fd"));
    if (!folder.isReadable()) {
        seen.hidesFiles = true;
        return;
    }
    // Of another user's process the names may be listed and not be read.
    const QStringList names = folder.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    seen.hidesFiles = !names.isEmpty();
    for (const QString &name : names) {
        const QString target = linkTarget(folder.filePath(name));
        if (!target.isEmpty())
            seen.hidesFiles = false;
        if (target.startsWith(u'/'))
            seen.openFiles << target;
        else if (target.startsWith(QLatin1String("socket:[")))
            if (const int port = listening.value(target.mid(8).chopped(1).toULongLong()); port > 0)
                seen.ports << port;
    }
    std::sort(seen.ports.begin(), seen.ports.end());
    seen.ports.erase(std::unique(seen.ports.begin(), seen.ports.end()), seen.ports.end());
}

Seen lookAt(qint64 pid, const QMap<quint64, int> &listening)
{
    Seen seen;
    seen.pid = pid;
    QList<QByteArray> words = content(procPath(pid, "cmdline")).split('\0');
    if (!words.isEmpty() && words.last().isEmpty())
        words.removeLast();
    for (const QByteArray &word : std::as_const(words))
        seen.words << QString::fromUtf8(word);
    if (seen.words.isEmpty())
        return seen; // of the kernel
    seen.workingDirectory = linkTarget(procPath(pid, "cwd"));
    for (const QByteArray &entry : content(procPath(pid, "environ")).split('\0'))
        seen.environment << QString::fromUtf8(entry.left(entry.indexOf('=')));
    readDescriptors(seen, listening);
    return seen;
}

/// Variables of the profile that the process was started with.
QStringList settingsIn(const QStringList &environment, const ServiceProfile &profile)
{
    QStringList names;
    for (const ProfileVariable &variable : profile.environment) {
        if (environment.contains(variable.name))
            names << variable.name;
    }
    return names;
}

void takeOver(RuntimeSettings &runtime, const Seen &seen, const QString &pidFile)
{
    runtime.kind = QStringLiteral("process");
    runtime.command = seen.words;
    const QString program = linkTarget(procPath(seen.pid, "exe"));
    if (!seen.words.first().startsWith(u'/') && program.startsWith(u'/'))
        runtime.command.first() = program;
    runtime.pidFile = pidFile;
    runtime.workingDirectory = seen.workingDirectory;
}

/// How it is started again, where that can be told: else Pilothouse only reads its files.
void takeCommand(Candidate &candidate, const Seen &seen, const ServiceProfile &profile)
{
    const QString pidFile = pidFileOf(seen.words, seen.workingDirectory);
    const QString whole = seen.words.join(u' ');
    if (pidFile.isEmpty())
        candidate.problems << DiscoverProcessesText::tr(
            "It has no pid file that its command line names, so Pilothouse cannot stop and start it.");
    else if (QProcess::splitCommand(joinedCommand(seen.words)) != seen.words)
        candidate.problems << DiscoverProcessesText::tr(
            "Its command line cannot be written in one line, so Pilothouse cannot "
            "stop and start it.");
    else if (redacted(whole) != whole)
        candidate.problems << DiscoverProcessesText::tr(
            "Its command line holds a secret and is not taken over, so Pilothouse "
            "cannot stop and start it.");
    else if (const QStringList lost = settingsIn(seen.environment, profile); !lost.isEmpty())
        candidate.problems << DiscoverProcessesText::tr(
                                  "It was started with %1 in its environment, which Pilothouse would not "
                                  "give it again, so Pilothouse does not stop and start it.")
                                  .arg(lost.join(QStringLiteral(", ")));
    else
        takeOver(candidate.instance.runtime, seen, pidFile);
}

std::optional<Candidate> candidateOf(const Seen &seen, const SourceWork &work)
{
    Clues clues;
    clues.words = seen.words;
    clues.openFiles = seen.openFiles;
    clues.ports = seen.ports;
    clues.workingDirectory = seen.workingDirectory;
    ProfileMatch match = bestMatch(clues, work.request.profiles);
    if (!match.profile)
        return std::nullopt;
    // A shell that only names the service, or an editor on its database, is no service.
    if (seen.ports.isEmpty() && !seen.hidesFiles)
        return std::nullopt;
    Candidate candidate;
    candidate.title = match.program.isEmpty() ? QFileInfo(seen.words.first()).fileName() : match.program;
    candidate.processes.insert(seen.pid);
    for (const QString &folder : usualFolders(*match.profile, work.request.home)) {
        if (match.dataFolder.isEmpty() && holdsDatabases(folder, *match.profile))
            match.dataFolder = folder;
    }
    take(candidate, match);
    if (seen.hidesFiles)
        candidate.problems << DiscoverProcessesText::tr(
            "This user may not see what the process has open. Run Pilothouse as "
            "its user or as root to see more.");
    if (takeUnit(candidate.instance.runtime, seen.pid)) {
        candidate.title = candidate.instance.runtime.unit;
        candidate.facts << DiscoverProcessesText::tr("systemd unit");
    } else if (!seen.hidesFiles) {
        takeCommand(candidate, seen, *match.profile);
    }
    candidate.instance.healthUrl = healthAddressAt(*match.profile, seen.ports);
    candidate.facts << DiscoverProcessesText::tr("Process %1").arg(seen.pid);
    for (const int port : seen.ports)
        candidate.facts << DiscoverProcessesText::tr("port %1").arg(port);
    if (!candidate.instance.dataDir.isEmpty())
        candidate.facts << DiscoverProcessesText::tr("data in %1").arg(candidate.instance.dataDir);
    return candidate;
}

} // namespace

QString pidFileOf(const QStringList &words, const QString &workingDirectory)
{
    for (qsizetype i = 1; i < words.size(); ++i) {
        for (const QString &option : {QStringLiteral("--pid-file"), QStringLiteral("--pidfile")}) {
            QString path;
            if (words.at(i) == option)
                path = words.value(i + 1);
            else if (words.at(i).startsWith(option + u'='))
                path = words.at(i).mid(option.size() + 1);
            const bool isPlaced = path.startsWith(u'/') || !workingDirectory.isEmpty();
            if (!path.isEmpty() && isPlaced)
                return QDir::cleanPath(QDir(workingDirectory).absoluteFilePath(path));
        }
    }
    return {};
}

Result<> findProcesses(const SourceWork &work)
{
    const QMap<quint64, int> listening = listeningPorts();
    const QByteArray own = containerOf(QStringLiteral("self"));
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        if (work.context.isCancelled())
            return failure(ErrorKind::Cancelled,
                           DiscoverProcessesText::tr("Looking for services was cancelled."));
        const qint64 pid = name.toLongLong();
        if (pid <= 0 || pid == getpid() || containerOf(name) != own)
            continue;
        if (auto candidate = candidateOf(lookAt(pid, listening), work))
            work.candidates << *candidate;
    }
    return {};
}

} // namespace pilothouse
