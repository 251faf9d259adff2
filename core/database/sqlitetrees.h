// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/database/sqlitepages.h"

#include <QSet>
#include <QVariant>

#include <functional>
#include <optional>

namespace pilothouse {

/// One value of a record as it is stored. Points into the pages, or into `SqliteRow::overflow`.
struct SqliteValue
{
    enum class Type { Null, Integer, Real, Text, Blob };
    Type type = Type::Null;
    qint64 integer = 0;
    double real = 0;
    QByteArray bytes; ///< of a text in the encoding of the file, or of a blob
};

/// A row of a table with a rowid.
struct SqliteRow
{
    qint64 rowid = 0;
    QList<SqliteValue> values;
};

/// What a walk through one tree met.
struct TreeWalk
{
    QList<quint32> leaves;   ///< readable
    qint64 damagedPages = 0; ///< named by the tree, and not readable as what they should be
    qint64 entries = 0;      ///< cells of an index
};

/// Trees of pages, walked with every number doubted: nothing is followed twice, nothing is read beyond its
/// page.
class SqliteTrees
{
public:
    explicit SqliteTrees(const SqlitePages &pages)
        : m_pages(pages)
    {
    }

    /// Every leaf below a root, and how many pages of it are damaged. Marks what it meets as in use.
    TreeWalk walk(quint32 root, bool isTable);
    /// Leaves of tables that no tree led to and that are not free pages.
    QList<quint32> orphans();
    /// The rows of a leaf, and how many cells of it make no sense.
    qint64 readLeaf(quint32 leaf, const std::function<void(SqliteRow &)> &take);

private:
    QByteArrayView body(quint32 page, qsizetype &start) const;
    QList<quint32> children(quint32 page, bool isTable, TreeWalk &walk);
    std::optional<SqliteRow> readCell(QByteArrayView page, qsizetype at);
    std::optional<QByteArray> payload(QByteArrayView page, qsizetype at, quint64 size);
    void markFree();

    const SqlitePages &m_pages;
    QSet<quint32> m_used;
};

/// The values of a record; nothing where it is none.
std::optional<QList<SqliteValue>> readRecord(QByteArrayView payload);

} // namespace pilothouse
