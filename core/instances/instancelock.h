// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/boottime.h"
#include "core/base/result.h"

#include <chrono>
#include <functional>

namespace pilothouse {

class StateStore;
struct Instance;

/// Whether an instance may be changed now.
struct LockState
{
    bool isLockable = false; ///< only production is locked
    bool isLocked = false;
    std::chrono::seconds left{0}; ///< of an unlocked one

    bool operator==(const LockState &) const = default;
};

QJsonObject toJson(const LockState &state);

/// Why nothing of a locked instance changes, and what to do.
Error lockedError(const QString &instance);

/// The lock of production instances: read-only until somebody unlocks one for some minutes. It is kept in the
/// state folder, so that window and command line see the same. A changed wall clock moves nothing; a restart
/// of the machine and a suspend lock again. A guard rail, not a security boundary.
class InstanceLock
{
public:
    using BootClock = std::function<BootTime()>;
    static constexpr std::chrono::minutes Usual{15};
    static constexpr std::chrono::minutes Longest{240};

    explicit InstanceLock(const StateStore &store, BootClock clock = bootTimeNow);

    [[nodiscard]] Result<LockState> state(const Instance &instance) const;
    /// BadInput where it has no lock, or for less than a minute or more than the longest time. Refused where
    /// the kernel does not tell its boot.
    [[nodiscard]] Result<LockState> unlock(const Instance &instance, std::chrono::minutes duration) const;
    [[nodiscard]] Result<> lock(const Instance &instance) const;

private:
    const StateStore &m_store;
    BootClock m_clock;
};

} // namespace pilothouse
