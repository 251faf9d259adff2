// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/gzipblock.h"

#include <libdeflate.h>

#include <QtEndian>

#include <memory>

namespace pilothouse {

namespace {

constexpr int Level =
    1; // of 12: on chats as small as gzip -6 in a quarter of its time, and smaller than 2 to 4

// Deflate, with an extra field, no time, unknown system; the field: 8 bytes, id "PH", 4 of them the length.
constexpr char HeaderStart[] = "\x1f\x8b\x08\x04\0\0\0\0\0\xff\x08\0PH\x04";
constexpr qsizetype LengthAt = sizeof(HeaderStart); // the NUL at its end is the second byte of the 4

struct Free
{
    void operator()(libdeflate_decompressor *decompressor) const
    {
        libdeflate_free_decompressor(decompressor);
    }
};

quint32 numberAt(const QByteArray &bytes, qsizetype place)
{
    return qFromLittleEndian<quint32>(bytes.constData() + place);
}

} // namespace

void GzipPacker::Free::operator()(libdeflate_compressor *compressor) const
{
    libdeflate_free_compressor(compressor);
}

GzipPacker::GzipPacker() = default;
GzipPacker::~GzipPacker() = default;

const QByteArray &GzipPacker::pack(const QByteArray &content)
{
    m_member.resize(0);
    if (!m_compressor)
        m_compressor.reset(libdeflate_alloc_compressor(Level));
    if (!m_compressor)
        return m_member;
    const auto bytes = static_cast<std::size_t>(content.size());
    const std::size_t bound = libdeflate_deflate_compress_bound(m_compressor.get(), bytes);
    m_member.resize(GzipBlock::HeaderBytes + static_cast<qsizetype>(bound) + GzipBlock::TrailerBytes);
    const std::size_t packedBytes = libdeflate_deflate_compress(
        m_compressor.get(), content.constData(), bytes, m_member.data() + GzipBlock::HeaderBytes, bound);
    if (packedBytes == 0) {
        m_member.resize(0);
        return m_member;
    }
    m_member.resize(GzipBlock::HeaderBytes + static_cast<qsizetype>(packedBytes) + GzipBlock::TrailerBytes);
    std::copy_n(HeaderStart, LengthAt, m_member.data());
    qToLittleEndian(static_cast<quint32>(m_member.size()), m_member.data() + LengthAt);
    char *trailer = m_member.data() + m_member.size() - GzipBlock::TrailerBytes;
    qToLittleEndian(libdeflate_crc32(0, content.constData(), bytes), trailer);
    qToLittleEndian(static_cast<quint32>(bytes), trailer + 4);
    return m_member;
}

std::optional<qsizetype> GzipBlock::lengthFrom(const QByteArray &header)
{
    static_assert(LengthAt + 4 == HeaderBytes);
    if (header.size() != HeaderBytes || !header.startsWith(QByteArray::fromRawData(HeaderStart, LengthAt)))
        return std::nullopt;
    const qsizetype length = numberAt(header, LengthAt);
    if (length <= HeaderBytes + TrailerBytes || length > 2 * Bytes)
        return std::nullopt;
    return length;
}

std::optional<std::vector<char>> GzipBlock::unpacked(const QByteArray &member)
{
    const qsizetype end = member.size() - TrailerBytes;
    const quint32 bytes = numberAt(member, end + 4);
    const std::unique_ptr<libdeflate_decompressor, Free> decompressor(libdeflate_alloc_decompressor());
    if (!decompressor || bytes == 0 || bytes > Bytes)
        return std::nullopt;
    std::vector<char> content(bytes);
    std::size_t taken = 0;
    const auto packedBytes = static_cast<std::size_t>(end - HeaderBytes);
    const libdeflate_result result =
        libdeflate_deflate_decompress_ex(decompressor.get(), member.constData() + HeaderBytes, packedBytes,
                                         content.data(), content.size(), &taken, nullptr);
    const bool isWhole = result == LIBDEFLATE_SUCCESS && taken == packedBytes
                         && libdeflate_crc32(0, content.data(), content.size()) == numberAt(member, end);
    return isWhole ? std::optional(std::move(content)) : std::nullopt;
}

} // namespace pilothouse
