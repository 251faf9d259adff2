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
        /// Index of the first byte that differs; -1: none does.
        qsizetype differenceAt(const char *at) const;
    };

    /// Looks for a text and learns which of its bytes tell: in lines that all begin with a date, "-" and ":"
    /// stand at the same places of each. One thread.
    class Finder
    {
    public:
        explicit Finder(Needle needle)
            : m_needle(std::move(needle))
        {
        }
        const Needle &needle() const { return m_needle; }
        /// The first place between `at` and `end`, behind which LineMatcher::PaddingBytes may be read; null:
        /// none.
        const char *findIn(const char *at, const char *end);

    private:
        bool isAt(const char *place);
        const char *findWhileSame(const char *&at, const char *last);

        static constexpr int ManyMisses = 32;
        Needle m_needle;
        int m_misses = 0; ///< in a row
        bool m_isChanged = false;
    };
    Finder finder() const { return Finder(m_needle); }

private:
    Needle m_needle;
};

} // namespace pilothouse
