// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/database/nativehandles.h"

#include <QCoreApplication>
#include <QVariant>

#include <chrono>

namespace pilothouse {

/// Text of a cell that is not valid UTF-8, kept byte for byte.
struct RawText
{
    QByteArray bytes;
    bool operator==(const RawText &) const = default;
};

/// A QString where the bytes are valid UTF-8 (a byte order mark is kept), else a RawText.
QVariant textCell(QByteArrayView bytes);

struct SqliteGuard;

/// A prepared statement; lives no longer than its connection.
class SqliteStatement
{
public:
    SqliteStatement() = default;
    SqliteStatement(StatementHandle handle, const SqliteGuard *guard);

    /// Positions count from 1. BadInput for a value that no cell can hold.
    [[nodiscard]] Result<> bind(int position, const QVariant &value);
    /// Binds ":name" parameters; BadInput where the statement names one that is not in the map.
    [[nodiscard]] Result<> bindNamed(const QVariantMap &parameters);
    /// True: there is a row.
    [[nodiscard]] Result<bool> step();
    void reset();

    int columnCount() const;
    QStringList columnNames() const;
    /// The cell for people: text that is not UTF-8 is shown with replacement characters.
    QVariant cell(int column) const;
    /// The cell exactly: text that is not UTF-8 is a RawText.
    QVariant exactCell(int column) const;
    sqlite3_stmt *native() const { return m_handle.get(); }

private:
    StatementHandle m_handle;
    const SqliteGuard *m_guard = nullptr;
};

/// One connection of one thread to one file, set up for what it may do. Interrupted by cancel and by its
/// deadline.
class SqliteConnection
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::SqliteConnection)

public:
    enum class Use {
        Read,       ///< read-only, query_only, never a checkpoint
        ChangeRows, ///< short writes beside a running service, never a checkpoint
        Own         ///< a file that nobody else uses: may set its journal mode, checkpoints when it closes
    };

    /// Refused where SQLite would have to create -wal or -shm as another user than the database's owner
    /// (D13). `deadline` counts from now for all that the connection does; zero: none.
    [[nodiscard]] static Result<SqliteConnection> open(const QString &path, Use use,
                                                       const OperationContext &context,
                                                       std::chrono::milliseconds deadline = {});

    [[nodiscard]] Result<SqliteStatement> prepare(const QString &sql) const;
    [[nodiscard]] Result<> execute(const QString &sql) const;
    /// The first cell of the first row; an invalid QVariant where there is no row.
    [[nodiscard]] Result<QVariant> scalar(const QString &sql) const;

    /// From now on only SELECT, reading columns and calling functions.
    [[nodiscard]] Result<> allowOnlySelect() const;
    sqlite3 *native() const { return m_handle.get(); }
    const QString &path() const { return m_path; }
    bool isWal() const { return m_isWal; }
    /// The failure behind the last call that did not return `SQLITE_OK`.
    [[nodiscard]] tl::unexpected<Error> failed(int code) const;

private:
    struct GuardDelete
    {
        void operator()(SqliteGuard *guard) const;
    };

    SqliteConnection() = default;
    [[nodiscard]] Result<> checkFiles(Use use);
    [[nodiscard]] Result<> configure(Use use);

    std::unique_ptr<SqliteGuard, GuardDelete> m_guard; // outlives the handle, which calls back into it
    DatabaseHandle m_handle;
    QString m_path;
    bool m_isWal = false;
};

/// The failure of a call on `database`, as a sentence for people; `detail` has SQLite's own words. The guard
/// tells a deadline from a cancellation.
[[nodiscard]] tl::unexpected<Error> sqliteFailure(sqlite3 *database, int code,
                                                  const SqliteGuard *guard = nullptr);

/// `"name"`, with quotes doubled. BadInput for NUL, empty and names beyond 1000 characters (RELIABILITY.md
/// C5).
[[nodiscard]] Result<QString> quoteIdentifier(const QString &name);

} // namespace pilothouse
