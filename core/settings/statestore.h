// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>
#include <QVariantList>

#include <functional>

class QSqlDatabase;
class QSqlQuery;

namespace pilothouse {

/// The program's own state in one SQLite file (WAL). Blocking, never for the UI thread; safe from any thread:
/// each call opens a connection of its own and closes it, so that no handle outlives its call or crosses
/// threads.
class StateStore
{
public:
    using Work = std::function<Result<>(QSqlDatabase &)>;

    explicit StateStore(QString file)
        : m_file(std::move(file))
    {
    }

    /// Makes the file (0600) or brings it to this program's version. Refused where a newer program wrote it.
    [[nodiscard]] Result<> open() const;
    /// Runs `work` in one read transaction.
    [[nodiscard]] Result<> read(const Work &work) const;
    /// Runs `work` in one write transaction; a failure rolls it back.
    [[nodiscard]] Result<> write(const Work &work) const;

    /// Runs one statement with its values.
    [[nodiscard]] static Result<> execute(QSqlDatabase &database, const QString &sql,
                                          const QVariantList &values = {});
    /// The same for a SELECT: the caller steps through the query.
    [[nodiscard]] static Result<QSqlQuery> run(QSqlDatabase &database, const QString &sql,
                                               const QVariantList &values = {});

    QString file() const { return m_file; }
    /// The version that open() brings the file to.
    static int currentVersion();

private:
    Result<> transact(const QString &begin, const Work &work) const;
    Result<> readStill(const Work &work) const;

    QString m_file;
};

} // namespace pilothouse
