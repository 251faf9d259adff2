// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/databaseconnection.h"

namespace pilothouse {

/// A failure of the server as ours, by its SQLSTATE: 42501 and 28xxx Refused, 3D000 and 42P01 NotFound, 53300
/// and 55xxx Locked, 53100 NoSpace, 57014 Cancelled, 22xxx and 23xxx BadData. The detail holds the server's
/// own words.
[[nodiscard]] Error postgresError(const QByteArray &sqlState, const QString &message, const QString &detail);

/// The address leads to a pooler, whose sessions cannot be told what ours must be.
[[nodiscard]] Error poolerError(const QString &detail);

/// What libpq said when it could not connect, as a diagnosis with advice. `text` is its verbose message.
[[nodiscard]] Error postgresConnectError(const QString &text, const DatabaseConnection &target);

} // namespace pilothouse
