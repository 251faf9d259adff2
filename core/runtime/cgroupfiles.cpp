// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/cgroupfiles.h"

#include "core/runtime/procfs.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <fcntl.h>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr int IdLength = 64;
constexpr char Cpu[] = "cpuacct";
constexpr char Memory[] = "memory";
constexpr char Blocks[] = "blkio";
constexpr qsizetype LargestFile = 1 << 16;

QByteArray contentOf(const QByteArray &path)
{
    const int file = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    QByteArray content(LargestFile, Qt::Uninitialized);
    const ssize_t got = ::read(file, content.data(), static_cast<std::size_t>(content.size()));
    ::close(file);
    content.truncate(std::max<ssize_t>(got, 0));
    return content;
}

/// The number behind a key at the begin of a line.
qint64 numberOf(const QByteArray &content, const QByteArray &key)
{
    const QByteArray word = key + ' ';
    qsizetype at = content.indexOf(word);
    while (at > 0 && content.at(at - 1) != '\n')
        at = content.indexOf(word, at + 1);
    if (at < 0)
        return 0;
    at += word.size();
    const qsizetype end = content.indexOf('\n', at);
    return content.mid(at, end < 0 ? -1 : end - at).trimmed().toLongLong();
}

/// A container that runs a system of its own holds its processes further below.
qint64 firstProcess(const QByteArray &folder)
{
    const QByteArray processes = contentOf(folder + "cgroup.procs");
    if (!processes.isEmpty())
        return processes.left(processes.indexOf('\n')).toLongLong();
    QDirIterator below(QFile::decodeName(folder), QDir::Dirs | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (below.hasNext()) {
        const QByteArray found = contentOf(QFile::encodeName(below.next()) + "/cgroup.procs");
        if (!found.isEmpty())
            return found.left(found.indexOf('\n')).toLongLong();
    }
    return 0;
}

} // namespace

CgroupFiles::CgroupFiles(QString root)
    : m_root(std::move(root))
    , m_isUnified(QFileInfo::exists(m_root + QStringLiteral("/cgroup.controllers")))
{
}

void CgroupFiles::find(const QStringList &ids)
{
    if (m_isUnified)
        return findBelow(QString(), ids);
    for (const char *controller : {Cpu, Memory, Blocks})
        findBelow(QLatin1String(controller), ids);
}

/// The name of a group is the id itself, or the id in a scope of systemd: "docker-<id>.scope".
void CgroupFiles::findBelow(const QString &controller, const QStringList &ids)
{
    QHash<QString, QByteArray> &known = m_folders[controller];
    QSet<QString> missing;
    for (const QString &id : ids)
        if (id.size() == IdLength && !known.contains(id))
            missing.insert(id);
    QDirIterator folders(m_root + u'/' + controller, QDir::Dirs | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (!missing.isEmpty() && folders.hasNext()) {
        const QString path = folders.next();
        QString name = folders.fileName();
        if (name.endsWith(QLatin1String(".scope")))
            name = name.chopped(6).right(IdLength);
        if (missing.remove(name))
            known.insert(name, QFile::encodeName(path));
    }
}

/// Version 2 has one tree, version 1 one for each controller, where the same group may lie elsewhere.
QByteArray CgroupFiles::folderOf(const char *controller, const QString &id) const
{
    return m_folders.value(m_isUnified ? QString() : QLatin1String(controller)).value(id) + '/';
}

std::optional<CgroupReading> CgroupFiles::read(const QString &id)
{
    CgroupReading reading;
    const auto cpu = readCpu(id);
    reading.moment = std::chrono::steady_clock::now();
    if (!cpu || !readMemory(id, reading.statistics)) {
        for (auto &folders : m_folders)
            folders.remove(id); // it has ended, perhaps to begin again elsewhere
        return std::nullopt;
    }
    reading.cpu = *cpu;
    reading.statistics.at = QDateTime::currentDateTimeUtc();
    readBlocks(id, reading.statistics);
    const NetworkTraffic traffic = networkTraffic(firstProcess(folderOf(Cpu, id)));
    reading.statistics.networkReceived = traffic.received;
    reading.statistics.networkSent = traffic.sent;
    return reading;
}

std::optional<std::chrono::nanoseconds> CgroupFiles::readCpu(const QString &id) const
{
    if (m_isUnified) {
        const QByteArray content = contentOf(folderOf(Cpu, id) + "cpu.stat");
        if (content.isEmpty())
            return std::nullopt;
        return std::chrono::microseconds(numberOf(content, "usage_usec"));
    }
    const QByteArray content = contentOf(folderOf(Cpu, id) + "cpuacct.usage");
    if (content.isEmpty())
        return std::nullopt;
    return std::chrono::nanoseconds(content.trimmed().toLongLong());
}

/// As the engine counts it: without the pages of files that nobody has used for a while.
bool CgroupFiles::readMemory(const QString &id, ServiceStatistics &statistics) const
{
    const QByteArray details = contentOf(folderOf(Memory, id) + "memory.stat");
    const qint64 cache = numberOf(details, m_isUnified ? "inactive_file" : "total_inactive_file");
    const char *usageName = m_isUnified ? "memory.current" : "memory.usage_in_bytes";
    const char *limitName = m_isUnified ? "memory.max" : "memory.limit_in_bytes";
    const QByteArray usageText = contentOf(folderOf(Memory, id) + usageName).trimmed();
    const qint64 usage = usageText.toLongLong();
    statistics.memoryBytes = cache < usage ? usage - cache : usage;
    const qint64 limit = contentOf(folderOf(Memory, id) + limitName).trimmed().toLongLong(); // "max": 0
    statistics.memoryLimit = limit >= machineMemory() ? 0 : limit;
    return !usageText.isEmpty();
}

void CgroupFiles::readBlocks(const QString &id, ServiceStatistics &statistics) const
{
    if (!m_isUnified) { // "8:0 Read 4096" for each device
        for (const QByteArray &line :
             contentOf(folderOf(Blocks, id) + "blkio.throttle.io_service_bytes").split('\n')) {
            const QList<QByteArray> words = line.split(' ');
            if (words.value(1) == "Read")
                statistics.blockRead += words.value(2).toLongLong();
            else if (words.value(1) == "Write")
                statistics.blockWritten += words.value(2).toLongLong();
        }
        return;
    }
    const QByteArray content = contentOf(folderOf(Blocks, id) + "io.stat"); // "8:0 rbytes=4096 wbytes=0 ..."
    for (const QByteArray &word : content.simplified().split(' ')) {
        if (word.startsWith("rbytes="))
            statistics.blockRead += word.mid(7).toLongLong();
        else if (word.startsWith("wbytes="))
            statistics.blockWritten += word.mid(7).toLongLong();
    }
}

} // namespace pilothouse
