// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class CheckStore;
class Clock;
class FileOps;
class StepRegistry;

/// Adds the words of backups and restores: archive.*, backup.*, container.*, restore.* and expect.contents.
/// `files`, `clock` and `checks` must outlive the registry. Where `checks` is given, a step that sets a
/// database aside notes there that older verdicts are of another file.
void addBackupSteps(StepRegistry &registry, FileOps &files, const Clock &clock,
                    const CheckStore *checks = nullptr);

} // namespace pilothouse
