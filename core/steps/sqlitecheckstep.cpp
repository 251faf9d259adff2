// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/sqlitecheckstep.h"

#include "core/process/commandline.h"
#include "core/steps/sqlitestepsupport.h"

namespace pilothouse
{

namespace
{

QString pragmaOf(const QString &kind)
{
    if (kind == QLatin1String("integrity"))
        return QStringLiteral("integrity_check");
    return kind == QLatin1String("foreignKeys") ? QStringLiteral("foreign_key_check") : QStringLiteral("quick_check");
}

Result<DatabaseCheck> runCheck(const SqliteEngine &engine, const StepScope &scope)
{
    const auto path = pathArgument(scope.arguments, "path");
    const auto kind = textArgument(scope.arguments, "kind");
    if (!path)
        return failure(path.error());
    if (!kind)
        return failure(kind.error());
    if (*kind == QLatin1String("quick"))
        return engine.quickCheck(*path, scope.context);
    if (*kind == QLatin1String("integrity"))
        return engine.integrityCheck(*path, scope.context);
    if (*kind == QLatin1String("foreignKeys"))
        return engine.foreignKeyCheck(*path, scope.context);
    return failure(ErrorKind::BadInput, SqliteEngine::tr("There is no such check of a database."), *kind);
}

} // namespace

QString SqliteCheckStep::name() const
{
    return QStringLiteral("sqlite.check");
}

StepText SqliteCheckStep::describe(const QJsonObject &arguments) const
{
    const QString pragma = pragmaOf(arguments.value(QStringLiteral("kind")).toString());
    return {tr("Check %1 (%2)").arg(fileNameOf(arguments, "path"), pragma),
            QStringLiteral("sqlite3 -readonly %1 'PRAGMA %2;'")
                .arg(shellQuoted(arguments.value(QStringLiteral("path")).toString()), pragma)};
}

Result<QJsonObject> SqliteCheckStep::prepare(const StepScope &) const
{
    return QJsonObject{};
}

Result<QJsonObject> SqliteCheckStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto check = runCheck(m_engine, scope);
    if (!check)
        return failure(check.error());
    if (check->verdict == CheckVerdict::Failed)
        return failure(Error{ErrorKind::BadData, check->database, tr("The check found problems."),
                             tr("Restore it from a backup, or salvage what can be read."),
                             check->problems.mid(0, 20).join(u'\n')});
    return toJson(*check);
}

Result<Observed> SqliteCheckStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const auto check = runCheck(m_engine, scope);
    if (!check)
        return failure(check.error());
    return check->verdict == CheckVerdict::Failed ? Observed::NotDone : Observed::Done;
}

Result<> SqliteCheckStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse
