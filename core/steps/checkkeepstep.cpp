// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/checkkeepstep.h"

#include "core/instances/instancesession.h"
#include "core/process/commandline.h"
#include "core/settings/checkstore.h"
#include "core/steps/sqlitestepsupport.h"

namespace pilothouse {

namespace {

QString kindOf(const QJsonObject &arguments)
{
    return arguments.value(QStringLiteral("kind")).toString();
}

QString checkName(const QString &kind)
{
    if (kind == QLatin1String("analyze"))
        return kind;
    return kind == QLatin1String("foreignKeys") ? QStringLiteral("foreign_key_check")
                                                : QStringLiteral("integrity_check");
}

Result<DatabaseCheck> run(const SqliteEngine &engine, const StepScope &scope)
{
    const QString path = scope.arguments.value(QStringLiteral("path")).toString();
    const QString kind = kindOf(scope.arguments);
    if (kind == QLatin1String("foreignKeys"))
        return engine.foreignKeyCheck(path, scope.context);
    if (kind == QLatin1String("integrity"))
        return engine.integrityCheck(path, scope.context);
    DatabaseCheck done;
    done.name = checkName(kind);
    done.verdict = CheckVerdict::Passed;
    done.at = QDateTime::currentDateTimeUtc();
    return done;
}

} // namespace

StepText CheckKeepStep::describe(const QJsonObject &arguments) const
{
    const QString name = fileNameOf(arguments, "path");
    const QString kind = kindOf(arguments);
    if (kind == QLatin1String("analyze"))
        return {tr("Note that the statistics of %1 are new").arg(name), {}};
    return {kind == QLatin1String("foreignKeys") ? tr("Check the foreign keys of %1").arg(name)
                                                 : tr("Check the structure of %1").arg(name),
            QStringLiteral("sqlite3 -readonly %1 'PRAGMA %2;'")
                .arg(shellQuoted(arguments.value(QStringLiteral("path")).toString()), checkName(kind))};
}

Result<QJsonObject> CheckKeepStep::prepare(const StepScope &scope) const
{
    const auto path = pathArgument(scope.arguments, "path");
    const auto database = textArgument(scope.arguments, "database");
    const auto kind = textArgument(scope.arguments, "kind");
    for (const auto &argument : {path, database, kind}) {
        if (!argument)
            return failure(argument.error());
    }
    return QJsonObject{};
}

Result<QJsonObject> CheckKeepStep::effect(const StepScope &scope, const QJsonObject &) const
{
    auto check = run(m_engine, scope);
    if (!check)
        return failure(check.error());
    check->database = scope.arguments.value(QStringLiteral("database")).toString();
    if (const auto kept = m_checks.add(scope.session.instance().id, *check); !kept)
        return failure(kept.error());
    if (check->verdict == CheckVerdict::Failed)
        return failure(Error{ErrorKind::BadData, fileNameOf(scope.arguments, "path"),
                             tr("The check found problems."),
                             kindOf(scope.arguments) == QLatin1String("integrity")
                                 ? tr("Restore it from a backup, or salvage what can be read.")
                                 : tr("Look at the rows that it names."),
                             check->problems.mid(0, 20).join(u'\n')});
    return toJson(*check);
}

Result<Observed> CheckKeepStep::observe(const StepScope &, const QJsonObject &) const
{
    return Observed::NotDone; // after a crash it is checked again
}

Result<> CheckKeepStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse
