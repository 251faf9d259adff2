// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace pilothouse {

/// What can be told of a statement without its database.
struct SqlShape
{
    QStringList parameters; ///< names without their colon, each once, in order of appearance
};

/// BadInput unless the text is one SELECT (or WITH ... SELECT) whose parameters are all named ":name". That
/// it only reads is not decided here but by the engine's authorizer.
[[nodiscard]] Result<SqlShape> selectShape(const QString &sql);

} // namespace pilothouse
