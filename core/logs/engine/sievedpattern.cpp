// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/sievedpattern.h"

#include <algorithm>
#include <cstring>

namespace pilothouse {

namespace {

constexpr qsizetype ShortestText = 3;

class SievedMatcher final : public LineMatcher
{
public:
    SievedMatcher(std::unique_ptr<LineMatcher> matcher, const std::vector<LiteralPattern> &texts)
        : m_matcher(std::move(matcher))
    {
        for (const LiteralPattern &text : texts)
            m_finders.push_back(text.finder());
    }

    void find(QByteArrayView block, std::vector<qsizetype> &starts, const OperationContext &context) override
    {
        const char *at = block.begin();
        for (LiteralPattern::Finder &finder : m_finders) {
            const char *const first = finder.findIn(block.begin(), block.end());
            if (!first)
                return;
            at = std::max(at, first);
        }
        const void *before = ::memrchr(block.begin(), '\n', static_cast<size_t>(at - block.begin()));
        const qsizetype skip = before ? static_cast<const char *>(before) + 1 - block.begin() : 0;
        const size_t known = starts.size();
        m_matcher->find(block.sliced(skip), starts, context);
        for (size_t number = known; number < starts.size(); ++number)
            starts[number] += skip;
        m_givenUp = m_matcher->givenUp();
    }

    void beginLongLine() override { m_matcher->beginLongLine(); }
    void addLongLine(QByteArrayView piece) override { m_matcher->addLongLine(piece); }
    bool endLongLine() override { return m_matcher->endLongLine(); }

private:
    std::unique_ptr<LineMatcher> m_matcher;
    std::vector<LiteralPattern::Finder> m_finders;
};

/// Where a character class that begins at `at` ends.
qsizetype endOfClass(const QByteArray &pattern, qsizetype at)
{
    const qsizetype first = at + (pattern.sliced(at).startsWith("[^") ? 2 : 1);
    return pattern.indexOf(']', first + 1); // one that comes first stands for itself
}

} // namespace

QList<QByteArray> SievedPattern::textsOf(const QByteArray &pattern)
{
    // Groups, alternatives and escapes would need more understanding than they are worth here.
    if (std::any_of(pattern.begin(), pattern.end(), [](char c) { return std::strchr("\\|()", c); })
        || pattern.contains("[["))
        return {};
    QList<QByteArray> texts;
    QByteArray text;
    const auto endText = [&texts, &text] {
        if (text.size() >= ShortestText)
            texts.append(text);
        text.clear();
    };
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const char c = pattern.at(at);
        if (std::strchr("?*{", c))
            text.chop(1); // the one before may be missing
        if (!std::strchr("^$.[?*+{", c)) {
            text += c;
            continue;
        }
        endText();
        if (c == '[')
            at = endOfClass(pattern, at);
        else if (c == '{')
            at = pattern.indexOf('}', at);
        if (at < 0)
            return {};
    }
    endText();
    return texts;
}

QByteArray SievedPattern::withoutIdleEnd(const QByteArray &pattern)
{
    constexpr const char *Special = "\\^$|?*+(){}";
    if (std::any_of(pattern.begin(), pattern.end(), [](char c) { return std::strchr("\\|()", c); })
        || pattern.contains("[["))
        return pattern;
    qsizetype kept = 0; // up to where the last part reaches that must be there
    for (qsizetype at = 0; at < pattern.size();) {
        const qsizetype end = pattern.at(at) == '[' ? endOfClass(pattern, at) : at;
        if (end < 0)
            return pattern;
        const bool isPart = pattern.at(at) == '[' || !std::strchr(Special, pattern.at(at));
        const bool isIdle = isPart && pattern.sliced(end + 1).startsWith('*')
                            && !pattern.sliced(end + 2).startsWith('?')
                            && !pattern.sliced(end + 2).startsWith('+');
        at = end + (isIdle ? 2 : 1);
        kept = isIdle ? kept : at;
    }
    return kept > 0 ? pattern.first(kept) : pattern;
}

SievedPattern::SievedPattern(std::shared_ptr<const LinePattern> pattern, const QList<QByteArray> &texts,
                             bool isCaseSensitive)
    : m_pattern(std::move(pattern))
{
    for (const QByteArray &text : texts)
        m_texts.emplace_back(text, isCaseSensitive);
}

std::unique_ptr<LineMatcher> SievedPattern::makeMatcher() const
{
    return std::make_unique<SievedMatcher>(m_pattern->makeMatcher(), m_texts);
}

} // namespace pilothouse
