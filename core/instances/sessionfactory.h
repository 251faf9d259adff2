// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/instances/instancesession.h"

#include <functional>
#include <memory>

namespace pilothouse {

class ProfileStore;

/// Makes the runtime of an instance: settings, data folder, profile, folder for what the service is given.
using RuntimeMaker = std::function<Result<std::shared_ptr<ServiceRuntime>>(
    const RuntimeSettings &, const QString &, const ServiceProfile &, const QString &)>;

/// Makes sessions out of instances: the profile found, the runtime resolved. Makes no contact; safe from any
/// thread.
class SessionFactory
{
public:
    SessionFactory(const ProfileStore &profiles, RuntimeMaker makeRuntime, QString stateFolder);

    [[nodiscard]] Result<ServiceProfile> profile(const QString &id) const;
    [[nodiscard]] Result<std::shared_ptr<InstanceSession>> make(const Instance &instance) const;

private:
    const ProfileStore &m_profiles;
    RuntimeMaker m_makeRuntime;
    QString m_stateFolder;
};

} // namespace pilothouse
