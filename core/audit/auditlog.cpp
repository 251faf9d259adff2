// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audit/auditlog.h"

#include "core/audit/actor.h"
#include "core/audit/auditchain.h"
#include "core/base/redaction.h"
#include "core/files/filelock.h"
#include "core/files/fileops.h"

#include <QDir>

#include <ctime>

namespace pilothouse {

namespace {

constexpr qint64 WholeLog = 1LL << 31;
constexpr qint64 TailBytes = 64 << 10;
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

} // namespace

/// The end of the log, as far as it can be trusted.
struct AuditLog::Tail
{
    qint64 sequence = 0;
    QByteArray hash;
    bool isBroken = false;
    bool isTorn = false; ///< no newline at the end
};

AuditLog::AuditLog(FileOps &files, QString folder, const Clock &clock)
    : m_files(files)
    , m_folder(QDir::cleanPath(folder))
    , m_clock(clock)
{
}

AuditLog::~AuditLog()
{
    const QMutexLocker locker(&m_mutex);
    if (m_lastSequence > 0 && m_lastSequence % AnchorInterval != 0)
        anchor(m_lastSequence, m_lastHash);
}

QString AuditLog::logPath() const
{
    return m_folder + QStringLiteral("/audit.jsonl");
}

QString AuditLog::anchorPath() const
{
    return m_folder + QStringLiteral("/anchors.jsonl");
}

void AuditLog::anchor(qint64 sequence, const QByteArray &hash)
{
    // An anchor that is missing weakens the proof and nothing else: the record itself is on disk.
    if (const auto anchored = m_files.append(anchorPath(), anchorLine({sequence, hash})); !anchored)
        qWarning("an anchor of the audit could not be written");
}

Result<AuditLog::Tail> AuditLog::readTail() const
{
    const auto facts = m_files.facts(logPath());
    if (!facts && facts.error().kind == ErrorKind::NotFound)
        return Tail{};
    if (!facts)
        return tl::unexpected(facts.error());
    QByteArray line;
    for (qint64 wanted = TailBytes;; wanted *= 4) {
        const qint64 offset = std::max<qint64>(facts->bytes - wanted, 0);
        const auto end = m_files.readAt(logPath(), offset, wanted);
        if (!end)
            return tl::unexpected(end.error());
        const qsizetype start = end->size() < 2 ? -1 : end->lastIndexOf('\n', end->size() - 2);
        line = end->mid(start + 1);
        if (start >= 0 || offset == 0)
            break;
    }
    Tail tail;
    if (line.isEmpty())
        return tail;
    const auto read = parseAuditLine(line);
    tail.isTorn = !line.endsWith('\n');
    tail.isBroken = !read || !read->isGenuine;
    tail.sequence = read ? read->record.sequence : 0;
    tail.hash = read ? read->record.hash : QByteArray();
    return tail;
}

Result<AuditRecord> AuditLog::write(const AuditEvent &event, Tail &tail)
{
    AuditRecord record;
    record.sequence = tail.sequence + 1;
    record.at = m_clock.now();
    record.actor = actorName();
    record.workstation = workstationName();
    record.event = withoutSecrets(event);
    QByteArray line = auditLine(record, monotonicNow(), tail.hash);
    if (tail.isTorn)
        line.prepend('\n');
    if (auto appended = m_files.append(logPath(), line); !appended)
        return tl::unexpected(appended.error());
    tail = {record.sequence, record.hash, false, false};
    m_lastSequence = record.sequence;
    m_lastHash = record.hash;
    if (record.sequence % AnchorInterval == 0)
        anchor(record.sequence, record.hash);
    return record;
}

Result<AuditRecord> AuditLog::append(const AuditEvent &event)
{
    const QMutexLocker locker(&m_mutex);
    if (auto made = m_files.makeFolder(m_folder); !made)
        return tl::unexpected(made.error());
    const auto lock = FileLock::take(m_folder + QStringLiteral("/lock"), LockTimeout);
    if (!lock)
        return tl::unexpected(lock.error());
    auto tail = readTail();
    if (!tail)
        return tl::unexpected(tail.error());
    if (tail->isBroken) {
        if (auto noted = write(breakNote(), *tail); !noted)
            return noted;
    }
    return write(event, *tail);
}

Result<QByteArray> AuditLog::exported() const
{
    auto content = m_files.read(logPath(), WholeLog);
    if (!content && content.error().kind == ErrorKind::NotFound)
        return QByteArray();
    return content;
}

Result<QList<AuditRecord>> AuditLog::list(const QString &target, int limit) const
{
    const auto content = exported();
    if (!content)
        return tl::unexpected(content.error());
    QList<AuditRecord> records;
    qsizetype end = content->size();
    while (end > 0 && records.size() < limit) {
        const qsizetype start = end < 2 ? 0 : content->lastIndexOf('\n', end - 2) + 1;
        const auto line = parseAuditLine(content->mid(start, end - start));
        if (line && (target.isEmpty() || line->record.event.target == target))
            records << line->record;
        end = start;
    }
    return records;
}

Result<AuditVerdict> AuditLog::verify() const
{
    // The anchors first: one of a record that is written meanwhile would look like a cut end.
    const auto anchors = m_files.read(anchorPath(), WholeLog);
    if (!anchors && anchors.error().kind != ErrorKind::NotFound)
        return tl::unexpected(anchors.error());
    const auto content = exported();
    if (!content)
        return tl::unexpected(content.error());
    return verifyAudit(*content, parseAnchors(anchors.value_or(QByteArray())));
}

} // namespace pilothouse
