// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/configuration/serviceuser.h"

#include "core/instances/instancesession.h"
#include "core/runtime/serviceruntime.h"

#include <QFile>

namespace pilothouse {

namespace {

QList<uint> numbersAfter(const QByteArray &status, const QByteArray &key)
{
    QList<uint> numbers;
    for (const QByteArray &line : status.split('\n')) {
        if (!line.startsWith(key))
            continue;
        for (const QByteArray &word : line.mid(key.size()).simplified().split(' ')) {
            if (!word.isEmpty())
                numbers << word.toUInt();
        }
    }
    return numbers;
}

std::optional<ServiceUser> userOfProcess(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (pid <= 0 || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray status = file.readAll();
    const QList<uint> users = numbersAfter(status, "Uid:"); // real, effective, saved, of files
    const QList<uint> groups = numbersAfter(status, "Gid:");
    if (users.size() < 4 || groups.size() < 4)
        return std::nullopt;
    return ServiceUser{users.at(3), QList<uint>{groups.at(3)} + numbersAfter(status, "Groups:")};
}

} // namespace

bool ServiceUser::canUse(const FileFacts &facts) const
{
    if (userId == 0)
        return true;
    const uint wanted = facts.isDirectory ? 07U : 06U;
    const uint shift = facts.ownerId == userId ? 6U : groupIds.contains(facts.groupId) ? 3U : 0U;
    return ((facts.mode >> shift) & wanted) == wanted;
}

std::optional<ServiceUser> serviceUserOf(const InstanceSession &session, const OperationContext &context)
{
    if (const auto status = session.runtime().status(context)) {
        if (auto user = userOfProcess(status->pid))
            return user;
    }
    const ServiceProfile &profile = session.profile();
    if (isContainerKind(session.runtime().kind()) && profile.ownerId > 0)
        return ServiceUser{profile.ownerId, {profile.groupId}};
    return std::nullopt;
}

} // namespace pilothouse
