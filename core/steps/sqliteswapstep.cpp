// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/sqliteswapstep.h"

#include "core/files/fileops.h"
#include "core/process/commandline.h"
#include "core/steps/sqlitestepsupport.h"

#include <QFileInfo>

namespace pilothouse {

namespace {

/// In the order in which they go away: without its main file nobody takes the rest for a database.
const QStringList Suffixes{QString(), QStringLiteral("-wal"), QStringLiteral("-shm"),
                           QStringLiteral("-journal")};

QString swapTextOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

/// The inode; empty where there is nothing. Not the device: its number may be another one after a restart.
QString identityAt(const FileOps &files, const QString &path)
{
    const auto facts = files.facts(path);
    return facts ? QString::number(facts->inode) : QString();
}

/// The three places of a swap.
struct Places
{
    explicit Places(const QJsonObject &arguments)
        : staged(swapTextOf(arguments, "staged"))
        , live(swapTextOf(arguments, "live"))
        , quarantine(swapTextOf(arguments, "quarantine"))
    {
    }
    QString aside(const QString &suffix) const
    {
        return quarantine + u'/' + QFileInfo(live).fileName() + suffix;
    }

    QString staged;
    QString live;
    QString quarantine;
};

QJsonObject identities(const QJsonObject &before)
{
    return before.value(QStringLiteral("family")).toObject();
}

Result<> moveAside(FileOps &files, const Places &places, const QJsonObject &family)
{
    for (const QString &suffix : Suffixes) {
        const QString identity = family.value(suffix).toString();
        if (identity.isEmpty() || identityAt(files, places.aside(suffix)) == identity)
            continue;
        if (auto moved = files.rename(places.live + suffix, places.aside(suffix)); !moved)
            return moved;
    }
    return {};
}

Result<> moveBack(FileOps &files, const Places &places, const QJsonObject &family)
{
    for (auto suffix = Suffixes.crbegin(); suffix != Suffixes.crend(); ++suffix) {
        const QString identity = family.value(*suffix).toString();
        if (identity.isEmpty() || identityAt(files, places.live + *suffix) == identity)
            continue;
        if (auto moved = files.rename(places.aside(*suffix), places.live + *suffix); !moved)
            return moved;
    }
    return {};
}

/// What a service that was started since has left beside the staged file goes away with it.
Result<> takeStagedBack(FileOps &files, const Places &places)
{
    for (const QString &suffix : Suffixes) {
        if (!files.exists(places.live + suffix))
            continue;
        if (auto moved = files.rename(places.live + suffix, places.staged + suffix); !moved)
            return moved;
    }
    return {};
}

Result<> giveAccess(FileOps &files, const QString &staged, const QJsonObject &before)
{
    const auto owner = numberArgument(before, "ownerId");
    const auto group = numberArgument(before, "groupId");
    const auto mode = numberArgument(before, "mode");
    auto given = owner && group ? files.setOwner(staged, *owner, *group) : Result<>();
    if (given && mode)
        given = files.setMode(staged, *mode);
    return given;
}

} // namespace

QString SqliteSwapStep::name() const
{
    return QStringLiteral("sqlite.swap-files");
}

StepText SqliteSwapStep::describe(const QJsonObject &arguments) const
{
    const Places places(arguments);
    QStringList commands{QStringLiteral("mkdir -p %1").arg(shellQuoted(places.quarantine))};
    for (const QString &suffix : Suffixes)
        commands << QStringLiteral("mv -n %1 %2")
                        .arg(shellQuoted(places.live + suffix), shellQuoted(places.aside(suffix)));
    commands << QStringLiteral("mv -n %1 %2").arg(shellQuoted(places.staged), shellQuoted(places.live));
    return {tr("Put %1 aside and move the staged file into its place").arg(fileNameOf(arguments, "live")),
            commands.join(QStringLiteral("; "))};
}

Result<QJsonObject> SqliteSwapStep::prepare(const StepScope &scope) const
{
    for (const char *key : {"staged", "live", "quarantine"}) {
        if (const auto path = pathArgument(scope.arguments, key); !path)
            return failure(path.error());
    }
    const Places places(scope.arguments);
    const auto staged = m_files.facts(places.staged);
    if (!staged)
        return failure(withSubject(staged.error(), places.staged));
    QJsonObject family;
    for (const QString &suffix : Suffixes) {
        if (m_files.exists(places.aside(suffix)))
            return failure(ErrorKind::Refused, tr("There is something in that place already."),
                           places.aside(suffix));
        if (const QString identity = identityAt(m_files, places.live + suffix); !identity.isEmpty())
            family.insert(suffix, identity);
    }
    const auto folder = m_files.facts(QFileInfo(places.live).path());
    if (!folder || folder->device != staged->device)
        return failure(ErrorKind::BadInput, tr("The staged file is not on the file system of the database."),
                       places.staged);
    QJsonObject before{{QStringLiteral("family"), family},
                       {QStringLiteral("staged"), identityAt(m_files, places.staged)}};
    const auto live = m_files.facts(places.live);
    const std::pair<const char *, std::optional<uint>> access[] = {
        {"ownerId", live ? std::optional(live->ownerId) : std::nullopt},
        {"groupId", live ? std::optional(live->groupId) : std::nullopt},
        {"mode", live ? std::optional(live->mode) : std::nullopt}};
    for (const auto &[key, ofLive] : access) {
        const auto wanted = numberArgument(scope.arguments, key);
        if (const auto value = wanted ? wanted : ofLive)
            before.insert(QLatin1String(key), static_cast<qint64>(*value));
    }
    return before;
}

Result<QJsonObject> SqliteSwapStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const Places places(scope.arguments);
    const QString staged = swapTextOf(before, "staged");
    noteReplaced(m_checks, scope, places.live);
    auto swapped = m_files.makeFolder(places.quarantine);
    if (swapped && identityAt(m_files, places.live) != staged) {
        swapped = giveAccess(m_files, places.staged, before)
                      .and_then([&] { return moveAside(m_files, places, identities(before)); })
                      .and_then([&] { return m_files.rename(places.staged, places.live); });
    }
    if (!swapped)
        return failure(withSubject(swapped.error(), places.live));
    return QJsonObject{{QStringLiteral("quarantine"), places.quarantine}};
}

