// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/programs.h"

#include <QFileInfo>
#include <QProcess>

namespace pilothouse {

Result<double> secondsOf(const QString &program, const QStringList &arguments)
{
    return secondsOf([&]() -> Result<> {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(program, arguments);
        if (process.waitForFinished(-1) && process.exitStatus() == QProcess::NormalExit
            && process.exitCode() == 0)
            return {};
        return failure(ErrorKind::NotFound, u"%1 failed or is not installed."_qs.arg(program),
                       process.errorString());
    });
}

QString builtProgram(const QString &relativePath)
{
    const QString path = QStringLiteral(PILOTHOUSE_BUILD_FOLDER "/") + relativePath;
    return QFileInfo(path).isExecutable() ? path : QString();
}

} // namespace pilothouse
