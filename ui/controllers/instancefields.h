// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/monitoring/profileprobe.h"

namespace pilothouse {

/// The fields of an instance that the form asks for.
enum class InstanceField {
    None,
    Name,
    Profile,
    Group,
    Container,
    Project,
    Unit,
    Command,
    PidFile,
    HealthAddress,
    DataFolder,
    DatabaseAddress,
    BackupFolder,
    SecondFolder,
    ArchiveFormat
};

/// checkInstance() names the field in the operator's language; this is its way back.
InstanceField fieldNamed(const QString &subject);

bool isEmptyIn(const Instance &instance, InstanceField field);

/// The field that a finding is about.
InstanceField fieldOf(const ProbeFinding &finding, const Instance &draft);

} // namespace pilothouse
