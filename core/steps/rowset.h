// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/database/sqliteengine.h"

#include <QJsonObject>

namespace pilothouse {

/// How many rows are looked at, at most.
constexpr int MostRowsOfASet = 200000;

/// Which rows a query has found in a file, so that a later look can tell whether they are the same: {path,
/// query, parameters, rows, sha256}. Only those parameters are kept that the query uses.
QJsonObject rowSetOf(const QString &path, const SqlQuery &query, const SqlRows &rows);
/// Refused where the query finds other rows now.
[[nodiscard]] Result<> checkRowSet(const SqliteEngine &engine, const QJsonObject &set,
                                   const OperationContext &context);

} // namespace pilothouse
