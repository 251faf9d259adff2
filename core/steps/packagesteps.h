// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class FileOps;
class StepRegistry;

/// Adds the words about npm packages: package.install and package.exchange. `files` must outlive the
/// registry.
void addPackageSteps(StepRegistry &steps, FileOps &files);

} // namespace pilothouse
