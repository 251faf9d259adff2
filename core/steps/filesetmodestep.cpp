// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/filesetmodestep.h"

#include "core/process/commandline.h"
#include "core/steps/filestepsupport.h"

#include <QCoreApplication>

namespace pilothouse {

FileSetModeStep::FileSetModeStep(FileOps &files)
    : m_files(files)
{
}

StepText FileSetModeStep::describe(const QJsonObject &arguments) const
{
    const QString path = arguments.value(QStringLiteral("path")).toString();
    const QString mode = arguments.value(QStringLiteral("mode")).toString();
    return {QCoreApplication::translate("FileSteps", "Set the mode of %1 to %2").arg(path, mode),
            QStringLiteral("chmod %1 -- %2").arg(shellQuoted(mode), shellQuoted(path))};
}

Result<QJsonObject> FileSetModeStep::prepare(const StepScope &scope) const
{
    const auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    const auto mode = modeArgument(scope.arguments);
    if (!path || !mode)
        return tl::unexpected(path ? mode.error() : path.error());
    const auto facts = m_files.facts(*path);
    if (!facts)
        return tl::unexpected(facts.error());
    return QJsonObject{{QStringLiteral("mode"), modeText(facts->mode)}};
}

Result<QJsonObject> FileSetModeStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    const auto mode = modeArgument(scope.arguments);
    if (!path || !mode)
        return tl::unexpected(path ? mode.error() : path.error());
    if (auto set = m_files.setMode(*path, *mode); !set)
        return tl::unexpected(set.error());
    return QJsonObject();
}

Result<Observed> FileSetModeStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    const auto mode = modeArgument(scope.arguments);
    const auto old = modeArgument(before);
    if (!path || !mode || !old)
        return tl::unexpected(!path ? path.error() : !mode ? mode.error() : old.error());
    const auto facts = factsIfThere(m_files, *path);
    if (!facts)
        return tl::unexpected(facts.error());
    if (!facts->has_value())
        return Observed::Unknown;
    if ((*facts)->mode == *mode)
        return Observed::Done;
    return (*facts)->mode == *old ? Observed::NotDone : Observed::Unknown;
}

Result<> FileSetModeStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    const auto old = modeArgument(before);
    if (!path || !old)
        return tl::unexpected(path ? old.error() : path.error());
    return m_files.setMode(*path, *old);
}

QString FileSetModeStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    return QStringLiteral("chmod %1 -- %2")
        .arg(before.value(QStringLiteral("mode")).toString(),
             shellQuoted(arguments.value(QStringLiteral("path")).toString()));
}

} // namespace pilothouse
