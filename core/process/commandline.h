// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

namespace pilothouse {

/// A program and its arguments as a list: never a shell string, never a secret among the arguments.
struct CommandLine
{
    QString program;
    QStringList arguments;
    QMap<QString, QString> environment; ///< added to a minimal one (RELIABILITY.md C4); never secrets
    QString workingDirectory;           ///< empty: a private folder

    /// For logs and dialogs: quoted for a POSIX shell, shows no environment.
    QString toDisplayString() const;

    bool operator==(const CommandLine &) const = default;
};

/// How a program ended. A code other than 0 is data: the caller decides what it means.
struct ProcessOutput
{
    int exitCode = 0;          ///< 128 and the signal where one ended it, as shells say it
    QByteArray standardOutput; ///< at most the runner's cap
    QByteArray standardError;  ///< its last 64 KiB
    bool isTruncated = false;
};

/// Words as one line that QProcess::splitCommand() takes apart again.
QString joinedCommand(const QStringList &words);

/// One word quoted for a POSIX shell, where it needs quoting.
QString shellQuoted(const QString &word);

} // namespace pilothouse
