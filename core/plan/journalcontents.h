// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>

namespace pilothouse {

struct OperationRecord;
struct Plan;

/// A part of a plan or a journal without what stands in rows: of "values" and "before" only the names of the
/// columns are left. Rows hold password hashes and whatever else users entrusted to the service.
QJsonObject withoutContents(const QJsonObject &object);

/// A plan for people, terminals and --json: without contents and secrets. It is not fit to be run.
QJsonObject shownJson(const Plan &plan);
/// The same of an operation; what its steps found before their effect is left out as a whole.
QJsonObject shownJson(const OperationRecord &record);

} // namespace pilothouse
