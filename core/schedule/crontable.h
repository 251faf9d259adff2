// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace pilothouse {

class FileOps;

/// What is to change in a table of cron; everything else stays, byte for byte.
struct CronEdit
{
    QString instance;                        ///< whose line
    bool changesLine = true;                 ///< false: the instance's own line stays as it is
    QByteArray line;                         ///< the instance's line from now on; empty: it has none
    QList<QByteArray> disable;               ///< lines that become comments
    QList<QByteArray> enable;                ///< lines that were made comments so, and come back
    QString work = QStringLiteral("backup"); ///< which of its lines: that of its drills is another
};

/// Refused where a line that is to change is not there.
[[nodiscard]] Result<QByteArray> editedCronTable(const QByteArray &table, const CronEdit &edit);
/// The line of an instance for its backups or drills; empty where it has none.
QByteArray cronLineOf(const QByteArray &table, const QString &instance,
                      const QString &work = QStringLiteral("backup"));

/// A table of cron: this user's, or a file such as /etc/crontab.
class CronTable
{
public:
    /// `file` empty: this user's, read and written through crontab.
    CronTable(FileOps &files, QString file, QString scratchFolder);

    /// Empty where there is none.
    [[nodiscard]] Result<QByteArray> read(const OperationContext &context) const;
    /// An empty one is removed where it is the user's.
    [[nodiscard]] Result<> write(const QByteArray &table, const OperationContext &context) const;

private:
    FileOps &m_files;
    QString m_file;
    QString m_scratchFolder;
};

} // namespace pilothouse
