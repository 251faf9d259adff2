// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/sessionfactory.h"

#include "core/profile/profilestore.h"

namespace pilothouse {

SessionFactory::SessionFactory(const ProfileStore &profiles, RuntimeMaker makeRuntime, QString stateFolder)
    : m_profiles(profiles)
    , m_makeRuntime(std::move(makeRuntime))
    , m_stateFolder(std::move(stateFolder))
{
}

Result<ServiceProfile> SessionFactory::profile(const QString &id) const
{
    return m_profiles.profile(id);
}

Result<std::shared_ptr<InstanceSession>> SessionFactory::make(const Instance &instance) const
{
    auto profile = m_profiles.profile(instance.profile);
    if (!profile)
        return failure(withSubject(profile.error(), instance.name));
    auto runtime = m_makeRuntime(instance.runtime, instance.dataDir, *profile,
                                 InstanceSession::givenFolder(m_stateFolder, instance.id));
    if (!runtime)
        return failure(withSubject(runtime.error(), instance.name));
    return std::make_shared<InstanceSession>(instance, std::move(*profile), std::move(*runtime),
                                             m_stateFolder);
}

} // namespace pilothouse
