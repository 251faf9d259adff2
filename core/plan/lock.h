// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/files/descriptor.h"

#include <QDateTime>
#include <QJsonObject>
#include <QUuid>

#include <memory>
#include <optional>

namespace pilothouse {

class InstanceSession;

/// Who holds a lock: enough to tell a person, and to tell a living process from a dead one.
struct Lease
{
    QString host;
    QString actor; ///< OS user
    qint64 pid = 0;
    QString processStart; ///< in ticks since boot: a pid that was used again is another process
    QString bootId;
    QUuid operation;
    QDateTime since;

    bool operator==(const Lease &) const = default;
};

Lease leaseOfThisProcess(const QUuid &operation, const QDateTime &since);
QJsonObject toJson(const Lease &lease);
/// Nothing where the object is no lease.
std::optional<Lease> leaseFromJson(const QJsonObject &object);
/// True where the process that wrote it runs on this machine now.
bool isAlive(const Lease &lease);

/// flock on a file that says who holds it. The kernel lets go of it when the process ends, however it ends;
/// the lease that stays behind then tells the next one that somebody died.
class LeasedLock
{
public:
    /// Locked names the holder and since when.
    [[nodiscard]] static Result<std::unique_ptr<LeasedLock>> take(const QString &path, const Lease &lease);
    /// Who holds it now; nothing where it is free.
    static std::optional<Lease> holder(const QString &path);
    ~LeasedLock();
    LeasedLock(const LeasedLock &) = delete;
    LeasedLock &operator=(const LeasedLock &) = delete;

    /// The lease of a process that died while it held the lock.
    const std::optional<Lease> &abandoned() const { return m_abandoned; }

private:
    LeasedLock(Descriptor file, std::optional<Lease> abandoned);

    Descriptor m_file;
    std::optional<Lease> m_abandoned;
};

/// Where the one writer of an instance locks: ".pilothouse.lock" in its data folder where that is writable,
/// else a file in <state>/locks named after what the instance is, not after what it is called.
QString writerLockPath(const InstanceSession &session);

} // namespace pilothouse
