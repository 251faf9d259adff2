// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/revertplanstep.h"

#include "core/instances/instancesession.h"
#include "core/plan/lock.h"

namespace pilothouse {

namespace {

QString revertText(const QJsonObject &arguments, const char *key)
{
    return arguments.value(QLatin1String(key)).toString();
}

QDateTime dueAt(const QJsonObject &arguments)
{
    return QDateTime::fromString(revertText(arguments, "dueAt"), Qt::ISODateWithMs);
}

} // namespace

RevertPlanStep::RevertPlanStep(RevertStore &reverts, RevertWaiter waiter)
    : m_reverts(reverts)
    , m_waiter(std::move(waiter))
{
}

StepText RevertPlanStep::describe(const QJsonObject &arguments) const
{
    return {tr("Put it back by itself at %1")
                .arg(dueAt(arguments).toLocalTime().toString(QStringLiteral("HH:mm"))),
            {}};
}

Result<QJsonObject> RevertPlanStep::prepare(const StepScope &scope) const
{
    if (!dueAt(scope.arguments).isValid())
        return failure(ErrorKind::BadInput, tr("The time at which it goes back is not known."));
    return QJsonObject();
}

Result<QJsonObject> RevertPlanStep::effect(const StepScope &scope, const QJsonObject &) const
{
    PendingRevert revert{scope.operation,
                         scope.session.instance().name,
                         revertText(scope.arguments, "title"),
                         dueAt(scope.arguments),
                         {},
                         leaseOfThisProcess({}, {}).bootId};
    if (auto noted = m_reverts.put(revert); !noted)
        return failure(noted.error());
    const auto waiter = m_waiter(revert);
    if (!waiter)
        return failure(waiter.error());
    revert.waiter = *waiter;
    return m_reverts.put(revert).map([] { return QJsonObject(); });
}

Result<Observed> RevertPlanStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return m_reverts.find(scope.operation).map([](const std::optional<PendingRevert> &found) {
        if (!found)
            return Observed::NotDone;
        return found->waiter.isEmpty() ? Observed::Partly : Observed::Done;
    });
}

Result<> RevertPlanStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    return m_reverts.remove(scope.operation); // its waiter sees that, and ends
}

} // namespace pilothouse
