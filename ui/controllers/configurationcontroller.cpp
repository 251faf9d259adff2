// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/configurationcontroller.h"

#include "core/base/clock.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/runtime/serviceruntime.h"

namespace pilothouse {

ConfigurationReader configurationReader(const ConfigurationSources &sources)
{
    return [sources](const InstanceSession &session, const OperationContext &context) {
        return Configuration{session.runtime().environment(context),
                             session.runtime().mounts(context),
                             limitsOf(session, &sources.metrics, sources.clock.now(), context),
                             logSettingsOf(session, sources.files, sources.reverts, context),
                             auditPermissions(session, sources.files, context),
                             exposureOf(session, context),
                             checkScaling(sources.access, session, {}, context)};
    };
}

ConfigurationController::ConfigurationController(const ConfigurationServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_read(services.runner, this)
{
}

void ConfigurationController::setSession(const SessionPointer &session)
{
    m_read.cancel();
    m_session = session;
    m_configuration = {};
    emit changed();
}

void ConfigurationController::refresh()
{
    if (!m_session)
        return;
    m_configuration.isReading = true;
    m_configuration.startedAt = now();
    emit changed();
    m_read.start(
        tr("Reading the configuration"),
        [session = m_session, read = m_services.read](
            const OperationContext &context) -> Result<Configuration> { return read(*session, context); },
        [this](Result<Configuration> read) {
            m_configuration.isReading = false;
            m_configuration.error = read ? std::nullopt : std::optional(read.error());
            if (read) {
                m_configuration.value = std::move(*read);
                m_configuration.hasValue = true;
                m_configuration.readAt = now();
            }
            emit changed();
        });
}

} // namespace pilothouse
