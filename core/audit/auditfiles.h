// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace pilothouse {

class FileOps;

/// The files of an audit: the one that grows, and those that were set aside full, named by their last record.
/// Nothing here locks.
class AuditFiles
{
public:
    /// The end of the chain, as far as it can be trusted.
    struct Tail
    {
        qint64 sequence = 0;
        QByteArray hash;
        bool isBroken = false; ///< the last whole line is no genuine record
        QByteArray torn;       ///< what follows it without a newline: an append that a crash cut off
    };

    AuditFiles(FileOps &files, const QString &folder);

    QString folder() const { return m_folder; }
    QString current() const;
    /// The full ones, oldest first.
    QStringList full() const;
    /// Empty where there is no such file.
    [[nodiscard]] Result<QByteArray> read(const QString &path) const;
    [[nodiscard]] Result<Tail> tail() const;

    /// Keeps what is torn in a file beside the log; returns its name.
    [[nodiscard]] Result<QString> keepTorn(const QByteArray &torn);
    /// Puts `line` in the place of the torn end, in one step.
    [[nodiscard]] Result<> replaceTorn(qsizetype tornBytes, const QByteArray &line);
    /// Sets the current file aside where it has grown to `limit` bytes; the chain goes on in a new one.
    [[nodiscard]] Result<> rotate(qint64 limit, qint64 lastSequence);

private:
    [[nodiscard]] Result<Tail> tailOf(const QString &path) const;

    FileOps &m_files;
    QString m_folder;
};

} // namespace pilothouse
