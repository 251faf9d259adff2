// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/filestepsupport.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace pilothouse {

namespace {

tl::unexpected<Error> badArgument(const QString &key, const char *message)
{
    Error error;
    error.kind = ErrorKind::BadInput;
    error.subject = key;
    error.message = QCoreApplication::translate("FileSteps", message);
    return failure(error);
}

Result<> readOwner(const QJsonObject &arguments, const QString &key, std::optional<uint> &into)
{
    const QJsonValue value = arguments.value(key);
    if (value.isUndefined())
        return {};
    const qint64 number = value.toInteger(-1);
    if (number < 0 || number >= 0xFFFFFFFFLL)
        return badArgument(key,
                           QT_TRANSLATE_NOOP("FileSteps", "This must be the number of a user or group."));
    into = static_cast<uint>(number);
    return {};
}

} // namespace

Result<QString> pathArgument(const QJsonObject &arguments, const QString &key)
{
    const QString path = arguments.value(key).toString();
    if (!path.startsWith(u'/') || QDir::cleanPath(path) == QStringLiteral("/"))
        return badArgument(key, QT_TRANSLATE_NOOP("FileSteps", "This must be an absolute path."));
    return QDir::cleanPath(path);
}

Result<uint> modeArgument(const QJsonObject &arguments)
{
    bool isOctal = false;
    const uint mode = arguments.value(QStringLiteral("mode")).toString().toUInt(&isOctal, 8);
    if (!isOctal || mode > 07777U)
        return badArgument(QStringLiteral("mode"),
                           QT_TRANSLATE_NOOP("FileSteps", "This must be octal text such as \"0640\"."));
    return mode;
}

Result<FileAccess> accessArguments(const QJsonObject &arguments)
{
    FileAccess access;
    if (arguments.contains(QStringLiteral("mode"))) {
        const auto mode = modeArgument(arguments);
        if (!mode)
            return tl::unexpected(mode.error());
        access.mode = *mode;
    }
    auto read = readOwner(arguments, QStringLiteral("ownerId"), access.ownerId).and_then([&] {
        return readOwner(arguments, QStringLiteral("groupId"), access.groupId);
    });
    if (!read)
        return tl::unexpected(read.error());
    return access;
}

QString modeText(uint mode)
{
    return QStringLiteral("%1").arg(mode, 4, 8, QLatin1Char('0'));
}

QString asideFolder(const QString &path, const QUuid &operation)
{
    return QFileInfo(path).path() + QStringLiteral("/.pilothouse/")
           + operation.toString(QUuid::WithoutBraces);
}

QStringList missingFolders(const FileOps &files, const QString &path)
{
    QStringList missing;
    for (QString folder = QFileInfo(path).path(); !files.exists(folder); folder = QFileInfo(folder).path())
        missing << folder;
    return missing;
}

Result<> removeEmptyFolders(FileOps &files, const QStringList &folders)
{
    for (const QString &folder : folders) {
        const auto entries = files.list(folder);
        if (!entries && entries.error().kind == ErrorKind::NotFound)
            continue;
        if (!entries)
            return tl::unexpected(entries.error());
        if (!entries->isEmpty())
            return {};
        if (auto removed = files.removeTree(folder); !removed)
            return removed;
    }
    return {};
}

Result<std::optional<FileFacts>> factsIfThere(const FileOps &files, const QString &path)
{
    const auto facts = files.facts(path);
    if (facts)
        return std::optional<FileFacts>(*facts);
    if (facts.error().kind == ErrorKind::NotFound)
        return std::optional<FileFacts>();
    return tl::unexpected(facts.error());
}

} // namespace pilothouse
