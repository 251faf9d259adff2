// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/foreigntext.h"
#include "core/discovery/discoverysources.h"
#include "core/process/processrunner.h"
#include "core/runtime/environmententries.h"
#include "core/runtime/procfs.h"
#include "core/runtime/systemdruntime.h"
#include "core/runtime/unitenvironment.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

#include <unistd.h>

namespace pilothouse {

namespace {

using std::chrono::milliseconds;

const QString Properties =
    QStringLiteral("--property=Id,Description,LoadState,ActiveState,SubState,MainPID,ExecStart,Environment,"
                   "WorkingDirectory,User");

struct DiscoverUnitsText
{
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

Result<QByteArray> ask(bool isUser, const QStringList &words, const SourceWork &work)
{
    CommandLine line;
    line.program = QStringLiteral("systemctl");
    if (isUser) {
        line.arguments << QStringLiteral("--user");
        if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
            line.environment.insert(QStringLiteral("XDG_RUNTIME_DIR"),
                                    QStringLiteral("/run/user/%1").arg(getuid()));
    }
    line.arguments << QStringLiteral("--no-ask-password") << QStringLiteral("--no-pager") << words;
    const auto ran = LocalProcessRunner().run(line, work.request.deadline, work.context);
    if (!ran)
        return failure(ran.error());
    if (ran->exitCode == 0)
        return ran->standardOutput;
    return failure(Error{ErrorKind::Unreachable, QStringLiteral("systemctl"),
                         DiscoverUnitsText::tr("systemd cannot be asked here."),
                         DiscoverUnitsText::tr("Units are found on a machine that systemd started."),
                         visibleText(QString::fromUtf8(ran->standardError).trimmed())});
}

/// Units that were never started are not loaded; their files are there all the same.
QStringList installedNames(const QByteArray &listing, const QList<ServiceProfile> &profiles)
{
    QStringList names;
    for (const QByteArray &line : listing.split('\n')) {
        const QString name = QString::fromUtf8(line.left(line.indexOf(' ')));
        Clues clues;
        clues.unit = name;
        const bool isTemplate = name.contains(QLatin1String("@."));
        if (!isTemplate && !checkedUnitName(name).isEmpty() && bestMatch(clues, profiles).profile)
            names << name;
    }
    return names;
}

QMap<QString, QString> environmentOf(const RuntimeSettings &settings, const OperationContext &context)
{
    QMap<QString, QString> environment;
    for (const EnvironmentEntry &entry :
         SystemdRuntime(settings).environment(context).value_or(QList<EnvironmentEntry>())) {
        if (!entry.isSecret)
            environment.insert(entry.key, entry.value);
    }
    return environment;
}

std::optional<Candidate> candidateOf(const QMap<QString, QString> &unit, bool isUser, const SourceWork &work)
{
    Clues clues;
    clues.unit = unit.value(QStringLiteral("Id"));
    clues.words = startWords(unit.value(QStringLiteral("ExecStart")));
    clues.workingDirectory = unit.value(QStringLiteral("WorkingDirectory"));
    for (const EnvironmentEntry &entry :
         environmentEntries(unitWords(unit.value(QStringLiteral("Environment")).toUtf8()))) {
        if (!entry.isSecret)
            clues.environment.insert(entry.key, entry.value);
    }
    const ProfileMatch first = bestMatch(clues, work.request.profiles);
    if (!first.profile || unit.value(QStringLiteral("LoadState")) == QLatin1String("not-found"))
        return std::nullopt;
    Candidate candidate;
    candidate.title = clues.unit;
    RuntimeSettings &runtime = candidate.instance.runtime;
    runtime.kind = QStringLiteral("systemd");
    runtime.unit = clues.unit;
    runtime.isUserUnit = isUser;
    if (!checkedUnitName(clues.unit).isEmpty())
        clues.environment.insert(environmentOf(runtime, work.context)); // and that of its files
    ProfileMatch match = bestMatch(clues, work.request.profiles);
    for (const QString &folder : usualFolders(*match.profile, work.request.home)) {
        if (match.dataFolder.isEmpty() && holdsDatabases(folder, *match.profile))
            match.dataFolder = folder;
    }
    take(candidate, match);
    for (const ProfileVariable &variable : match.profile->environment) {
        const int port = clues.environment.value(variable.name).toInt();
        if (variable.name == QLatin1String("PORT") && port > 0)
            candidate.instance.healthUrl = healthAddressAt(*match.profile, {port});
    }
    if (const qint64 pid = unit.value(QStringLiteral("MainPID")).toLongLong(); pid > 1) {
        for (const ProcessFacts &process : processTree(pid))
            candidate.processes.insert(process.pid);
    }
    candidate.facts << (isUser ? DiscoverUnitsText::tr("systemd unit of this user")
                               : DiscoverUnitsText::tr("systemd unit"))
                    << QStringLiteral("%1 (%2)").arg(unit.value(QStringLiteral("ActiveState")),
                                                     unit.value(QStringLiteral("SubState")));
    if (!candidate.instance.dataDir.isEmpty())
        candidate.facts << DiscoverUnitsText::tr("data in %1").arg(candidate.instance.dataDir);
    return candidate;
}

Result<> lookAtManager(bool isUser, const SourceWork &work)
{
    const auto installed = ask(isUser,
                               {QStringLiteral("list-unit-files"), QStringLiteral("--type=service"),
                                QStringLiteral("--no-legend"), QStringLiteral("--plain")},
                               work);
    if (!installed)
        return failure(installed.error());
    const QStringList names = installedNames(*installed, work.request.profiles);
    const auto shown =
        ask(isUser,
            QStringList{QStringLiteral("show"), Properties, QStringLiteral("--"), QStringLiteral("*.service")}
                + names,
            work);
    if (!shown)
        return failure(shown.error());
    QStringList seen; // a pattern and a name may mean the same unit
    for (const QMap<QString, QString> &unit : unitBlocks(*shown)) {
        const QString id = unit.value(QStringLiteral("Id"));
        if (id.isEmpty() || seen.contains(id))
            continue;
        seen << id;
        if (auto candidate = candidateOf(unit, isUser, work))
            work.candidates << *candidate;
    }
    return {};
}

} // namespace

QList<QMap<QString, QString>> unitBlocks(const QByteArray &shown)
{
    QList<QMap<QString, QString>> blocks;
    QMap<QString, QString> block;
    for (const QByteArray &line : shown.split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals > 0)
            block.insert(QString::fromUtf8(line.left(equals)), QString::fromUtf8(line.mid(equals + 1)));
        else if (line.isEmpty() && !block.isEmpty())
            blocks << std::exchange(block, {});
    }
    if (!block.isEmpty())
        blocks << block;
    return blocks;
}

QStringList startWords(const QString &execStart)
{
    static const QRegularExpression Arguments(QStringLiteral("argv\\[\\]=(.*?) ; "));
    return Arguments.match(execStart).captured(1).split(u' ', Qt::SkipEmptyParts);
}

Result<> findUnits(const SourceWork &work)
{
    const auto machine = lookAtManager(false, work);
    const auto own = lookAtManager(true, work);
    // Many users have no manager of their own; only where nobody answers is there something to tell.
    return machine || own ? Result<>() : machine;
}

} // namespace pilothouse