Result<Observed> SqliteSwapStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const Places places(scope.arguments);
    const QJsonObject family = identities(before);
    qsizetype moved = 0;
    for (auto member = family.begin(); member != family.end(); ++member) {
        if (identityAt(m_files, places.aside(member.key())) == member.value().toString())
            ++moved;
        else if (identityAt(m_files, places.live + member.key()) != member.value().toString())
            return Observed::Unknown;
    }
    const QString staged = swapTextOf(before, "staged");
    const bool isIn = identityAt(m_files, places.live) == staged;
    if (!isIn && identityAt(m_files, places.staged) != staged)
        return Observed::Unknown;
    if (moved == family.size() && isIn)
        return Observed::Done;
    return moved == 0 && !isIn ? Observed::NotDone : Observed::Partly;
}

Result<> SqliteSwapStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const Places places(scope.arguments);
    Result<> back;
    if (identityAt(m_files, places.live) == swapTextOf(before, "staged")) {
        noteReplaced(m_checks, scope, places.live);
        back = takeStagedBack(m_files, places);
    }
    if (back)
        back = moveBack(m_files, places, identities(before));
    if (!back)
        return failure(withSubject(back.error(), places.live));
    return {};
}

QString SqliteSwapStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    const Places places(arguments);
    QStringList commands{
        QStringLiteral("mv -n %1 %2").arg(shellQuoted(places.live), shellQuoted(places.staged))};
    const QJsonObject family = identities(before);
    for (auto suffix = Suffixes.crbegin(); suffix != Suffixes.crend(); ++suffix) {
        if (family.contains(*suffix))
            commands << QStringLiteral("mv -n %1 %2")
                            .arg(shellQuoted(places.aside(*suffix)), shellQuoted(places.live + *suffix));
    }
    return commands.join(QStringLiteral("; "));
}

QStringList SqliteSwapStep::keptFiles(const QJsonObject &arguments, const QJsonObject &) const
{
    return {tr("%1 (the database before the swap, with all that lay beside it)")
                .arg(Places(arguments).quarantine)};
}

} // namespace pilothouse
