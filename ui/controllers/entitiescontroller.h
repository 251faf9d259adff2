// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/entities/entityviews.h"
#include "core/domain/entityrow.h"
#include "ui/controllers/latestread.h"
#include "ui/controllers/operationscontroller.h"

namespace pilothouse {

/// All of one kind of things that the profile of an instance describes, with its summaries and findings, as
/// one reading saw them.
struct EntityReading
{
    QString entity;
    QList<EntityRow> rows;
    EntityViews views;
};

/// The kinds of things of one instance beside its users, one of them read at a time. UI thread.
class EntitiesController final : public QObject
{
    Q_OBJECT
public:
    EntitiesController(const DataEngines &engines, OperationRunner &runner, const Clock &clock,
                       QObject *parent = nullptr);

    /// Forgets what it knew and chooses the first kind; null: no instance.
    void setSession(const SessionPointer &session);
    const SessionPointer &session() const { return m_session; }
    /// The kinds, in the profile's order.
    QList<ProfileEntity> kinds() const;
    /// Null where there is none.
    const ProfileEntity *kind() const;
    void choose(const QString &kind);
    void refresh();

    const Readable<EntityReading> &reading() const { return m_reading; }
    QDateTime now() const { return m_clock.now(); }

signals:
    void changed();

private:
    const DataEngines m_engines;
    const Clock &m_clock;
    LatestRead m_read;
    SessionPointer m_session;
    QString m_kind;
    Readable<EntityReading> m_reading;
};

/// Whether a service has kinds of things beside its users.
bool hasEntities(const ServiceProfile &profile);

} // namespace pilothouse
