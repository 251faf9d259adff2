// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqliteengine.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <dirent.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse {

namespace {

using HeldFile = std::pair<quint64, quint64>;

struct FolderClose
{
    void operator()(DIR *folder) const { ::closedir(folder); }
};

QByteArray readProc(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Seconds since the epoch at which the machine started.
qint64 bootTime()
{
    for (const QByteArray &line : readProc(QStringLiteral("/proc/stat")).split('\n')) {
        if (line.startsWith("btime "))
            return line.mid(6).toLongLong();
    }
    return 0;
}

QDateTime startOf(const QString &process)
{
    const QByteArray stat = readProc(process + QStringLiteral("/stat"));
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' '); // from field 3 on
    if (fields.size() < 20)
        return {};
    const qint64 ticks = fields.at(19).toLongLong();
    return QDateTime::fromSecsSinceEpoch(bootTime() + ticks / ::sysconf(_SC_CLK_TCK), Qt::UTC);
}

enum class Sight { Holds, HoldsNot, Hidden };

Sight lookAt(const QByteArray &folder, const QSet<HeldFile> &wanted)
{
    const std::unique_ptr<DIR, FolderClose> files(::opendir(folder.constData()));
    if (!files)
        return errno == ENOENT || errno == ESRCH ? Sight::HoldsNot : Sight::Hidden;
    while (const dirent *entry = ::readdir(files.get())) {
        struct stat facts = {};
        if (entry->d_name[0] != '.' && ::fstatat(::dirfd(files.get()), entry->d_name, &facts, 0) == 0
            && S_ISREG(facts.st_mode) && wanted.contains({facts.st_dev, facts.st_ino}))
            return Sight::Holds;
    }
    return Sight::HoldsNot;
}

} // namespace

SqliteEngine::Holders SqliteEngine::holders(const QString &path)
{
    QSet<HeldFile> wanted;
    for (const QString &file : family(path)) {
        struct stat facts = {};
        if (::stat(QFile::encodeName(file).constData(), &facts) == 0)
            wanted.insert({facts.st_dev, facts.st_ino});
    }
    Holders holders;
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &name : processes) {
        bool isProcess = false;
        const qint64 pid = name.toLongLong(&isProcess);
        if (!isProcess || pid == ::getpid())
            continue;
        const QString process = QStringLiteral("/proc/") + name;
        const Sight sight = lookAt(QFile::encodeName(process + QStringLiteral("/fd")), wanted);
        if (sight == Sight::Hidden)
            holders.isComplete = false;
        if (sight == Sight::Holds)
            holders.list << FileHolder{
                pid, QString::fromUtf8(readProc(process + QStringLiteral("/comm")).trimmed()),
                startOf(process)};
    }
    return holders;
}

} // namespace pilothouse
