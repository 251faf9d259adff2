// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/servicesockets.h"

#include "core/runtime/procfs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QJsonObject>
#include <QMap>
#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <unistd.h>

namespace pilothouse {

namespace {

struct ServiceSocketsText
{
    Q_DECLARE_TR_FUNCTIONS(ServiceSockets)
};

const char *const States[] = {"unknown",    "established", "syn-sent",  "syn-received",
                              "fin-wait-1", "fin-wait-2",  "time-wait", "close",
                              "close-wait", "last-ack",    "listen",    "closing"};

/// The kernel prints an address as words in the machine's own byte order.
QString addressFrom(const QByteArray &hex)
{
    const QByteArray raw = QByteArray::fromHex(hex);
    QByteArray bytes;
    for (qsizetype at = 0; at + 4 <= raw.size(); at += 4) {
        // As text the most significant byte comes first: in memory it would lie as the machine has it.
        const auto word = qFromBigEndian<quint32>(raw.constData() + at);
        bytes.append(reinterpret_cast<const char *>(&word), 4);
    }
    if (bytes.size() == 4)
        return QHostAddress(qFromBigEndian<quint32>(bytes.constData())).toString();
    if (bytes.size() != 16)
        return {};
    const QHostAddress address(reinterpret_cast<const quint8 *>(bytes.constData()));
    bool isMapped = false;
    const quint32 inner = address.toIPv4Address(&isMapped);
    return isMapped && address != QHostAddress(QHostAddress::AnyIPv6) ? QHostAddress(inner).toString()
                                                                      : address.toString();
}

std::optional<SocketEntry> entryFrom(const QByteArray &line)
{
    const QList<QByteArray> fields = line.simplified().split(' ');
    if (fields.size() < 10 || !fields.at(0).endsWith(':'))
        return std::nullopt;
    const QList<QByteArray> local = fields.at(1).split(':');
    const QList<QByteArray> remote = fields.at(2).split(':');
    if (local.size() != 2 || remote.size() != 2)
        return std::nullopt;
    const uint state = fields.at(3).toUInt(nullptr, 16);
    SocketEntry entry;
    entry.state = QString::fromLatin1(States[state < std::size(States) ? state : 0]);
    entry.local = addressFrom(local.at(0));
    entry.localPort = local.at(1).toInt(nullptr, 16);
    entry.remote = addressFrom(remote.at(0));
    entry.remotePort = remote.at(1).toInt(nullptr, 16);
    entry.inode = fields.at(9).toULongLong();
    return entry;
}

/// Empty: it cannot be read; errno says why.
QByteArray linkText(const QString &path)
{
    char target[64] = {};
    return ::readlink(QFile::encodeName(path).constData(), target, sizeof target - 1) > 0 ? QByteArray(target)
                                                                                          : QByteArray();
}

QByteArray namespaceOf(const QString &process)
{
    return linkText(QStringLiteral("/proc/%1/ns/net").arg(process));
}

/// Inodes of the sockets that the processes hold; empty where one of them hides its files.
std::optional<QSet<quint64>> heldInodes(qint64 pid)
{
    QSet<quint64> inodes;
    for (const ProcessFacts &process : processTree(pid)) {
        const QDir folder(QStringLiteral("/proc/%1/fd").arg(process.pid));
        if (!folder.isReadable())
            return std::nullopt;
        for (const QString &name : folder.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot)) {
            const QByteArray target = linkText(folder.filePath(name));
            if (target.isEmpty() && (errno == EACCES || errno == EPERM))
                return std::nullopt; // root without the right to trace sees the names and no more
            if (target.startsWith("socket:["))
                inodes.insert(target.mid(8).chopped(1).toULongLong());
        }
    }
    return inodes;
}

} // namespace

QList<SocketEntry> socketsFromProc(const QByteArray &text)
{
    QList<SocketEntry> sockets;
    for (const QByteArray &line : text.split('\n')) {
        if (const auto entry = entryFrom(line))
            sockets << *entry;
    }
    return sockets;
}

Result<QList<SocketEntry>> socketsOf(qint64 pid)
{
    QList<SocketEntry> all;
    for (const char *name : {"tcp", "tcp6"}) {
        QFile file(QStringLiteral("/proc/%1/net/%2").arg(pid).arg(QLatin1String(name)));
        if (file.open(QIODevice::ReadOnly))
            all << socketsFromProc(file.readAll());
        else if (name[3] == '\0') // without IPv6 there is no second one
            return failure(
                Error{ErrorKind::NotFound,
                      ServiceSocketsText::tr("process %1").arg(pid),
                      ServiceSocketsText::tr("The process of the service cannot be seen from here."),
                      ServiceSocketsText::tr("Run Pilothouse on the machine where it runs."),
                      {}});
    }
    const QByteArray network = namespaceOf(QString::number(pid));
    if (!network.isEmpty() && network != namespaceOf(QStringLiteral("self")))
        return all;
    const auto held = heldInodes(pid);
    if (!held)
        return failure(Error{ErrorKind::Refused,
                             ServiceSocketsText::tr("process %1").arg(pid),
                             ServiceSocketsText::tr("This user may not see which sockets the service has."),
                             ServiceSocketsText::tr("Run Pilothouse as the user of the service, or as root."),
                             {}});
    QList<SocketEntry> own;
    std::copy_if(all.begin(), all.end(), std::back_inserter(own),
                 [&held](const SocketEntry &entry) { return held->contains(entry.inode); });
    return own;
}

Result<QList<SocketEntry>> socketsOf(const ServiceStatus &status, const QString &instance)
{
    if (status.pid > 0)
        return socketsOf(status.pid);
    return failure(Error{ErrorKind::NotFound,
                         instance,
                         ServiceSocketsText::tr("The service has no process whose sockets could be seen."),
                         status.reason,
                         {}});
}

QJsonArray countedSockets(const QList<SocketEntry> &sockets)
{
    struct Count
    {
        QString local;
        qint64 count = 0;
        QSet<QString> remotes;
    };
    QMap<QPair<int, QString>, Count> counts; // by port, then state
    for (const SocketEntry &socket : sockets) {
        Count &count = counts[{socket.localPort, socket.state}];
        if (!count.local.contains(socket.local))
            count.local += (count.local.isEmpty() ? QString() : QStringLiteral(", ")) + socket.local;
        ++count.count;
        if (socket.remotePort != 0)
            count.remotes.insert(socket.remote);
    }
    QJsonArray listening;
    QJsonArray others;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        const bool isListening = it.key().second == QLatin1String("listen");
        const QJsonObject row{{QStringLiteral("state"), it.key().second},
                              {QStringLiteral("port"), it.key().first},
                              {QStringLiteral("local"), it->local},
                              {QStringLiteral("count"), it->count},
                              {QStringLiteral("remotes"), it->remotes.size()}};
        (isListening ? listening : others).append(row);
    }
    for (const QJsonValue &row : std::as_const(others))
        listening.append(row);
    return listening;
}

} // namespace pilothouse
