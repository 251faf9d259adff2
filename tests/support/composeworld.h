// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instance.h"

#include <QTemporaryDir>

namespace pilothouse {

/// A compose project of the testbed with a name and a folder of its own; all of it goes with its scope.
class ComposeWorld
{
public:
    /// `file` is one of tests/testbed.
    explicit ComposeWorld(const QString &file = QStringLiteral("compose.yml"));
    ~ComposeWorld();

    QString project() const { return m_project; }
    /// The folder that holds the data of the service "portagent".
    QString data() const { return m_folder.filePath(QStringLiteral("data")); }
    /// The published one, of this machine.
    int port() const { return m_port; }
    RuntimeSettings settings(const QString &service = QStringLiteral("portagent")) const;
    /// Runs docker-compose on the project; "failed: " with its errors where it fails.
    QByteArray compose(const QStringList &words) const;
    static QByteArray docker(const QStringList &words);
    /// Ids of the containers of a service, running or not.
    QStringList containers(const QString &service) const;

private:
    QTemporaryDir m_folder;
    QString m_project;
    int m_port;
};

} // namespace pilothouse

#define PILOTHOUSE_REQUIRE_ENGINE()                                                                          \
    PILOTHOUSE_REQUIRE(qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED_IMAGE"),                                \
                       "no Docker Engine: run ./dev testbed up as root and eval \"$(./dev testbed env)\"")
