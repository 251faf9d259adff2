// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/engine/literalpattern.h"

namespace pilothouse {

/// An expression that only blocks are tried for which hold every text that its matches must hold: those
/// without are passed by at the speed of a literal search.
class SievedPattern final : public LinePattern
{
public:
    /// The texts of three bytes and more that each match of an expression holds; none where that is not
    /// plain.
    static QList<QByteArray> textsOf(const QByteArray &pattern);

    /// The expression without parts at its end that may be missing: "a[0-9]*" finds the lines that "a" finds.
    static QByteArray withoutIdleEnd(const QByteArray &pattern);

    SievedPattern(std::shared_ptr<const LinePattern> pattern, const QList<QByteArray> &texts,
                  bool isCaseSensitive);

    std::unique_ptr<LineMatcher> makeMatcher() const override;
    QString engine() const override { return m_pattern->engine(); }

private:
    std::shared_ptr<const LinePattern> m_pattern;
    std::vector<LiteralPattern> m_texts;
};

} // namespace pilothouse
