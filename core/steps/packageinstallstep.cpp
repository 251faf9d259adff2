// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/packageinstallstep.h"

#include "core/base/foreigntext.h"
#include "core/base/redaction.h"
#include "core/files/fileops.h"
#include "core/plan/stepregistry.h"
#include "core/process/processrunner.h"
#include "core/steps/packagesteps.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <filesystem>

namespace pilothouse {

namespace {

constexpr std::chrono::minutes InstallTime{15};
constexpr qsizetype MessageLength = 1000;

QString targetOf(const QString &link)
{
    std::error_code problem;
    const auto target = std::filesystem::read_symlink(link.toStdString(), problem);
    return problem ? QString() : QString::fromStdString(target.string());
}

QString movePackageCommand(const QString &from, const QString &to)
{
    return QStringLiteral("mv -T %1 %2").arg(shellQuoted(from), shellQuoted(to));
}

} // namespace

QString PackageWord::text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QString PackageWord::identityOf(const QString &folder) const
{
    const auto facts = m_files.facts(folder);
    return facts ? QString::number(facts->inode) : QString();
}

Result<> PackageWord::link(const QString &folder) const
{
    const auto facts = packageAt(folder);
    if (!facts)
        return failure(facts.error());
    const QString bin = facts->prefix + QStringLiteral("/bin");
    const QString own = QStringLiteral("../lib/node_modules/") + facts->name + u'/';
    for (const QFileInfo &entry : QDir(bin).entryInfoList(QDir::Files | QDir::System | QDir::Hidden)) {
        const QString target = targetOf(entry.filePath());
        if (!target.startsWith(own) || facts->programs.value(entry.fileName()) == target)
            continue;
        if (auto removed = m_files.removeFile(entry.filePath()); !removed)
            return removed;
    }
    for (auto program = facts->programs.begin(); program != facts->programs.end(); ++program) {
        const QString path = bin + u'/' + program.key();
        if (targetOf(path) == program.value() || QFileInfo::exists(path))
            continue;
        if (auto linked = m_files.makeLink(program.value(), path); !linked)
            return linked;
    }
    return {};
}

Result<> PackageWord::move(const QString &from, const QString &to) const
{
    return m_files.makeFolder(QFileInfo(to).path(), {0755, {}, {}}).and_then([&] {
        return m_files.rename(from, to);
    });
}

QString PackageWord::putBackShell(const QJsonObject &arguments, const QJsonObject &) const
{
    return QStringLiteral("rm -rf %1; ").arg(shellQuoted(text(arguments, "folder")))
           + movePackageCommand(text(arguments, "kept"), text(arguments, "folder"));
}

QStringList PackageWord::keptFiles(const QJsonObject &arguments, const QJsonObject &) const
{
    return {tr("%1 (the package as it was)").arg(text(arguments, "kept"))};
}

StepText PackageInstallStep::describe(const QJsonObject &arguments) const
{
    const QString from = text(arguments, "from");
    const QString prefix = text(arguments, "folder").section(QStringLiteral("/lib/node_modules/"), 0, 0);
    return {tr("Keep the installed %1 and install %2")
                .arg(text(arguments, "package"), from.section(u'/', from.startsWith(u'/') ? -1 : 0)),
            movePackageCommand(text(arguments, "folder"), text(arguments, "kept")) + QStringLiteral(" && ")
                + QStringLiteral("npm install --global --prefix %1 %2")
                      .arg(shellQuoted(prefix), shellQuoted(from))};
}

Result<QJsonObject> PackageInstallStep::prepare(const StepScope &scope) const
{
    const QString folder = text(scope.arguments, "folder");
    const auto installed = packageAt(folder);
    if (!installed)
        return failure(installed.error());
    if (installed->name != text(scope.arguments, "package"))
        return failure(Error{ErrorKind::BadData, folder, tr("Another package lies here now."), {}, {}});
    if (files().exists(text(scope.arguments, "kept")))
        return failure(Error{ErrorKind::Refused,
                             text(scope.arguments, "kept"),
                             tr("There is something in its place already."),
                             {},
                             {}});
    return QJsonObject{{QStringLiteral("inode"), identityOf(folder)},
                       {QStringLiteral("version"), installed->version}};
}

Result<> PackageInstallStep::install(const StepScope &scope) const
{
    const QString from = text(scope.arguments, "from");
    const QString npm = QStandardPaths::findExecutable(QStringLiteral("npm"));
    if (npm.isEmpty())
        return failure(Error{ErrorKind::NotFound,
                             QStringLiteral("npm"),
                             tr("npm is not on this machine."),
                             tr("Install it, then try again."),
                             {}});
    const bool isFile = from.startsWith(u'/');
    CommandLine command;
    command.program = npm;
    command.arguments = {QStringLiteral("install"),
                         QStringLiteral("--global"),
                         QStringLiteral("--prefix"),
                         text(scope.arguments, "folder").section(QStringLiteral("/lib/node_modules/"), 0, 0),
                         QStringLiteral("--no-audit"),
                         QStringLiteral("--no-fund"),
                         QStringLiteral("--no-update-notifier")};
    if (isFile)
        command.arguments << QStringLiteral("--prefer-offline");
    command.arguments << from;
    command.environment.insert(QStringLiteral("npm_config_fetch_retries"), QStringLiteral("0"));
    const auto ran = LocalProcessRunner().run(command, InstallTime, scope.context);
    if (!ran)
        return failure(ran.error());
    if (ran->exitCode == 0)
        return {};
    return failure(Error{ErrorKind::Refused, from, tr("npm could not install it."),
                         isFile ? tr("Its dependencies must be in the file, in npm's cache or reachable.")
                                : tr("Check the version and the network, or bring a file of “npm pack”."),
                         visibleText(redacted(QString::fromUtf8(ran->standardError.right(MessageLength))))});
}

Result<QJsonObject> PackageInstallStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const QString folder = text(scope.arguments, "folder");
    const QString kept = text(scope.arguments, "kept");
    if (identityOf(folder) == text(before, "inode"))
        if (auto moved = move(folder, kept); !moved)
            return failure(moved.error());
    if (files().exists(folder)) // half installed
        if (auto removed = files().removeTree(folder); !removed)
            return failure(removed.error());
    if (auto installed = install(scope); !installed)
        return failure(installed.error());
    const auto now = packageAt(folder);
    if (!now)
        return failure(Error{ErrorKind::BadData,
                             text(scope.arguments, "from"),
                             tr("It holds another package than %1.").arg(text(scope.arguments, "package")),
                             {},
                             {}});
    return QJsonObject{{QStringLiteral("version"), now->version}, {QStringLiteral("kept"), kept}};
}

