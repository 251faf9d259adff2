// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/filesetaside.h"

#include "core/files/fileops.h"
#include "core/process/commandline.h"
#include "core/steps/argumenttext.h"
#include "core/steps/sqlitestepsupport.h"

#include <QFileInfo>

namespace pilothouse {

namespace {

/// 64 bits do not fit a JSON number. Without the device, whose number may be another one after a restart.
QString inodeAt(const FileOps &files, const QString &path)
{
    const auto facts = files.facts(path);
    return facts ? QString::number(facts->inode) : QString();
}

} // namespace

QString FileSetAside::name() const
{
    return QStringLiteral("file.set-aside");
}

StepText FileSetAside::describe(const QJsonObject &arguments) const
{
    return {
        tr("Move %1 to %2").arg(fileNameOf(arguments, "path"), QFileInfo(textOf(arguments, "aside")).path()),
        QStringLiteral("mv -n %1 %2")
            .arg(shellQuoted(textOf(arguments, "path")), shellQuoted(textOf(arguments, "aside")))};
}

Result<QJsonObject> FileSetAside::prepare(const StepScope &scope) const
{
    const auto path = pathArgument(scope.arguments, "path");
    const auto aside = pathArgument(scope.arguments, "aside");
    for (const auto &argument : {path, aside}) {
        if (!argument)
            return failure(argument.error());
    }
    const auto facts = m_files.facts(*path);
    if (!facts)
        return failure(withSubject(facts.error(), *path));
    if (m_files.exists(*aside))
        return failure(ErrorKind::Refused, tr("There is something in that place already."), *aside);
    return QJsonObject{{QStringLiteral("inode"), inodeAt(m_files, *path)}};
}

Result<QJsonObject> FileSetAside::effect(const StepScope &scope, const QJsonObject &before) const
{
    const QString path = textOf(scope.arguments, "path");
    const QString aside = textOf(scope.arguments, "aside");
    if (inodeAt(m_files, aside) != textOf(before, "inode")) {
        const auto moved =
            m_files.makeFolder(QFileInfo(aside).path()).and_then([&] { return m_files.rename(path, aside); });
        if (!moved)
            return failure(withSubject(moved.error(), path));
    }
    return QJsonObject{{QStringLiteral("aside"), aside}};
}

Result<Observed> FileSetAside::observe(const StepScope &scope, const QJsonObject &before) const
{
    const QString inode = textOf(before, "inode");
    if (inodeAt(m_files, textOf(scope.arguments, "aside")) == inode)
        return Observed::Done;
    return inodeAt(m_files, textOf(scope.arguments, "path")) == inode ? Observed::NotDone : Observed::Unknown;
}

Result<> FileSetAside::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const QString path = textOf(scope.arguments, "path");
    if (inodeAt(m_files, path) == textOf(before, "inode"))
        return {};
    return m_files.rename(textOf(scope.arguments, "aside"), path);
}

} // namespace pilothouse
