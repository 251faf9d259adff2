// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/backrestrunsteps.h"

namespace pilothouse {
namespace {

const QString LastLabel = QStringLiteral("label");

QString newestLabel(const StanzaState &state)
{
    return state.backups.isEmpty() ? QString() : state.backups.last().label;
}

} // namespace

StepText BackrestCheckStep::describe(const QJsonObject &arguments) const
{
    return {tr("Have the server archive all of its WAL, and check that it arrives"),
            backrestOf(arguments).command(QStringLiteral("check")).toDisplayString()};
}

Result<QJsonObject> BackrestCheckStep::prepare(const StepScope &) const
{
    return QJsonObject();
}

Result<QJsonObject> BackrestCheckStep::effect(const StepScope &scope, const QJsonObject &) const
{
    auto server = openLive(scope, false);
    if (!server)
        return tl::unexpected(server.error());
    // A recovery to a time ends at the first commit after it, and fails where there is none.
    const auto mark = server->value({"SELECT txid_current()", {}}, scope.context);
    if (!mark)
        return tl::unexpected(mark.error());
    return backrestOf(scope.arguments)
        .run(QStringLiteral("check"), {}, scope.context)
        .map([](const QByteArray &) { return QJsonObject(); });
}

Result<Observed> BackrestCheckStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return hasTakenPlace(scope) ? Observed::Done : Observed::NotDone;
}

Result<> BackrestCheckStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

StepText BackrestBackupStep::describe(const QJsonObject &arguments) const
{
    const QString type = text(arguments, "type");
    return {tr("Back up the whole server with pgBackRest (%1)").arg(type),
            backrestOf(arguments)
                .command(QStringLiteral("backup"), {QStringLiteral("--type=") + type})
                .toDisplayString()};
}

Result<QJsonObject> BackrestBackupStep::prepare(const StepScope &scope) const
{
    return backrestOf(scope.arguments).state(scope.context).map([](const StanzaState &state) {
        return QJsonObject{{LastLabel, newestLabel(state)}};
    });
}

Result<QJsonObject> BackrestBackupStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const Backrest backrest = backrestOf(scope.arguments);
    const auto made = backrest.run(
        QStringLiteral("backup"), {QStringLiteral("--type=") + text(scope.arguments, "type")}, scope.context);
    if (!made)
        return tl::unexpected(made.error());
    const auto state = backrest.state(scope.context);
    if (!state)
        return tl::unexpected(state.error());
    if (state->backups.isEmpty())
        return failure(ErrorKind::BadData, tr("pgBackRest shows no backup."), state->message);
    const BackrestBackup &backup = state->backups.last();
    if (backup.hasErrors)
        return failure(ErrorKind::BadData,
                       tr("The backup %1 holds pages whose checksums are wrong.").arg(backup.label));
    return QJsonObject{{LastLabel, backup.label},
                       {QStringLiteral("bytes"), backup.bytes},
                       {QStringLiteral("storedBytes"), backup.storedBytes}};
}

Result<Observed> BackrestBackupStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    return backrestOf(scope.arguments).state(scope.context).map([&before](const StanzaState &state) {
        return newestLabel(state) == before.value(LastLabel).toString() ? Observed::NotDone : Observed::Done;
    });
}

Result<> BackrestBackupStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse
