// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QStringList>

namespace pilothouse {

/// One of PostgreSQL's own programs.
struct PostgresTool
{
    QString program; ///< absolute path
    int major = 0;
};

/// Finds pg_dump, pg_restore and the like by the major version of a server: Debian keeps one set a version
/// side by side, and what lies first in a path may be of another one (RELIABILITY.md D23).
class PostgresTools
{
public:
    explicit PostgresTools(QString root = QStringLiteral("/usr/lib/postgresql"));

    /// The one of exactly that version, else of the nearest newer one; never an older one, which would refuse
    /// the server or the archive. NotFound names the package to install.
    [[nodiscard]] Result<PostgresTool> find(const QString &name, int major,
                                            const OperationContext &context) const;

private:
    QString m_root;
};

} // namespace pilothouse
