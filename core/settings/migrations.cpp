// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/migrations.h"

#include "core/settings/statestore.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>

namespace pilothouse {
namespace {
/// Each entry is one version; what has been released is never edited.
const QList<QStringList> &migrations()
{
    static const QList<QStringList> List{
        {
            QStringLiteral("CREATE TABLE instances (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
                           " definition TEXT NOT NULL, added_at TEXT NOT NULL) STRICT"),
            QStringLiteral("CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT"),
            QStringLiteral("CREATE TABLE ui_state (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT"),
            QStringLiteral("CREATE TABLE acknowledgements (instance TEXT NOT NULL, subject TEXT NOT NULL,"
                           " note TEXT NOT NULL, actor TEXT NOT NULL, at INTEGER NOT NULL, until INTEGER,"
                           " PRIMARY KEY (instance, subject)) STRICT"),
            QStringLiteral(
                "CREATE TABLE checks (instance TEXT NOT NULL, database TEXT NOT NULL, name TEXT NOT NULL,"
                " at INTEGER NOT NULL, result TEXT NOT NULL,"
                " PRIMARY KEY (instance, database, name, at)) STRICT"),
            QStringLiteral(
                "CREATE TABLE metrics (instance TEXT NOT NULL, metric TEXT NOT NULL, at INTEGER NOT NULL,"
                " resolution INTEGER NOT NULL, value REAL NOT NULL, low REAL NOT NULL, high REAL NOT NULL,"
                " samples INTEGER NOT NULL, PRIMARY KEY (instance, metric, at, resolution))"
                " STRICT, WITHOUT ROWID"),
            QStringLiteral("CREATE INDEX metrics_by_age ON metrics (resolution, at)"),
        },
        {
            QStringLiteral(
                "CREATE TABLE unlocks (instance TEXT PRIMARY KEY, boot TEXT NOT NULL,"
                " awake INTEGER NOT NULL, total INTEGER NOT NULL, duration INTEGER NOT NULL) STRICT"),
        },
    };
    return List;
}

Result<int> versionOf(QSqlDatabase &database)
{
    auto made =
        StateStore::run(database, QStringLiteral("CREATE TABLE IF NOT EXISTS schema_version"
                                                 " (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL)"));
    if (!made)
        return failure(made.error());
    auto query =
        StateStore::run(database, QStringLiteral("SELECT coalesce(max(version), 0) FROM schema_version"));
    if (!query)
        return failure(query.error());
    return query->next() ? query->value(0).toInt() : 0;
}
} // namespace

int migrationCount()
{
    return static_cast<int>(migrations().size());
}

Result<> migrate(QSqlDatabase &database)
{
    const auto version = versionOf(database);
    if (!version)
        return failure(version.error());
    if (*version > migrationCount())
        return failure(
            Error{ErrorKind::Refused,
                  database.databaseName(),
                  QCoreApplication::translate("StateStore", "A newer Pilothouse wrote this state file."),
                  QCoreApplication::translate("StateStore", "Use that version, or another --state-dir."),
                  {}});
    for (int next = *version; next < migrationCount(); ++next) {
        QStringList statements = migrations()[next];
        statements << QStringLiteral("INSERT INTO schema_version VALUES (%1, strftime('%Y-%m-%dT%H:%M:%fZ'))")
                          .arg(next + 1);
        for (const QString &statement : std::as_const(statements)) {
            if (auto done = StateStore::execute(database, statement); !done)
                return failure(done.error());
        }
    }
    return {};
}

} // namespace pilothouse
