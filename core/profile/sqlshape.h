// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace pilothouse {

/// Whose SQL it is: PostgreSQL has "value::type" and "array[1]", and "?" and "@" in its operators.
enum class SqlDialect { Sqlite, Postgres };

/// What can be told of a statement without its database.
struct SqlShape
{
    QStringList parameters; ///< names without their colon, each once, in order of appearance
    QString numbered;       ///< the statement with its parameters as $1, $2 ... in that order
};

/// BadInput unless the text is one SELECT (or WITH ... SELECT) whose parameters are all named ":name". That
/// it only reads is not decided here but by the engine's authorizer.
[[nodiscard]] Result<SqlShape> selectShape(const QString &sql, SqlDialect dialect = SqlDialect::Sqlite);

} // namespace pilothouse
