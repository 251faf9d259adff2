// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/configuration/logdriver.h"
#include "core/actions/configuration/loglevel.h"
#include "core/monitoring/profileprobe.h"

namespace pilothouse {

class FileOps;

/// One log file with its rotations as they lie there.
struct LogFileState
{
    QString id;
    QString path;
    qint64 bytes = 0;       ///< of the file that is written now
    int rotations = 0;      ///< how many there are
    qint64 totalBytes = 0;  ///< all of them together
    qint64 rotateBytes = 0; ///< when the service rotates; 0: never
    int keep = 0;           ///< how many rotations it keeps
};

/// Level, driver, files, and what is wrong with them.
struct LogSettings
{
    LevelSetting level;
    LogDriver driver;
    QList<LogFileState> files;
    QList<ProbeFinding> findings;
    qint64 mostBytes = 0; ///< that all logs can come to; 0: no limit
    std::optional<PendingRevert> pending;
};

[[nodiscard]] Result<LogSettings> logSettingsOf(const InstanceSession &session, const FileOps &files,
                                                const RevertStore &reverts, const OperationContext &context);
QJsonObject toJson(const LogSettings &settings);

/// Adds logs.settings. Both outlive the catalogue.
void addLogSettingsQuery(Catalogue &catalogue, const FileOps &files, const RevertStore &reverts);

} // namespace pilothouse
