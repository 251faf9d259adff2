// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/output.h"

namespace pilothouse {

/// What "logs stats" has counted, as text: levels, bars over time, groups, the largest, what is unusual.
void printLogStatistics(Output &output, const QJsonValue &value);

/// Says where a search or a count has looked at the beginning of a line only; nothing of 0 records.
void noteCutRecords(Output &output, qint64 records);

} // namespace pilothouse
