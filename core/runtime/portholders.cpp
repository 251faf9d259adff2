// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/portholders.h"

#include <QDir>
#include <QFile>
#include <QSet>

namespace pilothouse {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Inodes of the sockets that listen on the port.
QSet<QByteArray> listeners(quint16 port)
{
    const QByteArray suffix = ':' + QByteArray::number(port, 16).toUpper().rightJustified(4, '0');
    QSet<QByteArray> inodes;
    for (const char *table : {"/proc/net/tcp", "/proc/net/tcp6"}) {
        for (const QByteArray &line : contentOf(QLatin1String(table)).split('\n')) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.size() > 9 && fields.at(3) == "0A" && fields.at(1).endsWith(suffix))
                inodes.insert(fields.at(9));
        }
    }
    return inodes;
}

/// The first of these sockets that the process has open; empty: none.
QByteArray socketOf(const QString &process, const QSet<QByteArray> &inodes)
{
    const QDir folder(process + QStringLiteral("/fd"));
    for (const QString &name : folder.entryList(QDir::Files | QDir::System | QDir::Hidden)) {
        const QString target = QFile::symLinkTarget(folder.filePath(name));
        const qsizetype start = target.lastIndexOf(QLatin1String("socket:["));
        if (start < 0)
            continue;
        const QByteArray inode = target.mid(start + 8).section(u']', 0, 0).toLatin1();
        if (inodes.contains(inode))
            return inode;
    }
    return {};
}

} // namespace

QList<PortHolder> portHolders(quint16 port)
{
    QSet<QByteArray> open = listeners(port);
    const QSet<QByteArray> all = open;
    QList<PortHolder> holders;
    if (all.isEmpty())
        return holders;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool isProcess = false;
        const qint64 pid = name.toLongLong(&isProcess);
        if (!isProcess)
            continue;
        const QString process = QStringLiteral("/proc/") + name;
        const QByteArray inode = socketOf(process, all);
        if (inode.isEmpty())
            continue;
        open.remove(inode);
        holders << PortHolder{pid, QString::fromUtf8(contentOf(process + QStringLiteral("/comm")).trimmed())};
    }
    if (!open.isEmpty())
        holders << PortHolder{};
    return holders;
}

} // namespace pilothouse
