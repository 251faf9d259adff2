// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/datareader.h"

#include "core/postgres/postgresrows.h"
#include "core/profile/sqlshape.h"
#include "core/runtime/serviceruntime.h"

#include <QFileInfo>

namespace pilothouse {

namespace {

PostgresQuery queryOf(const SqlShape &shape, const SqlQuery &query)
{
    PostgresQuery numbered;
    numbered.text = shape.numbered.toUtf8();
    for (const QString &name : shape.parameters)
        numbered.values << query.parameters.value(name);
    numbered.deadline = query.deadline;
    numbered.rowLimit = query.rowLimit;
    return numbered;
}

} // namespace

Result<PostgresConnection *> DataReader::connection(const QString &database)
{
    if (const auto known = m_connections.find(database);
        known != m_connections.end() && known->second.isOpen())
        return &known->second;
    if (!m_engines.postgres)
        return failure(ErrorKind::Refused, tr("A database on a server cannot be read here."), database);
    auto opened = m_engines.postgres->open(m_session, database, PostgresLimits{}, m_context);
    if (!opened)
        return failure(opened.error());
    return &m_connections.insert_or_assign(database, std::move(*opened)).first->second;
}

Result<std::optional<QString>> DataReader::layout(const QString &database)
{
    const auto known = m_layouts.find(database);
    if (known != m_layouts.end())
        return known->second;
    const ProfileDatabase *described = m_session.profile().database(database);
    if (!described)
        return failure(ErrorKind::NotFound, tr("The profile has no such database."), database);
    std::optional<QString> found;
    if (described->isOnServer() || QFileInfo::exists(m_session.database(database)->path)) {
        found = QString();
        for (const ProfileLayout &layout : described->layouts) {
            const auto isIt = fits(*described, layout.probe);
            if (!isIt)
                return failure(isIt.error());
            if (*isIt) {
                found = layout.id;
                break;
            }
        }
    }
    m_layouts.emplace(database, found);
    return found;
}

Result<bool> DataReader::fits(const ProfileDatabase &database, const QString &probe)
{
    if (!database.isOnServer())
        return m_engines.sqlite.probe(m_session.database(database.id)->path, probe, m_context);
    const auto rows = select(database.id, SqlQuery{probe, {}, 1, std::chrono::seconds(5)});
    if (rows)
        return !rows->rows.isEmpty();
    if (rows.error().kind == ErrorKind::NotFound) // a table that the probe names
        return false;
    return failure(rows.error());
}

Result<SqlRows> DataReader::select(const QString &database, const SqlQuery &query)
{
    const ProfileDatabase *described = m_session.profile().database(database);
    if (!described)
        return failure(ErrorKind::NotFound, tr("The profile has no such database."), database);
    if (!described->isOnServer())
        return m_engines.sqlite.select(m_session.database(database)->path, query, m_context);
    const auto shape = selectShape(query.text, SqlDialect::Postgres);
    if (!shape)
        return failure(shape.error());
    const auto server = connection(database);
    if (!server)
        return failure(server.error());
    auto rows = (*server)->run(queryOf(*shape, query), m_context);
    if (!rows)
        return failure(rows.error());
    return SqlRows{std::move(rows->columns), std::move(rows->rows), rows->isCut};
}

Result<QList<RowChange>> DataReader::rows(const QString &database, const QList<RowChange> &changes)
{
    if (const auto file = m_session.database(database))
        return m_engines.sqlite.readRows(file->path, changes, m_context);
    const auto server = connection(database);
    if (!server)
        return failure(server.error());
    return PostgresRowEditor(**server).read(changes, m_context);
}

Result<QVariantMap> DataReader::stored(const QString &database, const QString &table,
                                       const QVariantMap &values)
{
    if (m_session.database(database))
        return values;
    const auto server = connection(database);
    if (!server)
        return failure(server.error());
    return PostgresRowEditor(**server).stored(table, values, m_context);
}

QString DataReader::nameOf(const InstanceSession &session, const QString &database)
{
    if (const auto file = session.database(database))
        return file->fileName;
    const auto server = session.serverDatabase(database);
    return server ? server->title : database;
}

QVariantMap profileParameters(const InstanceSession &session, const OperationContext &context)
{
    QVariantMap parameters;
    for (const ProfileThreshold &threshold : session.profile().thresholds)
        parameters.insert(threshold.id, threshold.warn);
    for (const ProfileVariable &variable : session.profile().environment) {
        if (!variable.isSecret && !variable.standard.isEmpty())
            parameters.insert(variable.name, variable.standard);
    }
    const auto entries = session.runtime().environment(context);
    for (const EnvironmentEntry &entry : entries.value_or(QList<EnvironmentEntry>())) {
        const ProfileVariable *variable = session.profile().variable(entry.key);
        if (variable && !variable->isSecret && !entry.isSecret && !entry.isEmpty)
            parameters.insert(entry.key, entry.value);
    }
    return parameters;
}

} // namespace pilothouse
