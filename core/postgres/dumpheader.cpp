// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/dumpheader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace pilothouse {
namespace {

struct DumpHeaderText
{
    Q_DECLARE_TR_FUNCTIONS(DumpHeader)
};

constexpr int CustomFormat = 1;
constexpr int FolderFormat = 3; // what pg_dump writes into toc.dat
constexpr int TimeFields = 7;
constexpr qint64 LongestText = 4096;

/// Reads fields off the front; remembers when there was too little.
class Reader
{
public:
    explicit Reader(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    int byte()
    {
        if (m_at >= m_bytes.size()) {
            m_isShort = true;
            return 0;
        }
        return static_cast<uchar>(m_bytes.at(m_at++));
    }

    void skip(int count) { m_at += count; }
    void setIntegerSize(int size) { m_integerSize = size; }

    /// A sign, then the bytes of the number, lowest first.
    qint64 integer()
    {
        const bool isNegative = byte() != 0;
        qint64 value = 0;
        for (int i = 0; i < m_integerSize; ++i)
            value |= static_cast<qint64>(byte()) << (8 * i);
        return isNegative ? -value : value;
    }

    QString text()
    {
        const qint64 length = integer();
        if (length < 0)
            return {};
        if (length > LongestText || m_at + length > m_bytes.size()) {
            m_isShort = true;
            return {};
        }
        const QString read = QString::fromUtf8(m_bytes.mid(m_at, static_cast<int>(length)));
        m_at += static_cast<int>(length);
        return read;
    }

    bool isShort() const { return m_isShort; }

private:
    const QByteArray &m_bytes;
    int m_at = 0;
    int m_integerSize = 4;
    bool m_isShort = false;
};

tl::unexpected<Error> unfit()
{
    return failure(Error{ErrorKind::BadData,
                         {},
                         DumpHeaderText::tr("This is no archive that pg_dump has written whole."),
                         DumpHeaderText::tr("A file of \"pg_dump --format=custom\" can be restored."),
                         {}});
}

} // namespace

int DumpHeader::serverMajor() const
{
    return serverVersion.section(u'.', 0, 0).section(u' ', 0, 0).toInt();
}

int DumpHeader::dumpMajor() const
{
    return dumpVersion.section(u'.', 0, 0).section(u' ', 0, 0).toInt();
}

bool looksLikeDump(const QByteArray &beginning)
{
    return beginning.startsWith("PGDMP");
}

Result<DumpHeader> dumpHeader(const QByteArray &beginning)
{
    if (!looksLikeDump(beginning))
        return unfit();
    Reader reader(beginning);
    reader.skip(5);
    const int first = reader.byte();
    const int second = reader.byte();
    const int third = reader.byte();
    const int integerSize = reader.byte();
    reader.byte(); // of offsets
    const int format = reader.byte();
    if ((format != CustomFormat && format != FolderFormat) || integerSize < 1 || integerSize > 8)
        return unfit();
    reader.setIntegerSize(integerSize);
    const bool hasShortCompression = first > 1 || second >= 15;
    if (hasShortCompression)
        reader.byte();
    else
        reader.integer();
    std::array<int, TimeFields> time{}; // as in struct tm: from seconds to years since 1900, summer time
    for (int &field : time)
        field = static_cast<int>(reader.integer());
    DumpHeader header;
    header.created = QDateTime(QDate(time[5] + 1900, time[4] + 1, time[3]),
                               QTime(time[2], time[1], std::min(time[0], 59)));
    header.archiveVersion = QStringLiteral("%1.%2.%3").arg(first).arg(second).arg(third);
    header.database = reader.text();
    header.serverVersion = reader.text();
    header.dumpVersion = reader.text();
    if (reader.isShort() || header.serverMajor() == 0 || header.dumpMajor() == 0)
        return unfit();
    return header;
}

} // namespace pilothouse
