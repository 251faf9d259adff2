// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/restoreasidestep.h"

#include "core/process/commandline.h"
#include "core/steps/sqlitestepsupport.h"

namespace pilothouse {

namespace {

/// The main file first on the way out, last on the way back: without it nobody takes the rest for a database.
const QStringList CompanionEndings{QString(), QStringLiteral("-wal"), QStringLiteral("-shm"),
                                   QStringLiteral("-journal")};

QString asidePath(const QJsonObject &arguments, const QString &ending)
{
    return arguments.value(QLatin1String("quarantine")).toString() + u'/'
           + QFileInfo(arguments.value(QLatin1String("live")).toString()).fileName() + ending;
}

} // namespace

StepText RestoreAsideStep::describe(const QJsonObject &arguments) const
{
    const QString live = text(arguments, "live");
    return {tr("Set %1 aside").arg(QFileInfo(live).fileName()),
            QStringLiteral("mv %1{,-wal,-shm,-journal} %2/")
                .arg(shellQuoted(live), shellQuoted(text(arguments, "quarantine")))};
}

Result<QJsonObject> RestoreAsideStep::prepare(const StepScope &scope) const
{
    QJsonObject family;
    for (const QString &ending : CompanionEndings) {
        const Result<FileFacts> facts = files().facts(text(scope.arguments, "live") + ending);
        if (files().exists(asidePath(scope.arguments, ending)))
            return failure(ErrorKind::Refused, tr("There is something set aside under this name already."),
                           asidePath(scope.arguments, ending));
        if (facts)
            family.insert(ending, QString::number(facts->inode));
    }
    return QJsonObject{{QStringLiteral("family"), family}};
}

Result<QJsonObject> RestoreAsideStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const QString live = text(scope.arguments, "live");
    const QJsonObject family = before.value(QStringLiteral("family")).toObject();
    noteReplaced(m_checks, scope, live);
    if (Result<> made = files().makeFolder(text(scope.arguments, "quarantine")); !made)
        return tl::unexpected(made.error());
    for (const QString &ending : CompanionEndings)
        if (family.contains(ending) && files().exists(live + ending))
            if (Result<> moved = files().rename(live + ending, asidePath(scope.arguments, ending)); !moved)
                return tl::unexpected(moved.error());
    return QJsonObject{{QStringLiteral("quarantine"), text(scope.arguments, "quarantine")}};
}

Result<Observed> RestoreAsideStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const QString live = text(scope.arguments, "live");
    const QJsonObject family = before.value(QStringLiteral("family")).toObject();
    qsizetype moved = 0;
    for (auto member = family.begin(); member != family.end(); ++member) {
        const Result<FileFacts> aside = files().facts(asidePath(scope.arguments, member.key()));
        if (aside && QString::number(aside->inode) == member.value().toString())
            ++moved;
        else if (!files().exists(live + member.key()))
            return Observed::Unknown;
    }
    if (moved == family.size())
        return files().exists(live) ? Observed::Unknown : Observed::Done;
    return moved == 0 ? Observed::NotDone : Observed::Partly;
}

Result<> RestoreAsideStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const QString live = text(scope.arguments, "live");
    const QJsonObject family = before.value(QStringLiteral("family")).toObject();
    for (auto ending = CompanionEndings.crbegin(); ending != CompanionEndings.crend(); ++ending)
        if (family.contains(*ending) && files().exists(asidePath(scope.arguments, *ending)))
            if (Result<> moved = files().rename(asidePath(scope.arguments, *ending), live + *ending); !moved)
                return moved;
    return {};
}

} // namespace pilothouse
