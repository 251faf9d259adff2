// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/domain/databaseconnection.h"
#include "core/secrets/secret.h"

#include <QCoreApplication>
#include <QVariant>

#include <chrono>
#include <functional>
#include <memory>

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;

namespace pilothouse {

/// What a session may do and how long.
struct PostgresLimits
{
    std::chrono::milliseconds connect{5000};
    bool isReadOnly = true;
    bool isAdminConsole = false; ///< PgBouncer's, which knows SHOW and no SET
};

struct PostgresRows
{
    QStringList columns;
    QList<QList<QVariant>> rows; ///< bool, qlonglong, double, QByteArray or text; null: NULL
    bool isCut = false;          ///< the row limit was reached
    qint64 affected = -1;        ///< rows that a statement changed; -1: it tells none
};

struct PostgresQuery
{
    QByteArray text;     ///< UTF-8, one statement, parameters as $1 ...
    QVariantList values; ///< null for NULL; all else goes as text and is cast by the server
    std::chrono::milliseconds deadline{5000};
    int rowLimit = 10000; ///< 0: none
};

/// One session with a PostgreSQL server, for one thread. Every call has a deadline of ours: libpq has none,
/// and a stopped server would hold a caller for ever (RELIABILITY.md D25). After TimedOut, Cancelled or a
/// lost connection it is closed.
class PostgresConnection
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::PostgresConnection)

public:
    /// Connects, with the name resolved before, UTF-8, UTC and a pinned search_path. Unreachable, TimedOut,
    /// Refused (password, certificate, rights), NotFound (no such database) or Locked (too many connections,
    /// starting up): the message says which.
    [[nodiscard]] static Result<PostgresConnection> open(const DatabaseConnection &target,
                                                         const Secret &password, const PostgresLimits &limits,
                                                         const OperationContext &context);
    PostgresConnection(PostgresConnection &&) noexcept;
    PostgresConnection &operator=(PostgresConnection &&) noexcept;
    ~PostgresConnection();

    [[nodiscard]] Result<PostgresRows> run(const PostgresQuery &query, const OperationContext &context);
    /// A statement without values or rows.
    [[nodiscard]] Result<> execute(const QByteArray &statement, std::chrono::milliseconds deadline,
                                   const OperationContext &context);
    /// The one value of the one row. NotFound where there is no row.
    [[nodiscard]] Result<QVariant> value(const PostgresQuery &query, const OperationContext &context);

    /// Begins a "COPY ... FROM stdin"; nothing but the two below may follow until it has ended.
    [[nodiscard]] Result<> beginCopy(const QByteArray &statement, std::chrono::milliseconds deadline,
                                     const OperationContext &context);
    /// Whole rows, until the server has taken them. What it refuses of them is told by endCopy().
    [[nodiscard]] Result<> putCopy(const QByteArray &rows, std::chrono::milliseconds deadline,
                                   const OperationContext &context);
    [[nodiscard]] Result<> endCopy(std::chrono::milliseconds deadline, const OperationContext &context);

    /// Quoted on this connection (RELIABILITY.md C5). BadInput where it cannot be.
    [[nodiscard]] Result<QByteArray> identifier(const QString &name) const;
    [[nodiscard]] Result<QByteArray> literal(const QString &text) const;

    int serverVersion() const; ///< 150018 for 15.18; of PgBouncer its own
    qint64 backendPid() const;
    bool isEncrypted() const;
    bool isOpen() const { return m_native != nullptr; }

private:
    struct Close
    {
        void operator()(PGconn *native) const;
    };
    using Native = std::unique_ptr<PGconn, Close>;

    PostgresConnection(Native native, QString subject);
    [[nodiscard]] Result<> send(const PostgresQuery &query);
    [[nodiscard]] Result<> awaitResult(std::chrono::steady_clock::time_point until,
                                       const OperationContext &context);
    [[nodiscard]] Result<> flush(std::chrono::milliseconds deadline, const OperationContext &context);
    [[nodiscard]] Result<PostgresRows> collect(const PostgresQuery &query, const OperationContext &context);
    static Error errorOf(const PGresult *result);
    Error lost() const;
    void drop();

    Native m_native;
    QString m_subject;
};

} // namespace pilothouse
