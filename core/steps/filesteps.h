// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class FileOps;
class StepRegistry;

/// Adds the words file.copy, .write, .remove, .set-owner, .set-mode and .discard. `files` outlives the
/// registry.
void addFileSteps(StepRegistry &steps, FileOps &files);

} // namespace pilothouse
