// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/lineends.h"

#include "core/logs/engine/engineline.h"
#include "core/logs/logfile.h"

#include <QStringDecoder>

#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace pilothouse {

namespace {

constexpr qint64 ShortHead = 16;
/// An engine's first line, of 16 KiB of which each byte may be escaped.
constexpr qint64 EngineHead = 128 << 10;

qint64 countByMemchr(const char *at, const char *end)
{
    qint64 count = 0;
    while (const void *found = std::memchr(at, '\n', static_cast<size_t>(end - at))) {
        ++count;
        at = static_cast<const char *>(found) + 1;
    }
    return count;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) __m256i lineFeedsAt(const char *at)
{
    return _mm256_cmpeq_epi8(_mm256_loadu_si256(reinterpret_cast<const __m256i *>(at)),
                             _mm256_set1_epi8('\n'));
}

/// Counts bytewise, 255 times at most, before the counters are added up.
__attribute__((target("avx2"))) qint64 countByAvx2(const char *at, const char *end)
{
    constexpr int Stride = 4 * 32;
    __m256i total = _mm256_setzero_si256();
    while (end - at >= Stride) {
        __m256i counters = _mm256_setzero_si256();
        for (int round = 0; round < 255 / 4 && end - at >= Stride; ++round, at += Stride) {
            const __m256i first = _mm256_add_epi8(lineFeedsAt(at), lineFeedsAt(at + 32));
            const __m256i second = _mm256_add_epi8(lineFeedsAt(at + 64), lineFeedsAt(at + 96));
            counters = _mm256_sub_epi8(counters, _mm256_add_epi8(first, second));
        }
        total = _mm256_add_epi64(total, _mm256_sad_epu8(counters, _mm256_setzero_si256()));
    }
    alignas(32) qint64 sums[4];
    _mm256_store_si256(reinterpret_cast<__m256i *>(sums), total);
    return sums[0] + sums[1] + sums[2] + sums[3] + countByMemchr(at, end);
}
#endif

qint64 countBytes(QByteArrayView bytes)
{
#if defined(__x86_64__)
    static const bool HasAvx2 = __builtin_cpu_supports("avx2");
    if (HasAvx2)
        return countByAvx2(bytes.begin(), bytes.end());
#endif
    return countByMemchr(bytes.begin(), bytes.end());
}

/// Whether the line feed byte at `index` is a whole character.
bool isWideLineEnd(QByteArrayView bytes, qsizetype index, LogEncoding encoding)
{
    const qsizetype other = encoding == LogEncoding::Utf16Le ? index + 1 : index - 1;
    const qsizetype first = qMin(index, other);
    return first >= 0 && first % 2 == 0 && other < bytes.size() && bytes.at(other) == 0;
}

} // namespace

LogEncoding encodingOf(QByteArrayView head)
{
    if (head.startsWith(QByteArrayView("\xff\xfe", 2)))
        return LogEncoding::Utf16Le;
    if (head.startsWith(QByteArrayView("\xfe\xff", 2)))
        return LogEncoding::Utf16Be;
    return isEngineHead(head) ? LogEncoding::EngineJson : LogEncoding::Bytes;
}

LogEncoding encodingOf(const LogFile &file)
{
    const LogEncoding known = encodingOf(file.read(0, ShortHead));
    if (known != LogEncoding::Bytes || file.read(0, 1) != "{")
        return known;
    return encodingOf(file.read(0, EngineHead));
}

qint64 lineEndSize(LogEncoding encoding)
{
    return isWide(encoding) ? 2 : 1;
}

qint64 countLineEnds(QByteArrayView bytes, LogEncoding encoding)
{
    if (!isWide(encoding))
        return countBytes(bytes);
    qint64 count = 0;
    for (qsizetype at = afterFirstLineEnd(bytes, 0, encoding); at >= 0;
         at = afterFirstLineEnd(bytes, at, encoding))
        ++count;
    return count;
}

qsizetype afterFirstLineEnd(QByteArrayView bytes, qsizetype from, LogEncoding encoding)
{
    while (from < bytes.size()) {
        const void *found = std::memchr(bytes.data() + from, '\n', static_cast<size_t>(bytes.size() - from));
        if (!found)
            return -1;
        const qsizetype index = static_cast<const char *>(found) - bytes.data();
        if (!isWide(encoding))
            return index + 1;
        if (isWideLineEnd(bytes, index, encoding))
            return encoding == LogEncoding::Utf16Le ? index + 2 : index + 1;
        from = index + 1;
    }
    return -1;
}

qsizetype afterLastLineEnd(QByteArrayView bytes, LogEncoding encoding)
{
    qsizetype end = bytes.size();
    while (end > 0) {
        const void *found = ::memrchr(bytes.data(), '\n', static_cast<size_t>(end));
        if (!found)
            return -1;
        const qsizetype index = static_cast<const char *>(found) - bytes.data();
        if (!isWide(encoding))
            return index + 1;
        if (isWideLineEnd(bytes, index, encoding))
            return encoding == LogEncoding::Utf16Le ? index + 2 : index + 1;
        end = index;
    }
    return -1;
}

QByteArray utf8Of(QByteArrayView bytes, LogEncoding encoding)
{
    if (!isWide(encoding))
        return bytes.toByteArray();
    QStringDecoder decoder(encoding == LogEncoding::Utf16Le ? QStringDecoder::Utf16LE
                                                            : QStringDecoder::Utf16BE,
                           QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder.decode(bytes);
    return text.toUtf8();
}

} // namespace pilothouse
