// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/statelocation.h"

#include <QCoreApplication>
#include <QDir>

#include <cerrno>
#include <sys/stat.h>

namespace pilothouse {
namespace {
struct StateLocationText
{
    Q_DECLARE_TR_FUNCTIONS(StateLocation)
};

/// An XDG folder; a relative one is to be ignored, says its specification.
QString xdgFolder(const QProcessEnvironment &environment, const QString &variable, const QString &underHome)
{
    const QString named = environment.value(variable);
    if (QDir::isAbsolutePath(named))
        return QDir::cleanPath(named) + QStringLiteral("/pilothouse");
    const QString home = environment.value(QStringLiteral("HOME"));
    return QDir::isAbsolutePath(home) ? QDir::cleanPath(home) + underHome + QStringLiteral("/pilothouse")
                                      : QString();
}

Result<> makePrivateFolder(const QString &folder)
{
    const QString parent = QFileInfo(folder).path();
    if (!QDir().mkpath(parent))
        return failure(
            Error{ErrorKind::Refused, parent, StateLocationText::tr("The folder cannot be made."), {}, {}});
    if (::mkdir(QFile::encodeName(folder).constData(), 0700) != 0 && errno != EEXIST)
        return systemFailure(errno, StateLocationText::tr("The folder %1 cannot be made.").arg(folder));
    if (!QFileInfo(folder).isDir())
        return failure(
            Error{ErrorKind::BadInput, folder, StateLocationText::tr("This is not a folder."), {}, {}});
    return {};
}
} // namespace

Result<StateLocation> StateLocation::resolve(const QString &wanted, const QProcessEnvironment &environment)
{
    QString folder = wanted.isEmpty() ? environment.value(QStringLiteral("PILOTHOUSE_HOME")) : wanted;
    if (!folder.isEmpty()) {
        folder = QDir::cleanPath(QDir().absoluteFilePath(folder));
        return StateLocation{folder, folder + QStringLiteral("/config")};
    }
    const StateLocation location{
        xdgFolder(environment, QStringLiteral("XDG_DATA_HOME"), QStringLiteral("/.local/share")),
        xdgFolder(environment, QStringLiteral("XDG_CONFIG_HOME"), QStringLiteral("/.config"))};
    if (location.dataFolder.isEmpty() || location.configFolder.isEmpty())
        return failure(Error{ErrorKind::BadInput,
                             QStringLiteral("HOME"),
                             StateLocationText::tr("There is no home folder to keep the state in."),
                             StateLocationText::tr("Set HOME, or name a folder with --state-dir."),
                             {}});
    return location;
}

Result<> StateLocation::prepare() const
{
    return makePrivateFolder(dataFolder)
        .and_then([this] { return makePrivateFolder(configFolder); })
        .and_then([this] { return makePrivateFolder(schedulesFolder()); });
}

} // namespace pilothouse
