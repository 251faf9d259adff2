// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/database/sqliteengine.h"
#include "core/instances/instancesession.h"
#include "core/instances/postgresaccess.h"

#include <map>

namespace pilothouse {

/// What reads the databases of profiles, whatever holds them. All of it outlives who uses it.
struct DataEngines
{
    /// Without a way to servers, what is on one cannot be read.
    DataEngines(const SqliteEngine &files, const PostgresAccess *servers = nullptr)
        : sqlite(files)
        , postgres(servers)
    {
    }

    const SqliteEngine &sqlite;
    const PostgresAccess *postgres;
};

/// The databases of one instance for the length of one reading: each server is connected once, read-only, and
/// each layout probed once. For one thread; blocks.
class DataReader
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::DataReader)

public:
    DataReader(const InstanceSession &session, const DataEngines &engines, const OperationContext &context)
        : m_session(session)
        , m_engines(engines)
        , m_context(context)
    {
    }

    /// The id of the layout that fits; empty where none does, nothing where there is no such file.
    [[nodiscard]] Result<std::optional<QString>> layout(const QString &database);
    /// A SELECT of the profile with its ":name" parameters.
    [[nodiscard]] Result<SqlRows> select(const QString &database, const SqlQuery &query);
    /// The rows as they are now: `before` of each change.
    [[nodiscard]] Result<QList<RowChange>> rows(const QString &database, const QList<RowChange> &changes);
    /// The values of a change as they would be stored.
    [[nodiscard]] Result<QVariantMap> stored(const QString &database, const QString &table,
                                             const QVariantMap &values);
    /// "users.db", or the title of a database on a server: for people.
    static QString nameOf(const InstanceSession &session, const QString &database);

private:
    [[nodiscard]] Result<PostgresConnection *> connection(const QString &database);
    [[nodiscard]] Result<bool> fits(const ProfileDatabase &database, const QString &probe);

    const InstanceSession &m_session;
    const DataEngines m_engines;
    const OperationContext &m_context;
    std::map<QString, PostgresConnection> m_connections;
    std::map<QString, std::optional<QString>> m_layouts;
};

/// What every SELECT of a profile about entities may use: the warning values of its thresholds, and the
/// variables of the service as it runs, or as they are without being set. No secrets. Blocks.
QVariantMap profileParameters(const InstanceSession &session, const OperationContext &context);

} // namespace pilothouse
