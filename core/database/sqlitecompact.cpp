// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqlitecopy.h"
#include "core/database/sqliteengine.h"

#include <QFile>

namespace pilothouse {

namespace {

using Use = SqliteConnection::Use;

/// Only reads from a file that may be written: VACUUM INTO attaches its target, which a reader may not.
Result<> writeCompact(const SqliteConnection &source, const QString &destination)
{
    sqlite3_db_config(source.native(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_wal_autocheckpoint(source.native(), 0);
    auto statement = source.prepare(QStringLiteral("VACUUM INTO ?1"));
    if (!statement)
        return failure(statement.error());
    return statement->bind(1, destination).and_then([&] { return statement->step(); }).map([](bool) {});
}

/// What VACUUM INTO makes has a rollback journal.
Result<> setJournal(const QString &path, const QString &mode, const OperationContext &context)
{
    if (mode != QLatin1String("wal"))
        return {};
    const auto copy = SqliteConnection::open(path, Use::Own, context);
    if (!copy)
        return failure(copy.error());
    const auto now = copy->scalar(QStringLiteral("PRAGMA journal_mode=wal"));
    if (!now)
        return failure(now.error());
    if (now->toString() != mode)
        return failure(ErrorKind::Internal, SqliteEngine::tr("The journal mode of the copy cannot be set."));
    return {};
}

Result<> proveSame(const CopyFacts &before, const CopyFacts &after, bool hasSameSchema)
{
    const bool isSame = before.tableRows == after.tableRows && before.tableSha256 == after.tableSha256
                        && before.userVersion == after.userVersion
                        && before.applicationId == after.applicationId && before.encoding == after.encoding
                        && before.pageSize == after.pageSize
                        && (!hasSameSchema || before.schemaSha256 == after.schemaSha256);
    if (isSame)
        return {};
    return failure(Error{ErrorKind::BadData,
                         {},
                         SqliteEngine::tr("The new file does not hold the same rows as the old one."),
                         SqliteEngine::tr("Nothing was changed. Check the database, then try again."),
                         {}});
}

Result<> proveWhole(const SqliteEngine &engine, const QString &path, const OperationContext &context)
{
    const auto check = engine.integrityCheck(path, context);
    if (!check)
        return failure(check.error());
    if (check->verdict == CheckVerdict::Failed)
        return failure(ErrorKind::BadData, SqliteEngine::tr("The new file is damaged."),
                       check->problems.value(0));
    return {};
}

void removeCompactFamily(const QString &path)
{
    for (const QString &file : SqliteEngine::family(path))
        QFile::remove(file);
}

/// Gives the copy the journal mode of what it was made of, proves that both hold the same and brings it to
/// the disk.
Result<CopyFacts> provenCopy(const SqliteEngine &engine, const CopyFacts &before, const QString &destination,
                             bool hasSameSchema, const OperationContext &context)
{
    if (const auto set = setJournal(destination, before.journalMode, context); !set)
        return failure(set.error());
    const auto after = engine.facts(destination, context);
    if (!after)
        return failure(after.error());
    return proveSame(before, *after, hasSameSchema)
        .and_then([&] { return proveWhole(engine, destination, context); })
        .and_then([&] { return syncClosedFile(destination); })
        .map([&] { return *after; });
}

/// What was made of `path`; of what failed nothing is left.
Result<CopyFacts> keptIfMade(Result<CopyFacts> made, const QString &destination, const QString &path)
{
    if (made)
        return made;
    removeCompactFamily(destination);
    return failure(withSubject(made.error(), path));
}

} // namespace

Result<CopyFacts> SqliteEngine::compact(const QString &path, const QString &destination,
                                        const OperationContext &context) const
{
    const auto make = [&]() -> Result<CopyFacts> {
        const auto before = facts(path, context);
        if (!before)
            return failure(before.error());
        QFile file(destination);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return failure(ErrorKind::Refused, tr("The new file cannot be made."), file.errorString());
        file.close();
        const auto source = SqliteConnection::open(path, Use::Own, context);
        if (!source)
            return failure(source.error());
        if (const auto written = writeCompact(*source, destination); !written)
            return failure(written.error());
        return provenCopy(*this, *before, destination, true, context);
    };
    return keptIfMade(make(), destination, path);
}

Result<CopyFacts> SqliteEngine::analyze(const QString &path, const QString &destination,
                                        const OperationContext &context) const
{
    const auto make = [&]() -> Result<CopyFacts> {
        const auto before = backup(path, destination, context);
        if (!before)
            return failure(before.error());
        {
            const auto copy = SqliteConnection::open(destination, Use::Own, context);
            if (!copy)
                return failure(copy.error());
            if (const auto analyzed = copy->execute(QStringLiteral("ANALYZE")); !analyzed)
                return failure(analyzed.error());
        }
        return provenCopy(*this, *before, destination, false, context);
    };
    return keptIfMade(make(), destination, path);
}

} // namespace pilothouse
