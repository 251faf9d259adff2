// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/engine/linepattern.h"

#include <QByteArray>

namespace pilothouse {

/// A text to be found as it is. Looks for its two rarest bytes at once, 32 places at a time.
class LiteralPattern final : public LinePattern
{
public:
    /// False without AVX2, and for a text that is empty or holds a line feed.
    static bool isPossible(const QByteArray &text);

    /// Case is that of ASCII.
    LiteralPattern(const QByteArray &text, bool isCaseSensitive);

    std::unique_ptr<LineMatcher> makeMatcher() const override;
    QString engine() const override { return QStringLiteral("literal"); }
    struct Needle
    {
        QByteArray text;      ///< in lower case where case does not matter
        QByteArray fold;      ///< what to set in each byte of a line before comparing: 0x20 for letters
        qsizetype first = 0;  ///< index of its rarest byte
        qsizetype second = 0; ///< index of the next rarest
        bool matchesAt(const char *at) const;
        /// The first place between `at` and `end`, behind which LineMatcher::PaddingBytes may be read; null:
        /// none.
        const char *findIn(const char *at, const char *end) const;
    };
    const Needle &needle() const { return m_needle; }

private:
    Needle m_needle;
};

} // namespace pilothouse
