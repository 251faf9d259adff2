// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/composeworld.h"

#include "tests/support/testsupport.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pilothouse {

namespace {

QByteArray outputOf(const QString &program, const QStringList &words, const QString &folder = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, words);
    if (!process.waitForFinished(90'000) || process.exitCode() != 0)
        return "failed: " + process.readAllStandardError() + process.errorString().toUtf8();
    return process.readAllStandardOutput().trimmed();
}

/// A port that nobody listens on; a published port of the engine's choice would change with each start.
int freePort()
{
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *general = reinterpret_cast<sockaddr *>(&address);
    const bool isBound = ::bind(probe, general, size) == 0 && ::getsockname(probe, general, &size) == 0;
    ::close(probe);
    return isBound ? ntohs(address.sin_port) : 0;
}

} // namespace

ComposeWorld::ComposeWorld(const QString &file)
    : m_project(QStringLiteral("phtest%1").arg(QCoreApplication::applicationPid()))
    , m_port(freePort())
{
    QDir().mkpath(data());
    QFile::setPermissions(data(), QFile::Permissions(0x7777));
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
    QFile::copy(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/tests/testbed/") + file,
                m_folder.filePath(QStringLiteral("docker-compose.yml")));
    writeAll(m_folder.filePath(QStringLiteral(".env")),
             "IMAGE=" + qgetenv("PILOTHOUSE_TESTBED_IMAGE") + "\nDATA=" + data().toUtf8()
                 + "\nPORT=" + QByteArray::number(m_port)
                 + "\nPOSTGRES_IMAGE=" + qgetenv("PILOTHOUSE_TESTBED_POSTGRES_IMAGE") + "\n");
    // The image has no settings of its own for names; without them DNS is asked before the file.
    writeAll(m_folder.filePath(QStringLiteral("nsswitch.conf")), "hosts: files\n");
}

ComposeWorld::~ComposeWorld()
{
    compose({QStringLiteral("down"), QStringLiteral("--volumes"), QStringLiteral("--timeout"),
             QStringLiteral("1")});
}

RuntimeSettings ComposeWorld::settings(const QString &service) const
{
    RuntimeSettings settings;
    settings.kind = QStringLiteral("compose");
    settings.project = m_project;
    settings.service = service;
    settings.engine = qEnvironmentVariable("DOCKER_HOST");
    return settings;
}

QByteArray ComposeWorld::compose(const QStringList &words) const
{
    return outputOf(QStringLiteral("docker-compose"), QStringList{QStringLiteral("-p"), m_project} + words,
                    m_folder.path());
}

QByteArray ComposeWorld::docker(const QStringList &words)
{
    return outputOf(QStringLiteral("docker"), words);
}

QStringList ComposeWorld::containers(const QString &service) const
{
    const QString filter = QStringLiteral("label=com.docker.compose.");
    return QString::fromUtf8(
               docker({QStringLiteral("ps"), QStringLiteral("-aq"), QStringLiteral("--no-trunc"),
                       QStringLiteral("--filter"), filter + u"project=" + m_project,
                       QStringLiteral("--filter"), filter + u"service=" + service}))
        .split(u'\n', Qt::SkipEmptyParts);
}

} // namespace pilothouse
