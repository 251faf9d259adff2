// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqliteconnection.h"
#include "core/database/sqliteengine.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace pilothouse {

namespace {

constexpr int MostProblems = 100;

/// Runs a check's statement; `describe` makes a problem of a row, or an empty text of one that is none.
using Describe = std::function<QString(const SqliteStatement &)>;

Result<QStringList> problemsOf(const SqliteConnection &connection, const QString &pragma,
                               const Describe &describe)
{
    auto statement = connection.prepare(pragma);
    if (!statement)
        return failure(statement.error());
    QStringList problems;
    while (problems.size() < MostProblems) {
        const auto row = statement->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            break;
        if (const QString problem = describe(*statement); !problem.isEmpty())
            problems << problem;
    }
    return problems;
}

/// A file that cannot be read as a database has failed its check; one that is locked or missing was not
/// checked.
Result<DatabaseCheck> finish(DatabaseCheck check, const Result<QStringList> &problems, const QString &path)
{
    if (!problems && problems.error().kind != ErrorKind::BadData)
        return failure(withSubject(problems.error(), path));
    check.problems =
        problems ? *problems : QStringList{problems.error().message + u' ' + problems.error().detail};
    if (check.verdict == CheckVerdict::NotRun)
        check.verdict = check.problems.isEmpty() ? CheckVerdict::Passed : CheckVerdict::Failed;
    if (!problems)
        check.verdict = CheckVerdict::Failed;
    return check;
}

DatabaseCheck startCheck(const QString &path, const char *name)
{
    DatabaseCheck check;
    check.database = QFileInfo(path).fileName();
    check.name = QLatin1String(name);
    check.at = QDateTime::currentDateTimeUtc();
    return check;
}

Result<DatabaseCheck> checkPages(const QString &path, const char *name, const OperationContext &context)
{
    DatabaseCheck check = startCheck(path, name);
    QElapsedTimer timer;
    timer.start();
    const auto problems =
        SqliteConnection::open(path, SqliteConnection::Use::Read, context)
            .and_then([&](const SqliteConnection &connection) {
                return problemsOf(connection,
                                  QStringLiteral("PRAGMA %1(%2)").arg(QLatin1String(name)).arg(MostProblems),
                                  [](const SqliteStatement &statement) {
                                      const QString text = statement.cell(0).toString();
                                      return text == QLatin1String("ok") ? QString() : text;
                                  });
            });
    check.milliseconds = timer.elapsed();
    return finish(std::move(check), problems, path);
}

QString describeForeignKey(const SqliteStatement &statement)
{
    const QVariant row = statement.cell(1);
    const QString table = statement.cell(0).toString();
    const QString parent = statement.cell(2).toString();
    if (!row.isValid())
        return SqliteEngine::tr("A row of %1 names a row of %2 that is not there.").arg(table, parent);
    return SqliteEngine::tr("Row %1 of %2 names a row of %3 that is not there.")
        .arg(row.toString(), table, parent);
}

} // namespace

Result<DatabaseCheck> SqliteEngine::quickCheck(const QString &path, const OperationContext &context) const
{
    return checkPages(path, "quick_check", context);
}

Result<DatabaseCheck> SqliteEngine::integrityCheck(const QString &path, const OperationContext &context) const
{
    return checkPages(path, "integrity_check", context);
}

Result<DatabaseCheck> SqliteEngine::foreignKeyCheck(const QString &path,
                                                    const OperationContext &context) const
{
    DatabaseCheck check = startCheck(path, "foreign_key_check");
    QElapsedTimer timer;
    timer.start();
    const auto problems =
        SqliteConnection::open(path, SqliteConnection::Use::Read, context)
            .and_then([&](const SqliteConnection &connection) -> Result<QStringList> {
                const auto keys = connection.scalar(
                    QStringLiteral("SELECT count(*) FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) "
                                   "WHERE s.type = 'table'"));
                if (!keys)
                    return failure(keys.error());
                if (keys->toInt() == 0)
                    check.verdict = CheckVerdict::NotApplicable;
                return problemsOf(connection, QStringLiteral("PRAGMA foreign_key_check"), describeForeignKey);
            });
    check.milliseconds = timer.elapsed();
    return finish(std::move(check), problems, path);
}

} // namespace pilothouse
