// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/restorefolderstep.h"

#include "core/process/commandline.h"

namespace pilothouse {

namespace {

QString moveCommand(const QString &from, const QString &to)
{
    return QStringLiteral("mv ") + shellQuoted(from) + u' ' + shellQuoted(to);
}

} // namespace

StepText RestoreFolderStep::describe(const QJsonObject &arguments) const
{
    const QString live = text(arguments, "live");
    QString shell = moveCommand(live, text(arguments, "aside"));
    if (!text(arguments, "staged").isEmpty())
        shell += QStringLiteral(" && ") + moveCommand(text(arguments, "staged"), live);
    return {tr("Put the folder %1 in place").arg(QFileInfo(live).fileName()), shell};
}

QString RestoreFolderStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    if (!before.value(QStringLiteral("existed")).toBool())
        return QStringLiteral("rm -r ") + shellQuoted(text(arguments, "live"));
    return QStringLiteral("rm -rf %1 && ").arg(shellQuoted(text(arguments, "live")))
           + moveCommand(text(arguments, "aside"), text(arguments, "live"));
}

QStringList RestoreFolderStep::keptFiles(const QJsonObject &arguments, const QJsonObject &before) const
{
    if (!before.value(QStringLiteral("existed")).toBool())
        return {};
    return {tr("%1 (the folder as it was)").arg(text(arguments, "aside"))};
}

Result<QJsonObject> RestoreFolderStep::prepare(const StepScope &scope) const
{
    const QString live = text(scope.arguments, "live");
    if (Result<> below = checkBelow(live, scope.session.instance().dataDir); !below)
        return tl::unexpected(below.error());
    if (files().exists(text(scope.arguments, "aside")))
        return failure(ErrorKind::Refused, tr("There is something set aside under this name already."),
                       text(scope.arguments, "aside"));
    const Result<FileFacts> facts = files().facts(live);
    if (!facts && facts.error().kind != ErrorKind::NotFound)
        return tl::unexpected(facts.error());
    if (facts && !facts->isDirectory)
        return failure(ErrorKind::Refused, tr("It is not a folder."), live);
    return QJsonObject{{QStringLiteral("existed"), facts.has_value()},
                       {QStringLiteral("inode"), facts ? QString::number(facts->inode) : QString()},
                       {QStringLiteral("mode"), facts ? static_cast<qint64>(facts->mode) : 0700},
                       {QStringLiteral("uid"), facts ? static_cast<qint64>(facts->ownerId) : -1},
                       {QStringLiteral("gid"), facts ? static_cast<qint64>(facts->groupId) : -1}};
}

Result<QJsonObject> RestoreFolderStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const QString live = text(scope.arguments, "live");
    const QString staged = text(scope.arguments, "staged");
    const QString aside = text(scope.arguments, "aside");
    const bool isKept = scope.arguments.value(QStringLiteral("keepAccess")).toBool();
    if (!isKept && !staged.isEmpty() && files().exists(staged))
        if (Result<> given = giveAccess(staged, before); !given)
            return tl::unexpected(given.error());
    if (files().exists(live) && isOld(live, before)) {
        if (Result<> renamed = files().rename(live, aside); !renamed)
            return tl::unexpected(renamed.error());
    }
    if (!staged.isEmpty() && files().exists(staged))
        if (Result<> renamed = files().rename(staged, live); !renamed)
            return tl::unexpected(renamed.error());
    return QJsonObject{{QStringLiteral("aside"), files().exists(aside) ? aside : QString()}};
}

/// Owner and mode before it takes the place: the live folder's, for everything in it.
Result<> RestoreFolderStep::giveAccess(const QString &staged, const QJsonObject &before) const
{
    const qint64 uid = before.value(QStringLiteral("uid")).toInteger();
    const qint64 gid = before.value(QStringLiteral("gid")).toInteger();
    const auto liveMode = static_cast<uint>(before.value(QStringLiteral("mode")).toInteger());
    QStringList open{staged};
    while (!open.isEmpty()) {
        const QString path = open.takeLast();
        const Result<FileFacts> facts = files().facts(path);
        if (!facts)
            return tl::unexpected(facts.error());
        const bool isOther =
            uid >= 0
            && (facts->ownerId != static_cast<uint>(uid) || facts->groupId != static_cast<uint>(gid));
        if (isOther)
            if (Result<> owned = files().setOwner(path, static_cast<uint>(uid), static_cast<uint>(gid));
                !owned)
                return owned;
        if (!facts->isDirectory)
            continue;
        if (Result<> set = files().setMode(path, liveMode); !set)
            return set;
        const Result<QStringList> names = files().list(path);
        if (!names)
            return tl::unexpected(names.error());
        for (const QString &name : *names)
            open << path + u'/' + name;
    }
    return {};
}

bool RestoreFolderStep::isOld(const QString &path, const QJsonObject &before) const
{
    const Result<FileFacts> facts = files().facts(path);
    return facts && before.value(QStringLiteral("existed")).toBool()
           && QString::number(facts->inode) == text(before, "inode");
}

Result<Observed> RestoreFolderStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const QString live = text(scope.arguments, "live");
    const QString aside = text(scope.arguments, "aside");
    const bool isEmptied = text(scope.arguments, "staged").isEmpty();
    const bool existed = before.value(QStringLiteral("existed")).toBool();
    const bool hasLive = files().exists(live);
    if (existed ? (hasLive && isOld(live, before)) : !hasLive)
        return existed || !isEmptied ? Observed::NotDone : Observed::Done;
    if (existed && !isOld(aside, before))
        return Observed::Unknown;
    return hasLive != isEmptied ? Observed::Done : Observed::Partly;
}

Result<> RestoreFolderStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const QString live = text(scope.arguments, "live");
    const QString staged = text(scope.arguments, "staged");
    const QString aside = text(scope.arguments, "aside");
    const bool isNew = files().exists(live) && !isOld(live, before);
    if (isNew && files().exists(staged))
        return failure(ErrorKind::NeedsOperator,
                       tr("A folder has appeared that is neither the old one nor the new one."), live);
    if (isNew) {
        if (Result<> made = files().makeFolder(QFileInfo(staged).path(), {0700, {}, {}}); !made)
            return made;
        if (Result<> renamed = files().rename(live, staged); !renamed)
            return renamed;
    }
    if (before.value(QStringLiteral("existed")).toBool() && files().exists(aside))
        return files().rename(aside, live);
    return {};
}

} // namespace pilothouse
