// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/users/orphans.h"
#include "ui/controllers/latestread.h"
#include "ui/controllers/operationscontroller.h"
#include "ui/models/entitylist.h"

namespace pilothouse {

class SqliteEngine;

/// The users of one instance, and what the chosen one owns. Reads, filters and sorts on a worker. UI thread.
class UsersController final : public QObject
{
    Q_OBJECT
public:
    UsersController(const SqliteEngine &engine, OperationRunner &runner, const Clock &clock,
                    QObject *parent = nullptr);

    /// Forgets what it knew; null: no instance.
    void setSession(const SessionPointer &session);
    const SessionPointer &session() const { return m_session; }
    /// The profile's description of a user; null where the service has none.
    const ProfileEntity *entity() const;
    /// The name of the database file that holds them.
    QString databaseFile() const;

    void refresh();
    void stop();
    void setFilter(const EntityFilter &filter);
    const EntityFilter &filter() const { return m_filter; }
    /// Reads what that user owns; an empty key: none.
    void choose(const QString &key);
    QString chosen() const { return m_chosen; }

    const Readable<EntityListPointer> &list() const { return m_list; }
    /// Positions in the list that the filter lets through, in its order.
    const QList<int> &order() const { return m_order; }
    const Readable<QList<OwnedCount>> &owned() const { return m_owned; }
    /// What belongs to no account; read after each list. Without a value where the profile cannot tell.
    const Readable<OrphanReport> &orphans() const { return m_orphans; }
    /// Writes these columns of what is shown into a file as CSV, on a worker; `exported` follows.
    void exportTo(const QString &path, const QList<int> &columns);
    bool isReading() const;
    QDateTime now() const { return m_clock.now(); }

signals:
    void listChanged();
    void ownedChanged();
    void orphansChanged();
    /// How writing the file went.
    void exported(const QString &path, const Result<> &result);

private:
    void arrange();
    void readOrphans();
    void release(EntityListPointer list);

    const SqliteEngine &m_engine;
    OperationRunner &m_runner;
    const Clock &m_clock;
    LatestRead m_listRead;
    LatestRead m_orderRead;
    LatestRead m_ownedRead;
    LatestRead m_orphansRead;
    SessionPointer m_session;
    EntityFilter m_filter;
    QString m_chosen;
    Readable<EntityListPointer> m_list;
    QList<int> m_order;
    Readable<QList<OwnedCount>> m_owned;
    Readable<OrphanReport> m_orphans;
};

} // namespace pilothouse
