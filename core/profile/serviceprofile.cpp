// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/serviceprofile.h"

#include <algorithm>

namespace pilothouse {
namespace {
template <typename List, typename Member>
auto findBy(const List &list, Member member, const QString &wanted) -> decltype(&*list.cbegin())
{
    const auto found =
        std::find_if(list.cbegin(), list.cend(), [&](const auto &item) { return item.*member == wanted; });
    return found == list.cend() ? nullptr : &*found;
}
} // namespace

const ProfileDatabase *ServiceProfile::database(const QString &wanted) const
{
    return findBy(databases, &ProfileDatabase::id, wanted);
}

const ProfileEntity *ServiceProfile::entity(const QString &wanted) const
{
    return findBy(entities, &ProfileEntity::id, wanted);
}

const ProfileEntityAction *ProfileEntity::action(const QString &wanted) const
{
    return findBy(actions, &ProfileEntityAction::id, wanted);
}

bool ServiceProfile::needsDataFolder() const
{
    const auto isFile = [](const ProfileDatabase &database) { return !database.isOnServer(); };
    const auto isLogFile = [](const ProfileLogSource &log) { return log.kind == QLatin1String("file"); };
    return !files.isEmpty() || !permissions.isEmpty()
           || std::any_of(databases.cbegin(), databases.cend(), isFile)
           || std::any_of(logs.cbegin(), logs.cend(), isLogFile);
}

const ProfileLogFormat *ServiceProfile::logFormat(const QString &wanted) const
{
    return findBy(logFormats, &ProfileLogFormat::id, wanted);
}

const ProfileEndpoint *ServiceProfile::endpoint(const QString &kind) const
{
    return findBy(endpoints, &ProfileEndpoint::kind, kind);
}

const QStringList &troubleWords()
{
    static const QStringList Words{QStringLiteral("status"),
                                   QStringLiteral("last-log-lines"),
                                   QStringLiteral("environment.required"),
                                   QStringLiteral("port.free"),
                                   QStringLiteral("mounts.writable"),
                                   QStringLiteral("data.permissions"),
                                   QStringLiteral("sqlite.integrity"),
                                   QStringLiteral("disk.space"),
                                   QStringLiteral("health"),
                                   QStringLiteral("websocket"),
                                   QStringLiteral("database.connection"),
                                   QStringLiteral("database.sessions")};
    return Words;
}

const ProfileTrouble *ServiceProfile::trouble(const QString &wanted) const
{
    return findBy(troubles, &ProfileTrouble::id, wanted);
}

const ProfileRunbookItem *ServiceProfile::runbookItem(const QString &item) const
{
    return findBy(runbook, &ProfileRunbookItem::item, item);
}

const ProfileVariable *ServiceProfile::variable(const QString &name) const
{
    return findBy(environment, &ProfileVariable::name, name);
}

const ProfileLimits *ServiceProfile::limitsPreset(const QString &wanted) const
{
    return findBy(limits, &ProfileLimits::id, wanted);
}

} // namespace pilothouse
