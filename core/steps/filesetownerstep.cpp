// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/filesetownerstep.h"

#include "core/process/commandline.h"
#include "core/steps/filestepsupport.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

struct Owner
{
    uint ownerId = 0;
    uint groupId = 0;

    bool isThatOf(const FileFacts &facts) const
    {
        return facts.ownerId == ownerId && facts.groupId == groupId;
    }
};

Result<Owner> ownerOf(const QJsonObject &object)
{
    const auto access = accessArguments(object);
    if (!access)
        return tl::unexpected(access.error());
    if (!access->ownerId || !access->groupId)
        return failure(ErrorKind::BadInput, QCoreApplication::translate(
                                                "FileSteps", "\"ownerId\" and \"groupId\" are both needed."));
    return Owner{*access->ownerId, *access->groupId};
}

QString chown(const QJsonObject &owner, const QString &path)
{
    return QStringLiteral("chown --no-dereference %1:%2 -- %3")
        .arg(owner.value(QStringLiteral("ownerId")).toInteger())
        .arg(owner.value(QStringLiteral("groupId")).toInteger())
        .arg(shellQuoted(path));
}

} // namespace

FileSetOwnerStep::FileSetOwnerStep(FileOps &files)
    : m_files(files)
{
}

StepText FileSetOwnerStep::describe(const QJsonObject &arguments) const
{
    const QString path = arguments.value(QStringLiteral("path")).toString();
    return {QCoreApplication::translate("FileSteps", "Set the owner of %1 to %2:%3")
                .arg(path)
                .arg(arguments.value(QStringLiteral("ownerId")).toInteger())
                .arg(arguments.value(QStringLiteral("groupId")).toInteger()),
            chown(arguments, path)};
}

Result<QJsonObject> FileSetOwnerStep::prepare(const StepScope &scope) const
{
    const auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    const auto owner = ownerOf(scope.arguments);
    if (!path || !owner)
        return tl::unexpected(path ? owner.error() : path.error());
    const auto facts = m_files.facts(*path);
    if (!facts)
        return tl::unexpected(facts.error());
    return QJsonObject{{QStringLiteral("ownerId"), qint64(facts->ownerId)},
                       {QStringLiteral("groupId"), qint64(facts->groupId)},
                       {QStringLiteral("mode"), modeText(facts->mode)}};
}

Result<QJsonObject> FileSetOwnerStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    const auto owner = ownerOf(scope.arguments);
    const auto mode = modeArgument(before);
    if (!path || !owner || !mode)
        return tl::unexpected(!path ? path.error() : !owner ? owner.error() : mode.error());
    if (auto set = m_files.setOwner(*path, owner->ownerId, owner->groupId); !set)
        return tl::unexpected(set.error());
    // A change of owner takes set-id bits away.
    if (auto set = m_files.setMode(*path, *mode); !set)
        return tl::unexpected(set.error());
    return QJsonObject();
}

Result<Observed> FileSetOwnerStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    const auto owner = ownerOf(scope.arguments);
    const auto old = ownerOf(before);
    if (!path || !owner || !old)
        return tl::unexpected(!path ? path.error() : !owner ? owner.error() : old.error());
    const auto facts = factsIfThere(m_files, *path);
    if (!facts)
        return tl::unexpected(facts.error());
    if (!facts->has_value())
        return Observed::Unknown;
    if (owner->isThatOf(**facts))
        return Observed::Done;
    return old->isThatOf(**facts) ? Observed::NotDone : Observed::Unknown;
}

Result<> FileSetOwnerStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    const auto old = ownerOf(before);
    const auto mode = modeArgument(before);
    if (!path || !old || !mode)
        return tl::unexpected(!path ? path.error() : !old ? old.error() : mode.error());
    if (auto set = m_files.setOwner(*path, old->ownerId, old->groupId); !set)
        return set;
    return m_files.setMode(*path, *mode);
}

QString FileSetOwnerStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    return chown(before, arguments.value(QStringLiteral("path")).toString());
}

} // namespace pilothouse
