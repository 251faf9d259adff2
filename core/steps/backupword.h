// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/backupstore.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

/// What the words of backups share: files, clock, and small checks of their arguments.
class BackupWord : public Step
{
    Q_DECLARE_TR_FUNCTIONS(BackupSteps)

public:
    BackupWord(FileOps &files, const Clock &clock)
        : m_files(files)
        , m_clock(clock)
    {
    }

protected:
    FileOps &files() const { return m_files; }
    const Clock &clock() const { return m_clock; }
    BackupStore store() const { return BackupStore(m_files, m_clock); }

    static QString text(const QJsonObject &arguments, const char *key);
    /// The last part of a path argument: what a title shows.
    static QString lastPart(const QJsonObject &arguments, const char *key);

    [[nodiscard]] Result<> removeTreeIfThere(const QString &folder) const;
    [[nodiscard]] Result<> removeFileIfThere(const QString &path) const;
    /// A small JSON file of our own in a working folder.
    [[nodiscard]] Result<> writeNote(const QString &path, const QJsonObject &note) const;
    QJsonObject readNote(const QString &path) const;

    /// The manifest that an argument object names: {"set", "digest"} of a set on disk, which must still have
    /// that digest, or {"inline"} for a foreign file.
    [[nodiscard]] Result<Manifest> manifestOf(const QJsonObject &reference) const;
    /// Refused where a path from a plan does not lie below the folder that it must lie in.
    [[nodiscard]] static Result<> checkBelow(const QString &path, const QString &folder);

private:
    FileOps &m_files;
    const Clock &m_clock;
};

} // namespace pilothouse
