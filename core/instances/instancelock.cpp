// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/instancelock.h"

#include "core/domain/instance.h"
#include "core/settings/statestore.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QSqlQuery>
#include <QVariant>

namespace pilothouse {

namespace {

using namespace std::chrono_literals;

struct InstanceLockText
{
    Q_DECLARE_TR_FUNCTIONS(InstanceLock)
};

/// The two clocks are read one after the other, so they may differ by a little without a suspend.
constexpr qint64 SuspendTolerance = 2000;

QString keyOf(const Instance &instance)
{
    return instance.id.toString(QUuid::WithoutBraces);
}

/// What is left of an unlock that was granted at `since` for `duration`; zero: it is over.
std::chrono::seconds leftOf(const BootTime &since, qint64 duration, const BootTime &now)
{
    const bool isSameBoot = !now.boot.isEmpty() && now.boot == since.boot;
    const qint64 asleep = (now.total - now.awake) - (since.total - since.awake);
    if (!isSameBoot || asleep > SuspendTolerance || now.awake < since.awake)
        return 0s;
    const qint64 left = since.awake + duration - now.awake;
    return std::chrono::seconds(left > 0 ? (left + 999) / 1000 : 0);
}

} // namespace

QJsonObject toJson(const LockState &state)
{
    return {{QStringLiteral("isLockable"), state.isLockable},
            {QStringLiteral("isLocked"), state.isLocked},
            {QStringLiteral("secondsLeft"), static_cast<qint64>(state.left.count())}};
}

Error lockedError(const QString &instance)
{
    return {ErrorKind::Locked,
            instance,
            InstanceLockText::tr("It is production and locked: nothing of it changes."),
            InstanceLockText::tr("Unlock it for some minutes: pilothouse-cli lock unlock %1").arg(instance),
            {}};
}

InstanceLock::InstanceLock(const StateStore &store, BootClock clock)
    : m_store(store)
    , m_clock(std::move(clock))
{
}

Result<LockState> InstanceLock::state(const Instance &instance) const
{
    if (!instance.isProduction())
        return LockState{};
    LockState state{true, true, 0s};
    const BootTime now = m_clock();
    const auto done = m_store.read([&](QSqlDatabase &database) {
        return StateStore::run(
                   database,
                   QStringLiteral("SELECT boot, awake, total, duration FROM unlocks WHERE instance = ?"),
                   {keyOf(instance)})
            .map([&](QSqlQuery query) {
                if (!query.next())
                    return;
                const BootTime since{query.value(0).toString(), query.value(1).toLongLong(),
                                     query.value(2).toLongLong()};
                state.left = leftOf(since, query.value(3).toLongLong(), now);
            });
    });
    if (!done)
        return failure(done.error());
    state.isLocked = state.left == 0s;
    return state;
}

Result<LockState> InstanceLock::unlock(const Instance &instance, std::chrono::minutes duration) const
{
    if (!instance.isProduction())
        return failure(
            Error{ErrorKind::BadInput,
                  instance.name,
                  InstanceLockText::tr("Only production instances are locked; there is nothing to unlock."),
                  {},
                  {}});
    if (duration < 1min || duration > Longest)
        return failure(
            Error{ErrorKind::BadInput,
                  instance.name,
                  InstanceLockText::tr("An instance is unlocked for 1 to %1 minutes.").arg(Longest.count()),
                  {},
                  {}});
    const BootTime now = m_clock();
    if (now.boot.isEmpty())
        return failure(Error{
            ErrorKind::Refused,
            instance.name,
            InstanceLockText::tr("This machine does not say when it was started, so the minutes could not be "
                                 "measured and it stays locked."),
            InstanceLockText::tr("/proc/sys/kernel/random/boot_id must be readable."),
            {}});
    const qint64 milliseconds = std::chrono::milliseconds(duration).count();
    const auto done = m_store.write([&](QSqlDatabase &database) {
        return StateStore::execute(database,
                                   QStringLiteral("INSERT OR REPLACE INTO unlocks VALUES (?, ?, ?, ?, ?)"),
                                   {keyOf(instance), now.boot, now.awake, now.total, milliseconds});
    });
    if (!done)
        return failure(done.error());
    return state(instance);
}

Result<> InstanceLock::lock(const Instance &instance) const
{
    return m_store.write([&](QSqlDatabase &database) {
        return StateStore::execute(database, QStringLiteral("DELETE FROM unlocks WHERE instance = ?"),
                                   {keyOf(instance)});
    });
}

} // namespace pilothouse
