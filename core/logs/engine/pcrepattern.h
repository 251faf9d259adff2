// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/engine/linepattern.h"

#include <QByteArray>
#include <QCoreApplication>

struct pcre2_real_code_8;

namespace pilothouse {

/// A regular expression as both engines take it.
struct PatternText
{
    QByteArray text; ///< UTF-8
    bool isCaseSensitive = true;
    bool isUnicode = false;
};

/// A text as a regular expression that matches nothing else.
QByteArray escapedPattern(const QByteArray &text);

/// A regular expression for PCRE2, compiled to machine code where that is possible; line by line. Takes every
/// expression, at a tenth of the speed of Hyperscan. In lines of many megabytes a match may be missed that
/// spans more than one.
class PcrePattern final : public LinePattern
{
    Q_DECLARE_TR_FUNCTIONS(PcrePattern)
public:
    /// BadInput where it is none.
    [[nodiscard]] static Result<std::shared_ptr<const LinePattern>> compile(const PatternText &pattern);

    explicit PcrePattern(std::shared_ptr<const pcre2_real_code_8> code);

    std::unique_ptr<LineMatcher> makeMatcher() const override;
    QString engine() const override { return QStringLiteral("pcre2"); }

private:
    std::shared_ptr<const pcre2_real_code_8> m_code;
};

} // namespace pilothouse
