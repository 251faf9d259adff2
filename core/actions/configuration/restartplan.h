// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <QJsonObject>

namespace pilothouse {

class InstanceSession;
class OperationContext;

/// The beginning of a plan that stops the service, changes what it is started with, and starts it again.
Plan restartPlan(const InstanceSession &session, const QString &action, const QJsonObject &parameters,
                 const OperationContext &context);

} // namespace pilothouse
