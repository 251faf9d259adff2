// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/linepattern.h"

#include "core/logs/engine/hyperscanpattern.h"
#include "core/logs/engine/literalpattern.h"
#include "core/logs/engine/pcrepattern.h"
#include "core/logs/engine/sievedpattern.h"

#include <algorithm>
#include <cstring>

namespace pilothouse {

namespace {

bool isAscii(const QByteArray &text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<uchar>(c) >= 0x80; });
}

/// What speaks of characters beyond ASCII without writing them.
bool namesUnicode(const QByteArray &pattern)
{
    return pattern.contains("\\p") || pattern.contains("\\P") || pattern.contains("\\X")
           || pattern.contains("\\x{") || pattern.contains("(*U");
}

/// A regular expression that is nothing but the text it finds.
bool isPlain(const QByteArray &pattern)
{
    return std::none_of(pattern.begin(), pattern.end(),
                        [](char c) { return std::strchr("\\^$.[]|()?*+{}", c); });
}

} // namespace

Result<std::shared_ptr<const LinePattern>> LinePattern::compile(const LogQuery &query)
{
    if (const auto checked = LogSearch::compile(query); !checked)
        return failure(checked.error());
    QByteArray text = query.text.toUtf8();
    if (query.isPattern && isAscii(text))
        text = SievedPattern::withoutIdleEnd(text);
    const bool isBytes =
        isAscii(text) ? !query.isPattern || !namesUnicode(text) : !query.isPattern && query.isCaseSensitive;
    if (isBytes && (!query.isPattern || isPlain(text)) && LiteralPattern::isPossible(text))
        return std::make_shared<LiteralPattern>(text, query.isCaseSensitive);
    const PatternText pattern{query.isPattern ? text : escapedPattern(text), query.isCaseSensitive, !isBytes};
    std::shared_ptr<const LinePattern> scanned = isBytes ? makeHyperscanPattern(pattern) : nullptr;
    if (!scanned) {
        const auto compiled = PcrePattern::compile(pattern);
        if (!compiled)
            return compiled;
        scanned = *compiled;
    }
    const QList<QByteArray> texts =
        isBytes && query.isPattern ? SievedPattern::textsOf(text) : QList<QByteArray>();
    if (texts.isEmpty() || !LiteralPattern::isPossible(texts.first()))
        return scanned;
    return std::make_shared<SievedPattern>(std::move(scanned), texts, query.isCaseSensitive);
}

} // namespace pilothouse
