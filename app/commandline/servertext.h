// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/output.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pilothouse {

/// What the commands about database servers answer, for people: each member with its label and unit, "-" for
/// what is not known, times as everywhere else.
QJsonObject serverText(const QJsonObject &object);
/// A table of such rows with those columns, named as in the answer.
void printServerTable(Output &output, const QJsonArray &rows, const QStringList &columns);

} // namespace pilothouse
