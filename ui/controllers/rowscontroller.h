// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "ui/controllers/latestread.h"
#include "ui/models/rowtable.h"

namespace pilothouse {

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

    RowsController(const SqliteEngine &engine, OperationRunner &runner, const Clock &clock,
                   QObject *parent = nullptr);

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
    LatestRead m_read;
    std::optional<RowPlace> m_place;
    QString m_filter;
    bool m_isDecoded = true;
    Readable<RowTable> m_rows;
};

} // namespace pilothouse
