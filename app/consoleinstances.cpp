// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What changes an instance itself: its lock, its settings, its end.

#include "app/console.h"
#include "core/instances/backupplaces.h"
#include "core/steps/secretchange.h"

namespace pilothouse {

namespace {

QString consoleText(const char *text)
{
    return QCoreApplication::translate("Console", text);
}

AuditEvent noteOf(const QString &action, const Instance &instance, const QString &how)
{
    AuditEvent event;
    event.target = instance.name;
    event.action = action;
    event.phase = QStringLiteral("note");
    event.how = how;
    return event;
}

} // namespace

Result<LockState> Console::unlock(const Instance &instance, std::chrono::minutes duration,
                                  const QString &reason, const QString &how)
{
    auto state = m_lock.unlock(instance, duration);
    if (!state)
        return state;
    AuditEvent event = noteOf(QStringLiteral("lock.unlock"), instance, how);
    event.arguments = {{QStringLiteral("minutes"), static_cast<qint64>(duration.count())}};
    event.reason = reason;
    if (const auto written = m_audit.append(event); !written)
        return tl::unexpected(written.error());
    return state;
}

Result<> Console::lockNow(const Instance &instance, const QString &how)
{
    if (const auto locked = m_lock.lock(instance); !locked)
        return locked;
    return m_audit.append(noteOf(QStringLiteral("lock.lock"), instance, how)).map([](const AuditRecord &) {});
}

Result<> Console::checkUnlocked(const Instance &instance) const
{
    const auto stored = m_instances.find(instance.name);
    if (!stored)
        return tl::unexpected(stored.error());
    const auto lock = m_lock.state(*stored);
    if (!lock)
        return tl::unexpected(lock.error());
    return lock->isLocked ? failure(lockedError(instance.name)) : Result<>();
}

Result<> Console::checkNothingWaits(const Instance &instance) const
{
    const auto schedule = m_schedules.find(instance);
    const auto drills = m_schedules.find(instance, ScheduledWork::Drill);
    if (!schedule || !drills)
        return tl::unexpected(schedule ? drills.error() : schedule.error());
    if (*drills)
        return failure(Error{
            ErrorKind::Refused,
            instance.name,
            consoleText(QT_TRANSLATE_NOOP("Console", "It is still drilled by schedule, %1."))
                .arg((*drills)->time.title()),
            consoleText(QT_TRANSLATE_NOOP("Console", "First run: pilothouse-cli schedule remove %1 --drill"))
                .arg(instance.name),
            {}});
    if (*schedule)
        return failure(
            Error{ErrorKind::Refused,
                  instance.name,
                  consoleText(QT_TRANSLATE_NOOP("Console", "It is still backed up by schedule, %1."))
                      .arg((*schedule)->time.title()),
                  consoleText(QT_TRANSLATE_NOOP("Console", "First run: pilothouse-cli schedule remove %1"))
                      .arg(instance.name),
                  {}});
    for (const PendingRevert &revert : m_reverts.list()) {
        if (revert.instance != instance.name)
            continue;
        return failure(Error{
            ErrorKind::Refused,
            instance.name,
            consoleText(QT_TRANSLATE_NOOP("Console", "%1 has still to go back by itself.")).arg(revert.title),
            consoleText(QT_TRANSLATE_NOOP("Console", "First put it back: pilothouse-cli undo apply %1, or "
                                                     "leave it as it is: pilothouse-cli revert cancel %1"))
                .arg(revert.operation.toString(QUuid::WithoutBraces)),
            {}});
    }
    return {};
}

Result<> Console::remove(const Instance &instance, const QString &how)
{
    const auto allowed = checkUnlocked(instance).and_then([&] { return checkNothingWaits(instance); });
    if (!allowed)
        return allowed;
    if (const auto removed = m_instances.remove(instance.id); !removed)
        return removed;
    AuditEvent event = noteOf(QStringLiteral("instance.remove"), instance, how);
    event.arguments = toJson(instance);
    const auto noted = m_audit.append(event).map([](const AuditRecord &) {});
    if (const auto forgotten = m_postgres.movePasswords(instance, {}, {}); !forgotten)
        return forgotten;
    if (const auto forgotten = moveDrillKey(instance, {}); !forgotten)
        return forgotten;
    // The private copy of data in a container goes with it: it is no backup. So do its secrets.
    QStringList folders{InstanceSession::givenFolder(m_location.dataFolder, instance.id),
                        SecretChange::keptFolder(m_location.dataFolder, instance.id)};
    if (const auto session = m_sessions.make(instance); session && (*session)->isMirrored())
        folders << (*session)->mirrorFolder();
    for (const QString &folder : std::as_const(folders)) {
        if (auto gone = m_files.exists(folder) ? m_files.removeTree(folder) : Result<>(); !gone)
            return gone;
    }
    return noted;
}

Result<PendingRevert> Console::cancelRevert(const QUuid &operation, const QString &how)
{
    const auto found = m_reverts.find(operation);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return failure(
            ErrorKind::NotFound,
            consoleText(QT_TRANSLATE_NOOP("Console", "No operation of that id goes back by itself.")),
            operation.toString(QUuid::WithoutBraces));
    if (const auto removed = m_reverts.remove(operation); !removed)
        return tl::unexpected(removed.error());
    AuditEvent event;
    event.target = (*found)->instance;
    event.action = QStringLiteral("revert.cancel");
    event.phase = QStringLiteral("note");
    event.how = how;
    event.arguments = toJson(**found);
    return m_audit.append(event).map([&found](const AuditRecord &) { return **found; });
}

Result<> Console::change(const Instance &before, const Instance &after, const QString &how)
{
    if (const auto same = m_instances.find(before.name); !same || *same != after) {
        if (const auto unlocked = checkUnlocked(before); !unlocked)
            return unlocked;
    }
    const auto wanted = withPlaces(before, after);
    if (!wanted)
        return tl::unexpected(wanted.error());
    if (const auto stored = m_instances.update(*wanted); !stored)
        return stored;
    AuditEvent event = noteOf(QStringLiteral("instance.change"), *wanted, how);
    event.arguments = toJson(*wanted);
    const auto noted = m_audit.append(event).map([](const AuditRecord &) {});
    if (!noted || before.name == after.name)
        return noted;
    return m_postgres.movePasswords(before, after.name, {}).and_then([&] {
        return moveDrillKey(before, after.name);
    });
}

Result<Instance> Console::withPlaces(const Instance &before, const Instance &after) const
{
    const auto profile = m_sessions.profile(after.profile);
    if (const auto good = checkInstance(after, !profile || profile->needsDataFolder()); !good)
        return tl::unexpected(good.error());
    const auto old = m_sessions.make(before);
    const auto changed = m_sessions.make(after);
    if (!old || !changed) // its profile is not there: what it was told is kept as it is
        return after;
    const bool isMoved =
        before.backupDir != after.backupDir || before.secondBackupDir != after.secondBackupDir;
    if (const auto good = isMoved ? checkPlaces(**changed) : Result<>(); !good)
        return tl::unexpected(good.error());
    return rememberingFormerPlaces(**old, **changed);
}

Result<> Console::checkPlaces(const InstanceSession &session) const
{
    const auto all = m_instances.list();
    if (!all)
        return tl::unexpected(all.error());
    QList<std::shared_ptr<InstanceSession>> others;
    for (const Instance &other : *all) {
        if (other.id == session.instance().id)
            continue;
        if (const auto made = m_sessions.make(other))
            others << *made;
    }
    return checkBackupPlaces(session, others);
}

} // namespace pilothouse
