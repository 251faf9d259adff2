// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/revertcancelstep.h"

#include "core/plan/stepregistry.h"
#include "core/steps/revertplanstep.h"
#include "core/steps/revertsteps.h"

namespace pilothouse {

namespace {

QUuid operationOf(const QJsonObject &arguments)
{
    return QUuid::fromString(arguments.value(QLatin1String("operation")).toString());
}

} // namespace

RevertCancelStep::RevertCancelStep(RevertStore &reverts, RevertWaiter waiter)
    : m_reverts(reverts)
    , m_waiter(std::move(waiter))
{
}

StepText RevertCancelStep::describe(const QJsonObject &) const
{
    return {tr("Do not put it back once more by itself"), {}};
}

Result<QJsonObject> RevertCancelStep::prepare(const StepScope &scope) const
{
    return m_reverts.find(operationOf(scope.arguments)).map([](const std::optional<PendingRevert> &found) {
        return found ? toJson(*found) : QJsonObject();
    });
}

Result<QJsonObject> RevertCancelStep::effect(const StepScope &scope, const QJsonObject &) const
{
    return m_reverts.remove(operationOf(scope.arguments)).map([] { return QJsonObject(); });
}

Result<Observed> RevertCancelStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return m_reverts.find(operationOf(scope.arguments)).map([](const std::optional<PendingRevert> &found) {
        return found ? Observed::NotDone : Observed::Done;
    });
}

Result<> RevertCancelStep::compensate(const StepScope &, const QJsonObject &before) const
{
    if (before.isEmpty())
        return {};
    PendingRevert revert = revertFromJson(before);
    // One that is due already is left to the operator: to wait for it again would try without end.
    const bool isDue = revert.isOverdue(QDateTime::currentDateTimeUtc());
    if (auto noted = m_reverts.put(revert); !noted || isDue)
        return noted;
    return m_waiter(revert).map([](const QString &) {}); // the one before may have seen it gone
}

void addRevertSteps(StepRegistry &steps, RevertStore &reverts, RevertWaiter waiter)
{
    steps.add(std::make_unique<RevertPlanStep>(reverts, waiter));
    steps.add(std::make_unique<RevertCancelStep>(reverts, std::move(waiter)));
}

} // namespace pilothouse
