// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/service/servicewindow.h"
#include "core/plan/journal.h"

namespace pilothouse {

class DockerEngine;

/// What stands against making the containers of a service again; nothing for services without.
[[nodiscard]] Result<QList<Finding>> remakeFindings(const InstanceSession &session,
                                                    const OperationContext &context);
/// The stopped container of its own again, with the same image and `change`: members "variables",
/// "secret" or "log" of service.recreate.
[[nodiscard]] Result<StepCall> recreateCall(const Plan &plan, const InstanceSession &session,
                                            const QJsonObject &change, const OperationContext &context);
/// Refused where another container has the name now than the one that a call of an operation,
/// service.recreate or service.exchange, has left there: going back would undo what came after it too,
/// unseen.
[[nodiscard]] Result<> checkStillThere(const DockerEngine &engine, const StepCall &call,
                                       const OperationRecord &record, const OperationContext &context);
/// The container back that such a call has set aside. Refused where it is gone, or the name means another
/// one.
[[nodiscard]] Result<StepCall> exchangeCall(const Plan &plan, const InstanceSession &session,
                                            const StepCall &recreated, const OperationRecord &record,
                                            const OperationContext &context);
/// compose.replace for the service of the session with `change`; the project's tool does the rest.
[[nodiscard]] StepCall composeReplaceCall(const InstanceSession &session, qsizetype containers,
                                          const QJsonObject &change);
/// Adds `changes` with what must be done around them: the service stopped and started again where it runs.
/// Returns whether it runs.
bool addChangeWhileStopped(Plan &plan, const InstanceSession &session, const QList<StepCall> &changes,
                           const OperationContext &context);
/// Containers that compose has made anew have the restart policy of its file: there is no fence to open.
QList<StepCall> withoutUnfence(QList<StepCall> calls);

} // namespace pilothouse