Result<Observed> PackageInstallStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const QString folder = text(scope.arguments, "folder");
    if (identityOf(folder) == text(before, "inode"))
        return Observed::NotDone;
    if (identityOf(text(scope.arguments, "kept")) != text(before, "inode"))
        return Observed::Unknown;
    const auto now = packageAt(folder);
    const bool isLinked =
        now && std::all_of(now->programs.keyBegin(), now->programs.keyEnd(), [&](const QString &program) {
            return targetOf(now->prefix + QStringLiteral("/bin/") + program) == now->programs.value(program);
        });
    return isLinked ? Observed::Done : Observed::Partly;
}

Result<> PackageInstallStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const QString folder = text(scope.arguments, "folder");
    if (identityOf(folder) == text(before, "inode"))
        return link(folder);
    if (files().exists(folder))
        if (auto removed = files().removeTree(folder); !removed)
            return removed;
    return move(text(scope.arguments, "kept"), folder).and_then([&] { return link(folder); });
}

StepText PackageExchangeStep::describe(const QJsonObject &arguments) const
{
    const QString folder = text(arguments, "folder");
    return {tr("Bring back the package that was kept"),
            movePackageCommand(folder, text(arguments, "kept")) + QStringLiteral(" && ")
                + movePackageCommand(text(arguments, "other"), folder)};
}

Result<QJsonObject> PackageExchangeStep::prepare(const StepScope &scope) const
{
    QJsonObject before;
    for (const char *key : {"folder", "other"}) {
        const QString identity = identityOf(text(scope.arguments, key));
        if (identity.isEmpty())
            return failure(Error{
                ErrorKind::NotFound, text(scope.arguments, key), tr("The package is not there."), {}, {}});
        before.insert(QLatin1String(key), identity);
    }
    return before;
}

Result<QJsonObject> PackageExchangeStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const QString folder = text(scope.arguments, "folder");
    const QString kept = text(scope.arguments, "kept");
    auto done = identityOf(folder) == text(before, "folder") ? move(folder, kept) : Result<>();
    if (done && identityOf(folder) != text(before, "other"))
        done = move(text(scope.arguments, "other"), folder);
    if (done)
        done = link(folder);
    if (!done)
        return failure(done.error());
    return QJsonObject{{QStringLiteral("kept"), kept}};
}

Result<Observed> PackageExchangeStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const QString now = identityOf(text(scope.arguments, "folder"));
    if (now == text(before, "folder"))
        return Observed::NotDone;
    if (now == text(before, "other"))
        return identityOf(text(scope.arguments, "kept")) == text(before, "folder") ? Observed::Done
                                                                                   : Observed::Unknown;
    return now.isEmpty() ? Observed::Partly : Observed::Unknown;
}

Result<> PackageExchangeStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const QString folder = text(scope.arguments, "folder");
    auto done = identityOf(folder) == text(before, "other") ? move(folder, text(scope.arguments, "other"))
                                                            : Result<>();
    if (done && identityOf(folder) != text(before, "folder"))
        done = move(text(scope.arguments, "kept"), folder);
    return done.and_then([&] { return link(folder); });
}

QString PackageExchangeStep::putBackShell(const QJsonObject &arguments, const QJsonObject &) const
{
    const QString folder = text(arguments, "folder");
    return movePackageCommand(folder, text(arguments, "other")) + QStringLiteral("; ")
           + movePackageCommand(text(arguments, "kept"), folder);
}

void addPackageSteps(StepRegistry &steps, FileOps &files)
{
    steps.add(std::make_unique<PackageInstallStep>(files));
    steps.add(std::make_unique<PackageExchangeStep>(files));
}

} // namespace pilothouse
