// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows on their way into a server.

#include "core/postgres/postgresconnection.h"
#include "core/postgres/postgreswait.h"

#include <libpq-fe.h>

namespace pilothouse {

Result<> PostgresConnection::beginCopy(const QByteArray &statement, std::chrono::milliseconds deadline,
                                       const OperationContext &context)
{
    if (!m_native || PQsendQuery(m_native.get(), statement.constData()) != 1)
        return failure(lost());
    const auto until = std::chrono::steady_clock::now() + deadline;
    if (auto ready = awaitResult(until, context); !ready) {
        drop();
        return ready;
    }
    PGresult *result = PQgetResult(m_native.get());
    const bool isBegun = PQresultStatus(result) == PGRES_COPY_IN;
    const Error refused = isBegun ? Error() : errorOf(result);
    PQclear(result);
    if (isBegun)
        return {};
    drop();
    return failure(withSubject(refused, m_subject));
}

Result<> PostgresConnection::putCopy(const QByteArray &rows, std::chrono::milliseconds deadline,
                                     const OperationContext &context)
{
    if (!m_native || PQputCopyData(m_native.get(), rows.constData(), static_cast<int>(rows.size())) != 1)
        return failure(lost());
    return flush(deadline, context);
}

Result<> PostgresConnection::endCopy(std::chrono::milliseconds deadline, const OperationContext &context)
{
    if (!m_native || PQputCopyEnd(m_native.get(), nullptr) != 1)
        return failure(lost());
    PostgresQuery query;
    query.deadline = deadline;
    return collect(query, context).map([](const PostgresRows &) {}).map_error([this](const Error &error) {
        return withSubject(error, m_subject);
    });
}

/// Until the server's side has all that was sent.
Result<> PostgresConnection::flush(std::chrono::milliseconds deadline, const OperationContext &context)
{
    const auto until = std::chrono::steady_clock::now() + deadline;
    while (true) {
        const int flushed = PQflush(m_native.get());
        if (flushed == 0)
            return {};
        const auto ready = flushed < 0 ? Result<>(failure(lost()))
                                       : waitForSocket(PQsocket(m_native.get()), true, until, context);
        if (!ready) {
            drop();
            return ready;
        }
    }
}

} // namespace pilothouse
