// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/journalshortenstep.h"

#include "core/plan/journal.h"
#include "core/plan/stepregistry.h"
#include "core/steps/journalsteps.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

QList<QUuid> operationsOf(const QJsonObject &arguments)
{
    QList<QUuid> operations;
    for (const QJsonValue &id : arguments.value(QLatin1String("operations")).toArray())
        operations << QUuid::fromString(id.toString());
    return operations;
}

} // namespace

StepText JournalShortenStep::describe(const QJsonObject &arguments) const
{
    return {tr("Remove the contents of rows from the journals of %n operation(s)", nullptr,
               static_cast<int>(operationsOf(arguments).size())),
            {}};
}

Result<QJsonObject> JournalShortenStep::prepare(const StepScope &scope) const
{
    for (const QUuid &operation : operationsOf(scope.arguments)) {
        const auto record = m_journals.read(operation);
        if (!record)
            return tl::unexpected(record.error());
        if (!record->hasEnded())
            return failure(ErrorKind::Refused, tr("This operation has not ended."), record->plan.title);
    }
    return QJsonObject();
}

Result<QJsonObject> JournalShortenStep::effect(const StepScope &scope, const QJsonObject &) const
{
    for (const QUuid &operation : operationsOf(scope.arguments)) {
        if (auto done = m_journals.shorten(operation); !done)
            return tl::unexpected(done.error());
    }
    return QJsonObject();
}

Result<Observed> JournalShortenStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const QList<QUuid> operations = operationsOf(scope.arguments);
    const auto left = std::count_if(operations.begin(), operations.end(), [this](const QUuid &operation) {
        const auto record = m_journals.read(operation);
        return !record || !record->isShortened;
    });
    if (left == 0)
        return Observed::Done;
    return left == operations.size() ? Observed::NotDone : Observed::Partly;
}

Result<> JournalShortenStep::compensate(const StepScope &, const QJsonObject &) const
{
    return failure(ErrorKind::NeedsOperator, tr("What was removed from journals cannot be brought back."));
}

void addJournalSteps(StepRegistry &registry, JournalStore &journals)
{
    registry.add(std::make_unique<JournalShortenStep>(journals));
}

} // namespace pilothouse
