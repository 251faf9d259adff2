// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QList>

#include <memory>

namespace pilothouse {

/// The pages of a SQLite file as its format defines them, with the committed frames of its -wal laid over
/// them, read without SQLite, so that damage in one page does not hide the others. Never writes. Page numbers
/// count from 1.
class SqlitePages
{
public:
    /// The file must not change meanwhile. BadData where no page of it can be made out.
    [[nodiscard]] static Result<SqlitePages> open(const QString &path);

    int pageSize() const { return m_pageSize; }
    int usableSize() const { return m_pageSize - m_reserved; }
    quint32 count() const { return m_count; }
    /// Whether the first hundred bytes are a header; if not, what follows from it was guessed.
    bool hasHeader() const { return m_hasHeader; }
    int walFrames() const { return static_cast<int>(m_frames.size()); }
    /// Four bytes of the header, big-endian; 0 where there is no header.
    quint32 headerNumber(int offset) const;
    /// Empty for a page that is not there.
    QByteArrayView page(quint32 number) const;

private:
    SqlitePages() = default;
    void readWal(const QString &path);
    bool readHeader();
    void guessSize();

    std::unique_ptr<QFile> m_file;
    const char *m_bytes = nullptr; ///< mapped; lives as long as the file
    qint64 m_size = 0;
    int m_pageSize = 0;
    int m_reserved = 0;
    quint32 m_count = 0;
    bool m_hasHeader = false;
    QHash<quint32, QByteArray> m_frames;
};

/// Big-endian number of `size` bytes; 0 beyond the end.
quint64 bigEndian(QByteArrayView bytes, qsizetype at, int size);
/// A variable-length number; moves `at` behind it. False at the end of the bytes.
bool readVarint(QByteArrayView bytes, qsizetype &at, quint64 &value);

} // namespace pilothouse
