// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postgres/dumpfile.h"

#include <QHash>
#include <QSet>

namespace pilothouse {

/// What an archive's table of contents says of one thing, as far as a restore of rows has to know it.
struct DumpEntry
{
    int id = 0;
    QByteArray kind;       ///< "TABLE DATA", "ENCODING", ...
    QByteArray definition; ///< SQL
    QByteArray copy;       ///< "COPY public.orders (id, at) FROM stdin;"
    bool hasData = false;
};

/// Some rows of a table, whole, as COPY takes them.
struct DumpRows
{
    int entry = 0;
    QByteArray rows;
};

/// Reads an archive in custom format from its begin to its end, in which nothing is deflated: its table of
/// contents, then the rows of its tables in the order in which they lie there.
class DumpStream
{
public:
    /// BadData where the table of contents cannot be read. Nothing in it is trusted but to be of its length.
    [[nodiscard]] static Result<DumpStream> open(const QString &path);

    /// False: of a version that this does not know, deflated, with large objects or with rows that are not
    /// for COPY. Then only pg_restore can read it.
    bool isReadable() const { return m_isReadable; }
    /// Header and table of contents: to pg_restore, an archive without data.
    const QByteArray &front() const { return m_front; }
    const QHash<int, DumpEntry> &entries() const { return m_entries; }

    /// The next rows, about a megabyte; none at the end. BadData where the archive is not as it should be.
    [[nodiscard]] Result<DumpRows> next();

private:
    explicit DumpStream(DumpFile file);
    [[nodiscard]] Result<> readFront();
    [[nodiscard]] Result<> readHeader();
    [[nodiscard]] Result<> readEntry();
    void judge();
    [[nodiscard]] Result<bool> beginTable();
    [[nodiscard]] Result<> readChunk();
    [[nodiscard]] DumpRows takeRows(qsizetype bytes);

    [[nodiscard]] Result<bool> fill();
    [[nodiscard]] Result<> readBytes(char *to, qsizetype bytes);
    [[nodiscard]] Result<qint64> readInteger();
    [[nodiscard]] Result<QByteArray> readText();
    [[nodiscard]] Result<> skipTexts(int count);

    DumpFile m_file;
    QByteArray m_front;
    QHash<int, DumpEntry> m_entries;
    std::vector<char> m_buffer;
    qsizetype m_at = 0;
    qsizetype m_bytes = 0;
    int m_version = 0; ///< 14 of "1.14"
    int m_integerSize = 4;
    int m_offsetSize = 8;
    bool m_isReadable = false;
    bool m_isInFront = true;
    QSet<int> m_left;  ///< tables whose rows have not come yet
    int m_current = 0; ///< whose rows come; 0: between two
    QByteArray m_rows; ///< that were read and not taken
};

} // namespace pilothouse
