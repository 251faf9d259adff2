// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/databaseconnection.h"
#include "core/secrets/secret.h"

#include <QByteArray>

namespace pilothouse {

/// A connection with the password that its text held.
struct GivenConnection
{
    DatabaseConnection connection;
    Secret password; ///< empty: none was given
};

/// Reads a "postgresql://user:password@host:port/database?sslmode=..." address or libpq's "key=value ..."
/// form. BadInput, which never repeats the text, where it is neither, names several hosts, or has a key that
/// Pilothouse would have to ignore.
[[nodiscard]] Result<GivenConnection> connectionFromText(const QByteArray &text);

/// libpq's sslmode for it: what the operator said, else what the way there needs.
QString sslModeOf(const DatabaseConnection &target);

} // namespace pilothouse
