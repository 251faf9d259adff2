// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class Clock;
class FileOps;
class StepRegistry;

/// Adds the words of backups and restores: archive.*, backup.*, container.*, restore.* and expect.contents. `files` and
/// `clock` must outlive the registry.
void addBackupSteps(StepRegistry &registry, FileOps &files, const Clock &clock);

} // namespace pilothouse
