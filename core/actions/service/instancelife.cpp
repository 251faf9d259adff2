// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/service/instancelife.h"

#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "core/plan/journal.h"
#include "core/plan/lock.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qint64 EndTolerance = 5; // seconds between the end of a service and that of its operation

struct InstanceLifeText
{
    Q_DECLARE_TR_FUNCTIONS(InstanceLife)
};

bool isOf(const OperationRecord &record, std::initializer_list<const char *> actions)
{
    return std::any_of(actions.begin(), actions.end(),
                       [&record](const char *action) { return record.plan.action == QLatin1String(action); });
}

bool startsSomething(const OperationRecord &record)
{
    return isOf(record,
                {"service.start", "service.restart", "compose.up", "compose.restart", "compose.recreate"});
}

} // namespace

void addStopOnPurpose(const JournalStore &journals, InstanceSnapshot &snapshot)
{
    snapshot.stoppedAt = {};
    snapshot.stoppedBy.clear();
    if (!snapshot.status || snapshot.status->state != ServiceState::Stopped)
        return;
    for (const OperationRecord &record : journals.list(snapshot.name)) {
        // What was cut off may have stopped it for a moment of its own; nobody wanted it to stand still.
        if (!record.hasEnded() && !record.isAcknowledged)
            return;
        if (record.outcome == Outcome::Done && startsSomething(record))
            return;
        if (record.outcome != Outcome::Done || !record.undoneBy.isNull()
            || !isOf(record, {"service.stop", "compose.down"}))
            continue;
        // Somebody else may have started it since, and it ended for another reason then.
        const QDateTime ended = snapshot.status->endedAt;
        if (ended.isValid() && ended > record.endedAt.addSecs(EndTolerance))
            return;
        snapshot.stoppedAt = record.endedAt;
        snapshot.stoppedBy = record.actor;
        return;
    }
}

void addOperations(const JournalStore &journals, const InstanceSession &session, InstanceFacts &facts)
{
    const auto holder = LeasedLock::holder(writerLockPath(session));
    for (const OperationRecord &record : journals.list(session.instance().name)) {
        if (holder && holder->operation == record.plan.operation)
            facts.working = InstanceLifeText::tr("%1, by %2 since %3")
                                .arg(record.plan.title, holder->actor, toIso(holder->since));
        else if (!record.hasEnded() && !record.isAcknowledged && facts.needsOperator.isEmpty())
            facts.needsOperator = InstanceLifeText::tr("“%1” waits for you: go on with it, or put it back.")
                                      .arg(record.plan.title);
    }
}

} // namespace pilothouse
