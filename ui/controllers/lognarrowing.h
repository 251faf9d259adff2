// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QJsonObject>

#include <functional>

namespace pilothouse {

class LogsController;
struct MarkedRecords;

/// What a query of the catalogue is asked for the log that is shown: "source", and what narrows it there, by
/// what is looked for and by the time that is chosen.
QJsonObject narrowingOf(const LogsController &log, bool isByQuery, bool isByTimes);
/// What is looked for as a filter, with one more thing that is wanted or is not.
QString narrowedBy(const LogsController &log, const QString &filter, bool isWanted);
/// Reads the marked records with their notes, on any thread.
std::function<Result<MarkedRecords>(const OperationContext &context)> markedReader(const LogsController &log);
/// Names of fields that a filter can ask for: of the format, and of the last records.
QStringList fieldNamesOf(const LogsController &log);

} // namespace pilothouse
