// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/sqliterestorestep.h"

#include "core/process/commandline.h"
#include "core/steps/sqlitestepsupport.h"

namespace pilothouse {

namespace {

QString restoreTextOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

/// What tells one content of a database from another.
Result<QJsonObject> identityOf(const SqliteEngine &engine, const QString &path,
                               const OperationContext &context)
{
    const auto facts = engine.facts(path, context);
    if (!facts)
        return failure(facts.error());
    return QJsonObject{{QStringLiteral("schemaSha256"), facts->schemaSha256},
                       {QStringLiteral("tableSha256"), digestsToJson(*facts)}};
}

QString dotRestore(const QString &live, const QString &from)
{
    return QStringLiteral("sqlite3 %1 %2")
        .arg(shellQuoted(live), shellQuoted(QStringLiteral(".restore '%1'").arg(from)));
}

} // namespace

QString SqliteRestoreStep::name() const
{
    return QStringLiteral("sqlite.restore-into");
}

StepText SqliteRestoreStep::describe(const QJsonObject &arguments) const
{
    return {tr("Write the staged content into %1").arg(fileNameOf(arguments, "live")),
            dotRestore(restoreTextOf(arguments, "live"), restoreTextOf(arguments, "staged"))};
}

Result<QJsonObject> SqliteRestoreStep::prepare(const StepScope &scope) const
{
    const auto staged = pathArgument(scope.arguments, "staged");
    const auto live = pathArgument(scope.arguments, "live");
    const auto safety = pathArgument(scope.arguments, "safety");
    for (const auto &argument : {staged, live, safety}) {
        if (!argument)
            return failure(argument.error());
    }
    // A plan that has checked the staged file says what it holds.
    const QJsonObject content = scope.arguments.value(QStringLiteral("content")).toObject();
    const auto stagedIdentity =
        content.isEmpty() ? identityOf(m_engine, *staged, scope.context) : Result<QJsonObject>(content);
    const auto safetyIdentity = identityOf(m_engine, *safety, scope.context);
    for (const auto &identity : {stagedIdentity, safetyIdentity}) {
        if (!identity)
            return failure(identity.error());
    }
    // The live file may have a hot journal that only a writer can play back; the safety copy is what it says.
    const auto liveIdentity = identityOf(m_engine, *live, scope.context);
    if (liveIdentity && *liveIdentity != *safetyIdentity)
        return failure(ErrorKind::Refused, tr("The database has changed since its safety copy was made."),
                       *live);
    if (!liveIdentity && liveIdentity.error().kind == ErrorKind::BadData)
        return failure(liveIdentity.error());
    return QJsonObject{{QStringLiteral("old"), *safetyIdentity}, {QStringLiteral("new"), *stagedIdentity}};
}

Result<QJsonObject> SqliteRestoreStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QString live = restoreTextOf(scope.arguments, "live");
    noteReplaced(m_checks, scope, live);
    return m_engine.restoreInto(restoreTextOf(scope.arguments, "staged"), live, scope.context).map([] {
        return QJsonObject();
    });
}

Result<Observed> SqliteRestoreStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto live = identityOf(m_engine, restoreTextOf(scope.arguments, "live"), scope.context);
    if (!live
        && live.error().kind == ErrorKind::Refused) // a hot journal: the restore was cut off, and plays back
        return Observed::Partly;
    if (!live)
        return failure(live.error());
    if (*live == before.value(QStringLiteral("new")).toObject())
        return Observed::Done;
    return *live == before.value(QStringLiteral("old")).toObject() ? Observed::NotDone : Observed::Unknown;
}

Result<> SqliteRestoreStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const QString live = restoreTextOf(scope.arguments, "live");
    const QJsonObject old = before.value(QStringLiteral("old")).toObject();
    if (const auto now = identityOf(m_engine, live, scope.context); now && *now == old)
        return {};
    noteReplaced(m_checks, scope, live);
    if (auto restored = m_engine.restoreInto(restoreTextOf(scope.arguments, "safety"), live, scope.context);
        !restored)
        return restored;
    const auto now = identityOf(m_engine, live, scope.context);
    if (!now)
        return failure(now.error());
    if (*now != old)
        return failure(Error{ErrorKind::NeedsOperator, live,
                             tr("The safety copy was written back, but the content differs."),
                             tr("Compare the database with its safety copy by hand."),
                             restoreTextOf(scope.arguments, "safety")});
    return {};
}

QString SqliteRestoreStep::putBackShell(const QJsonObject &arguments, const QJsonObject &) const
{
    return dotRestore(restoreTextOf(arguments, "live"), restoreTextOf(arguments, "safety"));
}

QStringList SqliteRestoreStep::keptFiles(const QJsonObject &arguments, const QJsonObject &) const
{
    return {tr("%1 (the database before the restore)").arg(restoreTextOf(arguments, "safety")),
            tr("%1 (the content that was to be restored)").arg(restoreTextOf(arguments, "staged"))};
}

} // namespace pilothouse
