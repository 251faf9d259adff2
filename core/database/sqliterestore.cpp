// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqlitecopy.h"
#include "core/database/sqliteengine.h"

#include <QFileInfo>

namespace pilothouse {

namespace {

using Use = SqliteConnection::Use;

constexpr int CacheKiB = 128 * 1024;

Result<QString> textOf(const SqliteConnection &connection, const QString &sql)
{
    return connection.scalar(sql).map([](const QVariant &value) { return value.toString(); });
}

tl::unexpected<Error> unusable(const QString &message, const QString &detail)
{
    return failure(Error{ErrorKind::BadData,
                         {},
                         message,
                         SqliteEngine::tr("Put it aside and move the staged file into its place."),
                         detail});
}

/// The live file must be readable, and in WAL mode of the same page size: else SQLite cannot write into it.
Result<QString> liveMode(const SqliteConnection &staged, const SqliteConnection &live)
{
    const auto tables = live.scalar(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!tables && tables.error().kind == ErrorKind::BadData)
        return unusable(
            SqliteEngine::tr("The live database cannot be read, so nothing can be written into it."),
            tables.error().detail);
    if (!tables)
        return failure(tables.error());
    const auto mode = textOf(live, QStringLiteral("PRAGMA journal_mode"));
    const auto stagedSize = textOf(staged, QStringLiteral("PRAGMA page_size"));
    const auto liveSize = textOf(live, QStringLiteral("PRAGMA page_size"));
    for (const auto &value : {mode, stagedSize, liveSize}) {
        if (!value)
            return failure(value.error());
    }
    if (*mode == QLatin1String("wal") && *stagedSize != *liveSize)
        return unusable(SqliteEngine::tr("The live database is in WAL mode and has pages of another size."),
                        *stagedSize + u" / " + *liveSize);
    return mode;
}

/// The header came with the pages, and with it the journal mode of the backup (D4).
Result<> setMode(const SqliteConnection &live, const QString &mode)
{
    const auto now = textOf(live, QStringLiteral("PRAGMA journal_mode=%1").arg(mode));
    if (!now)
        return failure(now.error());
    if (*now != mode)
        return failure(ErrorKind::Locked,
                       SqliteEngine::tr("The journal mode of the restored database could not be set back."),
                       *now);
    return {};
}

Result<> emptyWal(const SqliteConnection &live)
{
    const auto busy = live.scalar(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (!busy)
        return failure(busy.error());
    if (busy->toInt() != 0)
        return failure(ErrorKind::Locked,
                       SqliteEngine::tr("Another program still reads the restored database."));
    return {};
}

} // namespace

Result<> SqliteEngine::restoreInto(const QString &stagedPath, const QString &livePath,
                                   const OperationContext &context) const
{
    const auto restore = [&]() -> Result<> {
        const auto staged = SqliteConnection::open(stagedPath, Use::Read, context);
        if (!staged)
            return failure(withSubject(staged.error(), stagedPath));
        const auto live = SqliteConnection::open(livePath, Use::Own, context);
        if (!live)
            return failure(live.error());
        const auto mode = liveMode(*staged, *live);
        if (!mode)
            return failure(mode.error());
        const bool isWal = *mode == QLatin1String("wal");
        // Where the cache is full SQLite syncs its journal to make room, which a small one makes it do all
        // the time.
        // Extra: the folder too is synced once the journal is gone, which would else come back with a loss of
        // power.
        return live->execute(QStringLiteral("PRAGMA synchronous=EXTRA"))
            .and_then([&] { return live->execute(QStringLiteral("PRAGMA cache_size=-%1").arg(CacheKiB)); })
            .and_then([&] { return copyPages(*staged, *live, context, tr("Writing pages")); })
            .and_then([&] { return setMode(*live, *mode); })
            .and_then([&] { return isWal ? emptyWal(*live) : Result<>(); });
    };
    if (auto done = restore(); !done)
        return failure(withSubject(done.error(), livePath));
    // The last connection that closes takes the -wal with it; where one is left with content, somebody else
    // has it open.
    const QFileInfo wal(livePath + QStringLiteral("-wal"));
    if (wal.exists() && wal.size() > 0)
        return failure(withSubject(
            Error{ErrorKind::Locked, {}, tr("Another program writes to the database."), {}, {}}, livePath));
    return {};
}

} // namespace pilothouse
