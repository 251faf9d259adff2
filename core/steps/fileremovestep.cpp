// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/fileremovestep.h"

#include "core/process/commandline.h"
#include "core/steps/filestepsupport.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace pilothouse {

namespace {

/// The inode makes it the same thing wherever it is called. The device may have another number after a
/// restart.
QString identityOf(const FileFacts &facts)
{
    return QString::number(facts.inode);
}

/// Where the thing that is removed can be seen.
struct Sight
{
    bool isInPlace = false;
    bool isAside = false;
    bool isTaken = false; ///< something else has its name
};

Result<Sight> look(const FileOps &files, const QString &path, const QJsonObject &before)
{
    const QString identity = before.value(QStringLiteral("identity")).toString();
    const auto inPlace = factsIfThere(files, path);
    const auto aside = factsIfThere(files, before.value(QStringLiteral("aside")).toString());
    if (!inPlace || !aside)
        return tl::unexpected(inPlace ? aside.error() : inPlace.error());
    Sight sight;
    sight.isInPlace = inPlace->has_value() && identityOf(**inPlace) == identity;
    sight.isTaken = inPlace->has_value() && !sight.isInPlace;
    sight.isAside = aside->has_value() && identityOf(**aside) == identity;
    return sight;
}

} // namespace

FileRemoveStep::FileRemoveStep(FileOps &files)
    : m_files(files)
{
}

StepText FileRemoveStep::describe(const QJsonObject &arguments) const
{
    const QString path = arguments.value(QStringLiteral("path")).toString();
    const QString folder = QFileInfo(path).path() + QStringLiteral("/.pilothouse");
    return {QCoreApplication::translate("FileSteps", "Set %1 aside").arg(path),
            QStringLiteral("mkdir -p -m 700 %1 && mv --no-clobber -- %2 %1/")
                .arg(shellQuoted(folder), shellQuoted(path))};
}

Result<QJsonObject> FileRemoveStep::prepare(const StepScope &scope) const
{
    const auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    if (!path)
        return tl::unexpected(path.error());
    const auto facts = factsIfThere(m_files, *path);
    if (!facts)
        return tl::unexpected(facts.error());
    if (!facts->has_value())
        return QJsonObject{{QStringLiteral("existed"), false}};
    const QString aside = QStringLiteral("%1/%2-%3")
                              .arg(asideFolder(*path, scope.operation))
                              .arg((*facts)->inode)
                              .arg(QFileInfo(*path).fileName());
    return QJsonObject{{QStringLiteral("existed"), true},
                       {QStringLiteral("identity"), identityOf(**facts)},
                       {QStringLiteral("aside"), aside}};
}

Result<QJsonObject> FileRemoveStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const QString aside = before.value(QStringLiteral("aside")).toString();
    const QJsonObject outputs{{QStringLiteral("aside"), aside}};
    if (aside.isEmpty())
        return outputs;
    const auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    if (!path)
        return tl::unexpected(path.error());
    const auto sight = look(m_files, *path, before);
    if (!sight)
        return tl::unexpected(sight.error());
    if (!sight->isInPlace)
        return outputs;
    if (auto made = m_files.makeFolder(QFileInfo(aside).path()); !made)
        return tl::unexpected(made.error());
    if (auto moved = m_files.rename(*path, aside); !moved)
        return tl::unexpected(moved.error());
    return outputs;
}

Result<Observed> FileRemoveStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    if (!path)
        return tl::unexpected(path.error());
    if (!before.value(QStringLiteral("existed")).toBool())
        return m_files.exists(*path) ? Observed::NotDone : Observed::Done;
    const auto sight = look(m_files, *path, before);
    if (!sight)
        return tl::unexpected(sight.error());
    // A new thing of the same name may be there by now: a later step or the service made it.
    if (sight->isAside)
        return Observed::Done;
    return sight->isInPlace ? Observed::NotDone : Observed::Unknown;
}

Result<> FileRemoveStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    if (!before.value(QStringLiteral("existed")).toBool())
        return {};
    const auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    if (!path)
        return tl::unexpected(path.error());
    const auto sight = look(m_files, *path, before);
    if (!sight)
        return tl::unexpected(sight.error());
    const QString aside = before.value(QStringLiteral("aside")).toString();
    if (sight->isAside) {
        if (auto moved = m_files.rename(aside, *path); !moved)
            return moved;
    } else if (!sight->isInPlace) {
        return failure(
            ErrorKind::NeedsOperator,
            QCoreApplication::translate("FileSteps", "What was set aside is not there any more: %1")
                .arg(aside));
    }
    return removeEmptyFolders(m_files, {QFileInfo(aside).path()});
}

QString FileRemoveStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    const QString aside = before.value(QStringLiteral("aside")).toString();
    if (aside.isEmpty())
        return {};
    return QStringLiteral("mv --no-clobber -- %1 %2")
        .arg(shellQuoted(aside), shellQuoted(arguments.value(QStringLiteral("path")).toString()));
}

QStringList FileRemoveStep::keptFiles(const QJsonObject &arguments, const QJsonObject &before) const
{
    const QString aside = before.value(QStringLiteral("aside")).toString();
    if (aside.isEmpty() || !m_files.exists(aside))
        return {};
    return {QCoreApplication::translate("FileSteps", "%1 (was %2)")
                .arg(aside, arguments.value(QStringLiteral("path")).toString())};
}

} // namespace pilothouse
