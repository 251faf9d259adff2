// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/logs/filter/logfilter.h"
#include "core/logs/logreader.h"
#include "core/logs/logsource.h"
#include "core/plan/catalogue.h"

#include <QJsonObject>

namespace pilothouse {

class InstanceSession;

/// The arguments "since" (a time, or how long ago) and "level" of a query; BadInput names what is wrong.
[[nodiscard]] Result<LogReadOptions> logReadOptions(const QJsonObject &arguments);

/// The argument "count"; a standard number where there is none, BadInput for what is no number of records.
[[nodiscard]] Result<int> logCount(const QJsonObject &arguments);

/// The argument "context": so many records before and after each hit; none without it.
[[nodiscard]] Result<int> logContext(const QJsonObject &arguments);

/// What the arguments "filter", "text" (with "pattern" and "case"), "since", "until" and "level" ask for
/// together. Times without a zone are of UTC.
[[nodiscard]] Result<LogFilter> logFilterOf(const QJsonObject &arguments);

/// The argument "source": one log, several with commas between, or "all"; empty: the first there is. Of a
/// compose project's services "all" is each alone, not once more all together.
[[nodiscard]] Result<QList<LogSource>> wantedSources(const InstanceSession &session,
                                                     const QJsonObject &arguments);

/// A sentence where none of these logs was written yet; empty where one was, or where an engine keeps one.
QString missingLogSentence(const QList<LogSource> &sources);

/// Parameters of queries; `title` is of the context "LogActions".
Parameter logParameter(const char *name, const char *title, Parameter::Type type, bool isRequired = false);

/// The parameters that narrow what is read: source, filter, since, until, level.
QList<Parameter> narrowingParameters();

} // namespace pilothouse
