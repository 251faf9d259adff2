// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/dumpfacts.h"

#include <QJsonArray>

namespace pilothouse {
namespace {

constexpr std::chrono::seconds FactsReadTime{60};

/// "extension of nothing": what CREATE EXTENSION made is not dumped.
const QByteArray TablesQuery =
    "SELECT c.oid::int8, n.nspname::text, c.relname::text, format('%I.%I', n.nspname, c.relname), "
    "coalesce(pg_table_size(c.oid), 0), c.reltuples::int8 "
    "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' "
    "AND n.nspname <> 'information_schema' AND NOT EXISTS (SELECT 1 FROM pg_depend e "
    "WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e') ORDER BY 5 DESC, 4";

const QByteArray DatabaseQuery =
    "SELECT d.datname::text, pg_get_userbyid(d.datdba)::text, pg_encoding_to_char(d.encoding)::text, "
    "d.datcollate::text, d.datctype::text, coalesce(to_jsonb(d) ->> 'datcollversion', ''), "
    "CASE WHEN pg_is_in_recovery() THEN '' ELSE pg_current_wal_lsn()::text END, "
    "(SELECT count(*) FROM pg_largeobject_metadata), pg_database_size(d.oid) FROM pg_database d WHERE "
    "d.datname = current_database()";

const QByteArray ExtensionsQuery =
    "SELECT extname::text || ' ' || extversion FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1";

/// The dependencies that the server keeps leave out its first superuser, so owners are asked for as well.
const QByteArray RolesQuery =
    "SELECT r.rolname::text FROM pg_shdepend s JOIN pg_roles r ON r.oid = s.refobjid "
    "WHERE s.refclassid = 'pg_authid'::regclass AND s.dbid = (SELECT oid FROM pg_database WHERE datname = "
    "current_database()) UNION SELECT pg_get_userbyid(c.relowner)::text FROM pg_class c JOIN pg_namespace n "
    "ON n.oid = c.relnamespace WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' "
    "UNION SELECT pg_get_userbyid(nspowner)::text FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT "
    "IN ('information_schema', 'public') ORDER BY 1";

const QByteArray TablespacesQuery =
    "SELECT DISTINCT t.spcname::text FROM pg_class c JOIN pg_tablespace t ON t.oid = c.reltablespace "
    "WHERE c.oid >= 16384 ORDER BY 1";

const QByteArray MaterializedQuery =
    "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN "
    "pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'm' ORDER BY 1";

const QByteArray ForeignKeysQuery =
    "SELECT format('%I.%I', n.nspname, c.relname), k.conname::text, format('%I.%I', m.nspname, f.relname) "
    "FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = "
    "c.relnamespace JOIN pg_class f ON f.oid = k.confrelid JOIN pg_namespace m ON m.oid = f.relnamespace "
    "WHERE k.contype = 'f' ORDER BY 1, 2";

Result<QStringList> list(PostgresConnection &connection, const QByteArray &query,
                         const OperationContext &context)
{
    const auto rows = connection.run({query, {}, FactsReadTime, 0}, context);
    if (!rows)
        return failure(rows.error());
    QStringList list;
    for (const QList<QVariant> &row : rows->rows)
        list << row.first().toString();
    return list;
}

QJsonArray tablesToJson(const QMap<QString, qint64> &rows)
{
    QJsonArray tables;
    for (auto table = rows.cbegin(); table != rows.cend(); ++table)
        tables.append(
            QJsonObject{{QStringLiteral("name"), table.key()}, {QStringLiteral("rows"), table.value()}});
    return tables;
}

struct TextField
{
    const char *key;
    QString DumpFacts::*member;
};
struct ListField
{
    const char *key;
    QStringList DumpFacts::*member;
};

constexpr std::array<TextField, 12> TextFields{{{"database", &DumpFacts::database},
                                                {"owner", &DumpFacts::owner},
                                                {"pg_dump_version", &DumpFacts::dumpVersion},
                                                {"archive_version", &DumpFacts::archiveVersion},
                                                {"packing", &DumpFacts::packing},
                                                {"encoding", &DumpFacts::encoding},
                                                {"lc_collate", &DumpFacts::collation},
                                                {"lc_ctype", &DumpFacts::characterType},
                                                {"collation_version", &DumpFacts::collationVersion},
                                                {"system_identifier", &DumpFacts::systemIdentifier},
                                                {"snapshot", &DumpFacts::snapshot},
                                                {"wal_lsn", &DumpFacts::walPosition}}};

constexpr std::array<ListField, 6> ListFields{{{"extensions", &DumpFacts::extensions},
                                               {"roles", &DumpFacts::roles},
                                               {"tablespaces", &DumpFacts::tablespaces},
                                               {"matviews", &DumpFacts::materializedViews},
                                               {"chosen", &DumpFacts::tables},
                                               {"cut_foreign_keys", &DumpFacts::foreignKeys}}};

} // namespace

QJsonObject toJson(const DumpFacts &facts)
{
    QJsonObject object{{QStringLiteral("server_version_num"), facts.serverVersion},
                       {QStringLiteral("large_objects"), facts.largeObjects},
                       {QStringLiteral("database_bytes"), facts.bytes},
                       {QStringLiteral("tables"), tablesToJson(facts.rows)}};
    for (const TextField &field : TextFields)
        object.insert(QLatin1String(field.key), facts.*field.member);
    for (const ListField &field : ListFields)
        object.insert(QLatin1String(field.key), QJsonArray::fromStringList(facts.*field.member));
    if (facts.allTables > 0)
        object.insert(QStringLiteral("tables_to_choose_from"), facts.allTables);
    return object;
}

DumpFacts dumpFactsFromJson(const QJsonObject &object)
{
    DumpFacts facts;
    facts.serverVersion = object.value(QStringLiteral("server_version_num")).toInt();
    facts.bytes = object.value(QStringLiteral("database_bytes")).toInteger();
    facts.largeObjects = object.value(QStringLiteral("large_objects")).toInteger();
    facts.allTables = object.value(QStringLiteral("tables_to_choose_from")).toInt();
    for (const TextField &field : TextFields)
        facts.*field.member = object.value(QLatin1String(field.key)).toString();
    for (const ListField &field : ListFields)
        facts.*field.member = object.value(QLatin1String(field.key)).toVariant().toStringList();
    for (const QJsonValue &table : object.value(QStringLiteral("tables")).toArray())
        facts.rows.insert(table.toObject().value(QStringLiteral("name")).toString(),
                          table.toObject().value(QStringLiteral("rows")).toInteger());
    return facts;
}

Result<QList<DumpTable>> dumpTables(PostgresConnection &connection, const OperationContext &context)
{
    const auto rows = connection.run({TablesQuery, {}, FactsReadTime, 0}, context);
    if (!rows)
        return failure(rows.error());
    QList<DumpTable> tables;
    for (const QList<QVariant> &row : rows->rows)
        tables << DumpTable{row.at(0).toLongLong(), row.at(1).toString(),   row.at(2).toString(),
                            row.at(3).toString(),   row.at(4).toLongLong(), row.at(5).toLongLong()};
    return tables;
}

Result<DumpFacts> readDumpFacts(PostgresConnection &connection, const OperationContext &context)
{
    const auto rows = connection.run({DatabaseQuery, {}, FactsReadTime, 0}, context);
    if (!rows)
        return failure(rows.error());
    const QList<QVariant> row = rows->rows.value(0);
    DumpFacts facts;
    facts.serverVersion = connection.serverVersion();
    facts.database = row.value(0).toString();
    facts.owner = row.value(1).toString();
    facts.encoding = row.value(2).toString();
    facts.collation = row.value(3).toString();
    facts.characterType = row.value(4).toString();
    facts.collationVersion = row.value(5).toString();
    facts.walPosition = row.value(6).toString();
    facts.largeObjects = row.value(7).toLongLong();
    facts.bytes = row.value(8).toLongLong();
    struct Query
    {
        const QByteArray &text;
        QStringList DumpFacts::*member;
    };
    for (const Query &query :
         {Query{ExtensionsQuery, &DumpFacts::extensions}, Query{RolesQuery, &DumpFacts::roles},
          Query{TablespacesQuery, &DumpFacts::tablespaces},
          Query{MaterializedQuery, &DumpFacts::materializedViews}}) {
        const auto found = list(connection, query.text, context);
        if (!found)
            return failure(found.error());
        facts.*query.member = *found;
    }
    return facts;
}

Result<CutForeignKeys> cutForeignKeys(PostgresConnection &connection, const QStringList &chosen,
                                      const OperationContext &context)
{
    const auto rows = connection.run({ForeignKeysQuery, {}, FactsReadTime, 0}, context);
    if (!rows)
        return failure(rows.error());
    CutForeignKeys keys;
    for (const QList<QVariant> &row : rows->rows) {
        const bool isFrom = chosen.contains(row.at(0).toString());
        const bool isTo = chosen.contains(row.at(2).toString());
        const QString key = row.at(0).toString() + u' ' + row.at(1).toString();
        if (isFrom && !isTo)
            keys.outward << key;
        else if (isTo && !isFrom)
            keys.inward << key;
    }
    return keys;
}

} // namespace pilothouse
