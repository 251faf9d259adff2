// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/zstdstream.h"

#include <zstd.h>

#include <QCoreApplication>
#include <QThread>

namespace pilothouse {
namespace {

constexpr std::size_t ZstdInputBytes = 256 << 10;

tl::unexpected<Error> damagedStream(const QString &detail)
{
    return failure(ErrorKind::BadData,
                   QCoreApplication::translate("ZstdStream", "It is damaged or was cut off."), detail);
}

} // namespace

void ZstdPacker::Free::operator()(ZSTD_CCtx_s *context) const
{
    ZSTD_freeCCtx(context);
}

ZstdPacker::ZstdPacker(int level, Sink sink)
    : m_context(ZSTD_createCCtx())
    , m_output(ZSTD_CStreamOutSize())
    , m_sink(std::move(sink))
{
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_checksumFlag, 1);
    // A library without threads refuses this, and packs in the caller's.
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_nbWorkers, QThread::idealThreadCount());
}

ZstdPacker::~ZstdPacker() = default;

Result<> ZstdPacker::add(const char *data, qsizetype bytes)
{
    return pack(data, bytes, false);
}

Result<> ZstdPacker::finish()
{
    return pack(nullptr, 0, true);
}

Result<> ZstdPacker::pack(const char *data, qsizetype bytes, bool isEnd)
{
    ZSTD_inBuffer input{data, static_cast<std::size_t>(bytes), 0};
    while (true) {
        ZSTD_outBuffer output{m_output.data(), m_output.size(), 0};
        const std::size_t left =
            ZSTD_compressStream2(m_context.get(), &output, &input, isEnd ? ZSTD_e_end : ZSTD_e_continue);
        if (ZSTD_isError(left) != 0)
            return failure(ErrorKind::Internal,
                           QCoreApplication::translate("ZstdStream", "It could not be compressed."),
                           QString::fromLatin1(ZSTD_getErrorName(left)));
        if (output.pos > 0)
            if (Result<> taken = m_sink(m_output.data(), static_cast<qsizetype>(output.pos)); !taken)
                return taken;
        if (isEnd ? left == 0 : input.pos == input.size)
            return {};
    }
}

void ZstdReader::Free::operator()(ZSTD_DCtx_s *context) const
{
    ZSTD_freeDCtx(context);
}

ZstdReader::ZstdReader(NativeFile file)
    : m_file(std::move(file))
    , m_context(ZSTD_createDCtx())
    , m_input(ZstdInputBytes)
{
}

ZstdReader::~ZstdReader() = default;
ZstdReader::ZstdReader(ZstdReader &&) noexcept = default;
ZstdReader &ZstdReader::operator=(ZstdReader &&) noexcept = default;

bool ZstdReader::fits(const QByteArray &beginning)
{
    return beginning.startsWith(QByteArray("\x28\xb5\x2f\xfd", 4));
}

Result<qint64> ZstdReader::read(char *buffer, std::size_t bytes)
{
    ZSTD_outBuffer output{};
    output.dst = buffer;
    output.size = bytes;
    while (output.pos == 0) {
        if (m_at == m_bytes) {
            const auto got = m_file.read(m_input.data(), m_input.size());
            if (!got)
                return got;
            m_at = 0;
            m_bytes = static_cast<std::size_t>(*got);
            if (m_bytes == 0 && !m_isInFrame)
                return 0;
        }
        ZSTD_inBuffer input{m_input.data(), m_bytes, m_at};
        const std::size_t hint = ZSTD_decompressStream(m_context.get(), &output, &input);
        if (ZSTD_isError(hint) != 0)
            return damagedStream(QString::fromLatin1(ZSTD_getErrorName(hint)));
        if (m_bytes == 0 && output.pos == 0) // nor had it anything left inside
            return damagedStream({});
        m_at = input.pos;
        m_isInFrame = hint != 0;
    }
    return static_cast<qint64>(output.pos);
}

} // namespace pilothouse
