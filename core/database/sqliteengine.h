// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/domain/databaseinfo.h"

#include <QCoreApplication>
#include <QVariant>

#include <chrono>

namespace pilothouse {

/// One SELECT with named parameters (":name") bound as values.
struct SqlQuery
{
    QString text;
    QVariantMap parameters;
    int rowLimit = 10000;
    std::chrono::milliseconds deadline{2000};
};

struct SqlRows
{
    QStringList columns;
    QList<QList<QVariant>> rows;
    bool isCut = false; ///< rowLimit was reached
};

/// What to change in one row; `before` is filled by readRows() and compared before anything is written.
struct RowChange
{
    enum class Kind { Update, Delete, Insert };
    QString table;
    QVariantMap key; ///< key column -> value
    Kind kind = Kind::Update;
    QVariantMap values; ///< Update: columns to set, none of the key; Insert: the whole row
    QVariantMap before; ///< the whole row as it was; empty: it did not exist
};

/// How a backup of a live database will behave, known before it starts.
struct BackupForecast
{
    bool stallsWriters = false;   ///< rollback journal: a copy holds SHARED for its whole length
    qint64 stallMilliseconds = 0; ///< predicted
    QString journalMode;
    qint64 bytes = 0;
};

/// Facts of a finished copy, from the same snapshot.
struct CopyFacts
{
    qint64 bytes = 0;
    int pageSize = 0;
    qint64 pageCount = 0;
    QString journalMode; ///< of the source
    QString encoding;
    int autoVacuum = 0;
    int userVersion = 0;
    int applicationId = 0;
    QString schemaSha256;
    QMap<QString, qint64> tableRows;
    QMap<QString, QString> tableSha256; ///< digest of every table's content, order of its key
};

/// SQLite through its own API: every call opens, works and closes; handles never cross threads. Reads open
/// read-only, take no lock for longer than a read, never checkpoint and never leave files of another owner
/// (RELIABILITY.md D13 to D15): where a reader would have to create -shm as another user, it is Refused.
class SqliteEngine
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::SqliteEngine)

public:
    /// "3.40.1", and whether this library has the WAL-reset race (RELIABILITY.md 0.10).
    static QString libraryVersion();
    static QString libraryWarning();

    [[nodiscard]] Result<DatabaseInfo> info(const QString &path, const OperationContext &context) const;
    [[nodiscard]] Result<QList<TableInfo>> tables(const QString &path, std::chrono::milliseconds deadline,
                                                  const OperationContext &context) const;
    [[nodiscard]] Result<RowPage> browse(const QString &path, const QString &table, qint64 offset, int limit,
                                         const OperationContext &context) const;
    /// Read-only by authorizer: SELECT and functions, no PRAGMA, no ATTACH.
    [[nodiscard]] Result<SqlRows> select(const QString &path, const SqlQuery &query,
                                         const OperationContext &context) const;
    /// True where the probe returns a row; false where it returns none or the tables it names are not there.
    [[nodiscard]] Result<bool> probe(const QString &path, const QString &sql,
                                     const OperationContext &context) const;

    [[nodiscard]] Result<DatabaseCheck> quickCheck(const QString &path,
                                                   const OperationContext &context) const;
    [[nodiscard]] Result<DatabaseCheck> integrityCheck(const QString &path,
                                                       const OperationContext &context) const;
    [[nodiscard]] Result<DatabaseCheck> foreignKeyCheck(const QString &path,
                                                        const OperationContext &context) const;

    [[nodiscard]] Result<BackupForecast> forecast(const QString &path, const OperationContext &context) const;
    /// Online copy from one snapshot into a new private file (0600), fsynced; progress in pages; cancellable
    /// (D6a).
    [[nodiscard]] Result<CopyFacts> backup(const QString &path, const QString &destination,
                                           const OperationContext &context) const;
    /// Rows and digests of every table, from one snapshot. TimedOut after `deadline`; 0: as long as it takes,
    /// for a file that nobody writes (a staged copy).
    [[nodiscard]] Result<CopyFacts> facts(const QString &path, const OperationContext &context,
                                          std::chrono::milliseconds deadline = {}) const;
    /// Staged file into the live one, one transaction, synchronous=FULL, then checkpoint; keeps inode, owner
    /// and mode and the journal mode that the live file had. The service must be stopped. BadData: the live
    /// file cannot be read.
    [[nodiscard]] Result<> restoreInto(const QString &staged, const QString &live,
                                       const OperationContext &context) const;

    /// Lets SQLite play back what lies beside a copy that nobody else uses (its -wal or -journal), then makes
    /// one plain file of it, as backup() does, without counting.
    [[nodiscard]] Result<> recover(const QString &copy, const QString &destination,
                                   const OperationContext &context) const;

    /// Writes a compact copy of a database that nobody writes into a new private file, without its free
    /// pages; keeps journal mode, page size and versions, and leaves the source as it is. BadData where the
    /// copy does not hold the same rows, table by table. Returns the facts of the copy.
    [[nodiscard]] Result<CopyFacts> compact(const QString &path, const QString &destination,
                                            const OperationContext &context) const;
    /// The same content with statistics for the query planner made anew: a copy, then ANALYZE in the copy.
    [[nodiscard]] Result<CopyFacts> analyze(const QString &path, const QString &destination,
                                            const OperationContext &context) const;

    /// The rows as they are now: `before` of each change, read in one transaction.
    [[nodiscard]] Result<QList<RowChange>> readRows(const QString &path, const QList<RowChange> &changes,
                                                    const OperationContext &context) const;
    /// One BEGIN IMMEDIATE transaction with wal_autocheckpoint=0. Refused, and rolled back, where a row is no
    /// longer as its `before` says or the number of affected rows differs.
    [[nodiscard]] Result<> changeRows(const QString &path, const QList<RowChange> &changes,
                                      const OperationContext &context) const;

    /// Other processes that have any file of the family open (procfs). `isComplete` false: some could not be
    /// seen.
    struct Holders
    {
        QList<FileHolder> list;
        bool isComplete = true;
    };
    [[nodiscard]] static Holders holders(const QString &path);
    /// The whole family that exists: db, -wal, -shm, -journal.
    static QStringList family(const QString &path);
};

} // namespace pilothouse
