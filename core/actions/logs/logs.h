// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/logs/logreader.h"
#include "core/logs/logsearch.h"
#include "core/logs/logsource.h"
#include "core/logs/logstream.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <map>
#include <memory>

namespace pilothouse {

class Catalogue;
class InstanceSession;

/// Opens a log that an engine or the journal keeps of an instance's service; null where nobody does.
using LogStreamOpener =
    std::function<std::shared_ptr<LogStream>(const InstanceSession &session, const LogSource &source)>;

/// The arguments "since" (a time, or how long ago) and "level" of a query; BadInput names what is wrong.
[[nodiscard]] Result<LogReadOptions> logReadOptions(const QJsonObject &arguments);

/// The argument "count"; a standard number where there is none, BadInput for what is no number of records.
[[nodiscard]] Result<int> logCount(const QJsonObject &arguments);

/// A record as the command line and JSON show it.
QJsonObject toJson(const LogRecord &record);

/// The logs that an instance has, paths resolved: those of its profile, without the container's where it runs
/// in none; of a unit the journal; of a compose project all of its services together and each that is known.
[[nodiscard]] Result<QList<LogSource>> logSources(const InstanceSession &session);

/// The same with what can be said of each unread: size, rotations.
[[nodiscard]] Result<QJsonValue> describedSources(const InstanceSession &session);

/// One of them; an empty id takes the first. NotFound names those there are.
[[nodiscard]] Result<LogSource> logSource(const InstanceSession &session, const QString &id);

/// Queries over logs, and following one without a window.
class LogActions
{
    Q_DECLARE_TR_FUNCTIONS(LogActions)
public:
    explicit LogActions(LogStreamOpener opener);

    /// Adds logs.sources, logs.tail, logs.search and logs.stats.
    void registerInto(Catalogue &catalogue) const;

    /// Gives the last records and then what comes, in the calling thread, until cancelled or the log ends.
    [[nodiscard]] Result<> followLog(const InstanceSession &session, const QString &sourceId,
                                     const LogSink &sink, const OperationContext &context,
                                     LogReadOptions options = {}) const;

    [[nodiscard]] Result<QJsonValue> tail(const InstanceSession &session, const QJsonObject &arguments,
                                          const OperationContext &context) const;
    /// The newest records that hold a text, each with the line that does ("hit"), how many they are ("hits")
    /// and in which logs was looked ("sources"). The source "all" is every log there is.
    [[nodiscard]] Result<QJsonValue> search(const InstanceSession &session, const QJsonObject &arguments,
                                            const OperationContext &context) const;
    [[nodiscard]] Result<QJsonValue> stats(const InstanceSession &session, const QJsonObject &arguments,
                                           const OperationContext &context) const;

private:
    /// Every record that the arguments ask for and that is there now, oldest page last, until `take` has
    /// enough and returns false.
    using Take = std::function<bool(const QList<LogRecord> &page)>;
    [[nodiscard]] Result<> readPages(const InstanceSession &session, const QJsonObject &arguments,
                                     const Take &take, const OperationContext &context) const;
    [[nodiscard]] Result<> readSource(const InstanceSession &session, const LogSource &source,
                                      const QJsonObject &arguments, const Take &take,
                                      const OperationContext &context) const;

    LogStreamOpener m_opener;
};

} // namespace pilothouse
