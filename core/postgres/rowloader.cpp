// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/rowloader.h"

#include "core/postgres/postgresconnection.h"

#include <QCoreApplication>

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>

namespace pilothouse {
namespace {

struct RowLoaderText
{
    Q_DECLARE_TR_FUNCTIONS(RowLoader)
};

constexpr std::chrono::seconds LoadSetTime{30};
constexpr std::chrono::hours LoadTime{24}; // a server that waits for its disk is no failure; cancel ends it
constexpr std::chrono::milliseconds LoadLookInterval{50};
constexpr std::size_t WaitingPieces = 4;

const QByteArray LoadSettings =
    "SET synchronous_commit = off; SET statement_timeout = 0; SET lock_timeout = 0; "
    "SET idle_in_transaction_session_timeout = 0; SET row_security = off; SET xmloption = content; "
    "SET client_min_messages = warning";

/// Pieces of tables between the one who reads them and those who load them.
class RowQueue
{
public:
    /// Waits while enough are there; false where nobody takes them any more.
    bool put(DumpRows rows, const OperationContext &context)
    {
        std::unique_lock lock(m_mutex);
        while (m_rows.size() >= WaitingPieces && !m_isStopped && !context.isCancelled())
            m_changed.wait_for(lock, LoadLookInterval);
        if (m_isStopped || context.isCancelled())
            return false;
        m_rows.push_back(std::move(rows));
        m_changed.notify_all();
        return true;
    }

    /// Nothing where no more will come.
    std::optional<DumpRows> take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_rows.empty() || m_isEnded || m_isStopped; });
        if (m_rows.empty() || m_isStopped)
            return std::nullopt;
        DumpRows rows = std::move(m_rows.front());
        m_rows.pop_front();
        m_changed.notify_all();
        return rows;
    }

    void end() { set(m_isEnded); }
    void stop() { set(m_isStopped); }

private:
    void set(bool &flag)
    {
        const std::lock_guard lock(m_mutex);
        flag = true;
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<DumpRows> m_rows;
    bool m_isEnded = false;
    bool m_isStopped = false;
};

/// One session that loads whatever comes next.
class Loader
{
public:
    Loader(const RowLoading &loading, const QHash<int, DumpEntry> &entries, RowQueue &queue,
           const OperationContext &context)
        : m_loading(loading)
        , m_entries(entries)
        , m_queue(queue)
        , m_context(context)
    {
    }

    Result<> run()
    {
        auto connection = open();
        if (!connection)
            return failure(connection.error());
        int table = 0;
        while (const auto piece = m_queue.take()) {
            if (piece->entry != table) {
                if (auto ended = table == 0 ? Result<>() : connection->endCopy(LoadTime, m_context); !ended)
                    return ended;
                table = piece->entry;
                const QByteArray statement = m_entries.value(table).copy;
                if (auto begun = connection->beginCopy(statement, LoadTime, m_context); !begun)
                    return begun;
            }
            if (auto put = connection->putCopy(piece->rows, LoadTime, m_context); !put)
                return put;
        }
        return table == 0 ? Result<>() : connection->endCopy(LoadTime, m_context);
    }

private:
    Result<PostgresConnection> open() const
    {
        PostgresLimits limits;
        limits.isReadOnly = false;
        auto connection =
            PostgresConnection::open(m_loading.given.connection, m_loading.given.password, limits, m_context);
        if (!connection)
            return connection;
        const auto name = connection->literal(m_loading.session);
        if (!name)
            return failure(name.error());
        QByteArrayList settings{"SET application_name = " + *name, LoadSettings};
        for (const DumpEntry &entry :
             m_entries) // what the rows are written in, and where names are looked up
            if (entry.kind == "ENCODING" || entry.kind == "SEARCHPATH" || entry.kind == "STDSTRINGS")
                settings << entry.definition;
        for (const QByteArray &setting : std::as_const(settings))
            if (auto set = connection->execute(setting, LoadSetTime, m_context); !set)
                return failure(set.error());
        return connection;
    }

    const RowLoading &m_loading;
    const QHash<int, DumpEntry> &m_entries;
    RowQueue &m_queue;
    const OperationContext &m_context;
};

Result<> readInto(RowQueue &queue, DumpStream &stream, const OperationContext &context)
{
    while (true) {
        auto piece = stream.next();
        if (!piece)
            return failure(piece.error());
        if (piece->entry == 0 || !queue.put(std::move(*piece), context))
            return {};
    }
}

} // namespace

Result<> loadRows(const RowLoading &loading, DumpStream &stream, const OperationContext &context)
{
    RowQueue queue;
    const OperationContext inner; // ends with the first that fails, too
    std::vector<std::future<Result<>>> loaders;
    loaders.reserve(static_cast<std::size_t>(std::max(0, loading.jobs)));
    for (int i = 0; i < loading.jobs; ++i)
        loaders.push_back(std::async(std::launch::async, [&] {
            auto loaded = Loader(loading, stream.entries(), queue, inner).run();
            if (!loaded)
                queue.stop();
            return loaded;
        }));
    Result<> result = readInto(queue, stream, context);
    if (result)
        queue.end();
    else
        queue.stop();
    for (auto &loader : loaders) {
        while (loader.wait_for(LoadLookInterval) != std::future_status::ready)
            if (!result || context.isCancelled()) {
                queue.stop();
                inner.cancel();
            }
        if (auto loaded = loader.get(); !loaded && result)
            result = std::move(loaded);
    }
    if (result && context.isCancelled())
        return failure(ErrorKind::Cancelled, RowLoaderText::tr("Cancelled while rows were loaded."));
    return result;
}

} // namespace pilothouse
