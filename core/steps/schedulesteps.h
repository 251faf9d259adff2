// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class FileOps;
class StepRegistry;

/// Adds timer.install, .remove and .switch, cron.edit, linger.enable and schedule.rehearse.
void addScheduleSteps(StepRegistry &steps, FileOps &files);

} // namespace pilothouse
