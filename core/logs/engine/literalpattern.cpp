// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/literalpattern.h"

#include <QLatin1String>

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace pilothouse {

namespace {

/// How common a byte is in logs, roughly; letters whatever their case.
int commonnessOf(char byte)
{
    static constexpr QLatin1String RarestFirst("zqxjkvbpygfwmucldrhsnioate");
    const qsizetype letter = RarestFirst.indexOf(QLatin1Char(byte), 0, Qt::CaseInsensitive);
    if (letter >= 0)
        return 10 + static_cast<int>(letter);
    if (byte == ' ' || byte == '0' || byte == '1' || byte == '2')
        return 60;
    return byte >= '3' && byte <= '9' ? 40 : 15;
}

bool isLetter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

class LiteralMatcher final : public LineMatcher
{
public:
    explicit LiteralMatcher(LiteralPattern::Finder finder)
        : m_finder(std::move(finder))
    {
    }

    void find(QByteArrayView block, std::vector<qsizetype> &starts, const OperationContext &) override
    {
        const char *const begin = block.begin();
        for (const char *hit = next(begin, block.end()); hit;) {
            const void *before = ::memrchr(begin, '\n', static_cast<size_t>(hit - begin));
            starts.push_back(before ? static_cast<const char *>(before) + 1 - begin : 0);
            const void *end = std::memchr(hit, '\n', static_cast<size_t>(block.end() - hit));
            if (!end)
                return;
            hit = next(static_cast<const char *>(end) + 1, block.end());
        }
    }

    void beginLongLine() override
    {
        m_window.clear();
        m_isFound = false;
    }
    void addLongLine(QByteArrayView piece) override
    {
        if (m_isFound)
            return;
        m_window.append(piece.data(), piece.size());
        const qsizetype length = m_window.size();
        m_window.append(PaddingBytes, '\0');
        m_isFound = next(m_window.constData(), m_window.constData() + length) != nullptr;
        m_window.truncate(length);
        m_window = m_window.right(m_finder.needle().text.size() - 1);
    }
    bool endLongLine() override { return m_isFound; }

private:
    const char *next(const char *at, const char *end) { return m_finder.findIn(at, end); }

    LiteralPattern::Finder m_finder;
    QByteArray m_window;
    bool m_isFound = false;
};

#if defined(__x86_64__)
__attribute__((target("avx2"))) __m256i candidates(const char *at, __m256i fold, __m256i byte)
{
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(at));
    return _mm256_cmpeq_epi8(_mm256_or_si256(bytes, fold), byte);
}

#endif

} // namespace

bool LiteralPattern::Finder::isAt(const char *place)
{
    const qsizetype difference = m_needle.differenceAt(place);
    if (difference < 0 || ++m_misses < ManyMisses) {
        m_misses = difference < 0 ? 0 : m_misses;
        return difference < 0;
    }
    m_misses = 0;
    m_needle.second = difference;
    m_isChanged = true;
    return false;
}

#if defined(__x86_64__)
/// Null where there is none, and where the bytes to look for have changed: `at` is where to go on then.
__attribute__((target("avx2"))) const char *LiteralPattern::Finder::findWhileSame(const char *&at,
                                                                                  const char *last)
{
    m_isChanged = false;
    const __m256i firstFold = _mm256_set1_epi8(m_needle.fold.at(m_needle.first));
    const __m256i secondFold = _mm256_set1_epi8(m_needle.fold.at(m_needle.second));
    const __m256i first = _mm256_set1_epi8(m_needle.text.at(m_needle.first));
    const __m256i second = _mm256_set1_epi8(m_needle.text.at(m_needle.second));
    const qsizetype firstPlace = m_needle.first;
    const qsizetype secondPlace = m_needle.second;
    for (; at <= last && !m_isChanged; at += 32) {
        const __m256i both = _mm256_and_si256(candidates(at + firstPlace, firstFold, first),
                                              candidates(at + secondPlace, secondFold, second));
        for (auto mask = static_cast<quint32>(_mm256_movemask_epi8(both)); mask != 0; mask &= mask - 1) {
            const char *const place = at + std::countr_zero(mask);
            if (place <= last && isAt(place))
                return place;
        }
    }
    return nullptr;
}
#else
const char *LiteralPattern::Finder::findWhileSame(const char *&at, const char *last)
{
    m_isChanged = false;
    for (; at <= last; ++at) {
        if (isAt(at))
            return at;
    }
    return nullptr;
}
#endif

const char *LiteralPattern::Finder::findIn(const char *at, const char *end)
{
    const char *const last = end - m_needle.text.size();
    while (at <= last) {
        if (const char *const place = findWhileSame(at, last))
            return place;
    }
    return nullptr;
}

qsizetype LiteralPattern::Needle::differenceAt(const char *at) const
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char byte = isLetter(at[i]) ? static_cast<char>(at[i] | fold.at(i)) : at[i];
        if (byte != text.at(i))
            return i;
    }
    return -1;
}

bool LiteralPattern::isPossible(const QByteArray &text)
{
#if defined(__x86_64__)
    static const bool HasAvx2 = __builtin_cpu_supports("avx2");
    // The padding of a block covers the furthest byte that is read for a candidate.
    return HasAvx2 && !text.isEmpty() && !text.contains('\n');
#else
    return false;
#endif
}

LiteralPattern::LiteralPattern(const QByteArray &text, bool isCaseSensitive)
{
    m_needle.text = isCaseSensitive ? text : text.toLower();
    m_needle.fold.fill('\0', text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isCaseSensitive && isLetter(text.at(i)))
            m_needle.fold[i] = 0x20;
    }
    QList<qsizetype> places(text.size());
    std::iota(places.begin(), places.end(), 0);
    std::stable_sort(places.begin(), places.end(), [this](qsizetype one, qsizetype other) {
        return commonnessOf(m_needle.text.at(one)) < commonnessOf(m_needle.text.at(other));
    });
    m_needle.first = places.at(0);
    m_needle.second = places.size() > 1 ? places.at(1) : places.at(0);
}

std::unique_ptr<LineMatcher> LiteralPattern::makeMatcher() const
{
    return std::make_unique<LiteralMatcher>(finder());
}

} // namespace pilothouse
