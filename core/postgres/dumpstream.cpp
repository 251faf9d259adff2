// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/dumpstream.h"

#include "core/postgres/dumpheader.h"

#include <QCoreApplication>

#include <cstring>

namespace pilothouse {
namespace {

struct DumpStreamText
{
    Q_DECLARE_TR_FUNCTIONS(DumpStream)
};

constexpr qsizetype StreamBytes = 256 << 10;
constexpr qsizetype LargestFront = qsizetype(512) << 20;
constexpr qsizetype LargestChunk = qsizetype(1) << 30; // no row is longer
constexpr qsizetype TakenBytes = 1 << 20;
constexpr int FormatAt = 10; // of the bytes before the first integer
constexpr int CustomArchive = 1;
constexpr int RowBlock = 1;
constexpr int OldestVersion = 14; // PostgreSQL 12
constexpr int NewestVersion = 15; // PostgreSQL 16
constexpr int TimeNumbers = 7;
constexpr qsizetype EndBytes = 8;
const QByteArray EndMark = "\\."; // with line ends around it; pg_dump writes it and pg_restore takes it away

tl::unexpected<Error> brokenArchive()
{
    return failure(Error{ErrorKind::BadData,
                         {},
                         DumpStreamText::tr("The dump is damaged or was cut off."),
                         DumpStreamText::tr("Use another backup."),
                         {}});
}

} // namespace

DumpStream::DumpStream(DumpFile file)
    : m_file(std::move(file))
    , m_buffer(static_cast<std::size_t>(StreamBytes))
{
}

Result<DumpStream> DumpStream::open(const QString &path)
{
    auto file = DumpFile::open(path);
    if (!file)
        return failure(file.error());
    DumpStream stream(std::move(*file));
    if (auto read = stream.readFront(); !read)
        return failure(withSubject(read.error(), path));
    return stream;
}

Result<> DumpStream::readFront()
{
    if (auto header = readHeader(); !header || !m_isReadable)
        return header;
    const auto count = readInteger();
    if (!count)
        return failure(count.error());
    for (qint64 i = 0; i < *count; ++i)
        if (auto entry = readEntry(); !entry)
            return entry;
    m_isInFront = false;
    judge();
    return {};
}

Result<> DumpStream::readHeader()
{
    char fixed[FormatAt + 1];
    if (auto read = readBytes(fixed, sizeof fixed); !read)
        return read;
    if (!looksLikeDump(QByteArray::fromRawData(fixed, sizeof fixed)))
        return brokenArchive();
    m_version = fixed[5] == 1 ? fixed[6] : 0;
    m_integerSize = static_cast<unsigned char>(fixed[8]);
    m_offsetSize = static_cast<unsigned char>(fixed[9]);
    m_isReadable = fixed[FormatAt] == CustomArchive && m_version >= OldestVersion
                   && m_version <= NewestVersion && m_integerSize >= 1 && m_integerSize <= 8
                   && m_offsetSize >= 1 && m_offsetSize <= 8;
    if (!m_isReadable)
        return {};
    char algorithm = 0;
    const auto compression =
        m_version >= 15 ? readBytes(&algorithm, 1).map([&] { return qint64(algorithm); }) : readInteger();
    if (!compression)
        return failure(compression.error());
    m_isReadable = *compression == 0;
    for (int i = 0; i < TimeNumbers; ++i)
        if (const auto part = readInteger(); !part)
            return failure(part.error());
    return skipTexts(3); // database, server, pg_dump
}

Result<> DumpStream::readEntry()
{
    DumpEntry entry;
    const auto id = readInteger();
    const auto hasData = id ? readInteger() : id;
    if (!hasData)
        return failure(hasData.error());
    entry.id = static_cast<int>(*id);
    entry.hasData = *hasData != 0;
    if (auto skipped = skipTexts(3); !skipped) // two object ids, the name
        return skipped;
    const auto kind = readText();
    const auto section = kind ? readInteger() : failure(kind.error());
    const auto definition = section ? readText() : failure(section.error());
    const auto drop = definition ? readText() : definition;
    const auto copy = drop ? readText() : drop;
    if (!copy)
        return failure(copy.error());
    entry.kind = *kind;
    entry.definition = *definition;
    entry.copy = *copy;
    if (auto skipped = skipTexts(5); !skipped) // schema, tablespace, access method, owner, "false"
        return skipped;
    while (true) { // what it depends on
        const auto dependency = readText();
        if (!dependency)
            return failure(dependency.error());
        if (dependency->isNull())
            break;
    }
    char offset[9];
    m_entries.insert(entry.id, entry);
    return readBytes(offset, 1 + m_offsetSize);
}

void DumpStream::judge()
{
    for (const DumpEntry &entry : std::as_const(m_entries)) {
        if (!entry.hasData)
            continue;
        m_left.insert(entry.id);
        m_isReadable = m_isReadable && entry.kind == "TABLE DATA" && entry.copy.startsWith("COPY ")
                       && entry.copy.trimmed().endsWith(" FROM stdin;");
    }
}

Result<DumpRows> DumpStream::next()
{
    while (true) {
        if (m_current == 0) {
            const auto isMore = beginTable();
            if (!isMore || !*isMore)
                return isMore ? Result<DumpRows>(DumpRows()) : failure(isMore.error());
        }
        const int table = m_current;
        if (auto read = readChunk(); !read)
            return failure(read.error());
        if (m_current == 0 && !m_rows.isEmpty())
            return DumpRows{table, std::exchange(m_rows, {})};
        if (m_rows.size() <= TakenBytes)
            continue;
        // The mark of the end stays whole in the rest.
        if (const auto end = m_rows.lastIndexOf('\n', m_rows.size() - EndBytes); end >= 0)
            return takeRows(end + 1);
    }
}

/// False where the file ends, and every table has come.
Result<bool> DumpStream::beginTable()
{
    const auto isMore = m_at < m_bytes ? Result<bool>(true) : fill();
    if (!isMore)
        return isMore;
    if (!*isMore)
        return m_left.isEmpty() ? Result<bool>(false) : Result<bool>(brokenArchive());
    char block = 0;
    const auto id = readBytes(&block, 1).and_then([&] { return readInteger(); });
    if (!id)
        return failure(id.error());
    m_current = static_cast<int>(*id);
    if (block != RowBlock || !m_left.remove(m_current))
        return brokenArchive();
    return true;
}

DumpRows DumpStream::takeRows(qsizetype bytes)
{
    DumpRows taken{m_current, std::move(m_rows)};
    m_rows = QByteArray();
    m_rows.reserve(TakenBytes + StreamBytes);
    m_rows.append(taken.rows.constData() + bytes, taken.rows.size() - bytes);
    taken.rows.truncate(bytes);
    return taken;
}

/// One piece of a table's rows; the last is of no length, and what pg_dump wrote after the rows goes with it.
Result<> DumpStream::readChunk()
{
    const auto length = readInteger();
    if (!length)
        return failure(length.error());
    if (*length < 0 || *length > LargestChunk || m_rows.size() > LargestChunk)
        return brokenArchive();
    if (*length > 0) {
        const qsizetype before = m_rows.size();
        m_rows.resize(before + *length);
        return readBytes(m_rows.data() + before, *length);
    }
    m_current = 0;
    while (m_rows.endsWith('\n'))
        m_rows.chop(1);
    const bool isMarked = m_rows == EndMark || m_rows.endsWith(QByteArray('\n' + EndMark));
    if (isMarked)
        m_rows.chop(EndMark.size());
    else if (!m_rows.isEmpty())
        m_rows.append('\n');
    return {};
}

/// False at the end of the file.
Result<bool> DumpStream::fill()
{
    const auto got = m_file.read(m_buffer.data(), m_buffer.size());
    if (!got)
        return failure(got.error());
    m_at = 0;
    m_bytes = *got;
    return m_bytes > 0;
}

Result<> DumpStream::readBytes(char *to, qsizetype bytes)
{
    while (bytes > 0) {
        if (m_at == m_bytes) {
            const auto isMore = fill();
            if (!isMore)
                return failure(isMore.error());
            if (!*isMore)
                return brokenArchive();
        }
        const qsizetype part = qMin(bytes, m_bytes - m_at);
        std::memcpy(to, m_buffer.data() + m_at, static_cast<std::size_t>(part));
        if (m_isInFront)
            m_front.append(to, part);
        m_at += part;
        to += part;
        bytes -= part;
    }
    return m_front.size() > LargestFront ? Result<>(brokenArchive()) : Result<>();
}

/// A sign, then the lowest byte first.
Result<qint64> DumpStream::readInteger()
{
    unsigned char bytes[9];
    if (auto read = readBytes(reinterpret_cast<char *>(bytes), 1 + m_integerSize); !read)
        return failure(read.error());
    quint64 value = 0;
    for (int i = m_integerSize; i > 0; --i)
        value = value << 8 | bytes[i];
    return bytes[0] != 0 ? -static_cast<qint64>(value) : static_cast<qint64>(value);
}

/// Null where there is none.
Result<QByteArray> DumpStream::readText()
{
    const auto length = readInteger();
    if (!length)
        return failure(length.error());
    if (*length < 0)
        return QByteArray();
    if (*length > LargestFront)
        return brokenArchive();
    QByteArray text(static_cast<qsizetype>(*length), '\0');
    return readBytes(text.data(), text.size()).map([&] { return text; });
}

Result<> DumpStream::skipTexts(int count)
{
    for (int i = 0; i < count; ++i)
        if (const auto text = readText(); !text)
            return failure(text.error());
    return {};
}

} // namespace pilothouse
