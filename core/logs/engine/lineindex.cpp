// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/lineindex.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace pilothouse {

namespace {
constexpr quint32 LineIndexMagic = 0x50484c49;
constexpr quint32 LineIndexVersion = 1;
} // namespace

void LineIndex::extend(std::span<const quint32> endsOfBlocks, qint64 bytes)
{
    const qint64 first = resumeOffset() / BlockSize;
    if (first < blockCount()) {
        m_lineEnds = endsBefore(first);
        m_before.resize(static_cast<size_t>(first));
        m_groups.resize(static_cast<size_t>((first + GroupBlocks - 1) / GroupBlocks));
    }
    m_before.reserve(m_before.size() + endsOfBlocks.size());
    for (const quint32 ends : endsOfBlocks) {
        if (blockCount() % GroupBlocks == 0)
            m_groups.push_back(static_cast<quint64>(m_lineEnds));
        m_before.push_back(static_cast<quint32>(m_lineEnds - static_cast<qint64>(m_groups.back())));
        m_lineEnds += ends;
    }
    m_bytes = bytes;
}

void LineIndex::clear()
{
    *this = LineIndex();
}

qint64 LineIndex::endsBefore(qint64 block) const
{
    return static_cast<qint64>(m_groups[static_cast<size_t>(block / GroupBlocks)])
           + m_before[static_cast<size_t>(block)];
}

std::optional<LineIndex::Place> LineIndex::placeOfEnd(qint64 number) const
{
    if (number < 0 || number >= m_lineEnds)
        return {};
    qint64 low = 0;
    qint64 high = blockCount();
    while (high - low > 1) { // the last block with not more than `number` line ends before it
        const qint64 middle = low + (high - low) / 2;
        (endsBefore(middle) <= number ? low : high) = middle;
    }
    return Place{low, number - endsBefore(low)};
}

QByteArray LineIndex::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << LineIndexMagic << LineIndexVersion << static_cast<quint8>(m_encoding) << m_bytes << m_lineEnds
           << static_cast<quint64>(m_before.size());
    bytes.append(reinterpret_cast<const char *>(m_before.data()),
                 static_cast<qsizetype>(m_before.size()) * static_cast<qsizetype>(sizeof(quint32)));
    bytes.append(reinterpret_cast<const char *>(m_groups.data()),
                 static_cast<qsizetype>(m_groups.size()) * static_cast<qsizetype>(sizeof(quint64)));
    return bytes;
}

std::optional<LineIndex> LineIndex::fromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    quint32 magic = 0;
    quint32 version = 0;
    quint8 encoding = 0;
    quint64 blocks = 0;
    LineIndex index;
    stream >> magic >> version >> encoding >> index.m_bytes >> index.m_lineEnds >> blocks;
    const qint64 wanted = (index.m_bytes + BlockSize - 1) / BlockSize;
    if (stream.status() != QDataStream::Ok || magic != LineIndexMagic || version != LineIndexVersion
        || encoding > static_cast<quint8>(LogEncoding::EngineJson) || index.m_bytes < 0
        || index.m_lineEnds < 0 || blocks != static_cast<quint64>(wanted))
        return {};
    const size_t groups = (blocks + GroupBlocks - 1) / GroupBlocks;
    const auto header = static_cast<size_t>(stream.device()->pos());
    if (static_cast<size_t>(bytes.size()) != header + blocks * sizeof(quint32) + groups * sizeof(quint64))
        return {};
    index.m_encoding = static_cast<LogEncoding>(encoding);
    index.m_before.resize(blocks);
    index.m_groups.resize(groups);
    const char *at = bytes.constData() + header;
    std::copy_n(at, blocks * sizeof(quint32), reinterpret_cast<char *>(index.m_before.data()));
    at += blocks * sizeof(quint32);
    std::copy_n(at, groups * sizeof(quint64), reinterpret_cast<char *>(index.m_groups.data()));
    return index;
}

} // namespace pilothouse
