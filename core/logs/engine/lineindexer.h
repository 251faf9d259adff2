// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/logs/engine/lineindex.h"
#include "core/logs/logfile.h"

#include <QCoreApplication>

namespace pilothouse {

/// What the last look at a file showed.
enum class LogChange {
    None,
    Grown,
    Replaced ///< it was truncated or written anew; what was known of it is void
};

/// Keeps the index of one open file up to date. The file is read with pread into small buffers and never
/// mapped, so that one that is truncated meanwhile only gives fewer bytes. One thread at a time.
class LineIndexer
{
    Q_DECLARE_TR_FUNCTIONS(LineIndexer)
public:
    explicit LineIndexer(std::shared_ptr<const LogFile> file, LineIndex known = {});

    const LineIndex &index() const { return m_index; }
    const LogFile &file() const { return *m_file; }
    std::shared_ptr<const LogFile> sharedFile() const { return m_file; }
    /// Whether a file begins with what is indexed, as far as the first and last bytes of it tell.
    bool isHeldBy(const LogFile &file) const;

    /// Indexes what is new, on all cores where that is much. Cancelled leaves the index as it was.
    [[nodiscard]] Result<LogChange> update(const OperationContext &context);

    /// How many lines there are, with a last one that has no end yet.
    qint64 lineCount() const;
    /// Where a line begins, counted from 0; the indexed end for one past the last.
    qint64 offsetOf(qint64 line) const;
    /// The number of the line that holds a byte.
    qint64 lineAt(qint64 offset) const;

private:
    bool endsWithLineEnd() const;
    void remember(const QByteArray &tail);

    std::shared_ptr<const LogFile> m_file;
    LineIndex m_index;
    QByteArray m_head; ///< the first bytes
    QByteArray m_tail; ///< the last bytes that are indexed: a file that was written anew has others there
};

} // namespace pilothouse
