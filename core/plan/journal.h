// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/plan/plan.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <memory>
#include <optional>

namespace pilothouse {

class FileOps;

/// How an operation ended, or that it has not.
enum class Outcome { Running, Done, PutBack, NeedsOperator, Interrupted };

QString outcomeName(Outcome outcome);

enum class StepState { ToDo, Prepared, Done, Failed, Unknown, PutBack };

/// What the journal holds of one step.
struct StepRecord
{
    QString id;
    StepState state = StepState::ToDo;
    QJsonObject before;
    QJsonObject outputs;
    QDateTime startedAt;
    QDateTime endedAt;
    std::optional<Error> error;
    bool isBegun = false; ///< its effect may have happened: there is something to put back
};

/// One operation as its journal tells it: read back for resume, undo, the dock and Activity.
struct OperationRecord
{
    Plan plan;
    Outcome outcome = Outcome::Running;
    QDateTime startedAt;
    QDateTime endedAt;
    QString actor; ///< OS user
    QString reason;
    QString how;             ///< "window", "command line", ...
    QList<StepRecord> steps; ///< steps, then proofs, in the plan's order
    std::optional<Error> error;
    QString failedStep;
    bool isAcknowledged = false;
    bool isPuttingBack = false; ///< it had begun to put back when it ended or was cut off
    bool isShortened = false;   ///< what it would need to be put back was removed when its time was over
    QUuid undoneBy;             ///< the operation that put this one back; null: none

    const StepRecord *step(const QString &id) const;
    /// Done or put back: nothing of it is open.
    bool hasEnded() const { return outcome == Outcome::Done || outcome == Outcome::PutBack; }
};

/// All of it, contents of rows included; shownJson() is what people may see.
QJsonObject toJson(const OperationRecord &record);

/// An open journal of one running operation. Every append is on disk when it returns.
class Journal
{
public:
    virtual ~Journal() = default;
    /// Appends one event; the chain (length and SHA-256 of the line before) is the journal's own affair.
    [[nodiscard]] virtual Result<> append(const QString &event, const QJsonObject &body) = 0;
};

/// The journals in <state>/journal, one folder an operation; a copy beside the data where that is writable.
class JournalStore
{
public:
    JournalStore(FileOps &files, const QString &folder);
    /// With the time from elsewhere; null: the machine's.
    JournalStore(FileOps &files, const QString &folder, const Clock *clock);
    ~JournalStore();
    JournalStore(const JournalStore &) = delete;
    JournalStore &operator=(const JournalStore &) = delete;

    [[nodiscard]] Result<std::unique_ptr<Journal>> create(const Plan &plan, const QString &copyFolder);
    [[nodiscard]] Result<std::unique_ptr<Journal>> reopen(const QUuid &operation);
    /// BadData names the first line that does not follow from the one before.
    [[nodiscard]] Result<OperationRecord> read(const QUuid &operation) const;
    /// All, newest first; a journal that cannot be read is in it with its error. `instance` empty: of all.
    QList<OperationRecord> list(const QString &instance = {}) const;
    /// Those that neither ended nor are running now.
    QList<OperationRecord> unfinished() const;
    [[nodiscard]] Result<> acknowledge(const QUuid &operation);

    /// Takes the contents of rows out of the journal of an operation that ended, and removes its copy beside
    /// the data. Idempotent. Refused where it has not ended.
    [[nodiscard]] Result<> shorten(const QUuid &operation);

    QString folderOf(const QUuid &operation) const;

private:
    FileOps &m_files;
    QString m_folder;
    SystemClock m_systemClock;
    const Clock *m_clock;
};

} // namespace pilothouse
