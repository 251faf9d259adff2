// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqlitepages.h"

#include <QCoreApplication>
#include <QtEndian>

#include <cstring>

namespace pilothouse {

namespace {

constexpr int HeaderSize = 100;
constexpr int SmallestPage = 512;
constexpr int LargestReadPage = 65536;
constexpr int WalHeaderSize = 32;
constexpr int FrameHeaderSize = 24;
constexpr quint32 WalMagic = 0x377f0682; ///< the lowest bit says that checksums are big-endian

bool isPageSize(int size)
{
    return size >= SmallestPage && size <= LargestReadPage && (size & (size - 1)) == 0;
}

/// The running checksum of a -wal.
struct WalSum
{
    quint32 first = 0;
    quint32 second = 0;
    bool isBigEndian = false;

    void add(QByteArrayView bytes)
    {
        for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8) {
            first += word(bytes, at) + second;
            second += word(bytes, at + 4) + first;
        }
    }
    quint32 word(QByteArrayView bytes, qsizetype at) const
    {
        const auto value = static_cast<quint32>(bigEndian(bytes, at, 4));
        return isBigEndian ? value : qbswap(value);
    }
};

} // namespace

quint64 bigEndian(QByteArrayView bytes, qsizetype at, int size)
{
    if (at < 0 || at + size > bytes.size())
        return 0;
    quint64 value = 0;
    for (int byte = 0; byte < size; ++byte)
        value = value << 8 | static_cast<uchar>(bytes[at + byte]);
    return value;
}

bool readVarint(QByteArrayView bytes, qsizetype &at, quint64 &value)
{
    value = 0;
    for (int read = 0; read < 9; ++read) {
        if (at < 0 || at >= bytes.size())
            return false;
        const auto byte = static_cast<uchar>(bytes[at++]);
        if (read == 8) {
            value = value << 8 | byte;
            return true;
        }
        value = value << 7 | (byte & 0x7f);
        if (!(byte & 0x80))
            return true;
    }
    return true;
}

Result<SqlitePages> SqlitePages::open(const QString &path)
{
    SqlitePages pages;
    pages.m_file = std::make_unique<QFile>(path);
    if (!pages.m_file->open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound,
                       QCoreApplication::translate("SqlitePages", "The damaged file cannot be read."), path);
    pages.m_size = pages.m_file->size();
    if (pages.m_size > 0)
        pages.m_bytes = reinterpret_cast<const char *>(pages.m_file->map(0, pages.m_size));
    if (pages.m_bytes == nullptr)
        pages.m_size = 0;
    pages.m_hasHeader = pages.readHeader();
    if (!pages.m_hasHeader)
        pages.guessSize();
    pages.readWal(path + QStringLiteral("-wal"));
    if (pages.m_pageSize == 0 || (pages.m_size < pages.m_pageSize && pages.m_frames.isEmpty()))
        return failure(
            ErrorKind::BadData,
            QCoreApplication::translate("SqlitePages", "The file holds no page of a SQLite database."), path);
    const auto ofFile = static_cast<quint32>(pages.m_size / pages.m_pageSize);
    pages.m_count = std::max(pages.m_count, ofFile);
    return pages;
}

bool SqlitePages::readHeader()
{
    if (m_size < HeaderSize || std::memcmp(m_bytes, "SQLite format 3", 16) != 0)
        return false;
    const QByteArrayView header(m_bytes, HeaderSize);
    const auto size = static_cast<int>(bigEndian(header, 16, 2));
    const int pageSize = size == 1 ? LargestReadPage : size;
    const int reserved = static_cast<uchar>(header[20]);
    if (!isPageSize(pageSize) || pageSize - reserved < 480)
        return false;
    m_pageSize = pageSize;
    m_reserved = reserved;
    return true;
}

/// The size at which most pages begin like one of a tree.
void SqlitePages::guessSize()
{
    double best = 0;
    for (int size = SmallestPage; size <= LargestReadPage; size *= 2) {
        const qint64 pages = m_size / size;
        qint64 likely = 0;
        for (qint64 page = 1; page < pages; ++page) {
            const QByteArrayView bytes(m_bytes + page * size, size);
            const auto cells = static_cast<int>(bigEndian(bytes, 3, 2));
            const auto content = static_cast<int>(bigEndian(bytes, 5, 2));
            const char kind = bytes[0];
            const bool isTree = kind == 0x0d || kind == 0x0a || kind == 0x05 || kind == 0x02;
            if (isTree && cells > 0 && cells < size / 4 && content > cells * 2 && content < size)
                ++likely;
        }
        const double share = pages > 1 ? static_cast<double>(likely) / static_cast<double>(pages) : 0;
        if (share > best * 1.2) {
            best = share;
            m_pageSize = size;
        }
    }
    if (m_pageSize == 0 && m_size >= 4096)
        m_pageSize = 4096;
}

/// Takes the frames up to the last commit whose checksums hold.
void SqlitePages::readWal(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray header = file.read(WalHeaderSize);
    const auto magic = static_cast<quint32>(bigEndian(header, 0, 4));
    const auto size = static_cast<int>(bigEndian(header, 8, 4));
    if (header.size() < WalHeaderSize || (magic & ~1u) != WalMagic || !isPageSize(size))
        return;
    if (m_hasHeader && size != m_pageSize)
        return;
    WalSum sum{0, 0, (magic & 1) != 0};
    sum.add(QByteArrayView(header).first(24));
    if (sum.first != bigEndian(header, 24, 4) || sum.second != bigEndian(header, 28, 4))
        return;
    m_pageSize = size;
    QHash<quint32, QByteArray> open;
    while (true) {
        const QByteArray frame = file.read(FrameHeaderSize);
        const QByteArray content = file.read(size);
        if (frame.size() < FrameHeaderSize || content.size() < size)
            return;
        sum.add(QByteArrayView(frame).first(8));
        sum.add(content);
        const bool isOfThisWal = frame.mid(8, 8) == header.mid(16, 8);
        if (!isOfThisWal || sum.first != bigEndian(frame, 16, 4) || sum.second != bigEndian(frame, 20, 4))
            return;
        open.insert(static_cast<quint32>(bigEndian(frame, 0, 4)), content);
        const auto pages = static_cast<quint32>(bigEndian(frame, 4, 4));
        if (pages == 0)
            continue;
        m_frames.insert(open);
        open.clear();
        m_count = pages;
    }
}

quint32 SqlitePages::headerNumber(int offset) const
{
    const QByteArrayView first = page(1);
    if (first.size() < HeaderSize || !first.startsWith("SQLite format 3"))
        return 0;
    return static_cast<quint32>(bigEndian(first, offset, 4));
}

QByteArrayView SqlitePages::page(quint32 number) const
{
    if (number == 0)
        return {};
    const auto frame = m_frames.constFind(number);
    if (frame != m_frames.cend())
        return *frame;
    const qint64 at = qint64(number - 1) * m_pageSize;
    return at + m_pageSize <= m_size ? QByteArrayView(m_bytes + at, m_pageSize) : QByteArrayView();
}

} // namespace pilothouse
