// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/procfs.h"

#include <QDir>
#include <QFile>
#include <QMultiHash>

#include <cerrno>
#include <csignal>
#include <sys/syscall.h>
#include <sys/sysinfo.h>
#include <unistd.h>

namespace pilothouse {

namespace {

QByteArray procFile(qint64 pid, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 bootSeconds()
{
    QFile file(QStringLiteral("/proc/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const qsizetype at = text.indexOf("\nbtime ");
    return at < 0 ? 0 : text.mid(at + 7, text.indexOf('\n', at + 1) - at - 7).toLongLong();
}

qint64 fieldAfter(const QByteArray &text, const QByteArray &key)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(key))
            return line.mid(key.size()).trimmed().split(' ').value(0).toLongLong();
    }
    return 0;
}

} // namespace

std::optional<ProcessFacts> processFacts(qint64 pid)
{
    if (pid <= 0)
        return std::nullopt;
    const QByteArray text = procFile(pid, "stat");
    const qsizetype end = text.lastIndexOf(')'); // the name before it may hold blanks and brackets
    if (end < 0)
        return std::nullopt;
    const QList<QByteArray> fields = text.mid(end + 2).split(' ');
    if (fields.size() < 20)
        return std::nullopt;
    ProcessFacts facts;
    facts.pid = pid;
    facts.state = fields.at(0).isEmpty() ? '?' : fields.at(0).at(0);
    facts.parent = fields.at(1).toLongLong();
    facts.cpuTicks = fields.at(11).toULongLong() + fields.at(12).toULongLong();
    facts.startTicks = fields.at(19).toULongLong();
    const qint64 sinceBoot = static_cast<qint64>(facts.startTicks) * 1000 / sysconf(_SC_CLK_TCK);
    facts.startedAt = QDateTime::fromMSecsSinceEpoch(bootSeconds() * 1000 + sinceBoot, Qt::UTC);
    return facts;
}

QList<ProcessFacts> processTree(qint64 pid)
{
    const auto root = processFacts(pid);
    if (!root)
        return {};
    QMultiHash<qint64, ProcessFacts> children;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const qint64 other = name.toLongLong(&isNumber);
        if (const auto facts = isNumber ? processFacts(other) : std::nullopt)
            children.insert(facts->parent, *facts);
    }
    QList<ProcessFacts> tree{*root};
    for (qsizetype i = 0; i < tree.size(); ++i) {
        for (const ProcessFacts &child : children.values(tree.at(i).pid))
            tree.append(child);
        children.remove(tree.at(i).pid);
    }
    return tree;
}

qint64 residentBytes(qint64 pid)
{
    return procFile(pid, "statm").split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

ProcessTraffic processTraffic(qint64 pid)
{
    const QByteArray text = procFile(pid, "io");
    return {fieldAfter(text, "read_bytes:"), fieldAfter(text, "write_bytes:")};
}

NetworkTraffic networkTraffic(qint64 pid)
{
    NetworkTraffic traffic;
    const auto networkOf = [](const QString &process) {
        return QFile::symLinkTarget(QStringLiteral("/proc/%1/ns/net").arg(process));
    };
    if (pid <= 0 || networkOf(QString::number(pid)) == networkOf(QStringLiteral("self")))
        return traffic;
    for (const QByteArray &line : procFile(pid, "net/dev").split('\n')) { // "eth0: received 7 more sent ..."
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || line.left(colon).trimmed() == "lo")
            continue;
        const QList<QByteArray> numbers = line.mid(colon + 1).simplified().split(' ');
        traffic.received += numbers.value(0).toLongLong();
        traffic.sent += numbers.value(8).toLongLong();
    }
    return traffic;
}

qint64 machineMemory()
{
    struct sysinfo facts
    {
    };
    return sysinfo(&facts) == 0 ? static_cast<qint64>(facts.totalram) * facts.mem_unit : 0;
}

bool signalProcess(const ProcessFacts &process, int number)
{
    const auto pid = static_cast<pid_t>(process.pid);
    const long handle = syscall(SYS_pidfd_open, pid, 0U);
    const auto now = processFacts(process.pid);
    const bool isSame = now && now->startTicks == process.startTicks;
    bool isSent = false;
    if (handle >= 0) {
        isSent = isSame && syscall(SYS_pidfd_send_signal, handle, number, nullptr, 0U) == 0;
        close(static_cast<int>(handle));
    } else if (errno == ENOSYS) {
        isSent = isSame && kill(pid, number) == 0;
    }
    return isSent;
}

} // namespace pilothouse
