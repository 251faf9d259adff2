// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/systemdhost.h"

#include "tests/support/testsupport.h"

#include <QDir>
#include <QProcess>

#include <unistd.h>
#include <vector>

namespace pilothouse {

namespace {

constexpr char Inside[] = "PILOTHOUSE_IN_SYSTEMD_HOST";

QString unitFile(const QString &name)
{
    return QStringLiteral("/etc/systemd/system/") + name;
}

} // namespace

void enterSystemdHost(char **arguments)
{
    if (isInSystemdHost() || !qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED_SYSTEMD"))
        return;
    QList<QByteArray> words{"docker", "exec", "--env", QByteArray(Inside) + "=1"};
    for (const char *name : {"PILOTHOUSE_NO_SKIP", "QT_QPA_PLATFORM", "LC_ALL", "TZ", "ASAN_OPTIONS",
                             "UBSAN_OPTIONS", "LSAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(name))
            words << "--env" << name;
    }
    char program[4096] = {};
    if (::readlink("/proc/self/exe", program, sizeof program - 1) < 0)
        return;
    words << qgetenv("PILOTHOUSE_TESTBED_SYSTEMD") << program;
    for (char **argument = arguments + 1; *argument; ++argument)
        words << *argument;
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execvp("docker", pointers.data());
}

bool isInSystemdHost()
{
    return qEnvironmentVariableIsSet(Inside);
}

QByteArray hostSays(const QStringList &words)
{
    QProcess process;
    process.start(words.first(), words.mid(1));
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return "failed: " + process.readAllStandardError() + process.errorString().toUtf8();
    return process.readAllStandardOutput().trimmed();
}

HostUnit::HostUnit(const QString &name, const QByteArray &service, const QByteArray &unit)
    : m_name(name)
{
    writeAll(unitFile(m_name), "[Unit]\n" + unit + "\n[Service]\n" + service + "\n");
    hostSays({QStringLiteral("systemctl"), QStringLiteral("daemon-reload")});
}

HostUnit::~HostUnit()
{
    hostSays({QStringLiteral("systemctl"), QStringLiteral("stop"), m_name});
    QFile::remove(unitFile(m_name));
    QDir(unitFile(m_name) + u".d").removeRecursively();
    hostSays({QStringLiteral("systemctl"), QStringLiteral("daemon-reload")});
    hostSays({QStringLiteral("systemctl"), QStringLiteral("reset-failed"), m_name});
}

QByteArray HostUnit::property(const char *name) const
{
    return hostSays({QStringLiteral("systemctl"), QStringLiteral("show"), QStringLiteral("--value"),
                     QStringLiteral("--property=") + QLatin1String(name), m_name});
}

} // namespace pilothouse
