// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QVariantList>

#include <memory>

struct sqlite3;

namespace pilothouse {

/// One SQLite connection of the demo service, held open as the real service holds its own. Not thread-safe.
class DemoDatabase
{
public:
    /// Opens or creates a database; a file that is no database fails with BadData.
    [[nodiscard]] static Result<DemoDatabase> open(const QString &path);

    /// Leaves the write-ahead log as it is when the database closes, as the real service does.
    void keepLogOnClose();

    /// Runs statements without parameters.
    [[nodiscard]] Result<> execute(const QByteArray &statements);
    /// Runs one statement; strings, integers and null are bound in order.
    [[nodiscard]] Result<> run(const QByteArray &statement, const QVariantList &values);
    /// All rows of one statement, each value as text, integer or null.
    [[nodiscard]] Result<QList<QVariantList>> query(const QByteArray &statement,
                                                    const QVariantList &values = {});

private:
    struct Closer
    {
        void operator()(sqlite3 *handle) const;
    };

    tl::unexpected<Error> lastFailure() const;

    std::unique_ptr<sqlite3, Closer> m_handle;
    QString m_name;
};

} // namespace pilothouse
