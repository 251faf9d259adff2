// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/entitiescontroller.h"

#include "core/actions/users/users.h"
#include "core/instances/instancesession.h"

#include <algorithm>

namespace pilothouse {

namespace {

/// Users have a page of their own.
bool isShownHere(const ProfileEntity &entity)
{
    return entity.id != QLatin1String("user");
}

Result<EntityReading> readKind(const InstanceSession &session, const DataEngines &engines,
                               const QString &kind, const OperationContext &context)
{
    auto rows = listEntities(session, engines, kind, context);
    if (!rows)
        return failure(rows.error());
    auto views = entityViews(session, engines, kind, context);
    if (!views)
        return failure(views.error());
    return EntityReading{kind, std::move(*rows), std::move(*views)};
}

} // namespace

bool hasEntities(const ServiceProfile &profile)
{
    return std::any_of(profile.entities.begin(), profile.entities.end(), isShownHere);
}

EntitiesController::EntitiesController(const DataEngines &engines, OperationRunner &runner,
                                       const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_engines(engines)
    , m_clock(clock)
    , m_read(runner, this)
{
}

void EntitiesController::setSession(const SessionPointer &session)
{
    m_read.cancel();
    m_session = session;
    m_reading = {};
    m_kind = kinds().value(0).id;
    emit changed();
}

QList<ProfileEntity> EntitiesController::kinds() const
{
    QList<ProfileEntity> shown;
    for (const ProfileEntity &entity : m_session ? m_session->profile().entities : QList<ProfileEntity>()) {
        if (isShownHere(entity))
            shown << entity;
    }
    return shown;
}

const ProfileEntity *EntitiesController::kind() const
{
    return m_session ? m_session->profile().entity(m_kind) : nullptr;
}

void EntitiesController::choose(const QString &kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    m_reading = {};
    refresh();
}

void EntitiesController::refresh()
{
    if (!kind())
        return;
    m_reading.isReading = true;
    m_reading.startedAt = m_clock.now();
    m_read.start(
        tr("Reading %1").arg(kind()->plural),
        [session = m_session, engines = m_engines, wanted = m_kind](const OperationContext &context) {
            return readKind(*session, engines, wanted, context);
        },
        [this](Result<EntityReading> read) {
            m_reading.isReading = false;
            m_reading.error = read ? std::nullopt : std::optional(read.error());
            if (read) {
                m_reading.value = std::move(*read);
                m_reading.hasValue = true;
                m_reading.readAt = m_clock.now();
            }
            emit changed();
        });
    emit changed();
}

} // namespace pilothouse
