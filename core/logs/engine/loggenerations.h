// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/engine/lineindexer.h"
#include "core/logs/engine/lineindexstore.h"
#include "core/logs/engine/linesearch.h"
#include "core/logs/engine/screenlines.h"
#include "core/logs/logsource.h"

#include <QDateTime>

#include <deque>

namespace pilothouse {

/// A log with its rotations, compressed ones too, as one stream of lines from the oldest on. Files stay open,
/// so that a rotation takes nothing away and nothing is read twice. One thread at a time.
class LogGenerations
{
public:
    /// `cacheFolder` holds stored indexes; empty: none are kept.
    LogGenerations(LogSource source, const QString &cacheFolder);

    /// Compressed rotations that were last written to before are not opened: unpacking takes long.
    void leaveOutBefore(const QDateTime &moment) { m_oldest = moment; }
    /// Opens what there is; a log that does not exist yet is no failure. What cannot be read of the rotations
    /// is in unreadable().
    [[nodiscard]] Result<> open(const OperationContext &context);
    /// Takes a file that is open as the newest one, or as the oldest.
    void add(const std::shared_ptr<const LogFile> &file) { m_generations.emplace_back(file); }
    void addBefore(const std::shared_ptr<const LogFile> &file) { m_generations.emplace_front(file); }
    /// Indexes what has been written since, also after a rotation by rename, copy and truncate, or removal.
    /// Replaced: lines that were known are void.
    [[nodiscard]] Result<LogChange> update(const OperationContext &context);
    /// Keeps the indexes for the next time.
    void store() const;

    qint64 lineCount() const;
    /// Lines by their number over all generations; those of one generation at most.
    QList<RawLine> lines(qint64 first, int count) const;
    qsizetype generationCount() const { return static_cast<qsizetype>(m_generations.size()); }
    const LineIndexer &generation(qsizetype number) const
    {
        return m_generations.at(static_cast<size_t>(number));
    }
    QList<Error> unreadable() const { return m_unreadable; }

    /// Like OnLines, with the generation that is searched.
    using OnGenerationLines = std::function<void(qsizetype generation, std::span<const qint64> starts)>;
    /// Searches what is indexed, oldest first.
    [[nodiscard]] Result<LineSearchResult> search(const LinePattern &pattern,
                                                  const OnGenerationLines &onLines,
                                                  const OperationContext &context) const;

private:
    [[nodiscard]] Result<std::shared_ptr<LogFile>> openGeneration(int n, const OperationContext &context);
    int lastRotation() const { return m_source.rotated.isEmpty() ? 0 : m_source.keep + 1; }
    bool isKnown(FileIdentity identity) const;
    bool appendFresh();
    bool keepTruncated();

    LogSource m_source;
    LineIndexStore m_store;
    QDateTime m_oldest;                    ///< invalid: none is left out
    std::deque<LineIndexer> m_generations; ///< oldest first
    QList<Error> m_unreadable;
};

} // namespace pilothouse
