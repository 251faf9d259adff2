// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/restorestagestep.h"

#include "core/process/commandline.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

const QStringList Endings{QString(), QStringLiteral("-wal"), QStringLiteral("-journal")};

QString donePath(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("stage")).toString() + QStringLiteral("/family.json");
}

} // namespace

StepText RestoreStageStep::describe(const QJsonObject &arguments) const
{
    QStringList commands;
    for (const QJsonValue &value : arguments.value(QStringLiteral("databases")).toArray()) {
        const QJsonObject database = value.toObject();
        commands << QStringLiteral("cp ") + shellQuoted(text(database, "saved")) + u' '
                        + shellQuoted(text(database, "staged"));
    }
    return {tr("Copy the safety copy beside the data"), commands.join(u'\n')};
}

Result<QJsonObject> RestoreStageStep::prepare(const StepScope &scope) const
{
    if (Result<> below = checkBelow(text(scope.arguments, "stage"), text(scope.arguments, "root")); !below)
        return tl::unexpected(below.error());
    return QJsonObject();
}

Result<QJsonObject> RestoreStageStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QString stage = text(scope.arguments, "stage");
    if (Result<> removed = removeTreeIfThere(stage); !removed)
        return tl::unexpected(removed.error());
    if (Result<> made = files().makeFolder(stage + QStringLiteral("/members"), {0700, {}, {}}); !made)
        return tl::unexpected(made.error());
    QJsonObject digests;
    for (const QJsonValue &value : scope.arguments.value(QStringLiteral("databases")).toArray()) {
        const QJsonObject database = value.toObject();
        for (const QString &ending : Endings) {
            const QString saved = text(database, "saved") + ending;
            if (!files().exists(saved))
                continue;
            const Result<QByteArray> copied =
                files().copy(saved, text(database, "staged") + ending, {0600, {}, {}}, scope.context);
            if (!copied)
                return tl::unexpected(copied.error());
            const QString digest = QString::fromLatin1(copied->toHex());
            const QString expected = database.value(QStringLiteral("digests"))
                                         .toObject()
                                         .value(QFileInfo(saved).fileName())
                                         .toString();
            if (!expected.isEmpty() && expected != digest)
                return failure(Error{
                    ErrorKind::BadData, saved, tr("The safety copy has changed since it was made."), {}, {}});
            if (Result<> given = giveAccess(text(database, "staged") + ending, database); !given)
                return tl::unexpected(given.error());
            digests.insert(text(database, "id") + ending, digest);
        }
    }
    if (Result<> noted = writeNote(donePath(scope.arguments), digests); !noted)
        return tl::unexpected(noted.error());
    return digests;
}

Result<> RestoreStageStep::giveAccess(const QString &path, const QJsonObject &database) const
{
    if (!database.contains(QStringLiteral("mode")))
        return {};
    const auto owner = static_cast<uint>(database.value(QStringLiteral("ownerId")).toInteger());
    const auto group = static_cast<uint>(database.value(QStringLiteral("groupId")).toInteger());
    const Result<FileFacts> facts = files().facts(path);
    if (!facts)
        return tl::unexpected(facts.error());
    if (facts->ownerId != owner || facts->groupId != group)
        if (Result<> owned = files().setOwner(path, owner, group); !owned)
            return owned;
    return files().setMode(path, static_cast<uint>(database.value(QStringLiteral("mode")).toInteger()));
}

Result<Observed> RestoreStageStep::observe(const StepScope &scope, const QJsonObject &) const
{
    if (files().exists(donePath(scope.arguments)))
        return Observed::Done;
    return files().exists(text(scope.arguments, "stage")) ? Observed::Partly : Observed::NotDone;
}

Result<> RestoreStageStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    return removeTreeIfThere(text(scope.arguments, "stage"));
}

} // namespace pilothouse
