// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/logs/engine/lineblocks.h"
#include "core/logs/engine/linepattern.h"

#include <QCoreApplication>

#include <functional>
#include <span>

namespace pilothouse {

/// What a search came to.
struct LineSearchResult
{
    qint64 hits = 0;         ///< lines
    qint64 bytes = 0;        ///< so many were searched
    qint64 givenUp = 0;      ///< lines on which the pattern would have taken too long
    bool isCutShort = false; ///< the file became shorter meanwhile, or could not be read on
};

/// Where the lines begin that were found, from the top down and as soon as they are known; `bytes` are
/// searched by then. Called in several threads, never twice at once.
using OnLines = std::function<void(std::span<const qint64> starts, qint64 bytes)>;

/// Searches a file on all cores, from its beginning on.
class LineSearch
{
    Q_DECLARE_TR_FUNCTIONS(LineSearch)
public:
    LineSearch(const LogFile &file, LogEncoding encoding, const LinePattern &pattern);

    /// Lines that begin in `range`. Cancelled at once where the work was.
    [[nodiscard]] Result<LineSearchResult> run(ByteRange range, const OnLines &onLines,
                                               const OperationContext &context) const;
    /// All of the file as it is now.
    [[nodiscard]] Result<LineSearchResult> run(const OnLines &onLines, const OperationContext &context) const;

private:
    const LogFile &m_file;
    LogEncoding m_encoding;
    const LinePattern &m_pattern;
};

} // namespace pilothouse
