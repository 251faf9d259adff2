// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/loggenerations.h"

#include "core/logs/packedlog.h"

#include <QFileInfo>

#include <algorithm>

namespace pilothouse {

LogGenerations::LogGenerations(LogSource source, const QString &cacheFolder)
    : m_source(std::move(source))
    , m_store(cacheFolder)
{
}

Result<std::shared_ptr<LogFile>> LogGenerations::openGeneration(int n, const OperationContext &context)
{
    const QString path = m_source.pathOf(n);
    auto file = LogFile::open(path);
    if (n == 0 || file || file.error().kind != ErrorKind::NotFound)
        return file;
    const QString packed = PackedLog::beside(path);
    if (packed.isEmpty() || (m_oldest.isValid() && QFileInfo(packed).lastModified() < m_oldest))
        return file;
    return PackedLog::open(packed, context);
}

bool LogGenerations::isKnown(FileIdentity identity) const
{
    return std::any_of(m_generations.begin(), m_generations.end(),
                       [&identity](const LineIndexer &one) { return one.file().identity() == identity; });
}

Result<> LogGenerations::open(const OperationContext &context)
{
    // The file being written is opened first: rotation only moves files up, so none can slip through.
    m_generations.clear();
    m_unreadable.clear();
    for (int n = 0; n <= lastRotation(); ++n) {
        const auto file = openGeneration(n, context);
        if (!file
            && (file.error().kind == ErrorKind::Cancelled
                || (n == 0 && file.error().kind != ErrorKind::NotFound)))
            return failure(file.error());
        if (!file && file.error().kind != ErrorKind::NotFound)
            m_unreadable.append(file.error());
        if (file && !isKnown((*file)->identity()))
            m_generations.emplace_front(*file, m_store.find(**file).value_or(LineIndex()));
    }
    return {};
}

bool LogGenerations::appendFresh()
{
    std::deque<std::shared_ptr<LogFile>> fresh;
    const auto isTaken = [&fresh](FileIdentity identity) {
        return std::any_of(fresh.begin(), fresh.end(),
                           [&identity](const auto &one) { return one->identity() == identity; });
    };
    for (int n = 0; n <= lastRotation(); ++n) {
        const auto file = LogFile::open(m_source.pathOf(n));
        if (file && isKnown((*file)->identity()))
            break;
        if (file && !isTaken((*file)->identity()))
            fresh.push_front(*file);
    }
    for (const auto &file : fresh)
        m_generations.emplace_back(file);
    return !fresh.empty();
}

/// What a truncated file held lies in the newest rotation, if it was copied before.
bool LogGenerations::keepTruncated()
{
    LineIndexer &live = m_generations.back();
    for (int n = 1; n <= lastRotation(); ++n) {
        const auto copy = LogFile::open(m_source.pathOf(n));
        if (!copy || isKnown((*copy)->identity()) || !live.isHeldBy(**copy))
            continue;
        const std::shared_ptr<const LogFile> file = live.sharedFile();
        LineIndex known = live.index();
        m_generations.pop_back();
        m_generations.emplace_back(*copy, std::move(known));
        m_generations.emplace_back(file);
        return true;
    }
    return false;
}

Result<LogChange> LogGenerations::update(const OperationContext &context)
{
    LogChange change = LogChange::None;
    if (!m_generations.empty() && !m_generations.back().isHeldBy(m_generations.back().file())
        && keepTruncated())
        change = LogChange::Grown;
    if (appendFresh())
        change = LogChange::Grown;
    for (LineIndexer &one : m_generations) {
        const auto updated = one.update(context);
        if (!updated)
            return failure(updated.error());
        change = std::max(change, *updated);
    }
    return change;
}

void LogGenerations::store() const
{
    for (const LineIndexer &one : m_generations)
        m_store.keep(one.file(), one.index());
}

qint64 LogGenerations::lineCount() const
{
    qint64 count = 0;
    for (const LineIndexer &one : m_generations)
        count += one.lineCount();
    return count;
}

QList<RawLine> LogGenerations::lines(qint64 first, int count) const
{
    for (const LineIndexer &one : m_generations) {
        const qint64 here = one.lineCount();
        if (first < here)
            return ScreenLines(one.file(), one.index().encoding())
                .from(one.offsetOf(first), static_cast<int>(std::min<qint64>(count, here - first)));
        first -= here;
    }
    return {};
}

Result<LineSearchResult> LogGenerations::search(const LinePattern &pattern, const OnGenerationLines &onLines,
                                                const OperationContext &context) const
{
    LineSearchResult total;
    for (qsizetype number = 0; number < generationCount(); ++number) {
        const LineIndexer &one = generation(number);
        const auto found = LineSearch(one.file(), one.index().encoding(), pattern)
                               .run(
                                   {0, one.index().bytes()},
                                   [&](std::span<const qint64> starts, qint64) {
                                       if (onLines)
                                           onLines(number, starts);
                                   },
                                   context);
        if (!found)
            return found;
        total.hits += found->hits;
        total.bytes += found->bytes;
        total.givenUp += found->givenUp;
        total.isCutShort = total.isCutShort || found->isCutShort;
    }
    return total;
}

} // namespace pilothouse
