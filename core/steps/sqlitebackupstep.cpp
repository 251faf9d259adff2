// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/sqlitebackupstep.h"

#include "core/files/fileops.h"
#include "core/process/commandline.h"
#include "core/steps/sqlitestepsupport.h"

namespace pilothouse
{

namespace
{

QString partialOf(const QString &destination)
{
    return destination + QStringLiteral(".partial");
}

Result<> removeFamily(FileOps &files, const QString &path)
{
    for (const QString &file : SqliteEngine::family(path)) {
        if (auto removed = files.removeFile(file); !removed)
            return removed;
    }
    return {};
}

Result<> setAccess(FileOps &files, const QString &path, const QJsonObject &arguments)
{
    const auto owner = numberArgument(arguments, "ownerId");
    const auto group = numberArgument(arguments, "groupId");
    if (owner && group) {
        if (auto set = files.setOwner(path, *owner, *group); !set)
            return set;
    }
    const auto mode = numberArgument(arguments, "mode");
    return mode ? files.setMode(path, *mode) : Result<>();
}

} // namespace

QString SqliteBackupStep::name() const
{
    return QStringLiteral("sqlite.backup");
}

StepText SqliteBackupStep::describe(const QJsonObject &arguments) const
{
    const QString dot = QStringLiteral(".backup '%1'").arg(arguments.value(QStringLiteral("destination")).toString());
    return {tr("Copy %1").arg(fileNameOf(arguments, "database")),
            QStringLiteral("sqlite3 %1 %2")
                .arg(shellQuoted(arguments.value(QStringLiteral("database")).toString()), shellQuoted(dot))};
}

Result<QJsonObject> SqliteBackupStep::prepare(const StepScope &scope) const
{
    const auto database = pathArgument(scope.arguments, "database");
    const auto destination = pathArgument(scope.arguments, "destination");
    for (const auto &argument : {database, destination}) {
        if (!argument)
            return failure(argument.error());
    }
    if (m_files.exists(*destination) || m_files.exists(partialOf(*destination)))
        return failure(ErrorKind::Refused, tr("There is a file in the place of the copy already."), *destination);
    const auto forecast = m_engine.forecast(*database, scope.context);
    if (!forecast)
        return failure(forecast.error());
    return QJsonObject{{QStringLiteral("journalMode"), forecast->journalMode}, {QStringLiteral("bytes"), forecast->bytes}};
}

Result<QJsonObject> SqliteBackupStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const QString destination = scope.arguments.value(QStringLiteral("destination")).toString();
    const QString partial = partialOf(destination);
    if (m_files.exists(destination)) { // whole, or it would not have its name
        auto facts = m_engine.facts(destination, scope.context);
        if (!facts)
            return failure(facts.error());
        facts->journalMode = before.value(QStringLiteral("journalMode")).toString();
        return toJson(*facts);
    }
    if (auto removed = removeFamily(m_files, partial); !removed)
        return failure(removed.error());
    const auto facts = m_engine.backup(scope.arguments.value(QStringLiteral("database")).toString(), partial, scope.context);
    if (!facts)
        return failure(facts.error());
    const auto named = setAccess(m_files, partial, scope.arguments).and_then([&] { return m_files.rename(partial, destination); });
    if (!named)
        return failure(named.error());
    return toJson(*facts);
}

Result<Observed> SqliteBackupStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const QString destination = scope.arguments.value(QStringLiteral("destination")).toString();
    if (m_files.exists(destination))
        return Observed::Done;
    return m_files.exists(partialOf(destination)) ? Observed::Partly : Observed::NotDone;
}

Result<> SqliteBackupStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    const QString destination = scope.arguments.value(QStringLiteral("destination")).toString();
    return removeFamily(m_files, destination).and_then([&] { return removeFamily(m_files, partialOf(destination)); });
}

} // namespace pilothouse
