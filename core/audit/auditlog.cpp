// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audit/auditlog.h"

#include "core/audit/actor.h"
#include "core/audit/auditchain.h"
#include "core/base/redaction.h"
#include "core/files/filelock.h"
#include "core/files/fileops.h"

#include <ctime>

namespace pilothouse {

namespace {

constexpr qint64 AllAnchors = 1 << 30;
constexpr qint64 AnchorInterval = 50;
constexpr std::chrono::seconds LockTimeout{10};

/// Milliseconds since boot: does not jump when the clock is set.
qint64 monotonicNow()
{
    timespec time = {};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return static_cast<qint64>(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

AuditEvent withoutSecrets(AuditEvent event)
{
    event.arguments = redacted(event.arguments);
    event.preview = redacted(event.preview);
    event.detail = redacted(event.detail);
    event.reason = redacted(event.reason);
    return event;
}

AuditEvent breakNote()
{
    AuditEvent event;
    event.action = QStringLiteral("audit.broken");
    event.phase = QStringLiteral("note");
    event.detail = QStringLiteral("the record before this one is damaged or cut");
    return event;
}

AuditEvent repairNote(const QString &kept, qsizetype bytes)
{
    AuditEvent event;
    event.action = repairAction();
    event.phase = QStringLiteral("note");
    event.arguments = {{QStringLiteral("kept"), kept}, {QStringLiteral("bytes"), bytes}};
    event.detail = QStringLiteral("a record that was cut off while it was written stands in %1").arg(kept);
    return event;
}

QList<AuditRecord> newestRecords(const QByteArray &lines, const QString &target, qsizetype limit)
{
    QList<AuditRecord> records;
    qsizetype end = lines.size();
    while (end > 0 && records.size() < limit) {
        const qsizetype start = end < 2 ? 0 : lines.lastIndexOf('\n', end - 2) + 1;
        const auto line = parseAuditLine(lines.mid(start, end - start));
        if (line && (target.isEmpty() || line->record.event.target == target))
            records << line->record;
        end = start;
    }
    return records;
}

} // namespace

AuditLog::AuditLog(FileOps &files, const QString &folder, const Clock &clock, qint64 rotateAt)
    : m_files(files)
    , m_log(files, folder)
    , m_rotateAt(rotateAt)
    , m_clock(clock)
{
}

AuditLog::~AuditLog()
{
    const QMutexLocker locker(&m_mutex);
    if (m_lastSequence > 0 && m_lastSequence % AnchorInterval != 0)
        anchor(m_lastSequence, m_lastHash);
}

QString AuditLog::anchorPath() const
{
    return m_log.folder() + QStringLiteral("/anchors.jsonl");
}

QString AuditLog::lockPath() const
{
    return m_log.folder() + QStringLiteral("/lock");
}

void AuditLog::anchor(qint64 sequence, const QByteArray &hash)
{
    // An anchor that is missing weakens the proof and nothing else: the record itself is on disk.
    if (const auto anchored = m_files.append(anchorPath(), anchorLine({sequence, hash})); !anchored)
        qWarning("an anchor of the audit could not be written");
}

Result<AuditRecord> AuditLog::write(const AuditEvent &event, AuditFiles::Tail &tail)
{
    AuditRecord record;
    record.sequence = tail.sequence + 1;
    record.at = m_clock.now();
    record.actor = actorName();
    record.workstation = workstationName();
    record.event = withoutSecrets(event);
    const QByteArray line = auditLine(record, monotonicNow(), tail.hash);
    const auto written = tail.torn.isEmpty() ? m_files.append(m_log.current(), line)
                                             : m_log.replaceTorn(tail.torn.size(), line);
    if (!written)
        return tl::unexpected(written.error());
    tail = {record.sequence, record.hash, false, {}};
    m_lastSequence = record.sequence;
    m_lastHash = record.hash;
    if (record.sequence % AnchorInterval == 0)
        anchor(record.sequence, record.hash);
    return record;
}

/// Keeps what a crash cut off in a file of its own and lets a record stand in its place.
Result<AuditRecord> AuditLog::repair(AuditFiles::Tail &tail)
{
    const auto kept = m_log.keepTorn(tail.torn);
    if (!kept)
        return tl::unexpected(kept.error());
    return write(repairNote(*kept, tail.torn.size()), tail);
}

Result<AuditRecord> AuditLog::append(const AuditEvent &event)
{
    const QMutexLocker locker(&m_mutex);
    if (auto made = m_files.makeFolder(m_log.folder()); !made)
        return tl::unexpected(made.error());
    const auto lock = FileLock::take(lockPath(), LockTimeout);
    if (!lock)
        return tl::unexpected(lock.error());
    auto tail = m_log.tail();
    if (!tail)
        return tl::unexpected(tail.error());
    const bool wasBroken = tail->isBroken;
    if (!tail->torn.isEmpty()) {
        if (auto repaired = repair(*tail); !repaired)
            return repaired;
    }
    if (wasBroken) {
        if (auto noted = write(breakNote(), *tail); !noted)
            return noted;
    }
    // A log that cannot be rotated only grows on.
    if (const auto rotated = m_log.rotate(m_rotateAt, tail->sequence); !rotated)
        qWarning("the audit could not be rotated");
    return write(event, *tail);
}

/// The full files never change, so only a rotation in between must be kept out.
Result<AuditLog::Content> AuditLog::content() const
{
    const auto lock = FileLock::take(lockPath(), LockTimeout); // without one it is read all the same
    Content content;
    content.full = m_log.full();
    auto current = m_log.read(m_log.current());
    if (!current)
        return tl::unexpected(current.error());
    content.current = std::move(*current);
    return content;
}

Result<QByteArray> AuditLog::exported() const
{
    const auto all = content();
    if (!all)
        return tl::unexpected(all.error());
    QByteArray lines;
    for (const QString &path : all->full) {
        const auto part = m_log.read(path);
        if (!part)
            return part;
        lines += *part;
    }
    return lines + all->current;
}

Result<QList<AuditRecord>> AuditLog::list(const QString &target, int limit) const
{
    const auto all = content();
    if (!all)
        return tl::unexpected(all.error());
    QList<AuditRecord> records = newestRecords(all->current, target, limit);
    for (auto path = all->full.crbegin(); path != all->full.crend() && records.size() < limit; ++path) {
        const auto part = m_log.read(*path);
        if (!part)
            return tl::unexpected(part.error());
        records += newestRecords(*part, target, limit - records.size());
    }
    return records;
}

Result<AuditVerdict> AuditLog::verify() const
{
    // The anchors first: one of a record that is written meanwhile would look like a cut end.
    const auto anchors = m_files.read(anchorPath(), AllAnchors);
    if (!anchors && anchors.error().kind != ErrorKind::NotFound)
        return tl::unexpected(anchors.error());
    const auto all = content();
    if (!all)
        return tl::unexpected(all.error());
    AuditWalk walk(parseAnchors(anchors.value_or(QByteArray())));
    for (const QString &path : all->full) {
        const auto part = m_log.read(path);
        if (!part)
            return tl::unexpected(part.error());
        walk.feed(*part, false);
    }
    walk.feed(all->current, true);
    return walk.verdict();
}

} // namespace pilothouse
