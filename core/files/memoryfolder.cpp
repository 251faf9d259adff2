// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/memoryfolder.h"

#include "core/files/fileops.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <csignal>

namespace pilothouse {
namespace {

/// A killed program removes nothing: what belongs to no process any more goes now.
void sweepMemory(FileOps &files, const QString &root, const QString &prefix)
{
    for (const QString &name : QDir(root).entryList({prefix + u'*'}, QDir::Dirs)) {
        const qint64 owner = name.mid(prefix.size()).section(u'-', 0, 0).toLongLong();
        if (owner > 0 && ::kill(static_cast<pid_t>(owner), 0) != 0 && errno == ESRCH)
            (void)files.removeTree(root + u'/' + name); // another user's stays
    }
}

} // namespace

QString memoryRoot()
{
    const QString own = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (own.startsWith(u'/') && QFileInfo(own).isWritable())
        return own;
    return QFileInfo(QStringLiteral("/dev/shm")).isWritable() ? QStringLiteral("/dev/shm") : QDir::tempPath();
}

Result<MemoryFolder> MemoryFolder::make(const QString &prefix)
{
    FileOps files;
    const QString root = memoryRoot();
    sweepMemory(files, root, prefix);
    MemoryFolder folder;
    folder.m_path = QStringLiteral("%1/%2%3-%4")
                        .arg(root, prefix)
                        .arg(QCoreApplication::applicationPid())
                        .arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (auto made = files.makeFolder(folder.m_path, {0700, {}, {}}); !made)
        return failure(made.error());
    return folder;
}

MemoryFolder::MemoryFolder(MemoryFolder &&other) noexcept
    : m_path(std::exchange(other.m_path, {}))
{
}

MemoryFolder::~MemoryFolder()
{
    if (!m_path.isEmpty() && !FileOps().removeTree(m_path))
        qWarning("a private folder could not be removed: %s", qPrintable(m_path));
}

} // namespace pilothouse
