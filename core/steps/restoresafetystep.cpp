// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/restoresafetystep.h"

#include "core/base/units.h"
#include "core/database/sqliteengine.h"
#include "core/process/commandline.h"

#include <QJsonArray>

#include <thread>

namespace pilothouse {

namespace {

constexpr std::chrono::milliseconds LetGoTime{2000};
constexpr std::chrono::milliseconds LookInterval{50};

/// Who still holds it after a moment: a window that monitors the service opens its databases for a short
/// look.
SqliteEngine::Holders lastingHolders(const QString &path, const OperationContext &context)
{
    const auto deadline = std::chrono::steady_clock::now() + LetGoTime;
    SqliteEngine::Holders holders = SqliteEngine::holders(path);
    while (!holders.list.isEmpty() && std::chrono::steady_clock::now() < deadline && !context.isCancelled()) {
        std::this_thread::sleep_for(LookInterval);
        holders = SqliteEngine::holders(path);
    }
    return holders;
}

} // namespace

StepText RestoreSafetyStep::describe(const QJsonObject &arguments) const
{
    return {tr("Make the folder for the safety copy"),
            QStringLiteral("mkdir -p -m 700 ") + shellQuoted(text(arguments, "folder"))};
}

Result<QJsonObject> RestoreSafetyStep::prepare(const StepScope &scope) const
{
    for (const QJsonValue &database : scope.arguments.value(QStringLiteral("databases")).toArray()) {
        const SqliteEngine::Holders holders = lastingHolders(database.toString(), scope.context);
        if (!holders.list.isEmpty())
            return failure(Error{ErrorKind::Locked,
                                 database.toString(),
                                 tr("It is still in use by %1 (%2).")
                                     .arg(holders.list.first().program)
                                     .arg(holders.list.first().pid),
                                 tr("Find out what started it again, stop that, then try again."),
                                 {}});
    }
    return checkBelow(text(scope.arguments, "folder"), scope.session.safetyFolder()).map([] {
        return QJsonObject();
    });
}

Result<QJsonObject> RestoreSafetyStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QString folder = text(scope.arguments, "folder");
    if (Result<> made = files().makeFolder(folder, {0700, {}, {}}); !made)
        return failure(
            withSubject(made.error(), folder,
                        tr("Give the instance a backup folder that can be written, then try again.")));
    const QString note = folder + QStringLiteral("/safety.json");
    if (files().exists(note))
        return QJsonObject();
    const QDateTime now = clock().now();
    const QJsonObject content{
        {QStringLiteral("operation"), scope.operation.toString(QUuid::WithoutBraces)},
        {QStringLiteral("instance"), scope.session.instance().name},
        {QStringLiteral("title"), text(scope.arguments, "title")},
        {QStringLiteral("asides"), scope.arguments.value(QStringLiteral("asides"))},
        {QStringLiteral("server"), scope.arguments.value(QStringLiteral("server"))},
        {QStringLiteral("at"), toIso(now)},
        {QStringLiteral("keepUntil"), toIso(now.addDays(scope.session.instance().safetyDays))}};
    return writeNote(note, content).map([] { return QJsonObject(); });
}

Result<Observed> RestoreSafetyStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const QString folder = text(scope.arguments, "folder");
    if (files().exists(folder + QStringLiteral("/safety.json")))
        return Observed::Done;
    return files().exists(folder) ? Observed::Partly : Observed::NotDone;
}

Result<> RestoreSafetyStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    return removeTreeIfThere(text(scope.arguments, "folder"));
}

} // namespace pilothouse
