// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/filediscardstep.h"

#include "core/instances/instancesession.h"
#include "core/process/commandline.h"
#include "core/steps/filestepsupport.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

bool isSetAside(const QString &path, const InstanceSession &session)
{
    const QString inside = QStringLiteral("/.pilothouse/");
    return (path.contains(inside) && !path.endsWith(inside))
           || path.startsWith(session.safetyFolder() + u'/');
}

Result<QString> discardable(const StepScope &scope)
{
    auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    if (!path || isSetAside(*path, scope.session))
        return path;
    Error error;
    error.kind = ErrorKind::Refused;
    error.subject = *path;
    error.message = QCoreApplication::translate(
        "FileSteps", "Only what was set aside or kept for safety is deleted for good.");
    return failure(error);
}

/// How many things are in a folder, whatever their depth.
Result<qint64> countIn(const FileOps &files, const QString &folder)
{
    const auto names = files.list(folder);
    if (!names)
        return tl::unexpected(names.error());
    qint64 count = names->size();
    for (const QString &name : *names) {
        const QString path = folder + u'/' + name;
        const auto facts = files.facts(path);
        if (!facts || !facts->isDirectory)
            continue;
        const auto below = countIn(files, path);
        if (!below)
            return below;
        count += *below;
    }
    return count;
}

} // namespace

FileDiscardStep::FileDiscardStep(FileOps &files)
    : m_files(files)
{
}

StepText FileDiscardStep::describe(const QJsonObject &arguments) const
{
    const QString path = arguments.value(QStringLiteral("path")).toString();
    return {QCoreApplication::translate("FileSteps", "Delete %1 for good").arg(path),
            QStringLiteral("rm -rf --one-file-system -- %1").arg(shellQuoted(path))};
}

Result<QJsonObject> FileDiscardStep::prepare(const StepScope &scope) const
{
    const auto path = discardable(scope);
    if (!path)
        return tl::unexpected(path.error());
    const auto facts = factsIfThere(m_files, *path);
    if (!facts)
        return tl::unexpected(facts.error());
    const bool isFolder = facts->has_value() && (*facts)->isDirectory;
    const auto count = isFolder ? countIn(m_files, *path) : Result<qint64>(0);
    if (!count)
        return tl::unexpected(count.error());
    return QJsonObject{{QStringLiteral("entries"), *count}};
}

Result<QJsonObject> FileDiscardStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto path = discardable(scope);
    if (!path)
        return tl::unexpected(path.error());
    const auto facts = factsIfThere(m_files, *path);
    if (!facts)
        return tl::unexpected(facts.error());
    if (!facts->has_value())
        return QJsonObject();
    const auto removed = (*facts)->isDirectory ? m_files.removeTree(*path) : m_files.removeFile(*path);
    if (!removed)
        return tl::unexpected(removed.error());
    return QJsonObject();
}

Result<Observed> FileDiscardStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto path = discardable(scope);
    if (!path)
        return tl::unexpected(path.error());
    const auto facts = factsIfThere(m_files, *path);
    if (!facts)
        return tl::unexpected(facts.error());
    if (!facts->has_value())
        return Observed::Done;
    if (!(*facts)->isDirectory)
        return Observed::NotDone;
    const auto count = countIn(m_files, *path);
    if (!count)
        return tl::unexpected(count.error());
    return *count < before.value(QStringLiteral("entries")).toInteger() ? Observed::Partly
                                                                        : Observed::NotDone;
}

Result<> FileDiscardStep::compensate(const StepScope &, const QJsonObject &) const
{
    return failure(ErrorKind::NeedsOperator,
                   QCoreApplication::translate("FileSteps", "What was deleted for good cannot be put back."));
}

} // namespace pilothouse
