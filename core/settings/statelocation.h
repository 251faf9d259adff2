// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QProcessEnvironment>
#include <QString>

namespace pilothouse {

/// Where this program keeps its own state (DESIGN.md 6). All paths are absolute.
struct StateLocation
{
    QString dataFolder;   ///< $XDG_DATA_HOME/pilothouse, or the folder that was asked for
    QString configFolder; ///< $XDG_CONFIG_HOME/pilothouse, or "config" in that folder

    /// `wanted` (--state-dir) wins over PILOTHOUSE_HOME, which wins over the XDG folders. BadInput without a
    /// home.
    [[nodiscard]] static Result<StateLocation> resolve(const QString &wanted,
                                                       const QProcessEnvironment &environment);

    QString database() const { return dataFolder + QStringLiteral("/state.db"); }
    QString journalFolder() const { return dataFolder + QStringLiteral("/journal"); }
    QString auditFolder() const { return dataFolder + QStringLiteral("/audit"); }
    QString backupsFolder() const { return dataFolder + QStringLiteral("/backups"); }
    QString revertFolder() const { return dataFolder + QStringLiteral("/reverts"); }
    QString logIndexFolder() const { return dataFolder + QStringLiteral("/logindex"); }
    QString lockFolder() const { return dataFolder + QStringLiteral("/locks"); }
    QString schedulesFolder() const { return dataFolder + QStringLiteral("/schedules"); }
    QString profilesFolder() const { return configFolder + QStringLiteral("/profiles"); }

    /// Makes the folders that others write into, private to this user.
    [[nodiscard]] Result<> prepare() const;

    bool operator==(const StateLocation &) const = default;
};

} // namespace pilothouse
