// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audit/actor.h"

#include <QFile>
#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

namespace pilothouse {

namespace {

QString nameOf(uid_t id)
{
    passwd entry = {};
    passwd *found = nullptr;
    QByteArray buffer(16384, '\0');
    ::getpwuid_r(id, &entry, buffer.data(), static_cast<size_t>(buffer.size()), &found);
    return found ? QString::fromLocal8Bit(found->pw_name) : QString::number(id);
}

/// The user of the login session; sudo and su do not change it. Empty where the kernel does not tell.
QString loginName()
{
    QFile file(QStringLiteral("/proc/self/loginuid"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    bool isNumber = false;
    const uint id = file.readAll().trimmed().toUInt(&isNumber);
    constexpr auto NotSet = static_cast<uint>(-1);
    return isNumber && id != NotSet ? nameOf(id) : QString();
}

} // namespace

QString osUser()
{
    return nameOf(::geteuid());
}

QString actorName()
{
    // Neither changes while the program runs, and a directory service may take its time.
    static const QString Name = [] {
        const QString user = osUser();
        const QString login = loginName();
        return login.isEmpty() || login == user ? user : QStringLiteral("%1 (login %2)").arg(user, login);
    }();
    return Name;
}

QString workstationName()
{
    const QString host = QSysInfo::machineHostName();
    const QString client = qEnvironmentVariable("SSH_CLIENT").section(u' ', 0, 0);
    return client.isEmpty() ? host : QStringLiteral("%1 from %2").arg(host, client);
}

} // namespace pilothouse
