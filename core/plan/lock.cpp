// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/lock.h"

#include "core/audit/actor.h"
#include "core/base/boottime.h"
#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSysInfo>
#include <QThread>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr int Attempts = 10;
constexpr unsigned long AttemptMilliseconds = 20;

QString writerLockText(const char *text)
{
    return QCoreApplication::translate("WriterLock", text);
}

/// Field 22 of /proc/<pid>/stat; empty where there is no such process.
QString startOfProcess(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype StartField = 19; // 22 counted from 1, less the pid and the name
    return fields.size() > StartField ? QString::fromLatin1(fields.at(StartField)) : QString();
}

std::optional<Lease> readLease(const Descriptor &file)
{
    QByteArray text(4096, '\0');
    const ssize_t count = ::pread(file.number(), text.data(), static_cast<size_t>(text.size()), 0);
    text.resize(std::max<ssize_t>(count, 0));
    return leaseFromJson(QJsonDocument::fromJson(text).object());
}

bool lockNow(const Descriptor &file, int kind)
{
    int result = 0;
    do {
        result = ::flock(file.number(), kind | LOCK_NB);
    } while (result != 0 && errno == EINTR);
    return result == 0;
}

tl::unexpected<Error> lockedBy(const std::optional<Lease> &holder, const QString &path)
{
    Error error;
    error.kind = ErrorKind::Locked;
    error.subject = path;
    error.advice = writerLockText(
        QT_TRANSLATE_NOOP("WriterLock", "Wait until it has ended, or cancel it, then try again."));
    if (!holder) {
        error.message =
            writerLockText(QT_TRANSLATE_NOOP("WriterLock", "Another program is changing this instance."));
        return failure(error);
    }
    error.message =
        writerLockText(
            QT_TRANSLATE_NOOP("WriterLock", "%1 on %2 (process %3) has been changing this since %4."))
            .arg(holder->actor, holder->host)
            .arg(holder->pid)
            .arg(toIso(holder->since));
    error.detail = holder->operation.toString(QUuid::WithoutBraces);
    return failure(error);
}

QString identityOf(const Instance &instance)
{
    if (!instance.dataDir.isEmpty()) {
        const QString canonical = QDir(instance.dataDir).canonicalPath();
        return canonical.isEmpty() ? QDir::cleanPath(instance.dataDir) : canonical;
    }
    if (!instance.runtime.container.isEmpty())
        return instance.runtime.engine + u'|' + instance.runtime.container;
    return instance.id.toString(QUuid::WithoutBraces);
}

} // namespace

Lease leaseOfThisProcess(const QUuid &operation, const QDateTime &since)
{
    const qint64 pid = ::getpid();
    return {QSysInfo::machineHostName(), osUser(),  pid,  startOfProcess(pid),
            bootTimeNow().boot,          operation, since};
}

QJsonObject toJson(const Lease &lease)
{
    return {{QStringLiteral("host"), lease.host},
            {QStringLiteral("actor"), lease.actor},
            {QStringLiteral("pid"), lease.pid},
            {QStringLiteral("processStart"), lease.processStart},
            {QStringLiteral("bootId"), lease.bootId},
            {QStringLiteral("operation"), lease.operation.toString(QUuid::WithoutBraces)},
            {QStringLiteral("since"), toIso(lease.since)}};
}

std::optional<Lease> leaseFromJson(const QJsonObject &object)
{
    Lease lease;
    lease.host = object.value(QStringLiteral("host")).toString();
    lease.actor = object.value(QStringLiteral("actor")).toString();
    lease.pid = object.value(QStringLiteral("pid")).toInteger();
    lease.processStart = object.value(QStringLiteral("processStart")).toString();
    lease.bootId = object.value(QStringLiteral("bootId")).toString();
    lease.operation = QUuid::fromString(object.value(QStringLiteral("operation")).toString());
    lease.since = QDateTime::fromString(object.value(QStringLiteral("since")).toString(), Qt::ISODateWithMs);
    if (lease.pid <= 0)
        return {};
    return lease;
}

bool isAlive(const Lease &lease)
{
    return lease.bootId == bootTimeNow().boot && !lease.processStart.isEmpty()
           && startOfProcess(lease.pid) == lease.processStart;
}

LeasedLock::LeasedLock(Descriptor file, std::optional<Lease> abandoned)
    : m_file(std::move(file))
    , m_abandoned(std::move(abandoned))
{
}

LeasedLock::~LeasedLock()
{
    if (::ftruncate(m_file.number(), 0) != 0)
        qWarning("a lease stays behind in a lock file");
}

Result<std::unique_ptr<LeasedLock>> LeasedLock::take(const QString &path, const Lease &lease)
{
    const auto place = placeOf(path);
    if (!place)
        return tl::unexpected(place.error());
    auto file = openAt(*place, O_RDWR | O_CREAT | O_NONBLOCK, 0600);
    if (!file)
        return tl::unexpected(file.error());
    // Root's lock in somebody's folder is theirs too, or they could never lock it themselves.
    struct stat folder = {};
    const bool isRoot = ::geteuid() == 0 && ::fstat(place->folder.number(), &folder) == 0;
    if (isRoot && ::fchown(file->number(), folder.st_uid, folder.st_gid) != 0)
        return pathFailure(
            errno, writerLockText(QT_TRANSLATE_NOOP("WriterLock", "The lock cannot be written.")), path);
    // Somebody who only asks for the holder has it for an instant, and leaves no living lease in it.
    for (int attempt = 1; !lockNow(*file, LOCK_EX); ++attempt) {
        const auto holder = readLease(*file);
        if (attempt == Attempts || (holder && isAlive(*holder)))
            return lockedBy(holder, path);
        QThread::msleep(AttemptMilliseconds);
    }
    auto abandoned = readLease(*file);
    const QByteArray text = QJsonDocument(toJson(lease)).toJson(QJsonDocument::Compact) + '\n';
    if (::ftruncate(file->number(), 0) != 0)
        return pathFailure(
            errno, writerLockText(QT_TRANSLATE_NOOP("WriterLock", "The lock cannot be written.")), path);
    if (auto written = writeFully(*file, text.constData(), text.size(), path); !written)
        return tl::unexpected(written.error());
    if (auto synced = syncDescriptor(*file, path); !synced)
        return tl::unexpected(synced.error());
    return std::unique_ptr<LeasedLock>(new LeasedLock(std::move(*file), std::move(abandoned)));
}

std::optional<Lease> LeasedLock::holder(const QString &path)
{
    const auto place = placeOf(path);
    if (!place)
        return {};
    const auto file = openAt(*place, O_RDONLY | O_NONBLOCK);
    if (!file || lockNow(*file, LOCK_SH))
        return {};
    return readLease(*file).value_or(Lease{});
}

QString writerLockPath(const InstanceSession &session)
{
    const QString dataDir = session.instance().dataDir;
    if (!dataDir.isEmpty() && QFileInfo(dataDir).isDir()
        && ::access(QFile::encodeName(dataDir).constData(), W_OK | X_OK) == 0)
        return QDir(dataDir).filePath(QStringLiteral(".pilothouse.lock"));
    const QByteArray identity = identityOf(session.instance()).toUtf8();
    const QByteArray name = QCryptographicHash::hash(identity, QCryptographicHash::Sha256).toHex().left(32);
    return session.stateFolder() + QStringLiteral("/locks/") + QString::fromLatin1(name)
           + QStringLiteral(".lock");
}

} // namespace pilothouse
