// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/configuration/restartplan.h"

#include "core/instances/fingerprint.h"
#include "core/instances/instancesession.h"

#include <QUuid>

namespace pilothouse {

namespace {

constexpr qint64 StartMilliseconds = 5000; // a guess, only shown

} // namespace

Plan restartPlan(const InstanceSession &session, const QString &action, const QJsonObject &parameters,
                 const OperationContext &context)
{
    Plan plan;
    plan.operation = QUuid::createUuid();
    plan.instance = session.instance().name;
    plan.action = action;
    plan.parameters = parameters;
    plan.severity = Severity::Disruptive;
    plan.fingerprint = fingerprintOf(session, context).value_or(QByteArray());
    plan.estimate.downtime = session.profile().stopSeconds * qint64(1000) + StartMilliseconds;
    plan.estimate.milliseconds = plan.estimate.downtime;
    return plan;
}

} // namespace pilothouse
