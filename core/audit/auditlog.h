// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audit/auditfiles.h"
#include "core/base/clock.h"
#include "core/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QMutex>

#include <optional>

namespace pilothouse {

class FileOps;

/// One event of the audit (RELIABILITY.md C7).
struct AuditEvent
{
    QString target;        ///< instance, or empty
    QString action;        ///< id in the catalogue, or "instance.add", "settings.change" ...
    QJsonObject arguments; ///< is redacted again before it is written
    QString preview;       ///< what was shown: the plan's title and losses
    QString phase;         ///< "intent" or "outcome" or "note"
    QString result;        ///< of an outcome: "done", "putBack", "failed", "refused", "needsOperator"
    QString detail;
    QUuid operation;
    QString reason;
    QString how; ///< "window", "command line", "schedule"
};

/// A record as it stands in the log.
struct AuditRecord
{
    qint64 sequence = 0;
    QDateTime at;
    QString actor; ///< OS user and login
    QString workstation;
    AuditEvent event;
    QByteArray hash; ///< 32 bytes
};

/// What a walk over the chain found.
struct AuditVerdict
{
    bool isIntact = true;
    qint64 lastSequence = 0;
    qint64 firstBroken = -1; ///< sequence (or line) of the first record that does not follow; -1: none
    int repairs = 0;         ///< records that a crash had cut off, set aside by the next append
    bool isTorn = false;     ///< the last one was cut off, and nothing was appended since
    QString problem;
};

/// The hash-chained log in <state>/audit. Appended under flock, its tail re-read first; several processes may
/// write.
class AuditLog
{
public:
    static constexpr qint64 RotateAt = 16 << 20; // bytes

    AuditLog(FileOps &files, const QString &folder, const Clock &clock, qint64 rotateAt = RotateAt);
    /// Anchors the last record that it wrote.
    ~AuditLog();
    AuditLog(const AuditLog &) = delete;
    AuditLog &operator=(const AuditLog &) = delete;

    /// On disk when it returns. A broken chain never blocks this; the break itself is recorded.
    [[nodiscard]] Result<AuditRecord> append(const AuditEvent &event);
    /// The newest `limit` records of a target (empty: all), newest first.
    [[nodiscard]] Result<QList<AuditRecord>> list(const QString &target = {}, int limit = 1000) const;
    [[nodiscard]] Result<AuditVerdict> verify() const;
    /// All records as JSON lines, exactly as they stand.
    [[nodiscard]] Result<QByteArray> exported() const;

private:
    struct Content
    {
        QStringList full;
        QByteArray current;
    };

    QString anchorPath() const;
    void anchor(qint64 sequence, const QByteArray &hash);
    QString lockPath() const;
    [[nodiscard]] Result<Content> content() const;
    [[nodiscard]] Result<AuditRecord> write(const AuditEvent &event, AuditFiles::Tail &tail);
    [[nodiscard]] Result<AuditRecord> repair(AuditFiles::Tail &tail);

    FileOps &m_files;
    AuditFiles m_log;
    qint64 m_rotateAt;
    const Clock &m_clock;
    QMutex m_mutex;
    qint64 m_lastSequence = 0;
    QByteArray m_lastHash;
};

QJsonObject toJson(const AuditRecord &record);

} // namespace pilothouse
