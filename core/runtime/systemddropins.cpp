// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The files that Pilothouse lays beside a unit: its fence, and the variables and secrets it gives the unit.

#include "core/files/fileops.h"
#include "core/process/processrunner.h"
#include "core/runtime/addedvariables.h"
#include "core/runtime/systemdruntime.h"

#include <QFile>
#include <QFileInfo>

#include <unistd.h>

namespace pilothouse {

namespace {

QString asRoot()
{
    return SystemdRuntime::tr("For a unit of the machine run Pilothouse as root.");
}

/// A drop-in by which the unit reads an environment file, if it is there; none: the drop-in goes.
Result<> setReading(const QString &dropIn, const QString &environmentFile)
{
    FileOps files;
    FileAccess access;
    access.mode = 0755;
    Result<> done;
    if (environmentFile.isEmpty()) {
        if (files.exists(dropIn))
            done = files.removeFile(dropIn);
    } else {
        done = files.makeFolder(QFileInfo(dropIn).path(), access).and_then([&] {
            access.mode = 0644;
            return files.write(
                dropIn, "[Service]\nEnvironmentFile=-" + QFile::encodeName(environmentFile) + "\n", access);
        });
    }
    if (!done)
        return failure(withSubject(done.error(), dropIn, asRoot()));
    return {};
}

} // namespace

QString SystemdRuntime::fenceFile() const
{
    QString root = QStringLiteral("/etc/systemd/system");
    if (m_isUserUnit) {
        const QString configuration = qEnvironmentVariable("XDG_CONFIG_HOME");
        root = (configuration.isEmpty() ? qEnvironmentVariable("HOME") + u"/.config" : configuration)
               + u"/systemd/user";
    }
    return QStringLiteral("%1/%2.d/zz-pilothouse-fence.conf").arg(root, m_unit);
}

QString SystemdRuntime::doorFile() const
{
    QString root = QStringLiteral("/run");
    if (m_isUserUnit)
        root = qEnvironmentVariable("XDG_RUNTIME_DIR", QStringLiteral("/run/user/%1").arg(getuid()));
    return QStringLiteral("%1/pilothouse/%2.open").arg(root, m_unit);
}

QString SystemdRuntime::variablesDropIn() const
{
    QString root = QStringLiteral("/run/systemd/system");
    if (m_isUserUnit) {
        const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
        root =
            (runtime.isEmpty() ? QStringLiteral("/run/user/%1").arg(getuid()) : runtime) + u"/systemd/user";
    }
    return QStringLiteral("%1/%2.d/zz-pilothouse-variables.conf").arg(root, m_unit);
}

QString SystemdRuntime::variablesFile() const
{
    return QFileInfo(variablesDropIn()).path() + QStringLiteral("/zz-pilothouse-variables.env");
}

QString SystemdRuntime::secretsFile() const
{
    return QFileInfo(fenceFile()).path() + QStringLiteral("/zz-pilothouse-secrets.env");
}

Result<> SystemdRuntime::useSecrets(bool isUsed, const OperationContext &context)
{
    const QString dropIn = QFileInfo(fenceFile()).path() + QStringLiteral("/zz-pilothouse-secrets.conf");
    if (auto set = setReading(dropIn, isUsed ? secretsFile() : QString()); !set)
        return set;
    return reload(context);
}

Result<VariableMap> SystemdRuntime::addedVariables(const OperationContext &)
{
    return readVariables(FileOps(), variablesFile());
}

Result<> SystemdRuntime::setAddedVariables(const VariableMap &variables, const OperationContext &context)
{
    const QString dropIn = variablesDropIn();
    FileOps files;
    FileAccess access;
    access.mode = 0755;
    auto written = variables.isEmpty() ? Result<>() : files.makeFolder(QFileInfo(dropIn).path(), access);
    if (written)
        written = writeVariables(files, variablesFile(), variables);
    if (!written)
        return failure(withSubject(written.error(), dropIn, asRoot()));
    if (auto set = setReading(dropIn, variables.isEmpty() ? QString() : variablesFile()); !set)
        return set;
    return reload(context);
}

QString SystemdRuntime::addedVariablesCommand(const VariableChanges &changes) const
{
    return QStringLiteral("mkdir -p %1 && %2 && printf '[Service]\\nEnvironmentFile=-%s\\n' %3 > %4 && %5")
        .arg(shellQuoted(QFileInfo(variablesDropIn()).path()), changeCommand(variablesFile(), changes),
             shellQuoted(variablesFile()), shellQuoted(variablesDropIn()),
             systemctl(QStringLiteral("daemon-reload")));
}

Result<QJsonObject> SystemdRuntime::fenceState(const OperationContext &context)
{
    return isFenced(context).map([](bool isFenced) {
        return QJsonObject{{QStringLiteral("isFenced"), isFenced}};
    });
}

Result<> SystemdRuntime::fence(const OperationContext &context)
{
    const QString file = fenceFile();
    const QByteArray content = "# An operation of Pilothouse keeps this unit from being started.\n"
                               "[Unit]\nAssertPathExists=%t/pilothouse/%n.open\n";
    FileOps files;
    FileAccess readable;
    readable.mode = 0755;
    if (files.exists(doorFile())) { // left by a start that was killed
        if (auto closed = files.removeFile(doorFile()); !closed)
            return closed;
    }
    auto written = files.makeFolder(QFileInfo(file).path(), readable).and_then([&] {
        readable.mode = 0644;
        return files.write(file, content, readable);
    });
    if (!written)
        return failure(withSubject(written.error(), file, asRoot()));
    auto holds = reload(context).and_then([&] { return isFenced(context); });
    if (holds && *holds)
        return {};
    const auto removed = removeFence(OperationContext());
    if (!holds)
        return failure(holds.error());
    return failure({ErrorKind::Refused, m_unit, tr("systemd does not take the fence of this unit."),
                    tr("Check that drop-ins in %1 are read.").arg(QFileInfo(file).path()),
                    removed ? QString() : removed.error().toText()});
}

Result<bool> SystemdRuntime::isFenced(const OperationContext &context)
{
    return facts(context).map([this](const UnitFacts &facts) { return holdsFence(facts); });
}

Result<> SystemdRuntime::removeFence(const OperationContext &context)
{
    const QString file = fenceFile();
    const QString folder = QFileInfo(file).path();
    FileOps files;
    if (files.exists(file)) {
        if (auto removed = files.removeFile(file); !removed)
            return removed;
    }
    if (const auto left = files.list(folder); left && left->isEmpty()) {
        if (auto removed = files.removeTree(folder); !removed)
            return removed;
    }
    return reload(context);
}

Result<> SystemdRuntime::unfence(const QJsonObject &before, const OperationContext &context)
{
    if (before.value(QLatin1String("isFenced")).toBool())
        return {}; // another operation's fence stays that operation's
    return removeFence(context);
}

QString SystemdRuntime::fenceCommand() const
{
    const QString folder = shellQuoted(QFileInfo(fenceFile()).path());
    return QStringLiteral("mkdir -p %1 && printf '[Unit]\\nAssertPathExists=%t/pilothouse/%n.open\\n' "
                          "> %2 && %3")
        .arg(folder, shellQuoted(fenceFile()), systemctl(QStringLiteral("daemon-reload")));
}

QString SystemdRuntime::unfenceCommand() const
{
    return QStringLiteral("rm -f %1 && %2")
        .arg(shellQuoted(fenceFile()), systemctl(QStringLiteral("daemon-reload")));
}

} // namespace pilothouse
