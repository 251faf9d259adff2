// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqliteengine.h"

#include "core/database/sqliteconnection.h"
#include "core/database/sqliteschema.h"

#include <QFile>

#include <sys/stat.h>

namespace pilothouse {

namespace {

using Use = SqliteConnection::Use;
using std::chrono::milliseconds;

constexpr milliseconds InfoDeadline{2000};
constexpr int FixedInWalReset = 3051003;

qint64 sizeOf(const QString &path)
{
    struct stat facts = {};
    return ::lstat(QFile::encodeName(path).constData(), &facts) == 0 ? facts.st_size : -1;
}

void readFileFacts(DatabaseInfo &info)
{
    struct stat facts = {};
    info.exists = ::stat(QFile::encodeName(info.path).constData(), &facts) == 0;
    if (!info.exists)
        return;
    info.bytes = facts.st_size;
    info.ownerId = facts.st_uid;
    info.groupId = facts.st_gid;
    info.mode = facts.st_mode & 07777;
    info.modifiedAt = QDateTime::fromMSecsSinceEpoch(
        facts.st_mtim.tv_sec * 1000 + facts.st_mtim.tv_nsec / 1000000, Qt::UTC);
    info.walBytes = sizeOf(info.path + QStringLiteral("-wal"));
    info.shmBytes = sizeOf(info.path + QStringLiteral("-shm"));
    info.journalBytes = sizeOf(info.path + QStringLiteral("-journal"));
}

Result<> readHeader(const SqliteConnection &connection, DatabaseInfo &info)
{
    const std::pair<const char *, std::function<void(const QVariant &)>> pragmas[] = {
        {"journal_mode", [&](const QVariant &value) { info.journalMode = value.toString(); }},
        {"page_size", [&](const QVariant &value) { info.pageSize = value.toInt(); }},
        {"page_count", [&](const QVariant &value) { info.pageCount = value.toLongLong(); }},
        {"freelist_count", [&](const QVariant &value) { info.freePages = value.toLongLong(); }},
        {"encoding", [&](const QVariant &value) { info.encoding = value.toString(); }},
        {"user_version", [&](const QVariant &value) { info.userVersion = value.toInt(); }},
        {"application_id", [&](const QVariant &value) { info.applicationId = value.toInt(); }},
    };
    for (const auto &[name, store] : pragmas) {
        const auto value = connection.scalar(QStringLiteral("PRAGMA %1").arg(QLatin1String(name)));
        if (!value)
            return failure(value.error());
        store(*value);
    }
    const auto digest = schemaDigest(connection);
    if (!digest)
        return failure(digest.error());
    info.schemaSha256 = *digest;
    return {};
}

/// Exact while there is time; after that the planner's estimate where ANALYZE left one.
Result<> countRows(const SqliteConnection &connection, TableInfo &table)
{
    const auto quoted = quoteIdentifier(table.name);
    if (!quoted)
        return failure(quoted.error());
    const auto count = connection.scalar(QStringLiteral("SELECT count(*) FROM %1").arg(*quoted));
    if (!count)
        return failure(count.error());
    table.rows = count->toLongLong();
    return {};
}

void estimateRows(const SqliteConnection &connection, TableInfo &table)
{
    auto statement = connection.prepare(QStringLiteral("SELECT stat FROM sqlite_stat1 WHERE tbl = ?"));
    table.isEstimate = true;
    if (!statement || !statement->bind(1, table.name) || !statement->step().value_or(false))
        return;
    bool isNumber = false;
    const qint64 rows = statement->cell(0).toString().section(u' ', 0, 0).toLongLong(&isNumber);
    table.rows = isNumber ? rows : -1;
}

} // namespace

QString SqliteEngine::libraryVersion()
{
    return QString::fromLatin1(sqlite3_libversion());
}

QString SqliteEngine::libraryWarning()
{
    if (sqlite3_libversion_number() >= FixedInWalReset)
        return {};
    return tr("SQLite %1 can damage a database in WAL mode when two programs write or checkpoint at the same "
              "moment; this "
              "is fixed in 3.51.3. Pilothouse never checkpoints a database that the service uses.")
        .arg(libraryVersion());
}

QStringList SqliteEngine::family(const QString &path)
{
    QStringList files;
    for (const char *suffix : {"", "-wal", "-shm", "-journal"}) {
        const QString file = path + QLatin1String(suffix);
        if (sizeOf(file) >= 0)
            files << file;
    }
    return files;
}

Result<DatabaseInfo> SqliteEngine::info(const QString &path, const OperationContext &context) const
{
    DatabaseInfo info;
    info.path = path;
    readFileFacts(info);
    const auto read =
        SqliteConnection::open(path, Use::Read, context, InfoDeadline)
            .and_then([&](const SqliteConnection &connection) { return readHeader(connection, info); });
    if (!read && read.error().kind == ErrorKind::Cancelled)
        return failure(read.error());
    if (!read)
        info.error = withSubject(read.error(), path);
    return info;
}

Result<QList<TableInfo>> SqliteEngine::tables(const QString &path, milliseconds deadline,
                                              const OperationContext &context) const
{
    auto schema = SqliteConnection::open(path, Use::Read, context, InfoDeadline)
                      .and_then([](const SqliteConnection &connection) { return readTables(connection); });
    if (!schema)
        return failure(withSubject(schema.error(), path));
    const auto counter = SqliteConnection::open(path, Use::Read, context, deadline);
    if (!counter)
        return failure(withSubject(counter.error(), path));
    const auto estimator = SqliteConnection::open(path, Use::Read, context, deadline + InfoDeadline);
    if (!estimator)
        return failure(withSubject(estimator.error(), path));
    for (TableInfo &table : *schema) {
        const auto counted = countRows(*counter, table);
        if (counted)
            continue;
        if (counted.error().kind != ErrorKind::TimedOut)
            return failure(withSubject(counted.error(), path));
        estimateRows(*estimator, table);
    }
    return schema;
}

} // namespace pilothouse
