// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace pilothouse {

/// Makes tar archives byte by byte, so that a test can make wrong ones too.
class TarMaker
{
public:
    struct Entry
    {
        QByteArray name;
        QByteArray content;
        char type = '0';
        QByteArray link;
        qint64 size = -1; ///< what the header says; -1: the truth
        uint mode = 0644;
        bool isChecksumWrong = false;
        QByteArray prefix;
    };

    TarMaker &add(const Entry &entry);
    TarMaker &add(const QByteArray &name, const QByteArray &content)
    {
        return add(Entry{name, content, '0', {}, -1, 0644, false, {}});
    }
    /// A pax header with these records ("path=...") for the next entry.
    TarMaker &addPax(const QByteArrayList &records, char type = 'x');
    TarMaker &addRaw(const QByteArray &bytes);
    /// The archive with its two closing blocks.
    QByteArray tar() const { return m_bytes + QByteArray(1024, '\0'); }
    QByteArray unfinished() const { return m_bytes; }
    static QByteArray gzip(const QByteArray &data);

private:
    QByteArray m_bytes;
};

} // namespace pilothouse
