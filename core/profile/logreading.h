// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile/checkrules.h"
#include "core/profile/profilereader.h"
#include "core/profile/serviceprofile.h"

namespace pilothouse {

/// Reads the logs of a profile and how they are written.
void readLogs(const ObjectReader &root, ServiceProfile &profile);

/// How logs are written that many services have; a profile may name these without describing them.
const QList<ProfileLogFormat> &standardLogFormats();

/// The checks of that part.
class LogChecks : private CheckRules
{
public:
    using CheckRules::CheckRules;
    void checkLogs();

private:
    void checkFormat(const ProfileLogFormat &format, const QString &pointer);
    void checkSource(const ProfileLogSource &source, const QString &pointer);
};

} // namespace pilothouse
