// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/logs/logsearch.h"

#include <QByteArrayView>

#include <memory>
#include <vector>

namespace pilothouse {

/// Finds a pattern in lines; one for each thread.
class LineMatcher
{
public:
    virtual ~LineMatcher() = default;

    /// Adds where the lines of `block` begin that hold the pattern. A block is whole lines, of which the last
    /// may lack its end, with PaddingBytes behind it that may be read; stops early where the work is
    /// cancelled.
    virtual void find(QByteArrayView block, std::vector<qsizetype> &starts,
                      const OperationContext &context) = 0;

    /// One line that is too long for a block, piece by piece and without its end.
    virtual void beginLongLine() = 0;
    virtual void addLongLine(QByteArrayView piece) = 0;
    virtual bool endLongLine() = 0;

    /// Lines that were given up on because the pattern would take too long there.
    qint64 givenUp() const { return m_givenUp; }

    static constexpr qsizetype PaddingBytes = 64;

protected:
    qint64 m_givenUp = 0;
};

/// A query made ready to run over the bytes of lines. Patterns of ASCII work on bytes, as grep does in the C
/// locale; others on Unicode, in which invalid bytes match nothing. Safe from any thread.
class LinePattern
{
public:
    virtual ~LinePattern() = default;
    virtual std::unique_ptr<LineMatcher> makeMatcher() const = 0;
    /// Which engine works, for measurements: "literal", "hyperscan" or "pcre2".
    virtual QString engine() const = 0;

    /// BadInput where the text is no regular expression, with the place in words, or empty.
    [[nodiscard]] static Result<std::shared_ptr<const LinePattern>> compile(const LogQuery &asked);
};

} // namespace pilothouse
