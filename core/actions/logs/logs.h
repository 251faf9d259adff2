// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/logs/logarguments.h"
#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/logs/logreader.h"
#include "core/logs/logsearch.h"
#include "core/logs/logsource.h"
#include "core/logs/logstream.h"
#include "core/logs/scan/mergedscan.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <memory>

namespace pilothouse {

class Catalogue;
class InstanceSession;

/// Opens a log that an engine or the journal keeps of an instance's service; null where nobody does.
using LogStreamOpener =
    std::function<std::shared_ptr<LogStream>(const InstanceSession &session, const LogSource &source)>;

/// A record as the command line and JSON show it.
QJsonObject toJson(const LogRecord &record);

/// The logs that an instance has, paths resolved: those of its profile, without the container's where it runs
/// in none; of a unit the journal; of a compose project all of its services together and each that is known.
[[nodiscard]] Result<QList<LogSource>> logSources(const InstanceSession &session);

/// The same with what can be said of each unread: size, rotations, which way a stream is read.
[[nodiscard]] Result<QJsonValue> describedSources(const InstanceSession &session,
                                                  const LogStreamOpener &opener,
                                                  const OperationContext &context);

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

    /// Gives the last records and then what comes, as far as a filter takes it, in the calling thread, until
    /// cancelled or the log ends.
    [[nodiscard]] Result<> followLog(const InstanceSession &session, const QJsonObject &arguments,
                                     const LogSink &sink, const OperationContext &context,
                                     const LogReadOptions &options = {}) const;

    [[nodiscard]] Result<QJsonValue> tail(const InstanceSession &session, const QJsonObject &arguments,
                                          const OperationContext &context) const;
    /// The newest records that are asked for, each with the line that holds the text ("hit"), how many there
    /// are of them in all ("hits") and in which logs was looked ("sources"); see wantedSources().
    [[nodiscard]] Result<QJsonValue> search(const InstanceSession &session, const QJsonObject &arguments,
                                            const OperationContext &context) const;
    /// How the records are spread over levels and time; with "by" and "most" as LogStatistics counts them,
    /// with "question" as the format's profile asks, with "review" what is unusual among requests.
    [[nodiscard]] Result<QJsonValue> stats(const InstanceSession &session, const QJsonObject &arguments,
                                           const OperationContext &context) const;
    /// Every record that the arguments ask for as it is found, the oldest first, logs merged by time.
    [[nodiscard]] Result<MergedScanResult> scan(const InstanceSession &session, const QJsonObject &arguments,
                                                const OnScanned &onRecords,
                                                const OperationContext &context) const;
    /// The same for logs that are known, for what is wanted of them.
    [[nodiscard]] Result<MergedScanResult> scan(const InstanceSession &session,
                                                const QList<LogSource> &sources, const ScanWish &wish,
                                                const OnScanned &onRecords,
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
