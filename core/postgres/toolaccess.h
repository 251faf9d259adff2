// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/databaseconnection.h"
#include "core/files/memoryfolder.h"
#include "core/process/commandline.h"
#include "core/secrets/secret.h"

namespace pilothouse {

/// Lets one of PostgreSQL's programs into a database without a secret among its arguments or in its
/// environment (RELIABILITY.md C3): a password goes into a private file in memory that lives as long as this.
class ToolAccess
{
public:
    /// `name` is what the server calls the session.
    [[nodiscard]] static Result<ToolAccess> make(const DatabaseConnection &target, const Secret &password,
                                                 const QString &name);

    /// The database for -d: libpq's "key='value' ..." form, without a password.
    QString connection() const { return m_connection; }
    /// Gives a command what it needs to find the password, and forbids it to ask for one.
    void admit(CommandLine &command) const;

private:
    ToolAccess(QString connection, MemoryFolder folder);

    QString m_connection;
    MemoryFolder m_folder; ///< none: no password, libpq looks into the operator's own .pgpass
};

} // namespace pilothouse
