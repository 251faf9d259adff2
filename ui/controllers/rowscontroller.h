// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "ui/controllers/latestread.h"
#include "ui/controllers/operationscontroller.h"
#include "ui/models/rowtable.h"

namespace pilothouse {

class PostgresAccess;
class SqliteEngine;

/// Where rows are read: a table of a file, or one kind of key in it.
struct RowPlace
{
    QString path;
    TableInfo table;
    QString kind;     ///< "images:"; empty: all rows
    qint64 rows = -1; ///< how many there are; -1: not counted
    bool isEstimate = false;

    bool operator==(const RowPlace &) const = default;
};

/// Pages of a table, a hundred rows each, read-only. UI thread.
class RowsController final : public QObject
{
    Q_OBJECT
public:
    static constexpr int PageSize = 100;

    /// Without `postgres` only tables of files are read.
    RowsController(const SqliteEngine &engine, OperationRunner &runner, const Clock &clock,
                   const PostgresAccess *postgres = nullptr, QObject *parent = nullptr);

    /// What stands for a file's path where the database is on a server.
    static QString serverPath(const QString &database) { return u"postgres:" + database; }
    /// Whose databases on servers are meant.
    void setSession(const SessionPointer &session) { m_session = session; }

    /// Reads the first page of it; nothing: shows none.
    void open(const std::optional<RowPlace> &place);
    const std::optional<RowPlace> &place() const { return m_place; }
    void refresh();
    /// Rows with that text in any column.
    void setFilter(const QString &text);
    void setDecoded(bool isDecoded);
    bool isDecoded() const { return m_isDecoded; }
    void nextPage();
    void previousPage();

    const Readable<RowTable> &rows() const { return m_rows; }

signals:
    void changed();

private:
    void read(qint64 offset);

    const SqliteEngine &m_engine;
    const Clock &m_clock;
    const PostgresAccess *m_postgres;
    SessionPointer m_session;
    LatestRead m_read;
    std::optional<RowPlace> m_place;
    QString m_filter;
    bool m_isDecoded = true;
    Readable<RowTable> m_rows;
};

} // namespace pilothouse
